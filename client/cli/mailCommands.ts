import type { Command } from 'commander'
import type { ExitCode, Io } from './io'

/** Ends a command with its code. */
type Ending = <A extends unknown[]>(run: (...args: A) => ExitCode | Promise<ExitCode>) => (...args: A) => Promise<void>

interface Registering {
  readonly ending: Ending
  readonly io: Io
  /** The folder of an `up` that was not told another. */
  readonly data: string
}

/** The commands about mail that leaves, or does not arrive. */
export function mailCommands(caseclock: Command, { ending, io, data }: Registering): void {
  caseclock
    .command('sending [what]')
    .description('whether mail leaves, and what waits; `hold` it (going live, a restored backup) or `release` it')
    .option('--as <person>', 'who acts')
    .option('--reason <text>', 'with hold: why')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (what: string | undefined, options: { data: string }) =>
        (await import('./sendingCommand.js')).runSending(what, options, io),
      ),
    )
  caseclock
    .command('undelivered [what] [mails...]')
    .description('mail that did not arrive; `done` with its ids: its reader was told otherwise')
    .option('--how <way>', 'with done: telephone, in-person, letter, another-address, or not-needed')
    .option('--as <person>', 'with done: who told them')
    .option('--command-id <uuid>', 'with done: send the same command again under its own id')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (what: string | undefined, mails: string[], options: { data: string }) =>
        (await import('./undeliveredCommand.js')).runUndelivered(what, mails, options, io),
      ),
    )
  caseclock
    .command('bounced <file>')
    .description(
      'a mail system reports that a mail came back: a delivery status notification in a file, or - to read it',
    )
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (file: string, options: { data: string }) =>
        (await import('./bouncedCommand.js')).runBounced(file, options, io),
      ),
    )
}
