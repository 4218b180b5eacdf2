import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { ofKind } from '../chronology/childHistory'
import { standingClosings } from '../chronology/closings'
import type { EventOf } from '../chronology/chronologyEvent'
import type { Effective } from '../chronology/effectiveEvents'
import type { EventData } from '../chronology/eventKinds'
import { ruleVersions, type PolicySchedule } from '../policy/policySchedule'
import { plus } from '../timeline/dueDate'
import type { ChildState } from '../timeline/ruleInput'
import { intervalWords } from '../timeline/sentence'
import { alsoWithinOf, ruleOn, withinOf } from '../timeline/stalls/ruleNumbers'

/** What was decided when a case was closed or stepped down, not long before a child was referred again. */
export interface EarlierClosing {
  readonly id: string
  readonly what: 'closed' | 'stepped-down'
  readonly on: LocalDate
  /** Why it was closed; from what to what it was stepped down. */
  readonly because: string
  readonly decided: NonNullable<EventData['case-closed']['decided']>
  /** `12 calendar months`, or the shorter time where that holds too. */
  readonly within: string
}

type Left = Effective<EventOf<'case-closed'> | EventOf<'stepped-down'>>

/** Every closing and step-down of some children that stands, in order. */
export const leavings = (children: readonly Pick<ChildState, 'history'>[]): readonly Left[] => {
  const all = children.flatMap(({ history }): Left[] => [
    ...ofKind(history.events, 'stepped-down'),
    ...standingClosings(history).filter((event): event is Left => event.kind === 'case-closed'),
  ])
  return [...new Map(all.map((one) => [one.id, one])).values()].sort(
    (a, b) => a.on.compareTo(b.on) || a.place - b.place,
  )
}

/**
 * The last closing or step-down before a day on which a child came back, where it lies within the time in which coming back is looked at (handbook 3,
 * back-within-a-year). On the day itself it is none: a referral of that day came in while the case was open.
 */
export function earlierClosing(
  left: readonly Left[],
  backOn: LocalDate,
  { policy, calendar }: { readonly policy: PolicySchedule; readonly calendar: WorkingCalendar },
): EarlierClosing | undefined {
  const rule = ruleOn(ruleVersions(policy, 'back-within-a-year'), backOn)
  const last = left.findLast(({ on }) => on.isBefore(backOn))
  if (rule === undefined || last === undefined) return undefined
  const within = [alsoWithinOf(rule), withinOf(rule)].find(
    (interval) => !plus(interval, last.on, calendar).isBefore(backOn),
  )
  if (within === undefined) return undefined
  return { id: last.id, on: last.on, within: intervalWords(within), ...decisionOf(last) }
}

const decisionOf = (left: Left): Pick<EarlierClosing, 'what' | 'because' | 'decided'> =>
  left.kind === 'case-closed'
    ? { what: 'closed', because: left.data.reason, decided: left.data.decided ?? [] }
    : { what: 'stepped-down', because: `from ${left.data.from} to ${left.data.to}`, decided: [] }
