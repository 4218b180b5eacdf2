import type { Database } from '../../../prisma/database'
import { inTransaction } from '../../../prisma/inTransaction'
import { readClock } from '../../clock'
import { realNow } from '../../realNow'
import type { Processes } from '../../deps'
import type { RulesInForce } from '../../planning/rulesInForce'
import { checkFolder } from '../checkFolder'
import { ExtractRefused } from '../finding'
import { SSD_TABLE_NAMES } from '../ssdTables'
import { applyBatch } from './applyBatch'
import type { CaseSource } from './caseSource'
import { censusCases } from './censusCases'
import { refuseCrowdedChildren } from './crowdedChildren'
import { dropUpload } from './dropUpload'
import { extractCases } from './extractCases'
import { brings, loadRun, setState, type ImportRun } from './importRun'
import { peopleAhead, type PeopleAhead } from './peopleAhead'
import { pendingCases } from './pendingCases'
import { keepPreviews, previewBatch } from './previewBatch'
import { previewSummary } from './previewSummary'
import { refuseShrunkTables } from './shrunkTables'
import { dropRows } from './snapshot'
import { stageCensus } from './stageCensus'
import { stageTable } from './stageTable'
import { makeWorkList } from './workList'

export interface Advancing {
  readonly db: Database
  readonly rules: RulesInForce
  readonly processes: Processes
  /** Called whenever something has been done. */
  readonly beat: () => void
  /** Real milliseconds after which a step hands back. */
  readonly forMs: number
}

/** How far a run is: over, in the hands of a person, or with more to do. */
export type Advanced = 'over' | 'waiting' | 'more'

/** Takes a run on for so many real milliseconds. Aborted, it stops: whoever comes next goes on where it was. */
export type TakeRunOn = (runId: string, forMs: number, signal: AbortSignal) => Promise<Advanced>

/**
 * Takes a run on for a while: reads its files one by one, works out what it concerns, looks ahead, and brings the cases up to date. All
 * it knows stands in the database, so that whoever comes next goes on where the last one was. Answers whether it is over, or waits for a
 * person.
 */
export async function advanceRun(advancing: Advancing, runId: string): Promise<Advanced> {
  const { db } = advancing
  const until = realNow() + advancing.forMs
  let source: CaseSource | undefined
  let people: PeopleAhead | undefined
  for (;;) {
    const run = await loadRun(db, runId)
    if (run === undefined) return 'over'
    try {
      switch (run.state) {
        case 'reading':
          await (run.source === 'census' ? readCensusOn(advancing, run) : readOn(advancing, run))
          break
        case 'previewing':
          source ??= await casesOf(db, run)
          people ??= peopleAhead(source)
          await previewOn(advancing, run, { source, people })
          break
        case 'applying':
          source ??= await casesOf(db, run)
          await applyOn(advancing, run, source)
          break
        case 'waiting':
          return 'waiting'
        case 'done':
        case 'refused':
        case 'given-up':
          await dropRows(db, run.id, advancing.beat)
          await dropUpload(run)
          return 'over'
      }
    } catch (error) {
      if (!(error instanceof ExtractRefused)) throw error
      await end(db, run, 'refused', error.message)
    }
    advancing.beat()
    if (realNow() >= until) return 'more'
  }
}

const casesOf = (db: Database, run: ImportRun): Promise<CaseSource> =>
  run.source === 'census' ? censusCases(db, run) : extractCases(db, run)

/** Reads the next table; when all are read, makes the list of cases. */
async function readOn({ db, beat }: Advancing, run: ImportRun): Promise<void> {
  const next = SSD_TABLE_NAMES.find((table) => brings(run, table) && run.tablesRead[table] === undefined)
  if (next !== undefined) {
    if (Object.keys(run.tablesRead).length === 0) await checkFolder(run.folder, run.asAt)
    await stageTable(db, run, next, beat)
    return
  }
  await refuseCrowdedChildren(db, run)
  await refuseShrunkTables(db, run)
  await makeWorkList(db, run)
  await setState(db, run, 'previewing')
}

/** A census is one file. */
async function readCensusOn({ db, beat }: Advancing, run: ImportRun): Promise<void> {
  await stageCensus(db, run, beat)
  await setState(db, run, 'previewing')
}

async function previewOn(
  { db, rules }: Advancing,
  run: ImportRun,
  { source, people }: { readonly source: CaseSource; readonly people: PeopleAhead },
): Promise<void> {
  const cases = await pendingCases(db, run.id, 'preview', source.atOnce)
  if (cases.length === 0) {
    await keepSummary(db, run, source)
    return
  }
  await source.ahead(cases)
  await keepPreviews(db, run, await previewBatch(db, run, cases, { source, rules, people }))
}

/** Adds up what was looked at; then the run goes on, or waits for a person. */
async function keepSummary(db: Database, run: ImportRun, { people }: CaseSource): Promise<void> {
  const summary = await previewSummary(db, run.id, (id) => {
    const person = people.get(id)
    return { name: person?.name ?? 'the administrator', jobTitle: person?.jobTitle ?? '' }
  })
  await db.$executeRaw`update import_run set preview = ${JSON.stringify(summary)}::jsonb where id = ${run.id}::uuid`
  await setState(db, run, run.options.wait ? 'waiting' : 'applying')
}

async function applyOn({ db, processes, beat }: Advancing, run: ImportRun, source: CaseSource): Promise<void> {
  const cases = await pendingCases(db, run.id, 'apply', source.atOnce)
  if (!(await isBegun(db, run))) await inTransaction(db, (tx) => source.writePeople(tx))
  if (cases.length > 0) {
    await source.ahead(cases)
    const touched = await applyBatch(db, run, cases, source)
    await processes.nudge(touched.map((id) => ({ type: 'caseTimeline', id })))
    return
  }
  await source.finish(beat)
  await end(db, run, 'done', null)
}

async function end(db: Database, run: ImportRun, state: 'done' | 'refused', problem: string | null): Promise<void> {
  const { now } = await readClock(db)
  await db.$executeRaw`
    update import_run set state = ${state}, problem = ${problem}, finished_at = ${new Date(now).toISOString()}::timestamptz
    where id = ${run.id}::uuid and state = ${run.state}`
}

/** Whether a case was brought up to date: the people in it were there before. */
async function isBegun(db: Database, { id }: ImportRun): Promise<boolean> {
  const [row] = await db.$queryRaw<{ begun: boolean }[]>`
    select exists (select from import_case where run_id = ${id}::uuid and applied_at is not null) as begun`
  return row?.begun === true
}
