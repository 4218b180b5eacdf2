import type { LocalDate } from '@js-joda/core'
import { byText } from '../byText'
import { monthName } from '../monthName'
import { grouped } from '../summary/grouped'
import type { FigureRows } from './figureRows'

/** That a case was discussed on a day, and by which team; null where that is not known. */
export interface Discussion {
  readonly caseId: string
  readonly on: LocalDate
  readonly teamId: string | null
}

/**
 * The first discussion of each case in each month, by `caseMonthKey`; of two on a day one whose team is known. What stands in the chronology counts, also from
 * before sessions were kept here; and what a held session says was discussed, unless its record in the chronology was corrected or taken back.
 */
export function discussions({
  sessions,
  places,
  discussions: recorded,
}: Pick<FigureRows, 'sessions' | 'places' | 'discussions'>): ReadonlyMap<string, Discussion> {
  const inChronology = new Set(recorded.map(({ caseId, sessionId }) => `${caseId} ${sessionId}`))
  const held = new Map(sessions.filter(({ state }) => state === 'held').map((one) => [one.id, one]))
  const inSessions = places.flatMap(({ caseId, sessionId, discussed }): readonly Discussion[] => {
    const session = held.get(sessionId)
    return session === undefined || discussed !== true || inChronology.has(`${caseId} ${sessionId}`)
      ? []
      : [{ caseId, on: session.on, teamId: session.teamId }]
  })
  const all = [...recorded.filter(({ stands }) => stands), ...inSessions]
  return new Map(
    [...grouped(all, ({ caseId, on }) => caseMonthKey(caseId, monthName(on)))].map(([key, [one, ...more]]) => [
      key,
      more.reduce<Discussion>((first, next) => (isBefore(next, first) ? next : first), one),
    ]),
  )
}

export const caseMonthKey = (caseId: string, month: string): string => `${caseId} ${month}`

/** A team sorts before none. */
const isBefore = (a: Discussion, b: Discussion): boolean =>
  a.on.isBefore(b.on) || (a.on.equals(b.on) && byText(a.teamId ?? '\uffff', b.teamId ?? '\uffff') < 0)
