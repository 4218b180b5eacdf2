import type { TeamMonth } from '../supervision/figures/teamMonth'
import { govukDate } from '../timeline/govukDate'
import type { CaseMonth } from '../supervision/figures/coverage'
import type { MinutesTime, SummaryTime } from '../supervision/figures/inTime'
import { figure, share, type Figure, type FigureLine } from './figure'
import { attendanceFigures } from './attendanceFigures'
import { monthOf } from './teamMonthWords'

/** What of group supervision somebody has to look at, of all months and teams asked for. What each counts: `DEFINITIONS` of domain/supervision/figures. */
export function groupSupervision(months: readonly TeamMonth[]): readonly Figure[] {
  const all = (share: { readonly of: number } | null): number => share?.of ?? 0
  const sum = (of: (one: TeamMonth) => number): number => months.reduce((total, one) => total + of(one), 0)
  const behind = (of: (one: TeamMonth) => readonly FigureLine[]): readonly FigureLine[] => months.flatMap(of)
  const each = <Row>(rowsOf: (one: TeamMonth) => readonly Row[]) =>
    months.flatMap((of) => rowsOf(of).map((row) => ({ of, row })))
  return [
    share(
      {
        id: 'discussed',
        title: 'Cases discussed',
        words:
          'Of the cases open in group supervision on any day of a month, once for each month, those discussed in a session held in it.',
      },
      each(({ all: { cases } }) => cases),
      {
        isCounted: ({ row }) => row.standing === 'discussed',
        line: ({ of, row }) => ({ ref: row.ref, words: `${monthOf(of)}: ${standingWords(row)}` }),
      },
    ),
    figure(
      {
        id: 'not-discussed',
        title: 'Cases not discussed',
        words:
          'Of the cases open in group supervision on any day of a month, once for each month, those not discussed in a session held in it: with a named gap, still ahead, or for another reason.',
      },
      behind((one) =>
        one.behind.notDiscussed.map(({ ref, why }) => ({
          ref,
          words: `${monthOf(one)}: ${why ?? 'nothing is recorded'}`,
        })),
      ),
      outOf(
        sum(({ coverage }) => all(coverage.discussed)),
        ' asked for',
      ),
    ),
    share(
      {
        id: 'summaries-on-time',
        title: 'Summaries on time',
        words: 'Of the cases discussed in held sessions, those whose summary was first written by its day.',
      },
      each(({ all: { summaries } }) => summaries),
      {
        isCounted: ({ row }) => row.time === 'on-time',
        line: ({ row }) => ({ ref: row.ref, words: summaryWords(row) }),
      },
    ),
    figure(
      {
        id: 'summaries-late',
        title: 'Summaries late, or never written',
        words: 'Of the cases discussed in held sessions, those whose summary was written after its day, or not at all.',
      },
      behind((one) => one.behind.summaries.map((summary) => ({ ref: summary.ref, words: summaryWords(summary) }))),
      outOf(sum(({ summaries }) => all(summaries['on-time']))),
    ),
    share(
      {
        id: 'minutes-in-time',
        title: 'Minutes out within 2 working days',
        words: 'Of the sessions held, those whose minutes went out by their day.',
      },
      each(({ all: { minutes } }) => minutes),
      {
        isCounted: ({ row }) => row.time === 'in-time',
        line: ({ of, row }) => ({ ref: '', words: `${monthOf(of)}: ${minutesWords(row)}` }),
      },
    ),
    figure(
      {
        id: 'minutes-late',
        title: 'Minutes not out within 2 working days',
        words: 'Of the sessions held, those whose minutes went out after their day, or are not out.',
      },
      behind((one) =>
        one.behind.minutes.map((minutes) => ({ ref: '', words: `${monthOf(one)}: ${minutesWords(minutes)}` })),
      ),
      outOf(sum(({ minutes }) => all(minutes['in-time']))),
    ),
    figure(
      {
        id: 'absent-twice',
        title: 'Absent from two sessions running',
        words:
          'Of the people invited to held sessions of a month, those who were absent without an approved exception from it and from the one before.',
      },
      behind((one) => one.behind.absentTwice.map((absent) => ({ ref: '', words: `${monthOf(one)}: ${absent.name}` }))),
      outOf(sum(({ absentTwice }) => all(absentTwice))),
    ),
    ...attendanceFigures(months),
  ]
}

/** What a figure of one worker can be made of: a session’s minutes and attendance are the whole team’s. */
export const OF_CASES: ReadonlySet<string> = new Set([
  ...['discussed', 'not-discussed', 'summaries-on-time', 'summaries-late'],
])

/** Beside a count: of how many. Of none there is nothing to say. */
const outOf = (of: number, more = ''): string | null => (of === 0 ? null : `out of ${String(of)}${more}`)

const standingWords = ({ standing, why }: CaseMonth): string =>
  standing === 'discussed' ? 'discussed' : (why ?? 'nothing is recorded')

const summaryWords = ({ session, writtenOn }: SummaryTime): string =>
  `session of ${govukDate(session.on)}, ${writtenOn === null ? 'never written' : `written ${govukDate(writtenOn)}`}`

const minutesWords = ({ session, outOn }: MinutesTime): string =>
  `session of ${govukDate(session.on)}, ${outOn === null ? 'not out' : `out ${govukDate(outOn)}`}`
