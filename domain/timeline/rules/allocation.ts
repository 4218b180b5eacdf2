import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { leftSince, ofKind, type ChildHistory } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import type { Referral } from '../../chronology/referrals'
import type { Rule } from '../../policy/policyPack'
import { buildObligation, type Draft, type Drafted } from '../buildObligation'

interface AllocationInput {
  readonly children: readonly { readonly history: ChildHistory; readonly referrals: readonly Referral[] }[]
  readonly all: readonly Effective[]
  readonly rule: Rule
  readonly calendar: WorkingCalendar
  readonly liveSince: LocalDate | null
}

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
 * It begins with the referral accepted, the case reopened or the last worker ended, and falls away when the case closes. A case reopened has its
 * last referral open again.
 */
export function allocation({ children, all, rule, calendar, liveSince }: AllocationInput): Drafted[] {
  const days = [...new Map(ofKind(all, ...RELEVANT).map((event) => [event.on.toString(), event.on])).values()]
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
      const by = met ?? events.at(-1)
      if (by !== undefined) {
        const end =
          met === undefined
            ? ({ outcome: 'cancelled', by: by.id, on: day } as const)
            : ({ outcome: 'met', by: by.id, on: day } as const)
        found.push(buildObligation({ rule, subject: 'case', trigger, end, liveSince }, calendar))
      }
      trigger = undefined
    }
  }
  if (trigger !== undefined)
    found.push(buildObligation({ rule, subject: 'case', trigger, end: { outcome: 'open' }, liveSince }, calendar))
  return found
}

/** What left each child without anybody that day; of several children the one recorded first, which a sibling's later record cannot change. */
function causeOf(unheld: AllocationInput['children'], day: LocalDate): Effective | undefined {
  const causes = unheld.flatMap(
    ({ history }) =>
      ofKind(history.events, 'referral-decided', 'case-reopened', 'worker-ended').findLast(({ on }) =>
        on.equals(day),
      ) ?? [],
  )
  return causes.sort((a, b) => a.place - b.place)[0]
}

function isOpen({ history, referrals }: AllocationInput['children'][number], day: LocalDate): boolean {
  const accepted = referrals.filter((referral) => referral.accepted !== null && !referral.accepted.on.isAfter(day))
  if (accepted.some(({ end }) => end === null || end.on.isAfter(day))) return true
  const turn = ofKind(history.events, 'case-closed', 'case-reopened').findLast(({ on }) => !on.isAfter(day))
  if (accepted.length === 0 || turn?.kind !== 'case-reopened') return false
  const left = leftSince(history, turn.on)
  return left === null || left.on.isAfter(day)
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
