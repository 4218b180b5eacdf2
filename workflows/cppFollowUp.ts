import { continueAsNew } from '@temporalio/workflow'
import { clockLoop } from './clockLoop'
import { planning } from './planningActivities'

/** Asks one follow-up of one child, and reminds, until it is answered or cannot be. Id `follow-up/<follow-up id>`. */
export async function cppFollowUp(followUpId: string): Promise<void> {
  if ((await clockLoop(() => planning.advanceFollowUp({ followUpId }))) === 'renew') {
    await continueAsNew<typeof cppFollowUp>(followUpId)
  }
}
