import { continueAsNew } from '@temporalio/workflow'
import { clockLoop } from './clockLoop'
import { planning } from './planningActivities'
import { showAttributes } from './showAttributes'

/** The clock of one case. Id `case/<case id>`. */
export async function caseTimeline(caseId: string): Promise<void> {
  const outcome = await clockLoop(async () => {
    const answer = await planning.planTimeline({ caseId })
    if (answer.attributes !== undefined) showAttributes(answer.attributes)
    return answer
  })
  if (outcome === 'renew') await continueAsNew<typeof caseTimeline>(caseId)
}
