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
  const days = unique([...ofKind(all, ...RELEVANT).map(({ on }) => on), ...birthdays])
  const common = { rules, subject: 'case', runsFrom: 'end-of-day', liveSince } as const
  const found: Drafted[] = []
  let trigger: Draft['trigger'] | undefined
  for (const day of days) {
    const events = ofKind(all, ...RELEVANT).filter((event) => event.on.equals(day))
    const unheld = children.filter((child) => isOpen(child, day) && holder(child.history, day) === null)
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

function holder({ events }: ChildHistory, day: LocalDate): string | null {
  let person: string | null = null
  for (const event of ofKind(events, 'worker-ended', 'worker-allocated')) {
    if (event.on.isAfter(day)) break
    if (event.kind === 'worker-allocated') person = event.data.person
    else if (event.data.person === person) person = null
  }
  return person
}
