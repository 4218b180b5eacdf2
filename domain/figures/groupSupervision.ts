import type { TeamMonth } from '../supervision/figures/teamMonth'
import { isoDay } from '../calendar/isoDay'
import { govukDate, govukMonth } from '../timeline/govukDate'
import { figure, type Figure, type FigureLine } from './figure'

/** What of group supervision somebody has to look at, of all months and teams asked for. What each counts: `DEFINITIONS` of domain/supervision/figures. */
export function groupSupervision(months: readonly TeamMonth[]): readonly Figure[] {
  const all = (share: { readonly of: number } | null): number => share?.of ?? 0
  const sum = (of: (one: TeamMonth) => number): number => months.reduce((total, one) => total + of(one), 0)
  const monthOf = ({ month, team }: TeamMonth): string =>
    `${govukMonth(isoDay(`${month}-01`))}${team === null ? '' : `, ${team}`}`
  const behind = (of: (one: TeamMonth) => readonly FigureLine[]): readonly FigureLine[] => months.flatMap(of)
  return [
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
      `out of ${String(sum(({ coverage }) => all(coverage.discussed)))} asked for`,
    ),
    figure(
      {
        id: 'summaries-late',
        title: 'Summaries late, or never written',
        words: 'Of the cases discussed in held sessions, those whose summary was written after its day, or not at all.',
      },
      behind((one) =>
        one.behind.summaries.map(({ ref, session, writtenOn }) => ({
          ref,
          words: `session of ${govukDate(session.on)}, ${writtenOn === null ? 'never written' : `written ${govukDate(writtenOn)}`}`,
        })),
      ),
      `out of ${String(sum(({ summaries }) => all(summaries['on-time'])))}`,
    ),
    figure(
      {
        id: 'minutes-late',
        title: 'Minutes not out within 2 working days',
        words: 'Of the sessions held, those whose minutes went out after their day, or are not out.',
      },
      behind((one) =>
        one.behind.minutes.map(({ session, outOn }) => ({
          ref: '',
          words: `${monthOf(one)}: session of ${govukDate(session.on)}, ${outOn === null ? 'not out' : `out ${govukDate(outOn)}`}`,
        })),
      ),
      `out of ${String(sum(({ minutes }) => all(minutes['in-time'])))}`,
    ),
    figure(
      {
        id: 'absent-twice',
        title: 'Absent from two sessions running',
        words:
          'Of the people invited to held sessions of a month, those who were absent without an approved exception from it and from the one before.',
      },
      behind((one) => one.behind.absentTwice.map((absent) => ({ ref: '', words: `${monthOf(one)}: ${absent.name}` }))),
      `out of ${String(sum(({ absentTwice }) => all(absentTwice)))}`,
    ),
  ]
}
