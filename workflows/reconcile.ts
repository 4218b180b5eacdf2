import { continueAsNew, workflowInfo } from '@temporalio/workflow'
import { clockLoop } from './clockLoop'
import { planning } from './planningActivities'
import type { ClockPlace } from './protocol'

/**
 * Compares what is with what should be, every minute of real time. A first run looks at every clock: it may have been deleted with them; so many
 * at a time that each step is short, and the next run goes on where this one was. Id `reconcile`, which every process is started with.
 */
export async function reconcile(...[, from]: readonly [id?: string, from?: ClockPlace]): Promise<void> {
  let full = workflowInfo().continuedFromExecutionRunId === undefined
  let after = from
  const outcome = await clockLoop(async () => {
    const answer = await planning.reconcile(after === undefined ? { full } : { full, after })
    full = false
    after = answer.after
    return answer
  })
  if (outcome === 'renew') await continueAsNew<typeof reconcile>('', after)
}
