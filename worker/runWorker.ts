import { createServer } from 'node:http'
import { Client, Connection } from '@temporalio/client'
import { DefaultLogger, Runtime } from '@temporalio/worker'
import { mailActivities, planningActivities } from '../activities'
import { realNow } from '../activities/clock'
import type { Links } from '../activities/deps'
import { mailTransport } from '../activities/mail/mailTransport'
import { describeFailure } from '../activities/planning/askSafely'
import { rulesInForce } from '../activities/planning/rulesInForce'
import { temporalProcesses } from '../activities/temporal/temporalProcesses'
import { openDatabase } from '../prisma/database'
import { startWorker } from './startWorker'

export interface WorkerSettings {
  readonly databaseUrl: string
  readonly temporalAddress: string
  readonly namespace: string
  readonly smtpUrl: string
  readonly mailFrom: string
  readonly listId: string
  readonly baseUrl: string
  /** Port of /health/live and /health/ready; 0 for none. */
  readonly healthPort: number
  readonly mailsPerSecond: number
  readonly log: (line: string) => void
}

const MINUTE_MS = 60 * 1000
const READY_WITHIN_MS = 5 * MINUTE_MS

/** Runs a worker until `stopping` resolves: connections, both queues, health. It starts `reconcile` and `round`, and again once a minute. */
export async function runWorker(settings: WorkerSettings, stopping: Promise<void>): Promise<void> {
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      const error: unknown = meta?.['error']
      const which = [meta?.['workflowId'], error === undefined ? undefined : describeFailure(error)].filter(
        (part) => part !== undefined,
      )
      settings.log([level.toLowerCase(), message, ...which.map(String)].join(' '))
    }),
  })
  const db = openDatabase(settings.databaseUrl)
  const connection = await Connection.connect({ address: settings.temporalAddress })
  const processes = temporalProcesses(
    new Client({ connection, namespace: settings.namespace }),
    ({ type, id }, why) => {
      settings.log(`warn ${type} ${id} could not be reached (${why}); reconcile will`)
    },
  )
  const rules = rulesInForce()
  const links: Links = {
    caseLink: (ref) => `${settings.baseUrl}/cases/${encodeURIComponent(ref)}`,
    preferencesLink: `${settings.baseUrl}/settings`,
  }
  const transport = mailTransport({ url: settings.smtpUrl, from: settings.mailFrom, listId: settings.listId })
  const worker = await startWorker({
    address: settings.temporalAddress,
    namespace: settings.namespace,
    planning: planningActivities({ db, rules, processes, problemAfterMs: 10 * MINUTE_MS }),
    mail: mailActivities({ db, rules, transport, links }),
    mailsPerSecond: settings.mailsPerSecond,
  })
  const standing = [
    { type: 'reconcile', id: '' },
    { type: 'morningRound', id: '' },
  ] as const
  await processes.ensure(standing)
  const again = setInterval(() => void processes.ensure(standing), MINUTE_MS)
  const health =
    settings.healthPort === 0
      ? undefined
      : createServer((request, response) => {
          void (async () => {
            const [row] = await db.$queryRaw<
              { asked_at: Date | null }[]
            >`select asked_at from process where id = 'reconcile'`
            const ready = row?.asked_at != null && realNow() - row.asked_at.getTime() < READY_WITHIN_MS
            const ok = request.url === '/health/live' || ready
            response
              .writeHead(ok ? 200 : 503, { 'content-type': 'text/plain' })
              .end(ok ? 'ok' : 'reconcile has not run in the last five minutes')
          })().catch(() => response.writeHead(503).end('the database does not answer'))
        }).listen(settings.healthPort)
  settings.log('info worker ready')
  try {
    await Promise.race([worker.finished, stopping])
  } finally {
    clearInterval(again)
    health?.close()
    await worker.stop()
    transport.close()
    await connection.close()
    await db.$disconnect()
  }
}
