import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common'
import type { Client } from '@temporalio/client'
import { realNow } from '../realNow'
import type { Processes } from '../deps'
import { NUDGE, TASK_QUEUE, workflowId, type ProcessName } from '../../workflows/protocol'

/** Nudges under way at the same time. */
const AT_ONCE = 20

/**
 * Real milliseconds. A person waits for the nudges of a command: one that takes longer than a second has failed, and `reconcile` delivers it. On two
 * cores that everything shares, 20 at once took 30-170 ms, one in a hundred up to 700.
 */
const NUDGE_MS = 1_000
/** Nobody waits for a start but an ask, which has as long as a nudge: a server that has just come up may take its time. */
const START_MS = 5_000

const START = { taskQueue: TASK_QUEUE, workflowTaskTimeout: '3s' } as const

interface Reaching<N extends ProcessName> {
  readonly withinMs: number
  /** After some that were tried at once and could all not be reached. */
  readonly whenAllMissed: 'stop' | 'go-on'
  readonly reach: (name: N) => Promise<unknown>
}

/**
 * Reaches the clocks through a Temporal client. Never throws: what a person recorded is already safe. `onMissed` is told once of each call that could not
 * reach all: the first that was missed, and why, with how many others.
 */
export function temporalProcesses(client: Client, onMissed: (name: ProcessName, why: string) => void): Processes {
  const each = async <N extends ProcessName>(
    names: readonly N[],
    { withinMs, whenAllMissed, reach }: Reaching<N>,
  ): Promise<number> => {
    let reached = 0
    let missed: { readonly name: ProcessName; readonly why: string } | undefined
    for (let from = 0; from < names.length; from += AT_ONCE) {
      const some = names.slice(from, from + AT_ONCE)
      // Real time: a deadline on the wire is no date of a case.
      const results = await Promise.allSettled(
        some.map((name) => client.withDeadline(realNow() + withinMs, () => reach(name))),
      )
      results.forEach((result, index) => {
        const name = some[index]
        if (result.status === 'fulfilled') reached += 1
        else if (name !== undefined)
          missed ??= { name, why: result.reason instanceof Error ? result.reason.message : 'unknown' }
      })
      if (whenAllMissed === 'stop' && results.every(({ status }) => status === 'rejected')) break
    }
    const others = names.length - reached - 1
    if (missed !== undefined) onMissed(missed.name, others === 0 ? missed.why : `${missed.why}; ${String(others)} more`)
    return reached
  }
  return {
    nudge: (names) =>
      each(names, {
        withinMs: NUDGE_MS,
        whenAllMissed: 'stop', // a person waits
        reach: (name) =>
          client.workflow.signalWithStart(name.type, {
            ...START,
            workflowId: workflowId(name),
            args: [name.id],
            signal: NUDGE,
            signalArgs: [],
          }),
      }),
    ensure: (names, waits) =>
      each(names, {
        withinMs: waits === undefined ? START_MS : NUDGE_MS,
        whenAllMissed: waits === undefined ? 'go-on' : 'stop', // each is tried once a night; an ask has others to start them
        reach: async ({ afterMs, ...name }) => {
          try {
            await client.workflow.start(name.type, {
              ...START,
              workflowId: workflowId(name),
              args: [name.id],
              // Only a signal that would also have started it ends the delay: nudges are such.
              ...(afterMs === undefined ? {} : { startDelay: afterMs }),
              workflowIdConflictPolicy: 'USE_EXISTING',
            })
          } catch (error) {
            if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
          }
        },
      }),
  }
}
