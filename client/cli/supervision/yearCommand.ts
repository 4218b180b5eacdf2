import { isoDay } from '../../../domain/calendar/isoDay'
import { govukDate, govukMonth, weekday } from '../../../domain/timeline/govukDate'
import { changeWords } from '../../../activities/mail/supervision/changeWords'
import type { DiaryLine } from '../../queries/supervision/diary'
import { teamYear, type TeamYear } from '../../queries/supervision/teamYear'
import { withDatabase } from '../connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { slotsJson, slotsText } from '../supervisionPrint'
import { textTable } from '../textTable'
import { writeText } from '../writtenFile'
import { teamNamed } from './teamNamed'

export interface YearOptions {
  readonly case?: string
  readonly svg?: string
  readonly json?: boolean
  readonly data: string
}

/** `caseclock supervision year TEAM`: the diary of a team, its gaps, and what moved since yesterday. */
export const runSupervisionYear = (team: string, options: YearOptions, io: Io): Promise<ExitCode> =>
  withDatabase(options.data, async (db) => {
    const year = await teamYear(db, await teamNamed(db, team))
    if (year === undefined)
      throw new CommandFailed(
        EXIT.usage,
        `${team} has no year yet. Set when it meets: caseclock supervision pattern "${team}" --weekday tuesday --nth 1 2 3 4 --at 09:30 --minutes 210 --as YOU`,
      )
    if (options.case !== undefined) await printCase(options.case, year, options, io)
    else if (options.json === true) io.out(`${JSON.stringify({ format: 1, ...yearJson(year) }, null, 2)}\n`)
    else io.out(yearText(year))
    if (options.svg !== undefined) {
      const { yearWallSvg } = await import('../../../domain/supervision/yearWallSvg.js')
      writeText(options.svg, yearWallSvg(year.input, year.plan, year.calendar))
      io.err(`The year wall is in ${options.svg}.\n`)
    }
    return EXIT.done
  })

async function printCase(
  ref: string,
  { input, plan, calendar }: TeamYear,
  { json }: YearOptions,
  io: Io,
): Promise<void> {
  const { caseSlots } = await import('../../../domain/supervision/caseSlots.js')
  const slots = caseSlots(ref, input, plan, calendar)
  if (slots === undefined)
    throw new CommandFailed(
      EXIT.usage,
      `--case ${ref}: this team does not discuss it. Look at the case: caseclock case ${ref}`,
    )
  io.out(
    json === true ? `${JSON.stringify({ format: 1, ...slotsJson(ref, slots) }, null, 2)}\n` : slotsText(ref, slots),
  )
}

const yearJson = ({ row, today, sessions, gaps, changes }: TeamYear) => ({
  ...{ team: row.teamName, today, room: row.room, minutesPerCase: row.minutesPerCase, pattern: row.pattern },
  closedDates: row.closedDates.map((day) => day.toString()),
  ...{ sessions, gaps },
  changedSinceYesterday: changes.map(({ ref, change, from_day, to_day, why }) => ({
    case: ref,
    change,
    from: from_day,
    to: to_day,
    why,
  })),
})

function yearText({ row, sessions, gaps, changes, problem }: TeamYear): string {
  const parts = [
    `${row.teamName}${row.room === '' ? '' : `, ${row.room}`}: ${String(sessions.filter(({ state }) => state === 'planned').length)} sessions ahead, ${gaps.length === 0 ? 'every case has its place in every month' : `${String(gaps.length)} without a place`}\n`,
    ...(problem === null ? [] : [`It could not be worked out: ${problem}\n`]),
    textTable(
      ['On', 'Day', 'At', 'Minutes', 'Taken', 'Replies missing', 'Not coming', 'State', 'Id'],
      sessions.map(sessionRow),
    ),
    ...(gaps.length === 0
      ? []
      : [
          `Gaps\n${textTable(
            ['Case', 'Month', 'Why'],
            gaps.map(({ ref, month, why }) => [ref, govukMonth(isoDay(`${month}-01`)), why]),
          )}`,
        ]),
    ...(changes.length === 0 ? [] : [`Since yesterday\n${changes.map((one) => `- ${changeWords(one)}\n`).join('')}`]),
  ]
  return parts.join('\n')
}

const sessionRow = (one: DiaryLine): readonly string[] => {
  const on = isoDay(one.on)
  const ahead = one.state === 'planned'
  return [
    ...[govukDate(on), weekday(on), one.at, String(one.minutes), `${String(one.placed)} of ${String(one.capacity)}`],
    ...[ahead ? String(one.unanswered) : '', ahead ? String(one.declined) : ''],
    ...[one.why === null ? one.state : `${one.state}: ${one.why}`, one.id],
  ]
}
