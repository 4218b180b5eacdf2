import { continueAsNew } from '@temporalio/workflow'
import { clockLoop } from './clockLoop'
import { planning } from './planningActivities'

/** The clock of one case. Id `case/<case id>`. */
export async function caseTimeline(caseId: string): Promise<void> {
  if ((await clockLoop(() => planning.planTimeline({ caseId }))) === 'renew')
    await continueAsNew<typeof caseTimeline>(caseId)
}
