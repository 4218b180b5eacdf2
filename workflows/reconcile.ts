import { continueAsNew, workflowInfo } from '@temporalio/workflow'
import { clockLoop } from './clockLoop'
import { planning } from './planningActivities'
import type { ClockPlace, LatePlace } from './protocol'

/**
 * Compares what is with what should be, every minute of real time. A first run looks at every clock: it may have been deleted with them. So many
 * at a time that each step is short, and the next step, or run, goes on where this one was. Id `reconcile`, which every process is started with.
 */
export async function reconcile(
  ...[, from, lateFrom]: readonly [id?: string, from?: ClockPlace, lateFrom?: LatePlace]
): Promise<void> {
  let full = workflowInfo().continuedFromExecutionRunId === undefined
  let after = from
  let late = lateFrom
  const outcome = await clockLoop(async () => {
    const answer = await planning.reconcile({ full, after, late })
    full = false
    after = answer.after
    late = answer.late
    return answer
  })
  if (outcome === 'renew') await continueAsNew<typeof reconcile>('', after, late)
}
