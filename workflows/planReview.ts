import { continueAsNew } from '@temporalio/workflow'
import { clockLoop } from './clockLoop'
import { planning } from './planningActivities'

/** Keeps the appointments of one conference or core group, from not booked to its record circulated. Id `review/<conference id>`. */
export async function planReview(reviewId: string): Promise<void> {
  if ((await clockLoop(() => planning.advanceReview({ reviewId }))) === 'renew') {
    await continueAsNew<typeof planReview>(reviewId)
  }
}
