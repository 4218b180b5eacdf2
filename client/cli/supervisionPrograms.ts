import type { Command } from 'commander'
import type { ExitCode, Io } from './io'

interface Registering {
  /** Ends a command with its code. */
  readonly ending: <A extends unknown[]>(
    run: (...args: A) => ExitCode | Promise<ExitCode>,
  ) => (...args: A) => Promise<void>
  readonly io: Io
}

/** The commands about group case supervision. */
export function supervisionPrograms(caseclock: Command, { ending, io }: Registering): void {
  const supervision = caseclock.command('supervision').description('group case supervision')
  supervision
    .command('plan')
    .description('a year of sessions, who is discussed in which, and who cannot be; needs no server')
    .requiredOption('--input <file>', 'teams and cases, and the sessions of an earlier plan')
    .option('--case <ref>', 'the slots of this case alone, each with the reason of its place')
    .option('--json', 'JSON on standard output')
    .option('--svg <file>', 'write the year on a wall to this file too, described in words')
    .action(
      ending(async (options: { input: string; case?: string; json?: boolean; svg?: string }) =>
        (await import('./supervisionPlanCommand.js')).runSupervisionPlan(options, io),
      ),
    )
}
