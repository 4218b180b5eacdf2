import type { WorkingCalendar } from '../calendar/workingCalendar'
import { arrange } from './arrange'
import { byText } from './byText'
import type { Draft } from './draft'
import { earlierPlan } from './earlierPlan'
import { gapsOf } from './gaps'
import { groundOf } from './ground'
import { changedOf } from './moves'
import { notListed } from './notListed'
import type { Session } from './session'
import { supervisionNumbers } from './supervisionNumbers'
import { teamsTogether } from './teamsTogether'
import type { YearInput } from './yearInput'
import type { YearPlan } from './yearPlan'

/**
 * Who is discussed in which session of the coming months, for teams whose input has no misfits (`yearMisfits`). Civil dates, London; no clock; throws for
 * nothing a person can cause. The same input gives the same plan, in whatever order its lists come. What counts more than what: decision 24.
 *
 * In every month:
 * (a) as many cases have a slot as any plan could place, each in one session of its team, on a day on which it is open, within the capacity; every other case
 *     that is open on any day of the month is a gap, with the least that would mend it.
 * (b) With an earlier plan, of all those the fewest are moved: none where nothing has changed, and for each slot that has to be found (a case that came, lost
 *     its session, or takes a slot that became free) one other case at most for each other session of the month. Then, of those that could be left out, one
 *     that was left out the month before is not.
 * And, of the cases that have a slot, no other arrangement of that one month, beside all the other months as they are, has
 * (c) fewer discussions less than 14 or more than 45 days from the one before or after; then, in a plan made again, an earlier session for a case that joins,
 * (d) more even loads: so loads differ by one at most where opening days, capacities, moves and (c) allow,
 * (e) more cases at the place they were asked to keep.
 * In a new plan with room for everybody (c) holds over all months: no case could have fewer such discussions in any choice of sessions.
 * A case is also put at the place it has had most often, where nothing above says otherwise.
 *
 * What was held before `from` is not planned again. It counts for (c), and a case discussed in the month of `from` needs no other discussion in it.
 * Source: supervision-numbers.json.
 */
export function planYear(input: YearInput, calendar: WorkingCalendar): YearPlan {
  const { from, teams } = input
  const earlier = earlierPlan(input, calendar)
  const groups = teamsTogether(teams).map((together) => {
    const draft = arrange(groundOf(together, input, earlier, calendar))
    return { draft, gaps: gapsOf(draft, { teams, from, calendar }), ...changedOf(draft) }
  })
  const lately = earlier.held.filter(
    ({ on }) => from.toEpochDay() - on.toEpochDay() <= supervisionNumbers.mostDaysApart,
  )
  const planned = groups.flatMap(({ draft }) => sessionsOf(draft)).sort(byTime)
  const left = [...groups.flatMap((group) => group.left), ...notListed(input)]
  return {
    sessions: [...lately, ...planned],
    gaps: groups
      .flatMap(({ gaps }) => gaps)
      .sort((a, b) => byText(a.month, b.month) || byText(a.team, b.team) || byText(a.case, b.case)),
    moved: groups.flatMap(({ moved }) => moved).sort(byMonthAndCase),
    left: left.sort(byMonthAndCase),
  }
}

function sessionsOf(draft: Draft): readonly Session[] {
  const { months, cases } = draft.ground
  return months.flatMap(({ sessions }, month) => {
    const refs: string[][] = sessions.map(() => [])
    for (const [one, { ref }] of cases.entries()) refs[draft.at(month, one)]?.push(ref)
    return sessions.map(({ id, team, on, at, capacity }, index) => ({
      id,
      team,
      on,
      at,
      capacity,
      cases: refs[index] ?? [],
    }))
  })
}

const byTime = (a: Session, b: Session): number => a.on.compareTo(b.on) || byText(a.at, b.at) || byText(a.team, b.team)

interface Named {
  readonly month: string
  readonly case: string
  readonly from: string
}

const byMonthAndCase = (a: Named, b: Named): number =>
  byText(a.month, b.month) || byText(a.case, b.case) || byText(a.from, b.from)
