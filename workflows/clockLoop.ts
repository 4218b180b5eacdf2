import { condition, defineSignal, setHandler, workflowInfo } from '@temporalio/workflow'
import { NUDGE, type Answer } from './protocol'
import { startProcess } from './startProcess'

export const nudge = defineSignal(NUDGE)

/** Events after which a run hands over to the next: a replay stays short. Part of every history: change it only behind patched(). */
const RENEW_AFTER = 60

/**
 * Ask, start what nobody has taken up, wait for the next moment or a nudge, ask again.
 * A nudge is counted, not flagged: one that arrives while asking is answered by the next ask. One that arrives while `closed` or
 * `renew` is on its way makes the server refuse the task and hand it out again.
 */
export async function clockLoop(ask: () => Promise<Answer>): Promise<'closed' | 'renew'> {
  let nudges = 0
  setHandler(nudge, () => {
    nudges += 1
  })
  for (;;) {
    const asked = nudges
    const { closed, sleepMs, toStart } = await ask()
    for (const process of toStart) await startProcess(process)
    if (closed && nudges === asked) return 'closed'
    await condition(() => nudges !== asked, sleepMs)
    if (workflowInfo().historyLength >= RENEW_AFTER) return 'renew'
  }
}
