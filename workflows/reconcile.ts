import { continueAsNew, workflowInfo } from '@temporalio/workflow'
import { clockLoop } from './clockLoop'
import { planning } from './planningActivities'

/** Compares what is with what should be, every minute of real time. A first run looks at every clock: it may have been deleted with them. Id `reconcile`. */
export async function reconcile(): Promise<void> {
  let full = workflowInfo().continuedFromExecutionRunId === undefined
  const outcome = await clockLoop(async () => {
    const answer = await planning.reconcile({ full })
    full = false
    return answer
  })
  if (outcome === 'renew') await continueAsNew<typeof reconcile>()
}
