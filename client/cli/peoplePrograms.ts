import type { Command } from 'commander'
import type { ExitCode, Io } from './io'
import type { AccessOptions } from './accessCommand'
import type { CoverAddOptions } from './coverCommand'
import type { ReassignOptions } from './reassignCommand'

interface Program {
  readonly caseclock: Command
  readonly io: Io
  /** The folder of an `up` that was not told another. */
  readonly data: string
  readonly ending: <A extends unknown[]>(
    run: (...args: A) => ExitCode | Promise<ExitCode>,
  ) => (...args: A) => Promise<void>
}

const AS = ['--as <person>', 'who acts: staff number, id or name'] as const
const COMMAND_ID = ['--command-id <uuid>', 'send the same command again under its own id'] as const

/** The commands about who stands for whom: cover, access to restricted cases, and cases that change hands. */
export function peoplePrograms({ caseclock, io, data, ending }: Program): void {
  const cover = caseclock.command('cover').description('who is away, and who covers for them')
  cover
    .command('add <person>')
    .description('somebody is away: whoever covers is told in their place, and may act as they may')
    .option('--by <person>', 'who covers; when missing, whoever is next is told')
    .requiredOption('--from <date>', 'the first day')
    .option('--to <date>', 'the last day; may be missing for sickness')
    .requiredOption('--reason <why>', 'leave, sickness or other')
    .requiredOption(...AS)
    .option(...COMMAND_ID)
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (person: string, options: CoverAddOptions) =>
        (await import('./coverCommand.js')).runCoverAdd(person, options, io),
      ),
    )
  cover
    .command('end <cover>')
    .description('whoever was away is back, today')
    .requiredOption(...AS)
    .option(...COMMAND_ID)
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (id: string, options: { as: string; data: string }) =>
        (await import('./coverCommand.js')).runCoverEnd(id, options, io),
      ),
    )
  cover
    .command('list')
    .description('who is away, today or later')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)
    .action(ending(async (options: { data: string }) => (await import('./coverCommand.js')).runCoverList(options, io)))
  caseclock
    .command('access <ref> [what] [person]')
    .description('who may open a case; `restrict` it or `lift` that, `grant` access to somebody or `revoke` it')
    .option('--from <date>', 'with grant: the first day; today when missing')
    .option('--to <date>', 'with grant: the last day')
    .option('--reason <text>', 'why: it is kept with the case')
    .option('--as <person>', 'who acts: staff number, id or name')
    .option(...COMMAND_ID)
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (ref: string, what: string | undefined, person: string | undefined, options: AccessOptions) =>
        (await import('./accessCommand.js')).runAccess({ ref, what, person }, options, io),
      ),
    )
  caseclock
    .command('reassign')
    .description('give the cases somebody holds to somebody else')
    .requiredOption('--from <person>', 'who holds them')
    .requiredOption('--to <person>', 'who is to hold them')
    .option('--cases <ref...>', 'these cases; all they hold when missing')
    .option('--on <date>', 'the day it happened; today when missing')
    .requiredOption(...AS)
    .option('--dry-run', 'only say what would move')
    .option(...COMMAND_ID)
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)
    .action(ending(async (options: ReassignOptions) => (await import('./reassignCommand.js')).runReassign(options, io)))
}
