import type { LocalDate } from '@js-joda/core'
import { govukDate } from '../../timeline/govukDate'
import { monthName } from '../monthName'
import { grouped } from '../summary/grouped'
import { caseMonthKey, discussions } from './discussions'
import type { AskedMonth, FigureCase, FigureRows } from './figureRows'
import { placed, whyNot, type Placed } from './whyNot'

export const CASE_STANDINGS = ['discussed', 'gap', 'ahead', 'neither'] as const

/** How a case stands in a month: discussed; without a place, and that is named; still ahead; or none of these, which somebody has to look at. */
export type CaseStanding = (typeof CASE_STANDINGS)[number]

export interface CaseMonth {
  readonly month: string
  /** The team that held the session in which it was discussed, else the one it is with now. */
  readonly teamId: string | null
  readonly ref: string
  readonly restricted: boolean
  readonly standing: CaseStanding
  /** Of one that was not discussed, as far as anything is recorded. */
  readonly why: string | null
}

/** The rows that this is made of. */
export type CoverageRows = Pick<FigureRows, 'sessions' | 'places' | 'cases' | 'asked' | 'discussions'>

/**
 * Every case that was open in group supervision on any day of a month, with how it stands; one of one each. A case that has a named gap and a place has the gap,
 * until the plan has closed it. `today` says which months are over. Source: Caseclock handbook, sections 4 and 10.
 */
export function caseMonths(rows: CoverageRows, today: LocalDate): readonly CaseMonth[] {
  const cases = new Map(rows.cases.map((one) => [one.id, one]))
  const discussed = discussions(rows)
  const places = grouped(placed(rows), ({ place, session }) => caseMonthKey(place.caseId, monthName(session.on)))
  return rows.asked.flatMap((asked): readonly CaseMonth[] => {
    const about = cases.get(asked.caseId)
    if (about === undefined) return []
    const key = caseMonthKey(asked.caseId, asked.month)
    const found = discussed.get(key)
    if (found !== undefined)
      return [caseMonth(asked, { about, teamId: found.teamId, standing: 'discussed', why: null })]
    return [caseMonth(asked, { about, teamId: null, ...notDiscussed(asked, places.get(key) ?? [], today) })]
  })
}

interface Found extends Pick<CaseMonth, 'teamId' | 'standing' | 'why'> {
  readonly about: FigureCase
}

const caseMonth = ({ month }: AskedMonth, { about, teamId, standing, why }: Found): CaseMonth => ({
  ...{ month, teamId: teamId ?? about.teamId, ref: about.ref, restricted: about.restricted },
  ...{ standing, why },
})

function notDiscussed(
  asked: AskedMonth,
  places: readonly Placed[],
  today: LocalDate,
): Pick<CaseMonth, 'standing' | 'why'> {
  if (asked.gap !== null) return { standing: 'gap', why: asked.gap }
  const planned = places.filter(({ session, place }) => session.state === 'planned' && place.discussed !== false)
  const last = planned.map(({ session }) => session.on).sort((a, b) => b.compareTo(a))[0]
  if (last === undefined || asked.month < monthName(today)) return { standing: 'neither', why: whyNot(asked, places) }
  return { standing: 'ahead', why: last.isBefore(today) ? whyNot(asked, planned) : `Planned for ${govukDate(last)}` }
}
