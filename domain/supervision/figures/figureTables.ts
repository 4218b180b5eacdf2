import { govukDate } from '../../timeline/govukDate'
import type { CaseStanding } from './coverage'
import { notDiscussedBy } from './notDiscussedBy'
import type { Share } from './share'
import type { TeamMonth } from './teamMonth'

/** One table over all teams and months. */
export interface FigureTable {
  readonly title: string
  /** After team and month. */
  readonly headings: readonly string[]
  readonly rows: readonly { readonly of: TeamMonth; readonly cells: readonly string[] }[]
}

/** The figures in words, as tables, and the lists behind them; a table without a row is left out. */
export const figureTables = (figures: readonly TeamMonth[]): readonly FigureTable[] =>
  TABLES.map(([title, headings, cellsOf]) => ({
    ...{ title, headings },
    rows: figures.flatMap((of) => cellsOf(of).map((cells) => ({ of, cells }))),
  })).filter(({ rows }) => rows.length > 0)

type Cells = readonly (readonly string[])[]

/** `3 of 4`; a dash of none. */
const shown = (share: Share): string => (share === null ? '-' : `${String(share.n)} of ${String(share.of)}`)

const attendanceRows = ({ attendance }: TeamMonth): Cells =>
  attendance.map(({ role, attendance: { present, excused, absent } }) => [
    role,
    ...[present, excused, absent].map(shown),
  ])

const notDiscussedRows = ({ behind }: TeamMonth): Cells =>
  notDiscussedBy(behind.notDiscussed).flatMap(({ standing, cases, restricted }) => [
    ...cases.map(({ ref, why }) => [standingWords(standing), ref, why ?? 'No reason recorded']),
    ...(restricted === 0
      ? []
      : [[standingWords(standing), `${String(restricted)} restricted ${restricted === 1 ? 'case' : 'cases'}`, '']]),
  ])

const absentRows = ({ behind }: TeamMonth): Cells =>
  behind.absentTwice.map(({ name, role, days }) => [name, role, days.map(govukDate).join(', ')])

const TABLES: readonly (readonly [title: string, headings: readonly string[], cellsOf: (of: TeamMonth) => Cells])[] = [
  [
    'Cases open in group supervision',
    ['Discussed', 'Named gap', 'Still ahead', 'Neither'],
    ({ coverage: { discussed, gap, ahead, neither } }) => [[discussed, gap, ahead, neither].map(shown)],
  ],
  [
    'Sessions',
    ['Held', 'Planned', 'Cancelled', 'Not held'],
    ({ sessions }) => [[sessions.held, sessions.planned, sessions.cancelled, sessions['not-held']].map(shown)],
  ],
  ['Attendance', ['As', 'Present', 'Excused', 'Absent'], attendanceRows],
  [
    'Summaries of the cases discussed',
    ['On time', 'Late', 'Never'],
    ({ summaries }) => [[summaries['on-time'], summaries.late, summaries.never].map(shown)],
  ],
  [
    'Minutes of the sessions held',
    ['In time', 'Late', 'Not out'],
    ({ minutes }) => [[minutes['in-time'], minutes.late, minutes['not-out']].map(shown)],
  ],
  [
    'Absent twice running, and quality checks',
    ['Absent twice running', 'Checked', 'To check'],
    ({ absentTwice, quality }) => [[absentTwice, quality.checked, quality['to-check']].map(shown)],
  ],
  ['Not discussed', ['How it stands', 'Case', 'Why'], notDiscussedRows],
  ['Absent twice running, not excused', ['Who', 'As', 'Sessions of'], absentRows],
]

function standingWords(standing: CaseStanding): string {
  switch (standing) {
    case 'discussed':
      return 'Discussed'
    case 'gap':
      return 'Named gap'
    case 'ahead':
      return 'Still ahead'
    case 'neither':
      return 'Neither'
  }
}
