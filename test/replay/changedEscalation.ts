// The workflows as they are, but for an escalation that rests a second before it asks: a change that runs under way would not survive.
import { sleep } from '@temporalio/workflow'
import { stalledPlanEscalation as asItIs } from '../../workflows/stalledPlanEscalation'

export { caseTimeline, delivery, importCaseload, morningRound, reconcile } from '../../workflows'

export async function stalledPlanEscalation(escalationId: string): Promise<void> {
  await sleep('1s')
  await asItIs(escalationId)
}
