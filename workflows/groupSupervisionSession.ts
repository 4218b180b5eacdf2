import { continueAsNew } from '@temporalio/workflow'
import { clockLoop } from './clockLoop'
import { planning } from './planningActivities'

/** Chases one session from its invitation to its minutes. Id `session/<session id>`. */
export async function groupSupervisionSession(sessionId: string): Promise<void> {
  if ((await clockLoop(() => planning.advanceSession({ sessionId }))) === 'renew') {
    await continueAsNew<typeof groupSupervisionSession>(sessionId)
  }
}
