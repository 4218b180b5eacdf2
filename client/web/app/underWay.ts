import { setImmediate as turn } from 'node:timers/promises'
import { realNow } from '../../../activities/realNow'

/** A request that is under way. */
export interface OneUnderWay {
  /** It is answered, or its caller has hung up. Said twice it is the same. */
  readonly ended: () => void
  /**
   * Between two pieces of work: goes on when no other request is under way but such as wait here too, and once it has waited for `mostMs` in all without waiting any more. Those that
   * wait go on one after the other. Throws `CallerGone` where nobody waits for its answer any more.
   */
  readonly othersFirst: () => Promise<void>
}

/** Whoever asked has hung up: what is left of the work is for nobody. */
export class CallerGone extends Error {
  /** As web servers call it: the caller closed the request. */
  readonly statusCode = 499
  override readonly name = 'CallerGone'
}

/** Counts the requests under way in this process, so that one with much to work out lets the others go first; the answer is for one that begins. `mostMs`: milliseconds. */
export function underWay(mostMs: number): () => OneUnderWay {
  let busy = 0
  const waiting = new Set<() => void>()
  const letNext = (): void => {
    const [next] = waiting
    if (busy === 0) next?.()
  }
  return () => {
    let state: 'working' | 'waiting' | 'over' = 'working'
    let left = mostMs
    let wake = (): void => undefined
    busy += 1
    const rest = (next: 'waiting' | 'over'): void => {
      if (state === 'working') busy -= 1
      state = next
      letNext()
    }
    const goOn = (): void => {
      if (state !== 'waiting') return
      state = 'working'
      busy += 1
    }
    return {
      ended: () => {
        rest('over')
        wake()
      },
      othersFirst: async () => {
        const isOver = (): boolean => state === 'over'
        if (isOver()) throw new CallerGone()
        rest('waiting')
        await turn() // Whoever has asked meanwhile is counted now.
        const since = realNow()
        if (!isOver())
          await new Promise<void>((resolve) => {
            wake = () => {
              clearTimeout(late)
              waiting.delete(wake)
              goOn()
              resolve()
            }
            const late = setTimeout(wake, left)
            waiting.add(wake)
            letNext()
          })
        left = Math.max(0, left - (realNow() - since))
        if (isOver()) throw new CallerGone()
      },
    }
  }
}
