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
