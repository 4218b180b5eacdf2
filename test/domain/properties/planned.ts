import { always } from '../../../domain/policy/policySchedule'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { keyOf, type Obligation } from '../../../domain/timeline/obligation'
import { timeline, type Timeline } from '../../../domain/timeline/timeline'
import { choosing } from '../choosing'
import { calendar } from '../facts'

/** The built-in pack with the rule that only an option brings: what holds for every rule holds for that one. */
export const policy = always(choosing('individual-supervision'))

/** The timeline of facts under these rules. */
export const planned = (facts: CaseFacts): Timeline => timeline(facts, policy, calendar)

export const byKey = ({ obligations }: Timeline): ReadonlyMap<string, Obligation> =>
  new Map(obligations.map((one) => [keyOf(one), one]))

/** What stands on a page about a date, and whom it tells when: without how it ended, and without its number, which is only shown. */
export const datesOf = ({ dueOn, limitOn, reminders, late, explanation, triggerOn, lateUnit }: Obligation): string =>
  JSON.stringify({ dueOn, limitOn, reminders, late, explanation, triggerOn, lateUnit })
