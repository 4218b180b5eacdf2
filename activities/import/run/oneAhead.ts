/** Work that goes on while the next is made ready: one at a time, in order. What fails is thrown where the next begins, or by `done`. */
export interface OneAhead {
  next(work: () => Promise<void>): Promise<void>
  done(): Promise<void>
  /** Waits for what is under way, however it ends: nothing goes on behind the caller's back. */
  settled(): Promise<void>
}

export function oneAhead(): OneAhead {
  let underWay = Promise.resolve()
  return {
    next: async (work) => {
      await underWay
      underWay = work()
      underWay.catch(() => undefined) // thrown by the next, or by `done`
    },
    done: () => underWay,
    settled: async () => {
      await Promise.allSettled([underWay])
    },
  }
}
