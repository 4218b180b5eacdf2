/** What this file needs of a Temporal worker. */
export interface Runnable {
  /** Rejects when the worker fails, also while it drains. */
  run(): Promise<void>
  getState(): string
  shutdown(): void
}

/** Runs workers that stand and fall together: when one fails the others hand their work back. */
export function runTogether(workers: readonly Runnable[]): { readonly finished: Promise<void>; stop(): Promise<void> } {
  const drain = (): void => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown()
  }
  const runs = workers.map((worker) => worker.run())
  const ended = Promise.allSettled(runs)
  const finished = Promise.all(runs).then(
    () => undefined,
    (error: unknown) => {
      drain()
      throw error
    },
  )
  // Nothing is lost: `stop` tells it again. Nobody listening yet would otherwise end the process in the middle of its work.
  finished.catch(() => undefined)
  return {
    finished,
    stop: async () => {
      drain()
      const failures = (await ended).flatMap((run): unknown[] => (run.status === 'rejected' ? [run.reason] : []))
      if (failures.length > 1) throw new AggregateError(failures, 'Several workers failed')
      if (failures.length === 1) throw failures[0]
    },
  }
}
