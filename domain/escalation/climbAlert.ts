import type { LocalDate } from '@js-joda/core'
import { earliest } from '../calendar/earliest'
import { isWorkingDay } from '../calendar/workingDays'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { tellsAtOnce } from '../policy/alertRules'
import type { EscalationNumbers } from '../policy/policyPack'
import type { ruleBehind } from '../policy/policySchedule'
import { keyOf, type Obligation } from '../timeline/obligation'
import { climbStep, firstAbove, rungStep, topRung, type Climb, type LadderEntry, type Tell } from './ladder'
import { membersOf, type Matter } from './matters'
import type { Telling } from './telling'
import { isToldApart, toldLater } from './toldLater'

/** What an alert has said so far: its rungs, which of its members, and what was told at once beside them, each with its due date. */
export interface Said {
  readonly entries: readonly LadderEntry[]
  readonly told: ReadonlySet<string>
}

interface Under {
  readonly ruleOf: (one: Obligation) => ReturnType<typeof ruleBehind>
  readonly numbers: EscalationNumbers
  readonly calendar: WorkingCalendar
  readonly day: LocalDate
  /** What was late before it counts as told on the day it was late. */
  readonly from: LocalDate
}

/** An alert's day: what it says, what it has said by then, and the next day on which it has anything to say while its matter is the same. */
export interface ClimbedAlert extends Said {
  readonly tells: readonly Telling[]
  readonly nextOn: LocalDate | null
}

/** One alert on one day if nobody answers: a rung on working days only, what is told at once on any. */
export function climbAlert(before: Said, matter: Matter, under: Under): ClimbedAlert {
  const { calendar, day, from, numbers, ruleOf } = under
  const members = membersOf(matter)
  const { ladder, ...rule } = ruleOf(matter.leads[0])
  const climb = { ladder, calendar, numbers, today: day }
  const isPast = day.isBefore(from)
  const stood = isPast ? pastRungs(before.entries, firstAbove(matter.leads[0])?.on ?? day, climb) : before.entries
  const told = new Set(isPast ? [...before.told, ...members.map(keyOf)] : before.told)
  const newcomers = members.filter((one) => !told.has(keyOf(one)))
  const speaks = isWorkingDay(day, calendar) || tellsAtOnce(rule)
  const rungs = speaks ? rungsDue(stood, climb) : []
  const entries = [...stood, ...rungs.map(toldOn(day))]
  const tells: Telling[] = rungs.flatMap((tell) => rungTold(members, tell))
  if (rungs.length > 0) for (const one of members) told.add(keyOf(one))
  const spoken = ladder.slice(0, topRung(stood))
  for (const one of newcomers) {
    const immediate = tellsAtOnce(ruleOf(one))
    if (!isToldApart({ immediate, speaks, hasSpoken: spoken.length > 0 })) continue
    told.add(keyOf(one))
    tells.push(...toldLater(one, matter, { ladder: spoken, immediate }))
  }
  for (const { name, obligation, step, on, to } of matter.leads.flatMap(besideOf)) {
    if (on.isAfter(day) || told.has(name)) continue
    told.add(name)
    tells.push(...to.map((role): Telling => ({ obligation, role, step, lane: 'at-once' })))
  }
  return { entries, told, tells, nextOn: nextOn({ entries, told }, matter, climb) }
}

/** The rungs that are due on a day: several where an alert begins where an earlier one stood. */
function rungsDue(entries: readonly LadderEntry[], climb: Omit<Climb, 'entries'>): readonly Tell[] {
  const due: Tell[] = []
  for (;;) {
    const { tell } = climbStep({ ...climb, entries: [...entries, ...due.map(toldOn(climb.today))] })
    if (tell === null) return due
    due.push(tell)
  }
}

const toldOn =
  (on: LocalDate) =>
  ({ rung }: Tell): LadderEntry => ({ entry: 'told', rung, on })

/** The rungs that were due by a day, each told on the day it was due. */
function pastRungs(
  before: readonly LadderEntry[],
  firstOn: LocalDate,
  climb: Omit<Climb, 'entries'>,
): readonly LadderEntry[] {
  let entries = before
  for (let on = firstOn; !on.isAfter(climb.today);) {
    const { tell } = climbStep({ ...climb, today: on, entries })
    if (tell !== null) entries = [...entries, toldOn(on)(tell)]
    const { nextOn } = climbStep({ ...climb, today: on, entries })
    if (nextOn === null) return entries
    on = nextOn
  }
  return entries
}

const rungTold = (members: readonly Obligation[], { rung, roles }: Tell): readonly Telling[] =>
  members.flatMap((obligation) => {
    const step = rungStep(rung, firstAbove(obligation)?.step ?? 'late')
    return roles.map((role): Telling => ({ obligation, role, step, lane: 'at-once' }))
  })

/** What is told at once on its own day whatever rung the alert stands on: a child not seen for 28 days. Named for its due date: a moved one is told again. */
const besideOf = (obligation: Obligation) =>
  obligation.late.flatMap(({ step, on, at, to }) =>
    at === 'at-once'
      ? [{ name: `${keyOf(obligation)} ${step} ${obligation.dueOn.toString()}`, obligation, step, on, to }]
      : [],
  )

/** While its matter is the same: a rung or a member that waits for a working day is asked again the next day. */
function nextOn({ entries, told }: Said, matter: Matter, climb: Omit<Climb, 'entries'>): LocalDate | null {
  const { tell, nextOn: nextRungOn } = climbStep({ ...climb, entries })
  const waits = tell !== null || membersOf(matter).some((one) => !told.has(keyOf(one)))
  const beside = matter.leads.flatMap(besideOf).flatMap(({ name, on }) => (told.has(name) ? [] : [on]))
  return earliest([waits ? climb.today.plusDays(1) : null, nextRungOn, ...beside])
}
