import type { Answer } from '../../workflows/protocol'
import type { Processes } from '../deps'

/**
 * Starts what an answer wants started, after its transaction: a process that starts another itself is handed two tasks more for it. What cannot all be
 * reached from here stays in the answer, for the process to start and await; to start twice is to start once.
 */
export async function startedHere<A extends Answer>(processes: Processes, answer: A): Promise<A> {
  if (answer.toStart.length === 0) return answer
  const reached = await processes.ensure(answer.toStart, 'an-ask')
  return reached === answer.toStart.length ? { ...answer, toStart: [] } : answer
}
