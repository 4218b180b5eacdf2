// The importing process: a worker starts it for an import and ends it after. How large a file is, and what it holds, is not in the clocks' way.
import { Client, Connection } from '@temporalio/client'
import { advanceRun } from '../activities/import/run/advanceRun'
import { rulesInForce } from '../activities/planning/rulesInForce'
import { temporalProcesses } from '../activities/temporal/temporalProcesses'
import { openDatabase } from '../prisma/database'
import type { ImporterAnswer, ImporterAsk } from './importerMessages'

/** Two cases at a time, and what is asked beside them. */
const CONNECTIONS = 3

function main({ DATABASE_URL: url = '', TEMPORAL_ADDRESS: address = '', TEMPORAL_NAMESPACE: namespace = '' }): void {
  const db = openDatabase(url, CONNECTIONS)
  const client = new Client({ connection: Connection.lazy({ address }), namespace })
  const processes = temporalProcesses(client, ({ type, id }, why) => {
    process.stderr.write(`warn ${type} ${id} could not be reached (${why}); reconcile will\n`)
  })
  const rules = rulesInForce()
  const takeOn = async ({ runId, forMs }: ImporterAsk): Promise<ImporterAnswer> => {
    try {
      return { state: await advanceRun({ db, rules, processes, beat: () => undefined, forMs }, runId) }
    } catch (error) {
      const { name = 'Error', message = '', code } = error as { name?: string; message?: string; code?: unknown }
      return { failed: { name, message, ...(typeof code === 'string' ? { code } : {}) } }
    }
  }
  process.on('message', (ask: ImporterAsk) => {
    void takeOn(ask).then((answer) => process.send?.(answer))
  })
  // The worker is gone, or has given the step up: whoever comes next goes on from what is committed.
  process.on('disconnect', () => process.exit())
}

main(process.env)
