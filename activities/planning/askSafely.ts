import { Context } from '@temporalio/activity'
import { realNow } from '../clock'

/**
 * Runs an ask. One that has kept failing for `problemAfterMs` of real time is written down where a person sees it, and goes on being
 * retried: a poisoned case is neither silent nor in the others' way. The error itself is thrown on, so that it is retried.
 */
export async function askSafely<T>(
  problemAfterMs: number,
  ask: () => Promise<T>,
  writeProblem: (why: string) => Promise<void>,
): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (realNow() - Context.current().info.scheduledTimestampMs >= problemAfterMs)
      await writeProblem(describeFailure(error))
    throw error
  }
}

/** What went wrong, without values: a failure message reaches logs and histories. */
export function describeFailure(error: unknown): string {
  const name = error instanceof Error ? error.name : 'Error'
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? `${name} ${code}` : name
}
