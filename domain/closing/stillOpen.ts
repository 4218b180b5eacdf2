import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { CaseFacts } from '../chronology/caseFacts'
import type { Proposed } from '../chronology/misfits/proposed'
import type { PolicySchedule } from '../policy/policySchedule'
import { titled, type TitledObligation } from '../supervision/summary/titled'
import { keyOf, type Obligation } from '../timeline/obligation'
import { timeline } from '../timeline/timeline'

/** What is open on a case, as the case itself lists it, and what becomes of it with a fact that is about to be recorded. */
export interface StillOpen {
  /** Falls away: each has to be decided. */
  readonly fallsAway: readonly TitledObligation[]
  /** Goes on all the same: the follow-ups of plans that have run. */
  readonly goesOn: readonly TitledObligation[]
  /** Begins with it. */
  readonly begins: readonly TitledObligation[]
}

interface By {
  readonly policy: PolicySchedule
  readonly calendar: WorkingCalendar
  readonly today: LocalDate
}

/** What is open before some facts and after them. The list is the one of `caseclock case`: met, fallen away and not known from the import are left out. */
export function stillOpen(facts: CaseFacts, added: readonly Proposed[], by: By): StillOpen {
  const events = added.map((event, index) => ({ ...event, id: `new ${String(index)}` }))
  const before = openOf(facts, by)
  const after = openOf({ ...facts, events: [...facts.events, ...events] }, by)
  const [known, left] = [before, after].map((list) => new Set(list.map(keyOf)))
  return {
    fallsAway: before.filter((one) => left?.has(keyOf(one)) === false),
    goesOn: before.filter((one) => left?.has(keyOf(one)) === true),
    begins: after.filter((one) => known?.has(keyOf(one)) === false),
  }
}

/** What is open on a day, in the order in which it is due. */
export const openOf = (facts: CaseFacts, { policy, calendar, today }: By): readonly TitledObligation[] =>
  titled(timeline(facts, policy, calendar).obligations, policy).filter((one) => isOpen(one, today))

/** Neither met nor fallen away by that day, nor due before anybody here knew. */
export const isOpen = ({ end, notKnownFromImport }: Obligation, today: LocalDate): boolean =>
  !notKnownFromImport && (end.outcome === 'open' || (end.outcome === 'cancelled' && end.on.isAfter(today)))

/** Whether it looks back on what has ended: the follow-ups of a plan, and those of a closing. */
export const isFollowUp = ({ rule }: Pick<Obligation, 'rule'>): boolean => FOLLOW_UPS.has(rule)

const FOLLOW_UPS: ReadonlySet<string> = new Set(['cpp-follow-up-3m', 'cpp-follow-up-6m', 'closure-follow-up'])
