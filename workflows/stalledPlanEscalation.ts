import { continueAsNew } from '@temporalio/workflow'
import { clockLoop } from './clockLoop'
import { planning } from './planningActivities'

/** Climbs until the fact has happened or a manager withdrew it. One per matter. Id `escalation/<escalation id>`. */
export async function stalledPlanEscalation(escalationId: string): Promise<void> {
  if ((await clockLoop(() => planning.climb({ escalationId }))) === 'renew') {
    await continueAsNew<typeof stalledPlanEscalation>(escalationId)
  }
}
