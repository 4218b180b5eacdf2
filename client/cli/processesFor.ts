import { Client, Connection } from '@temporalio/client'
import type { Processes } from '../../activities/deps'
import { temporalProcesses } from '../../activities/temporal/temporalProcesses'

export interface TemporalSide {
  readonly processes: Processes
  close(): Promise<void>
}

/**
 * The clocks, for a program that runs for long: it starts while Temporal is away, and reaches it when it is back. What cannot be nudged is said in a line, and is safe: `reconcile`
 * nudges.
 */
export function processesFor(
  { address, namespace }: { readonly address: string; readonly namespace: string },
  log: (line: string) => void,
): TemporalSide {
  const connection = Connection.lazy({ address, connectTimeout: '1s' })
  const processes = temporalProcesses(new Client({ connection, namespace }), ({ type }, why) => {
    log(`The ${type} process could not be nudged (${why}); reconcile will.`)
  })
  return { processes, close: () => connection.close() }
}
