import { proxyLocalActivities } from '@temporalio/workflow'
import type { PlanningActivities } from './protocol'

/** Local: a wake costs 6 events instead of 11. Retried without end, a minute apart at most: every ask is safe to repeat. */
export const planning = proxyLocalActivities<PlanningActivities>({
  startToCloseTimeout: '10s',
  localRetryThreshold: '5s',
  retry: { initialInterval: '200ms', backoffCoefficient: 2, maximumInterval: '1m' },
})
