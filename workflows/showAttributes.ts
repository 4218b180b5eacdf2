import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common'
import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow'
import type { CaseAttributes } from './protocol'

const TEAM = defineSearchAttributeKey('Team', 'KEYWORD')
const NEXT_DUE = defineSearchAttributeKey('NextDue', 'DATETIME')
const LATE = defineSearchAttributeKey('Late', 'INT')

/**
 * Sets what has changed, and only that: an unchanged plan costs no event. What is set is carried over by continue-as-new.
 * What is compared here decides a command, so it is part of every history: change it only behind patched().
 */
export function showAttributes({ team, nextDue, late }: CaseAttributes): void {
  const { typedSearchAttributes: shown } = workflowInfo()
  const due = nextDue === null ? null : new Date(nextDue)
  const changed: SearchAttributeUpdatePair[] = []
  if ((shown.get(TEAM) ?? null) !== team) changed.push({ key: TEAM, value: team })
  if (shown.get(NEXT_DUE)?.getTime() !== due?.getTime()) changed.push({ key: NEXT_DUE, value: due })
  if ((shown.get(LATE) ?? null) !== late) changed.push({ key: LATE, value: late })
  if (changed.length > 0) upsertSearchAttributes(changed)
}
