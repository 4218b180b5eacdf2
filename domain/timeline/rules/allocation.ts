import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import { isOpenOn } from '../../chronology/referrals'
import { buildObligation, type Draft, type Drafted } from '../buildObligation'
import type { CaseRuleInput, ChildState } from '../ruleInput'

const RELEVANT = [
  'referral-received',
  'referral-decided',
  'case-closed',
  'case-reopened',
  'child-left',
  'worker-allocated',
  'worker-ended',
] as const

/**
 * Per case: from the end of a day on which any child with an open referral has nobody, 2 working days until each has somebody.
 * It begins with the referral accepted, the case reopened or the last worker ended, and falls away when the case closes and on the eighteenth
 * birthday. A case reopened has its last referral open again.
 */
export function allocation({ children, all, rules, calendar, liveSince }: CaseRuleInput): Drafted[] {
  const birthdays = children.flatMap(({ history }) => history.adultOn ?? [])
  const relevant = ofKind(all, ...RELEVANT)
  const days = unique([...relevant.map(({ on }) => on), ...birthdays])
  const byDay = new Map<string, (typeof relevant)[number][]>()
  for (const event of relevant) byDay.set(event.on.toString(), [...(byDay.get(event.on.toString()) ?? []), event])
  const holders = children.map(({ history }) => holdersOn(history, days))
  const common = { rules, subject: 'case', runsFrom: 'end-of-day', liveSince } as const
  const found: Drafted[] = []
  let trigger: Draft['trigger'] | undefined
  for (const day of days) {
    const events = byDay.get(day.toString()) ?? []
    const unheld = children.filter((child, index) => holders[index]?.get(day) === null && isOpen(child, day))
    if (unheld.length > 0 && trigger === undefined) {
      const cause = causeOf(unheld, day) ?? events.at(-1)
      if (cause !== undefined) trigger = { first: cause.first, kind: cause.kind, on: day }
    } else if (unheld.length === 0 && trigger !== undefined) {
      const met = events.filter((event) => event.kind === 'worker-allocated').at(-1)
      const end =
        met === undefined
          ? ({ outcome: 'cancelled', by: events.at(-1)?.id ?? 'birthday', on: day } as const)
          : ({ outcome: 'met', by: met.id, on: day } as const)
      found.push(...buildObligation({ ...common, trigger, end }, calendar))
      trigger = undefined
    }
  }
  if (trigger !== undefined) found.push(...buildObligation({ ...common, trigger, end: { outcome: 'open' } }, calendar))
  return found
}

/** Each day once, in order. */
const unique = (days: readonly LocalDate[]): readonly LocalDate[] =>
  [...new Map(days.map((day) => [day.toString(), day])).values()].sort((a, b) => a.compareTo(b))

/** What left each child without anybody that day; of several children the one recorded first, which a sibling's later record cannot change. */
function causeOf(unheld: CaseRuleInput['children'], day: LocalDate): Effective | undefined {
  const causes = unheld.flatMap(
    ({ history }) =>
      ofKind(history.events, 'referral-decided', 'case-reopened', 'worker-ended').findLast(({ on }) =>
        on.equals(day),
      ) ?? [],
  )
  return causes.sort((a, b) => a.place - b.place)[0]
}

/** Whether a child needs somebody at the end of a day: under 18, with a referral accepted and open. */
function isOpen({ history, referrals }: ChildState, day: LocalDate): boolean {
  const { adultOn } = history
  if (adultOn !== null && !day.isBefore(adultOn)) return false
  return referrals.some(
    (referral) => referral.accepted !== null && !referral.accepted.on.isAfter(day) && isOpenOn(referral, day),
  )
}

/** Who holds a child at the end of each of these days, which are in order: null where nobody does. */
function holdersOn({ events }: ChildHistory, days: readonly LocalDate[]): ReadonlyMap<LocalDate, string | null> {
  const changes = ofKind(events, 'worker-ended', 'worker-allocated')
  const held = new Map<LocalDate, string | null>()
  let person: string | null = null
  let next = 0
  for (const day of days) {
    for (let event = changes[next]; event !== undefined && !event.on.isAfter(day); event = changes[(next += 1)]) {
      if (event.kind === 'worker-allocated') person = event.data.person
      else if (event.data.person === person) person = null
    }
    held.set(day, person)
  }
  return held
}
