import type { Command } from 'commander'
import type { ExitCode, Io } from '../io'
import type { Registering } from '../supervisionPrograms'
import type { ActOptions, ReadOptions } from './actOptions'
import type { PrintOptions } from './readCommands'

type Acts = typeof import('./actCommands.js')

const AS = ['--as <person>', 'who acts: staff number, id or name'] as const

/** The commands about a family's safety plan. */
export function safetyPlanPrograms(caseclock: Command, registering: Registering): void {
  const safetyPlan = caseclock.command('safety-plan').description('the safety plan of a family, and its breaches')
  readPrograms(safetyPlan, registering)
  actPrograms(safetyPlan, registering)
}

function readPrograms(safetyPlan: Command, { ending, io, data }: Registering): void {
  safetyPlan
    .command('blank')
    .description('the blank form as one page to print; with --json as a file to fill in. Needs no server')
    .option('--out <file>', 'where it is written; standard output when missing')
    .option('--json', 'a plan to fill in')
    .action(
      ending(async (options: { out?: string; json?: boolean }) =>
        (await import('./blankCommand.js')).runBlank(options, io),
      ),
    )
  const read = (usage: string, description: string): Command =>
    safetyPlan
      .command(usage)
      .description(description)
      .requiredOption('--as <person>', 'who reads it')
      .option('--data <folder>', 'the running demo', data)
  read('show <ref>', 'the plan as it stands: version, signatures, clocks, copies, checks, breaches')
    .option('--json', 'JSON on standard output')
    .action(
      ending(async (ref: string, options: ReadOptions) =>
        (await import('./readCommands.js')).runShow(ref, options, io),
      ),
    )
  read('police <ref>', 'what police see: whether each line is kept, and the deadlines')
    .option('--json', 'JSON on standard output')
    .action(
      ending(async (ref: string, options: ReadOptions) =>
        (await import('./readCommands.js')).runPolice(ref, options, io),
      ),
    )
  read('print <ref>', 'the family’s copy in plain words: one page to print, with names')
    .requiredOption('--out <file>', 'where it is written')
    .option('--version <number>', 'an earlier version', Number)
    .action(
      ending(async (ref: string, options: PrintOptions) =>
        (await import('./readCommands.js')).runPrint(ref, options, io),
      ),
    )
}

function actPrograms(safetyPlan: Command, { ending, io, data }: Registering): void {
  const loaded = (): Promise<Acts> => import('./actCommands.js')
  const act = (usage: string, description: string): Command =>
    safetyPlan
      .command(usage)
      .description(description)
      .requiredOption(...AS)
      .option('--command-id <uuid>', 'send the same command again under its own id')
      .option('--json', 'JSON on standard output')
      .option('--data <folder>', 'the running demo', data)
  const dated = (usage: string, description: string): Command =>
    act(usage, description).option('--on <date>', 'the day it happened; today when missing')
  const onCase = <O>(run: (acts: Acts, ref: string, options: ActOptions & O, out: Io) => Promise<ExitCode>) =>
    ending(async (ref: string, options: ActOptions & O) => run(await loaded(), ref, options, io))
  const about = <O>(
    run: (acts: Acts, at: readonly [ref: string, what: string], options: ActOptions & O, out: Io) => Promise<ExitCode>,
  ) =>
    ending(async (ref: string, what: string, options: ActOptions & O) => run(await loaded(), [ref, what], options, io))
  act('write <ref> <file>', 'write the plan, or a version that amends it, from a file')
    .option('--amends <number>', 'the version that it amends', Number)
    .action(about<object>((acts, [ref, file], options, out) => acts.runWrite(ref, file, options, out)))
  dated('sign <ref>', 'somebody has signed the plan')
    .requiredOption('--role <role>', 'who, as the plan names them: mother, team-manager')
    .action(onCase<{ role: string }>((acts, ref, options, out) => acts.runSign(ref, options, out)))
  dated('refuse <ref>', 'somebody of the family does not sign; they are not asked again')
    .requiredOption('--role <role>', 'who, as the plan names them')
    .action(onCase<{ role: string }>((acts, ref, options, out) => acts.runRefuse(ref, options, out)))
  dated('share <ref>', 'log that somebody was given a copy')
    .requiredOption('--with <who>', 'a role of the plan, or who else: health visitor')
    .option('--version <number>', 'of which version; the one that held that day when missing', Number)
    .action(onCase<{ with: string }>((acts, ref, options, out) => acts.runShare(ref, options, out)))
  dated('review <ref>', 'review the plan line by line')
    .requiredOption('--line <line:kept...>', 'every line with yes, partly or no: safety-1:partly:"came home once"')
    .option('--child-view <text>', 'what the child says, or who speaks for them')
    .option('--parents-view <text>', 'what the parents say')
    .option('--decision <text...>', 'what was decided')
    .action(onCase<{ line: readonly string[] }>((acts, ref, options, out) => acts.runReview(ref, options, out)))
  dated('breach <ref>', 'record a breach: the team manager is told at once')
    .option('--line <line>', 'which line of the written plan')
    .requiredOption('--what <text>', 'what happened')
    .option('--who <role>', 'who, by role; whose part the line is when missing')
    .action(onCase<{ what: string }>((acts, ref, options, out) => acts.runBreach(ref, options, out)))
  dated(
    'pass-on <ref> <breach>',
    'pass a breach on; to the detective sergeant only a manager does: they are told at once',
  )
    .requiredOption('--to <role>', 'team-manager or detective-sergeant')
    .option('--words <text>', 'what they should know')
    .action(about<{ to: string }>((acts, [ref, breach], options, out) => acts.runPassOn(ref, breach, options, out)))
  dated('decide <ref> <breach>', 'what is done about a breach: a manager or the detective sergeant decides')
    .requiredOption('--decision <what>', 'support, caution, evidence, legal-advice or none')
    .requiredOption('--reason <text>', 'why')
    .action(
      about<{ decision: string; reason: string }>((acts, [ref, breach], options, out) =>
        acts.runDecide(ref, breach, options, out),
      ),
    )
}
