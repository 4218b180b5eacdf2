import type { Command } from 'commander'
import type { ExitCode, Io } from '../io'
import type { Registering } from '../supervisionPrograms'
import type { ActOptions } from './actCommands'

type Acts = typeof import('./actCommands.js')

/** The commands about one session, from its invitation to its minutes. */
export function sessionPrograms(supervision: Command, { ending, io, data }: Registering): void {
  supervision
    .command('session <session>')
    .description('one session: who comes, which cases, what is outstanding, who was told')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (session: string, options: { data: string }) =>
        (await import('./sessionCommand.js')).runSession(session, options, io),
      ),
    )
  supervision
    .command('paper <session> <what>')
    .description('the pack of a session, or its minutes: one page to print, with names, for one reader')
    .requiredOption('--as <person>', 'for whom it is made')
    .requiredOption('--out <file>', 'where it is written')
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (session: string, what: string, options: { as: string; out: string; data: string }) =>
        (await import('./paperCommand.js')).runPaper(session, what, options, io),
      ),
    )
  supervision
    .command('draft <ref>')
    .description('what the record says of a case since its last discussion, to write the summary from')
    .requiredOption('--as <person>', 'who reads it')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (ref: string, options: { as: string; data: string }) =>
        (await import('./draftCommand.js')).runDraft(ref, options, io),
      ),
    )
  supervision
    .command('replied <file>')
    .description('take the answers to invitations in a mail, from a file or standard input (-)')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (file: string, options: { data: string }) =>
        (await import('./repliedCommand.js')).runReplied(file, options, io),
      ),
    )
  supervision
    .command('feed')
    .description('the address of your own calendar, shown once; or its end')
    .requiredOption('--as <person>', 'who acts')
    .option('--revoke', 'end it')
    .option('--of <person>', 'with --revoke: whose; yours unless told')
    .option('--command-id <uuid>', 'send the same command again under its own id')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (options: { as: string; data: string }) => (await import('./feedCommand.js')).runFeed(options, io)),
    )
  const loaded = (): Promise<Acts> => import('./actCommands.js')
  const act = (usage: string, description: string): Command =>
    supervision
      .command(usage)
      .description(description)
      .requiredOption('--as <person>', 'who acts: staff number, id or name')
      .option('--command-id <uuid>', 'send the same command again under its own id')
      .option('--json', 'JSON on standard output')
      .option('--data <folder>', 'the running demo', data)
  const onSession = <O>(run: (acts: Acts, session: string, options: ActOptions & O, out: Io) => Promise<ExitCode>) =>
    ending(async (session: string, options: ActOptions & O) => run(await loaded(), session, options, io))
  const onCase = <O>(
    run: (
      acts: Acts,
      at: readonly [session: string, ref: string],
      options: ActOptions & O,
      out: Io,
    ) => Promise<ExitCode>,
  ) =>
    ending(async (session: string, ref: string, options: ActOptions & O) =>
      run(await loaded(), [session, ref], options, io),
    )
  act('reply <session> <answer>', 'answer an invitation: accepted, declined, tentative')
    .option('--for <person>', 'whose answer it is; yours unless told')
    .option('--reason <text>', 'with declined: why')
    .action(
      ending(async (session: string, answer: string, options: ActOptions) =>
        (await loaded()).runReply(session, answer, options, io),
      ),
    )
  act('excuse <session>', 'say why somebody cannot come, and who comes instead; a manager decides')
    .option('--for <person>', 'who cannot come; you unless told')
    .requiredOption('--reason <text>', 'why')
    .option('--cover <person>', 'who comes in their place')
    .action(onSession<{ reason: string }>((acts, session, options, out) => acts.runExcuse(session, options, out)))
  act('decide <session>', 'approve that somebody stays away, or not')
    .requiredOption('--for <person>', 'who cannot come')
    .option('--approve', 'they are excused')
    .option('--refuse', 'they count as missing')
    .action(onSession<{ for: string }>((acts, session, options, out) => acts.runDecide(session, options, out)))
  act('summary <session> <ref>', 'write the summary of a case for a session')
    .option('--text <text>', 'its words')
    .option('--file <file>', 'a file with its words')
    .action(onCase<object>((acts, [session, ref], options, out) => acts.runSummary(session, ref, options, out)))
  act('review <session> <ref>', 'you have read the summary of a case')
    .option('--words <text>', 'what the worker should still do')
    .action(onCase<object>((acts, [session, ref], options, out) => acts.runReview(session, ref, options, out)))
  act('papers <session>', 'the papers are out: everybody invited is told').action(
    onSession<object>((acts, session, options, out) => acts.runPapers(session, options, out)),
  )
  act('held <session>', 'the session was held: who was there, and which cases were not discussed')
    .requiredOption('--present <people...>', 'who was there')
    .option('--not-discussed <cases...>', 'cases that were not: "N-1042: the worker was ill"')
    .action(
      onSession<{ present: readonly string[] }>((acts, session, options, out) => acts.runHeld(session, options, out)),
    )
  act('not-held <session>', 'the session did not take place')
    .requiredOption('--reason <text>', 'why')
    .action(onSession<{ reason: string }>((acts, session, options, out) => acts.runNotHeld(session, options, out)))
  act('minute <session> <ref>', 'add a line to the minutes of a case')
    .requiredOption('--prompt <prompt>', 'which question it answers; decision for what was decided')
    .option('--text <text>', 'its words')
    .option('--file <file>', 'a file with its words')
    .action(
      onCase<{ prompt: string }>((acts, [session, ref], options, out) => acts.runMinute(session, ref, options, out)),
    )
  act('action <session> <ref>', 'an action agreed: it becomes due on the case')
    .requiredOption('--action <text>', 'what is to be done')
    .requiredOption('--owner <person>', 'who does it')
    .requiredOption('--by <date>', 'the last day')
    .action(
      onCase<{ action: string; owner: string; by: string }>((acts, [session, ref], options, out) =>
        acts.runAction(session, ref, options, out),
      ),
    )
  act('minutes <session>', 'the minutes are out: everybody invited is told').action(
    onSession<object>((acts, session, options, out) => acts.runMinutesOut(session, options, out)),
  )
  act('check <session>', 'a session has been looked at again')
    .requiredOption('--found <text>', 'what was found')
    .action(onSession<{ found: string }>((acts, session, options, out) => acts.runCheck(session, options, out)))
}
