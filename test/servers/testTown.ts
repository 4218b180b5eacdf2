import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client, Connection } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time'
import { mailActivities, planningActivities } from '../../activities'
import type { Processes } from '../../activities/deps'
import { mailTransport } from '../../activities/mail/mailTransport'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { temporalProcesses } from '../../activities/temporal/temporalProcesses'
import { startInbox, type InboxOptions, type RunningInbox } from '../../client/inbox/inbox'
import { londonMoment } from '../../domain/calendar/london'
import { LocalDate } from '@js-joda/core'
import { openDatabase, type Database } from '../../prisma/database'
import { registerSearchAttributes } from '../../worker/searchAttributes'
import type { RunningWorker } from '../../worker/startWorker'
import { takeRunOnHere } from './takeRunOnHere'
import { copyTown } from './townTemplate'

/** A whole authority of its own on the shared servers: database, Temporal namespace, inbox, worker, and a clock that only moves when told to. */
export interface TestTown {
  readonly db: Database
  readonly url: string
  readonly processes: Processes
  readonly client: Client
  readonly namespace: string
  readonly inbox: RunningInbox
  startWorker(): Promise<void>
  stopWorker(): Promise<void>
  /** What a worker of another process would need. */
  environment(): Record<string, string>
  stop(): Promise<void>
}

const needed = (name: string): string => {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set: run the tests with npm test.`)
  return value
}

/** `namespace`: false for a town that nothing of Temporal is asked for; it has none then. */
export async function testTown({
  startsOn,
  refuse,
  namespace = true,
}: {
  startsOn: string
  refuse?: InboxOptions['refuse']
  namespace?: boolean
}): Promise<TestTown> {
  const name = `town_${randomBytes(6).toString('hex')}`
  const url = await copyTown(needed('TEST_POSTGRES'), name)
  const db = openDatabase(url)
  const morning = londonMoment(LocalDate.parse(startsOn), 4 * 60)
  await db.$executeRaw`update authority set scale = 0, offset_ms = ${BigInt(morning)} where id = 1`
  const address = needed('TEST_TEMPORAL')
  const connection = Connection.lazy({ address })
  const client = new Client({ connection, namespace: name })
  if (namespace) await makeNamespace(client, connection)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-inbox-'))
  const inbox = await startInbox({ folder, smtpPort: 0, webPort: 0, ...(refuse === undefined ? {} : { refuse }) })
  const processes = temporalProcesses(client, () => undefined)
  const rules = rulesInForce()
  const transport = mailTransport({
    url: `smtp://127.0.0.1:${String(inbox.smtpPort)}`,
    from: 'Caseclock <caseclock@test.example>',
    listId: 'caseclock.test.example',
  })
  let worker: RunningWorker | undefined
  const stopWorker = async (): Promise<void> => {
    await worker?.stop()
    worker = undefined
  }
  return {
    db,
    url,
    processes,
    client,
    namespace: name,
    inbox,
    startWorker: async () => {
      const { startWorker } = await import('../../worker/startWorker.js') // Most towns have none, and it is much to load.
      worker = await startWorker({
        address,
        namespace: name,
        planning: planningActivities({
          db,
          rules,
          processes,
          takeRunOn: takeRunOnHere(db, processes),
          problemAfterMs: 2_000,
        }),
        mail: mailActivities({
          db,
          rules,
          processes,
          transport,
          problemAfterMs: 2_000,
          links: {
            caseLink: (ref) => `http://caseclock.test/cases/${ref}`,
            alertLink: (id) => `http://caseclock.test/escalations/${id}`,
            sessionLink: (id) => `http://caseclock.test/supervision/sessions/${id}`,
            yearLink: (id) => `http://caseclock.test/supervision/${id}/year`,
            preferencesLink: 'http://caseclock.test/settings',
          },
        }),
        mailsPerSecond: 1_000,
        workflowBundle: { codePath: needed('TEST_WORKFLOWS') },
      })
      await processes.ensure([{ type: 'morningRound', id: '' }])
    },
    stopWorker,
    environment: () => ({
      DATABASE_URL: url,
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: name,
      SMTP_URL: `smtp://127.0.0.1:${String(inbox.smtpPort)}`,
      TZ: 'UTC',
    }),
    stop: async () => {
      await stopWorker()
      transport.close()
      await inbox.stop()
      await connection.close()
      await db.$disconnect()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function makeNamespace(client: Client, connection: Connection): Promise<void> {
  const { namespace } = client.options
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  })
  await untilKnown(() => client.workflow.count())
  await registerSearchAttributes({ connection, namespace })
  await untilKnown(() => client.workflow.count("Team = 'none' AND NextDue IS NULL AND Late > 0"))
}

/** A namespace, and a search attribute, is known to every part of the server a moment after it was registered. */
async function untilKnown(ask: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await ask()
      return
    } catch (error) {
      if (tries > 200) throw error
      await wait(50)
    }
  }
}
