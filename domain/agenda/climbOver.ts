import type { LocalDate } from '@js-joda/core'
import { isWorkingDay } from '../calendar/workingDays'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { climbStep, rungStep, type LadderEntry } from '../escalation/ladder'
import type { Rung } from '../policy/policyPack'
import { keyOf, type Obligation } from '../timeline/obligation'

/** An escalation that is open: the rungs told so far, and what was told at once beside them, each with its due date. */
export interface Climbing {
  readonly entries: readonly LadderEntry[]
  readonly atOnce: ReadonlySet<string>
}

interface Climb {
  readonly late: readonly Obligation[]
  readonly climbing: ReadonlyMap<string, Climbing>
  readonly ladderOf: (matter: Obligation) => readonly Rung[]
  readonly calendar: WorkingCalendar
  readonly day: LocalDate
  /** What was due before it counts as told on the day it was due. */
  readonly from: LocalDate
}

interface Tell {
  readonly obligation: Obligation
  readonly role: string
  readonly step: string
}

/** Every open escalation on one day: a rung on working days only, what is told at once on any. One that is no longer late is forgotten. */
export function climbOver({ late, climbing, ladderOf, calendar, day, from }: Climb): {
  readonly climbing: ReadonlyMap<string, Climbing>
  readonly tells: readonly Tell[]
} {
  const tells: Tell[] = []
  const next = late.map((obligation): [string, Climbing] => {
    const key = keyOf(obligation)
    const { entries: before, atOnce: said } = climbing.get(key) ?? { entries: [], atOnce: new Set() }
    const ladder = ladderOf(obligation)
    const first = obligation.late.find(({ to }) => to.some((role) => role !== 'social-worker'))
    let entries = day.isBefore(from) ? pastRungs(before, first?.on ?? day, { ladder, calendar, today: day }) : before
    const { tell } = climbStep({ ladder, entries, today: day, calendar })
    if (tell !== null && isWorkingDay(day, calendar)) {
      entries = [...entries, { entry: 'told', rung: tell.rung, on: day }]
      const step = rungStep(tell.rung, first?.step ?? 'late')
      tells.push(...tell.roles.map((role) => ({ obligation, role, step })))
    }
    const immediate = obligation.late.filter(({ at, on }) => at === 'at-once' && !on.isAfter(day))
    const atOnce = new Map(immediate.map((step) => [`${step.step} ${obligation.dueOn.toString()}`, step]))
    for (const [name, { step, to }] of atOnce)
      if (!said.has(name)) tells.push(...to.map((role) => ({ obligation, role, step })))
    return [key, { entries, atOnce: new Set([...said, ...atOnce.keys()]) }]
  })
  return { climbing: new Map(next), tells }
}

/** The rungs that were due by a day, each told on the day it was due. */
function pastRungs(
  before: readonly LadderEntry[],
  firstOn: LocalDate,
  climb: Pick<Parameters<typeof climbStep>[0], 'ladder' | 'calendar' | 'today'>,
): readonly LadderEntry[] {
  let entries = before
  for (let on = firstOn; !on.isAfter(climb.today);) {
    const { tell } = climbStep({ ...climb, today: on, entries })
    if (tell !== null) entries = [...entries, { entry: 'told', rung: tell.rung, on }]
    const { nextOn } = climbStep({ ...climb, today: on, entries })
    if (nextOn === null) return entries
    on = nextOn
  }
  return entries
}
