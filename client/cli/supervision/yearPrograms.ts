import { Option, type Command } from 'commander'
import type { Registering } from '../supervisionPrograms'
import type { PatternOptions } from './patternCommand'

/** The commands about a year of sessions. */
export function yearPrograms(supervision: Command, { ending, io, data }: Registering): void {
  supervision
    .command('plan')
    .description('a year of sessions, who is discussed in which, and who cannot be; needs no server')
    .requiredOption('--input <file>', 'teams and cases, and the sessions of an earlier plan')
    .option('--case <ref>', 'the slots of this case alone, each with the reason of its place')
    .option('--json', 'JSON on standard output')
    .option('--svg <file>', 'write the year on a wall to this file too, described in words')
    .action(
      ending(async (options: { input: string; case?: string; json?: boolean; svg?: string }) =>
        (await import('../supervisionPlanCommand.js')).runSupervisionPlan(options, io),
      ),
    )
  supervision
    .command('pattern <team>')
    .description('set when a team meets, and what goes with it; its year is planned from it. What is left out stays')
    .option('--weekday <day>', 'tuesday')
    .option('--nth <weeks...>', 'which ones of the month, 1 to 5')
    .option('--at <time>', 'London time, 09:30')
    .option('--minutes <number>', 'how long', Number)
    .option('--also-on <series...>', 'another series: "thursday 1,3 14:00 120"')
    .option('--minutes-per-case <number>', 'minutes for one family', Number)
    .option('--closed <dates...>', 'days without a session, all of them')
    .option('--room <name>', 'where')
    .option('--chair <person>', 'who chairs; the team manager unless told')
    .option('--invite <people...>', 'who is invited beside those of the team, all of them')
    .requiredOption('--as <person>', 'who acts: staff number, id or name')
    .option('--command-id <uuid>', 'send the same command again under its own id')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (team: string, options: PatternOptions) =>
        (await import('./patternCommand.js')).runSupervisionPattern(team, options, io),
      ),
    )
  supervision
    .command('year <team>')
    .description('the diary of a team: sessions, gaps, and what moved since yesterday')
    .option('--case <ref>', 'the slots of this case alone, each with the reason of its place')
    .option('--json', 'JSON on standard output')
    .option('--svg <file>', 'write the year on a wall to this file too, described in words')
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (team: string, options: { data: string }) =>
        (await import('./yearCommand.js')).runSupervisionYear(team, options, io),
      ),
    )
  supervision
    .command('add <team>')
    .description('a session beside the pattern')
    .requiredOption('--on <date>', 'the day')
    .requiredOption('--at <time>', 'London time, 09:30')
    .requiredOption('--minutes <number>', 'how long', Number)
    .option('--room <name>', 'where, if not in the usual room')
    .requiredOption('--as <person>', 'who acts')
    .option('--preview', 'say what it would do, and write nothing')
    .option('--command-id <uuid>', 'send the same command again under its own id')
    .option('--json', 'JSON on standard output')
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (team: string, options: { on: string; at: string; minutes: number; as: string; data: string }) =>
        (await import('./changeCommands.js')).runSessionAdd(team, options, io),
      ),
    )
  supervision
    .command('figures')
    .description('coverage, attendance, summaries and minutes in time, absence, quality checks: per team and month')
    .option('--team <name>', 'of this team')
    .option('--from <month>', 'the first month, 2027-03; eleven before the last unless told')
    .option('--to <month>', 'the last month; this one unless told')
    .addOption(new Option('--csv', 'CSV on standard output').conflicts('json'))
    .option('--json', 'JSON on standard output, with the lists behind the figures')
    .option('--data <folder>', 'the running demo', data)
    .action(
      ending(async (options: { data: string }) =>
        (await import('./figuresCommand.js')).runSupervisionFigures(options, io),
      ),
    )
  const change = (name: 'cancel' | 'move' | 'lengthen', description: string): Command =>
    supervision
      .command(`${name} <session>`)
      .description(description)
      .requiredOption('--as <person>', 'who acts')
      .option('--preview', 'say which cases move and how many people are told, and write nothing')
      .option('--command-id <uuid>', 'send the same command again under its own id')
      .option('--json', 'JSON on standard output')
      .option('--data <folder>', 'the running demo', data)
      .action(
        ending(async (session: string, options: { as: string; data: string }) =>
          (await import('./changeCommands.js')).runSessionChange(session, { ...options, change: name }, io),
        ),
      )
  change('cancel', 'cancel a session: everybody is told once, its cases go to the others of the month').requiredOption(
    '--reason <text>',
    'why, for those who are told',
  )
  change('move', 'move a session: everybody is told once, its cases stay in it')
    .requiredOption('--on <date>', 'the new day')
    .option('--at <time>', 'the new time')
    .option('--room <name>', 'the new room')
  change('lengthen', 'make a session longer or shorter').requiredOption('--minutes <number>', 'how long', Number)
}
