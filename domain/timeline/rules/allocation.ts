import type { LocalDate } from '@js-joda/core'
import { ofKind } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import { eachDayOnce, HOLDING, holdersOn } from '../../chronology/holders'
import { isOpenOn } from '../../chronology/referrals'
import { buildObligation, type Draft, type Drafted } from '../buildObligation'
import type { CaseRuleInput, ChildState } from '../ruleInput'

/**
 * Per case: from the end of a day on which any child with an open referral has nobody, 2 working days until each has somebody.
 * It begins with the referral accepted, the case reopened or the last worker ended, and falls away when the case closes and on the eighteenth
 * birthday. A case reopened has its last referral open again.
 */
export function allocation({ children, all, rules, calendar, liveSince }: CaseRuleInput): Drafted[] {
  const birthdays = children.flatMap(({ history }) => history.adultOn ?? [])
  const relevant = ofKind(all, ...HOLDING)
  const days = eachDayOnce([...relevant.map(({ on }) => on), ...birthdays])
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
