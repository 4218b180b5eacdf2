import { continueAsNew } from '@temporalio/workflow'
import { clockLoop } from './clockLoop'
import { planning } from './planningActivities'
import type { RoundPlace } from './protocol'

/**
 * 07:30 London on working days: one digest per person, one delivery per message. A big round goes in pieces, and the next run goes on where
 * this one was. Id `round`, which every process is started with.
 */
export async function morningRound(...[, from]: readonly [id?: string, from?: RoundPlace]): Promise<void> {
  let after = from
  const outcome = await clockLoop(async () => {
    const answer = await planning.holdMorningRound(after === undefined ? {} : { after })
    after = answer.after
    return answer
  })
  if (outcome === 'renew') await continueAsNew<typeof morningRound>('', after)
}
