import { Context } from '@temporalio/activity'
import { realNow } from '../realNow'
import { RulesUnreadable } from './rulesUnreadable'

/**
 * Runs an ask. One that has kept failing for `problemAfterMs` of real time is written down where a person sees it, and goes on being
 * retried: a poisoned case is neither silent nor in the others' way. The error itself is thrown on, so that it is retried; also when it cannot be
 * written down, which the log then says.
 */
export async function askSafely<T>(
  problemAfterMs: number,
  ask: () => Promise<T>,
  writeProblem: (why: string) => Promise<void>,
): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    const asked = activity()
    if (asked !== undefined && realNow() - asked.info.scheduledTimestampMs >= problemAfterMs)
      await writeProblem(describeFailure(error)).catch((second: unknown) => {
        asked.log.warn(`its problem (${describeFailure(error)}) could not be written down (${describeFailure(second)})`)
      })
    throw error
  }
}

/** Says something in the worker's log; nothing outside a worker, where nobody reads one. */
export const warnHere = (words: string): void => {
  activity()?.log.warn(words)
}

/** Undefined outside a worker: a command that asks by hand shows its failure itself, and nobody retries it. */
function activity(): Context | undefined {
  try {
    return Context.current()
  } catch {
    return undefined
  }
}

/** What went wrong, without values: a failure message reaches logs and histories. Rules that cannot be read name no person, and only their text helps. */
export function describeFailure(error: unknown): string {
  if (error instanceof RulesUnreadable) return error.message
  const name = error instanceof Error ? error.name : 'Error'
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? `${name} ${code}` : name
}
