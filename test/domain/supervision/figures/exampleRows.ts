import type { LocalDate } from '@js-joda/core'
import type {
  AskedMonth,
  FigureAttendance,
  FigureCase,
  FigurePlace,
  FigureRows,
  FigureSession,
} from '../../../../domain/supervision/figures/figureRows'
import { supervisionFigures } from '../../../../domain/supervision/figures/supervisionFigures'
import type { TeamMonth } from '../../../../domain/supervision/figures/teamMonth'
import type { Share } from '../../../../domain/supervision/figures/share'
import { calendar, day } from '../../facts'

export const DIARISED = day('2026-09-01')

/** A session of team A at 09:30, held unless told, diarised in September 2026; its id is its day. */
export const session = (on: string, more: Partial<FigureSession> = {}): FigureSession => ({
  ...{ id: on, teamId: 'A', on: day(on), at: '09:30', state: 'held', why: null, diarisedOn: DIARISED },
  ...{ minutesOutOn: null, sampled: false, checked: false },
  ...more,
})

/** A case that was discussed in the session of that day, unless told. */
export const place = (sessionId: string, caseId: string, more: Partial<FigurePlace> = {}): FigurePlace => ({
  ...{ sessionId, caseId, placedOn: DIARISED, discussed: true, whyNot: null, summaryWrittenOn: null },
  ...more,
})

/** Somebody invited as a social worker; absent unless told. */
export const invited = (
  sessionId: string,
  personId: string,
  more: Partial<FigureAttendance> = {},
): FigureAttendance => ({
  ...{ sessionId, personId, name: `Person ${personId}`, role: 'social-worker', attended: false, approved: false },
  ...more,
})

/** A case of team A. */
export const known = (id: string, more: Partial<FigureCase> = {}): FigureCase => ({
  ...{ id, ref: `N-${id}`, teamId: 'A', restricted: false },
  ...more,
})

/** A month in which a case is open. */
export const asked = (caseId: string, month: string, more: Partial<AskedMonth> = {}): AskedMonth => ({
  ...{ caseId, month, state: 'open', endedOn: null, gap: null },
  ...more,
})

/** Rows of teams A and B, with the case 1 of team A unless told. */
export const rows = (more: Partial<FigureRows>): FigureRows => ({
  ...{ teams: ['A', 'B'].map((id) => ({ id, name: `Team ${id}` })), cases: [known('1')] },
  ...{ sessions: [], places: [], attendance: [], asked: [], discussions: [] },
  ...more,
})

interface When {
  readonly from?: string
  readonly to?: string
  readonly teams?: readonly (string | null)[] | undefined
  readonly today?: LocalDate
}

/** The figures of February and March 2027 as on 10 March, unless told. */
export const figuresOf = (
  given: Partial<FigureRows>,
  { from = '2027-02', to = '2027-03', teams, today = day('2027-03-10') }: When = {},
): readonly TeamMonth[] => supervisionFigures(rows(given), { span: { from, to }, teams, today, calendar })

/** The only month there is. Throws where there is none, or another one. */
export function onlyMonth(figures: readonly TeamMonth[]): TeamMonth {
  const [only, ...more] = figures
  if (only === undefined || more.length > 0) throw new Error(`There are ${String(figures.length)} months.`)
  return only
}

/** `3 of 4`. */
export const words = (share: Share): string | null =>
  share === null ? null : `${String(share.n)} of ${String(share.of)}`
