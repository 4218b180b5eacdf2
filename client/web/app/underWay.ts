import { setImmediate as turn } from 'node:timers/promises'

/** How many requests are under way in this process, so that one with much to work out lets the others go first. */
export interface UnderWay {
  readonly begun: () => void
  readonly ended: () => void
  /** Between two pieces of work of a request that has begun: goes on when no other request is under way but such as wait here too, and at the latest after `mostMs`. Those that wait go on one after the other. */
  readonly othersFirst: () => Promise<void>
}

/** `mostMs`: milliseconds. */
export function underWay(mostMs: number): UnderWay {
  let busy = 0
  const waiting = new Set<() => void>()
  const letNext = (): void => {
    const [next] = waiting
    if (busy === 0) next?.()
  }
  const ended = (): void => {
    busy -= 1
    letNext()
  }
  return {
    begun: () => {
      busy += 1
    },
    ended,
    othersFirst: async () => {
      ended()
      await turn() // Whoever has asked meanwhile is counted now.
      await new Promise<void>((resolve) => {
        const goOn = (): void => {
          clearTimeout(late)
          waiting.delete(goOn)
          busy += 1
          resolve()
        }
        const late = setTimeout(goOn, mostMs)
        waiting.add(goOn)
        letNext()
      })
    },
  }
}
