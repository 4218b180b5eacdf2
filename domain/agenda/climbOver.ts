import type { LocalDate } from '@js-joda/core'
import { isWorkingDay } from '../calendar/workingDays'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { alertsAnew, type EndedAlert, type StandingAlert } from '../escalation/alertsAnew'
import { climbStep, firstAbove, rolesOn, rungOfStep, rungStep, topRung, type LadderEntry } from '../escalation/ladder'
import { mattersOf, membersOf, type Matter } from '../escalation/matters'
import { escalationNumbers, goesWithUnder, tellsAtOnce } from '../policy/alertRules'
import type { Rung } from '../policy/policyPack'
import { ruleBehind, type PolicySchedule } from '../policy/policySchedule'
import { keyOf, type Obligation } from '../timeline/obligation'
import type { Lane } from './agendaLine'

/** An alert that is open: the rungs told so far, which of its members, and what was told at once beside them, each with its due date. */
interface Climbing extends StandingAlert {
  readonly entries: readonly LadderEntry[]
  readonly told: ReadonlySet<string>
  readonly about: readonly Obligation[]
}

/** The alerts of a case on one day. */
export interface Alerts {
  readonly open: readonly Climbing[]
  readonly ended: readonly EndedAlert[]
  /** How many there have been: names the next. */
  readonly count: number
}

export const NO_ALERTS: Alerts = { open: [], ended: [], count: 0 }

interface Climb {
  readonly late: readonly Obligation[]
  readonly alerts: Alerts
  readonly policy: PolicySchedule
  readonly calendar: WorkingCalendar
  readonly day: LocalDate
  /** What was late before it counts as told on the day it was late. */
  readonly from: LocalDate
}

export interface Telling {
  readonly obligation: Obligation
  readonly role: string
  readonly step: string
  readonly lane: Lane
  /** The rung of the alert it is told on. */
  readonly rung?: number
}

/** A telling and the alert that makes it: what leads it, and by which step of that. */
export interface AlertTelling extends Telling {
  readonly alert: { readonly id: string; readonly lead: Obligation; readonly step: string }
}

/** Every open alert on one day if nobody answers: a rung on working days only, what is told at once on any. One whose matter is no longer late is over. */
export function climbOver({ late, alerts, policy, calendar, day, from }: Climb): {
  readonly alerts: Alerts
  readonly tells: readonly AlertTelling[]
} {
  if (late.length === 0 && alerts.open.length === 0) return { alerts, tells: [] }
  const numbers = escalationNumbers(policy)
  const { goesOn, opens, over } = alertsAnew({
    matters: mattersOf(late, goesWithUnder(policy)),
    standing: alerts.open,
    ended: alerts.ended,
    ...{ today: day, calendar, numbers },
  })
  const gone = new Set([...over, ...goesOn.flatMap((one) => one.from)])
  const standing = new Map(alerts.open.map((alert) => [alert.id, alert]))
  const begun = opens.map(({ matter, rung }, index) => ({
    matter,
    before: { ...NEW, id: String(alerts.count + index), entries: carried(rung, day) },
  }))
  const tells: AlertTelling[] = []
  const open = [
    ...goesOn.flatMap(({ id, matter }) =>
      [standing.get(id)].flatMap((before) => before ?? []).map((before) => ({ before, matter })),
    ),
    ...begun,
  ].map(({ before, matter }): Climbing => {
    const climbed = climbOne(before, matter, {
      ladderOf: (one) => ruleBehind(policy, one),
      calendar,
      day,
      from,
      numbers,
    })
    const [lead] = matter.leads
    tells.push(
      ...climbed.tells.map((telling) => ({
        ...telling,
        alert: { id: before.id, lead, step: stepOfLead(lead, telling) },
      })),
    )
    return climbed.alert
  })
  const kept = new Map(open.map(({ id, members }) => [id, members]))
  const ended = alerts.open.flatMap(({ id, about, rung }): EndedAlert[] => {
    const left = gone.has(id) ? about : about.filter((one) => kept.get(id)?.has(keyOf(one)) !== true)
    return left.length === 0 ? [] : [{ about: left, rung, endedOn: day }]
  })
  return {
    alerts: { open, ended: [...alerts.ended, ...ended], count: alerts.count + begun.length },
    tells,
  }
}

const NEW = {
  leads: new Set<string>(),
  members: new Set<string>(),
  told: new Set<string>(),
  rung: 0,
  about: [],
}

/** An alert that begins where an earlier one stood says so first. */
export const carried = (rung: number, on: LocalDate): readonly LadderEntry[] =>
  rung < 2 ? [] : [{ entry: 'carried', rung, on }]

/** What an alert as a whole says by one of its tellings. */
export function stepOfLead(lead: Obligation, { obligation, step }: Pick<Telling, 'obligation' | 'step'>): string {
  const rung = rungOfStep(step)
  return rung === undefined || obligation.rule === lead.rule ? step : rungStep(rung, firstAbove(lead)?.step ?? 'late')
}

interface Under extends Pick<Climb, 'calendar' | 'day' | 'from'> {
  readonly ladderOf: (matter: Obligation) => ReturnType<typeof ruleBehind>
  readonly numbers: ReturnType<typeof escalationNumbers>
}

function climbOne(
  before: Climbing,
  matter: Matter,
  { ladderOf, calendar, day, from, numbers }: Under,
): { readonly alert: Climbing; readonly tells: readonly Telling[] } {
  const members = membersOf(matter)
  const [lead] = matter.leads
  const { ladder, ...rule } = ladderOf(lead)
  const climb = { ladder, calendar, numbers }
  const isPast = day.isBefore(from)
  const first = firstAbove(lead)
  let entries = isPast ? pastRungs(before.entries, first?.on ?? day, { ...climb, today: day }) : before.entries
  const told = new Set(isPast ? [...before.told, ...members.map(keyOf)] : before.told)
  const newcomers = members.filter((one) => !told.has(keyOf(one)))
  const spoken = ladder.slice(0, topRung(entries))
  const tells: Telling[] = []
  const speaks = isWorkingDay(day, calendar) || tellsAtOnce(rule)
  for (;;) {
    const { tell } = climbStep({ ...climb, entries, today: day })
    if (tell === null || !speaks) break
    entries = [...entries, { entry: 'told', rung: tell.rung, on: day }]
    for (const obligation of members) {
      told.add(keyOf(obligation))
      const step = rungStep(tell.rung, firstAbove(obligation)?.step ?? 'late')
      tells.push(...tell.roles.map((role): Telling => ({ obligation, role, step, lane: 'at-once' })))
    }
  }
  for (const obligation of newcomers) {
    const immediate = tellsAtOnce(ladderOf(obligation))
    if (!isToldApart({ immediate, speaks, hasSpoken: spoken.length > 0 })) continue
    told.add(keyOf(obligation))
    tells.push(...toldLater(obligation, matter, { ladder: spoken, immediate }))
  }
  for (const obligation of matter.leads)
    for (const { step, on, at, to } of obligation.late) {
      const name = `${keyOf(obligation)} ${step} ${obligation.dueOn.toString()}`
      if (at !== 'at-once' || on.isAfter(day) || told.has(name)) continue
      told.add(name)
      tells.push(...to.map((role): Telling => ({ obligation, role, step, lane: 'at-once' })))
    }
  const keys = (of: readonly Obligation[]): ReadonlySet<string> => new Set(of.map(keyOf))
  const alert = {
    id: before.id,
    entries,
    told,
    rung: topRung(entries),
    leads: keys(matter.leads),
    members: keys(members),
    about: members,
  }
  return { alert, tells }
}

interface When {
  /** Its rule waits for no working hour. */
  readonly immediate: boolean
  /** The alert may speak now. */
  readonly speaks: boolean
  readonly hasSpoken: boolean
}

/** Whether what comes to an alert is told by itself now: the rungs have spoken without it; or it cannot wait until the first does. */
export const isToldApart = ({ immediate, speaks, hasSpoken }: When): boolean =>
  hasSpoken ? speaks || immediate : immediate && !speaks

interface Later {
  /** The rungs that have spoken. */
  readonly ladder: readonly Rung[]
  readonly immediate: boolean
}

/**
 * What is told of a member that came to an alert after its rungs had spoken: what is late itself to everybody on them; drift that goes with it in the next
 * digest to the first it concerns, at once where its rule says so. The next rung reads both.
 */
export function toldLater(obligation: Obligation, { leads }: Matter, { ladder, immediate }: Later): readonly Telling[] {
  const first = firstAbove(obligation)
  if (leads.includes(obligation))
    return ladder.flatMap((rung, index) =>
      rolesOn(rung).map((role): Telling => ({
        obligation,
        role,
        step: rungStep(index + 1, first?.step ?? 'late'),
        lane: 'at-once',
        rung: index + 1,
      })),
    )
  const lane = immediate ? 'at-once' : 'digest'
  return (first?.to ?? [])
    .filter((role) => role !== 'social-worker')
    .map((role): Telling => ({ obligation, role, step: first?.step ?? 'late', lane }))
}

/** The rungs that were due by a day, each told on the day it was due. */
function pastRungs(
  before: readonly LadderEntry[],
  firstOn: LocalDate,
  climb: Omit<Parameters<typeof climbStep>[0], 'entries'>,
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
