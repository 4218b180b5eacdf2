import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readClock } from '../../activities/clock'
import { realNow } from '../../activities/realNow'
import { RUNNING } from '../../activities/import/run/importRun'
import { checkFolder } from '../../activities/import/checkFolder'
import { ExtractRefused } from '../../activities/import/finding'
import type { Processes } from '../../activities/deps'
import { temporalProcesses } from '../../activities/temporal/temporalProcesses'
import { londonDay, londonMoment } from '../../domain/calendar/london'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { lastWorkingDayUpTo } from '../../domain/calendar/workingDays'
import { openDatabase, type Database } from '../../prisma/database'
import { migrate } from '../../prisma/migrate'
import { Client, Connection } from '@temporalio/client'
import { registerSearchAttributes } from '../../worker/searchAttributes'
import { ADDRESSES_FILE } from '../cli/connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../cli/io'
import { followImport } from '../cli/followImport'
import { setClock } from '../commands/setClock'
import { startImport } from '../commands/startImport'
import { writeDemoCounty } from '../demo-county/writeDemoCounty'
import { startInbox } from '../inbox/inbox'
import type { DemoControls } from '../web/demo/demoControls'
import { lockDataFolder } from './dataFolderLock'
import { demoPatterns } from './demoPatterns'
import { startEmbeddedPostgres } from './embeddedPostgres'
import { isFree } from './freePort'
import { makeAuthority } from './makeAuthority'
import { pages } from './pages'
import { printReady } from './printReady'
import { startTemporal, untilAnswers } from './temporalServer'
import { superviseWorker, type SupervisedWorker } from './superviseWorker'
import { takeReplies } from './takeReplies'
import { untilPlanned } from './untilPlanned'

export interface UpOptions {
  readonly demo?: boolean
  readonly speed?: number
  readonly ssd?: string
  readonly data?: string
  readonly port?: number
}

const DAY_SECONDS = 86_400
/** The demo's clock starts a minute before the morning round, so that the first digests can be watched. */
const DEMO_STARTS = 7 * 60 + 29
const INBOX_PORT = 8025

/** `caseclock up`: everything on this machine, until it is stopped. What has been started is stopped again, in the other order, whatever happens. */
export async function up(options: UpOptions, io: Io): Promise<ExitCode> {
  const { demo = false, speed, ssd } = options
  if (speed !== undefined && !(speed > 0))
    throw new CommandFailed(EXIT.usage, '--speed takes the seconds a day should last, more than 0.')
  if (speed !== undefined && !demo)
    throw new CommandFailed(EXIT.usage, '--speed needs --demo: only a demo may move its clock.')
  const folder = path.resolve(options.data ?? '.caseclock')
  const stops: (() => Promise<void> | void)[] = []
  const began = realNow()
  const say = (line: string): void => {
    io.err(`${((realNow() - began) / 1000).toFixed(1).padStart(6)}s  ${line}\n`)
  }
  const stop = new AbortController()
  const stopping = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
      process.on(signal, () => {
        stop.abort()
        resolve()
      })
  })
  try {
    stops.push(lock(folder))
    say(`data in ${path.relative(process.cwd(), folder) || folder}`)
    const postgres = await startEmbeddedPostgres(folder, say)
    stops.push(() => postgres.stop())
    const applied = await migrate(postgres.url)
    say(applied.length === 0 ? 'database ready' : `database ready, migrations applied: ${String(applied.length)}`)
    const db = openDatabase(postgres.url, 6)
    stops.push(() => db.$disconnect())
    await makeAuthority(db, {
      name: 'Wexcombe (imaginary)',
      demo,
      mailDomain: 'wexcombe.example',
      emergencyLine:
        'Caseclock is no emergency channel. If a child is at immediate risk, ring the team, or out of hours the emergency duty team: 01632 960 999.',
    })
    const temporal = await startOrUseTemporal(folder, demo)
    stops.push(() => temporal.stop())
    say(`Temporal answers at ${temporal.address}`)
    const connection = await Connection.connect({ address: temporal.address })
    stops.push(() => connection.close())
    const processes = temporalProcesses(new Client({ connection }), () => undefined)
    const inboxPort = (await isFree(INBOX_PORT)) ? INBOX_PORT : 0
    const inbox = await startInbox({
      folder: path.join(folder, 'mail'),
      smtpPort: 0,
      webPort: inboxPort,
      onMail: ({ to, subject }) => {
        io.out(`mail to ${to}: ${subject}\n`)
      },
      takesReplies: takeReplies({ db, processes }, (line) => {
        io.out(`${line}\n`)
      }),
    }).catch((error: unknown) => {
      throw new Error(
        `The inbox could not listen on port ${String(inboxPort)} (${error instanceof Error ? error.message : 'unknown'}).`,
      )
    })
    stops.push(() => inbox.stop())
    const { EXTRACTS_FOLDER: extracts } = process.env
    const parts: { worker?: SupervisedWorker } = {}
    const inboxAddress = `http://127.0.0.1:${String(inbox.webPort)}`
    const controls: DemoControls = {
      inbox: inboxAddress,
      newestMails: async (count) =>
        (await inbox.list())
          .slice(-count)
          .reverse()
          .map(({ number, to, subject }) => ({ to, subject, href: `${inboxAddress}/mail/${String(number)}` })),
      workerRuns: () => parts.worker?.runs() ?? false,
      stopWorker: () => parts.worker?.stop() ?? Promise.resolve(),
      startWorker: () => parts.worker?.start(),
    }
    const web = await pages({
      db,
      processes,
      say,
      folder,
      extracts,
      ...(demo ? { demo: controls } : {}),
      ...(options.port === undefined ? {} : { port: options.port }),
    })
    stops.push(() => web.close())
    await registerSearchAttributes({ connection, namespace: 'default' })
    const extract = await extractToImport(db, { ...(ssd === undefined ? {} : { ssd }), folder, demo, say })
    if (demo) await startDemoClock({ db, processes }, extract?.asAt ?? null, speed)
    const addresses = {
      databaseUrl: postgres.url,
      temporalAddress: temporal.address,
      namespace: 'default',
      ui: temporal.ui,
      web: web.address,
      inbox: inboxAddress,
      smtp: `smtp://127.0.0.1:${String(inbox.smtpPort)}`,
    }
    writeFileSync(path.join(folder, ADDRESSES_FILE), JSON.stringify(addresses))
    stops.push(() => {
      rmSync(path.join(folder, ADDRESSES_FILE), { force: true })
    })
    const kept = superviseWorker(
      {
        DATABASE_URL: postgres.url,
        TEMPORAL_ADDRESS: temporal.address,
        SMTP_URL: addresses.smtp,
        MAIL_FROM: 'Caseclock <caseclock@wexcombe.example>',
        MAIL_LIST_ID: 'caseclock.wexcombe.example',
        BASE_URL: web.address,
        TZ: 'UTC',
      },
      path.join(folder, 'worker.log'),
      say,
    )
    parts.worker = kept
    stops.push(() => kept.stop())
    say('worker started')
    if (extract !== null) await importCaseload({ db, processes }, extract.folder, stopping, say)
    if (!stop.signal.aborted) {
      say('planning every case')
      await untilPlanned(db, stopping, say)
    }
    // Of the imaginary county only: nobody else's sessions are ours to invent. After the first plan, which would hold it up: each family is locked while it is planned.
    if (extract !== null && demo && ssd === undefined && !stop.signal.aborted)
      await demoPatterns({ db, processes }, say)
    // Told to stop before all was there: then it is not ready, and does not say so.
    if (!stop.signal.aborted) {
      await printReady(db, addresses, io)
      say('ready')
      io.out('ready\n')
    }
    await stopping
    say('stopping')
    return EXIT.done
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

function lock(folder: string): () => void {
  try {
    return lockDataFolder(folder)
  } catch (error) {
    throw new CommandFailed(EXIT.away, error instanceof Error ? error.message : String(error))
  }
}

async function startOrUseTemporal(
  folder: string,
  ui: boolean,
): Promise<{ address: string; ui: string | null; stop(): Promise<void> }> {
  const { TEMPORAL_ADDRESS: address, CASECLOCK_TEMPORAL_BINARY: binary } = process.env
  if (address !== undefined) {
    await untilAnswers(address, () => null, 30)
    return { address, ui: null, stop: () => Promise.resolve() }
  }
  if (binary === undefined || !existsSync(binary)) {
    throw new CommandFailed(
      EXIT.away,
      'No Temporal server was found. Start with `npm start`, which finds or builds one, or set TEMPORAL_ADDRESS or CASECLOCK_TEMPORAL_BINARY.',
    )
  }
  return startTemporal({ binary, dataFolder: folder, ui })
}

interface Importing {
  readonly ssd?: string
  readonly folder: string
  readonly demo: boolean
  readonly say: (line: string) => void
}

/** The extract to import, or the imaginary county for a demo that has no case yet; null when there is nothing to import. */
async function extractToImport(
  db: Database,
  { ssd, folder, demo, say }: Importing,
): Promise<{ readonly folder: string; readonly asAt: string } | null> {
  const [row] = await db.$queryRaw<{ cases: bigint }[]>`select count(*) as cases from case_file`
  if (ssd === undefined && (!demo || (row?.cases ?? 0n) > 0n)) return null
  let from = ssd
  const today = lastWorkingDayUpTo(londonDay(realNow()), englandAndWales()).toString()
  if (from === undefined) {
    from = path.join(folder, 'demo-county')
    mkdirSync(from, { recursive: true })
    await writeDemoCounty({ folder: from, today })
    say('made an imaginary county of about 60 families')
  }
  const { asAt } = await checkFolder(from, today).catch(refused)
  return { folder: path.resolve(from), asAt }
}

const refused = (error: unknown): never => {
  throw error instanceof ExtractRefused ? new CommandFailed(EXIT.usage, error.message) : error
}

/** Imports as everybody does: the worker's `importCaseload` process does it, and this waits until it is done, or until somebody stops it. */
async function importCaseload(
  deps: { db: Database; processes: Processes },
  folder: string,
  stopping: Promise<void>,
  say: (line: string) => void,
): Promise<void> {
  const cutShort = await runGoingOn(deps.db)
  if (cutShort !== null) say('an import was cut short; it goes on where it was')
  const runId = cutShort ?? (await startImport(deps, { source: 'ssd', folder, actorId: null }).catch(refused))
  await deps.processes.ensure([{ type: 'importCaseload', id: runId }])
  const { state, cases, newFacts, findings, read } = await followImport(deps.db, runId, say, stopping)
  if (state !== 'done') {
    say('the import is not over; it goes on where it was at the next start')
    return
  }
  say(
    `imported ${String(read['ssd_person'] ?? 0)} children: ${String(newFacts)} new facts on ${String(cases.changed)} cases, ${String(findings)} findings` +
      (findings > 0 ? ' (caseclock imports last)' : ''),
  )
}

/** The import that a start before this one left behind. */
async function runGoingOn(db: Database): Promise<string | null> {
  const [run] = await db.$queryRaw<{ id: string }[]>`
    select id from import_run where state = any(${RUNNING.filter((state) => state !== 'waiting')}::text[])`
  return run?.id ?? null
}

/** A demo's clock begins on the morning of its extract, never goes back, and goes on where it was at the next start. */
async function startDemoClock(
  deps: Parameters<typeof setClock>[0],
  asAt: string | null,
  speed: number | undefined,
): Promise<void> {
  const { now } = await readClock(deps.db)
  const { LocalDate } = await import('@js-joda/core')
  const [clock] = await deps.db.$queryRaw<
    { untouched: boolean; scale: number }[]
  >`select offset_ms = 0 and scale = 1 as untouched, scale from authority where id = 1`
  const morning = asAt === null ? now : londonMoment(LocalDate.parse(asAt), DEMO_STARTS)
  const scale = speed === undefined ? 1 : DAY_SECONDS / speed
  if (clock?.untouched === true) {
    // A new demo: its clock may begin in the past, because nobody has been told anything yet.
    await deps.db
      .$executeRaw`update authority set scale = ${scale}, offset_ms = ${BigInt(Math.round(morning - realNow() * scale))} where id = 1`
    // At another speed every process that sleeps would wake by the old one. A start that could not reach them all is made good by the next.
  } else await setClock(deps, { scale, nudge: clock?.scale === 1 && scale === 1 ? 'none' : 'all' })
}
