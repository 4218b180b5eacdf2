import type { LocalDate } from '@js-joda/core'
import { ruleBehind } from '../../domain/policy/policySchedule'
import { keyOf, type Obligation } from '../../domain/timeline/obligation'
import { sentence } from '../../domain/timeline/sentence'
import { newId } from '../newId'
import type { CaseRow } from './lockCase'
import { movedBecause } from './movedBecause'
import { dueRevision, reopenedRevision } from './dueRevision'
import type { Rules } from './rules'
import type { ObligationRow } from './saveObligations'
import type { ToldRow } from './toldNotices'

interface Around {
  /** The case as it was locked: which facts and rules its last plan was made from. */
  readonly row: CaseRow
  /** The notices that have left, by key. */
  readonly left: ReadonlyMap<string, readonly ToldRow[]>
  /** The obligations as the last plan left them, by key. */
  readonly before: ReadonlyMap<string, ObligationRow>
  readonly rules: Rules
  readonly today: LocalDate
  readonly now: number
}

/** An obligation as a row. One that is there keeps its id. */
export function obligationRow(
  obligation: Obligation,
  { row: planned, left: allLeft, before, rules, today, now }: Around,
): ObligationRow {
  const key = keyOf(obligation)
  const dueOn = obligation.dueOn.toString()
  const end = ended(obligation, today)
  const left = allLeft.get(key) ?? []
  const reopened = reopenedRevision(left, before.get(key), end.state)
  return {
    id: before.get(key)?.id ?? newId(now),
    case_id: planned.id,
    rule: obligation.rule,
    kind: obligation.kind,
    subject: obligation.subject,
    trigger: obligation.trigger,
    part: obligation.part,
    title: ruleBehind(rules.policy, obligation).title,
    trigger_on: obligation.triggerOn.toString(),
    due_on: dueOn,
    limit_on: obligation.limitOn.toString(),
    booked_for: obligation.bookedFor?.toString() ?? null,
    due_revision: dueRevision(left, dueOn, reopened ?? 1),
    reopened_revision: reopened,
    ...end,
    late_on: obligation.late[0]?.on.toString() ?? null,
    late_unit: obligation.lateUnit,
    policy: obligation.policy,
    explanation: obligation.explanation.map(sentence),
    moved_because: movedBecause(obligation, { row: planned, before: before.get(key), rules }),
  }
}

function ended(obligation: Obligation, today: LocalDate): Pick<ObligationRow, 'state' | 'ended_by' | 'ended_on'> {
  const { end } = obligation
  if (end.outcome === 'met') {
    return {
      state: end.on.isAfter(obligation.limitOn) ? 'met-late' : 'met',
      ended_by: end.by,
      ended_on: end.on.toString(),
    }
  }
  if (end.outcome === 'cancelled' && !end.on.isAfter(today))
    return { state: 'cancelled', ended_by: end.by, ended_on: end.on.toString() }
  if (obligation.notKnownFromImport) return { state: 'not-known', ended_by: null, ended_on: null }
  return { state: 'open', ended_by: null, ended_on: null }
}
