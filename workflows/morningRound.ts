import { continueAsNew } from '@temporalio/workflow'
import { clockLoop } from './clockLoop'
import { planning } from './planningActivities'

/** 07:30 London on working days: one digest per person, one delivery per message. Id `round`. */
export async function morningRound(): Promise<void> {
  if ((await clockLoop(() => planning.holdMorningRound())) === 'renew') await continueAsNew<typeof morningRound>()
}
