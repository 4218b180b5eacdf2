import { LocalDate } from '@js-joda/core'
import { readClock } from '../../activities/clock'
import { checkCensus } from '../../activities/import/census/checkCensus'
import { checkFolder, type CheckedFolder } from '../../activities/import/checkFolder'
import { ExtractRefused } from '../../activities/import/finding'
import type { ImportOptions } from '../../activities/import/run/importRun'
import { RUNNING } from '../../activities/import/run/importRun'
import { missedTable } from '../../activities/import/run/missedTable'
import { fileOf } from '../../activities/import/readTable'
import { SSD_TABLES } from '../../activities/import/ssdTables'
import { newId } from '../../activities/newId'
import { inTransaction } from '../../prisma/inTransaction'
import { londonDay } from '../../domain/calendar/london'
import { auditImport } from './auditImport'
import type { CommandDeps } from './command'
import { mayRunAuthorityProblem } from './mayRunAuthorityProblem'
import { NotAllowed } from './notAllowed'

export interface NewImport {
  readonly source: 'ssd' | 'census'
  /** The folder of the extract or the file of the census, as the worker sees it. */
  readonly folder: string
  /** Take an extract that is older than the last one. */
  readonly older?: boolean
  /** Tables that may hold less than half of what they held. */
  readonly acceptFewer?: readonly string[]
  /** Look ahead, and wait for a person before anything is written. */
  readonly wait?: boolean
  /** The files were uploaded for this import, and are removed when it is over. */
  readonly uploaded?: boolean
  /** Who begins it; null when nobody is named: the machine, every night. */
  readonly actorId: string | null
}

/**
 * Begins the import of an extract or a census. Answers the id of the run, which the `importCaseload` process takes on. Throws ExtractRefused for a folder
 * that cannot be read whole, an extract older than the last one, one that says only what changed when nothing was imported before or a day in
 * between was not, and while another run is going on; NotAllowed for a person who may not.
 */
export async function startImport(
  { db, processes }: Pick<CommandDeps, 'db' | 'processes'>,
  { source, folder, older = false, acceptFewer = [], wait = false, uploaded = false, actorId }: NewImport,
): Promise<string> {
  const { now } = await readClock(db)
  const { asAt, leftOut, hashes } =
    source === 'ssd' ? await checkFolder(folder, londonDay(now).toString()) : await dayOfCensus(folder)
  const options: ImportOptions = { leftOut, hashes, acceptFewer, wait, ...(uploaded ? { uploaded } : {}) }
  const runId = newId(now)
  await inTransaction(db, async (tx) => {
    const problem =
      actorId === null
        ? undefined
        : await mayRunAuthorityProblem(tx, {
            actorId,
            day: londonDay(now),
            what: 'import a caseload',
            permission: 'import-caseload',
          })
    if (problem !== undefined) throw new NotAllowed(problem)
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('import_run'))`
    const [running] = await tx.$queryRaw<{ id: string; started: Date }[]>`
      select id, started_at as started from import_run where state = any(${[...RUNNING]}::text[])`
    if (running !== undefined)
      throw new ExtractRefused(
        `An import is going on (${running.id}, since ${running.started.toISOString()}). Wait until it is done, or give it up with \`caseclock import --give-up ${running.id} --as YOU\`. Nothing was imported.`,
      )
    const [before] = await tx.$queryRaw<{ id: string; asAt: string; newest: string; options: ImportOptions }[]>`
      select id, as_at::text as "asAt", (max(as_at) over ())::text as newest, options from import_run where state = 'done' and source = ${source} order by number desc limit 1`
    if (before === undefined && leftOut.length > 0)
      throw new ExtractRefused(
        `This extract holds only the tables that changed on ${asAt}, and nothing was imported before. Import a full extract first. Nothing was imported.`,
      )
    if (before !== undefined && !older && LocalDate.parse(asAt).isBefore(LocalDate.parse(before.newest)))
      throw new ExtractRefused(
        `This extract is of ${asAt}, and the newest one so far was of ${before.newest}. It would take newer facts back. Import it all the same with --older. Nothing was imported.`,
      )
    const missed = older ? undefined : missedTable(leftOut, hashes, before?.options.hashes ?? {})
    if (missed !== undefined)
      throw new ExtractRefused(
        `${fileOf(missed)} changed between the last extract, of ${before?.asAt ?? ''}, and this one of ${asAt}, which leaves it out: an extract in between is missing. Import those in between first, in order, or a full one. Nothing was imported.`,
      )
    await tx.$executeRaw`
      insert into import_run (id, source, as_at, started_at, counts, folder, options, state, tables_read, before_id)
      values (${runId}::uuid, ${source}, ${asAt}::date, ${new Date(now).toISOString()}::timestamptz, '{}'::jsonb, ${folder},
        ${JSON.stringify(options)}::jsonb, 'reading', '{}'::jsonb, ${before?.id ?? null}::uuid)`
    await auditImport(tx, {
      action: 'import-started',
      actorId,
      now,
      detail: {
        run: runId,
        source,
        asAt,
        older,
        acceptFewer: acceptFewer.filter((table) => Object.hasOwn(SSD_TABLES, table)),
      },
    })
  })
  await processes.ensure([{ type: 'importCaseload', id: runId }])
  return runId
}

const dayOfCensus = async (
  file: string,
): Promise<Omit<CheckedFolder, 'leftOut'> & { readonly leftOut: readonly [] }> => ({
  asAt: (await checkCensus(file)).header.referenceDate,
  leftOut: [],
  hashes: {},
})
