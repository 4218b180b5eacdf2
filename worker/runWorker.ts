import { Client, Connection } from '@temporalio/client'
import { DefaultLogger, Runtime } from '@temporalio/worker'
import { mailActivities, planningActivities } from '../activities'
import type { Links } from '../activities/deps'
import { mailTransport } from '../activities/mail/mailTransport'
import { describeFailure } from '../activities/planning/askSafely'
import { rulesInForce } from '../activities/planning/rulesInForce'
import { temporalProcesses } from '../activities/temporal/temporalProcesses'
import { openDatabase, type Database } from '../prisma/database'
import { closeAll } from './closeAll'
import { answerHealth } from './health'
import { importingProcess } from './importingProcess'
import { startWorker, type RunningWorker } from './startWorker'

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
/** An ask that keeps failing for so long is written down where a person sees it. */
const PROBLEM_AFTER_MS = 10 * MINUTE_MS

/**
 * Runs a worker until `stopping` resolves: connections, both queues, health. It starts `reconcile` and `round`, and again once a minute.
 * Throws what made it end, or what failed while it stopped; whatever else failed stands in the log. All it opened is closed first.
 */
export async function runWorker(settings: WorkerSettings, stopping: Promise<void>): Promise<void> {
  installRuntime(settings)
  const opened: (() => unknown)[] = []
  const failures: unknown[] = []
  try {
    const worker = await start(settings, (close) => opened.push(close))
    settings.log('info worker ready')
    await Promise.race([worker.finished, stopping])
  } catch (error) {
    failures.push(error)
  }
  failures.push(...(await closeAll(opened)))
  const each = failures.flatMap((failure): unknown[] =>
    failure instanceof AggregateError ? failure.errors : [failure],
  )
  for (const failure of new Set(each)) settings.log(`error worker failed (${describeFailure(failure)})`)
  if (failures.length > 0) throw failures[0]
}

function installRuntime({ log }: WorkerSettings): void {
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      const error: unknown = meta?.['error']
      const which = [meta?.['workflowId'], error === undefined ? undefined : describeFailure(error)].filter(
        (part) => part !== undefined,
      )
      log([level.toLowerCase(), message, ...which.map(String)].join(' '))
    }),
  })
}

/** Opens all a worker needs, and notes how each is closed as soon as it is open. */
async function start(settings: WorkerSettings, closing: (close: () => unknown) => void): Promise<RunningWorker> {
  const db = openDatabase(settings.databaseUrl)
  closing(() => db.$disconnect())
  const connection = await Connection.connect({ address: settings.temporalAddress })
  closing(() => connection.close())
  const processes = temporalProcesses(
    new Client({ connection, namespace: settings.namespace }),
    ({ type, id }, why) => {
      settings.log(`warn ${type} ${id} could not be reached (${why}); it is tried again`)
    },
  )
  const rules = rulesInForce()
  const links: Links = {
    caseLink: (ref) => `${settings.baseUrl}/cases/${encodeURIComponent(ref)}`,
    alertLink: (id) => `${settings.baseUrl}/escalations/${id}`,
    sessionLink: (id) => `${settings.baseUrl}/supervision/sessions/${id}`,
    yearLink: (id) => `${settings.baseUrl}/supervision/${id}/year`,
    preferencesLink: `${settings.baseUrl}/settings`,
  }
  const transport = mailTransport({ url: settings.smtpUrl, from: settings.mailFrom, listId: settings.listId })
  closing(() => transport.close())
  const importing = importingProcess({
    DATABASE_URL: settings.databaseUrl,
    TEMPORAL_ADDRESS: settings.temporalAddress,
    TEMPORAL_NAMESPACE: settings.namespace,
  })
  closing(() => {
    importing.stop()
  })
  const worker = await startWorker({
    address: settings.temporalAddress,
    namespace: settings.namespace,
    planning: planningActivities({
      db,
      rules,
      processes,
      takeRunOn: importing.takeOn,
      problemAfterMs: PROBLEM_AFTER_MS,
    }),
    mail: mailActivities({ db, rules, processes, transport, links, problemAfterMs: PROBLEM_AFTER_MS }),
    mailsPerSecond: settings.mailsPerSecond,
  })
  closing(() => worker.stop())
  const standing = [
    { type: 'reconcile', id: '' },
    { type: 'morningRound', id: '' },
  ] as const
  await processes.ensure(standing)
  const again = setInterval(() => void processes.ensure(standing), MINUTE_MS)
  closing(() => {
    clearInterval(again)
  })
  if (settings.healthPort !== 0) {
    const health = await answerHealth(settings.healthPort, () => reconciledAt(db))
    closing(() => {
      health.close()
    })
  }
  return worker
}

async function reconciledAt(db: Database): Promise<number | null> {
  const [row] = await db.$queryRaw<{ asked_at: Date | null }[]>`select asked_at from process where id = 'reconcile'`
  return row?.asked_at?.getTime() ?? null
}
