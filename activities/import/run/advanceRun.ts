import type { Database } from '../../../prisma/database'
import { inBulk } from '../../../prisma/inBulk'
import { inTransaction } from '../../../prisma/inTransaction'
import { readClock, realNow } from '../../clock'
import type { Processes } from '../../deps'
import type { Rules } from '../../planning/rulesInForce'
import { applyPeople } from '../applyPeople'
import { checkFolder } from '../checkFolder'
import { ExtractRefused } from '../finding'
import { mapStaff } from '../mapStaff'
import { SSD_TABLE_NAMES } from '../ssdTables'
import { applyCensus, previewCensus, readCensusOnce } from './advanceCensus'
import { applyBatch } from './applyBatch'
import type { Around } from './compareCase'
import { rowsOfTable, unreadableRecords } from './currentRows'
import { brings, loadRun, setState, type ImportRun } from './importRun'
import { pendingCases } from './pendingCases'
import { keepPreviews, previewBatch } from './previewBatch'
import { previewSummary } from './previewSummary'
import { refuseCrowdedChildren } from './crowdedChildren'
import { refuseShrunkTables } from './shrunkTables'
import { dropRows, keepOtherRows } from './snapshot'
import { stageTable } from './stageTable'
import { makeWorkList } from './workList'

export interface Advancing {
  readonly db: Database
  readonly rules: Rules
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

/** Cases looked ahead at in one transaction, and brought up to date before their clocks are told. */
const TAKEN_ON: ReadonlySet<string> = new Set(['reading', 'previewing', 'applying'])
const PREVIEWED_AT_ONCE = 50
const APPLIED_AT_ONCE = 50

/**
 * Takes a run on for a while: reads its tables one by one, works out what it concerns, looks ahead, and brings the cases up to date. All
 * it knows stands in the database, so that whoever comes next goes on where the last one was. Answers whether it is over, or waits for a
 * person.
 */
export async function advanceRun(advancing: Advancing, runId: string): Promise<Advanced> {
  const { db } = advancing
  const until = realNow() + advancing.forMs
  let around: Around | undefined
  for (;;) {
    const run = await loadRun(db, runId)
    if (run === undefined) return 'over'
    try {
      if (run.source === 'census' && TAKEN_ON.has(run.state)) {
        await takeCensusOn(advancing, run)
        continue
      }
      switch (run.state) {
        case 'reading':
          await readOn(advancing, run)
          break
        case 'previewing':
          around ??= await aroundCases(db, run)
          await previewOn(advancing, run, around)
          break
        case 'applying':
          around ??= await aroundCases(db, run)
          await applyOn(advancing, run, around)
          break
        case 'waiting':
          return 'waiting'
        case 'done':
        case 'refused':
        case 'given-up':
          await dropRows(db, run.id, advancing.beat)
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

/** A census is read, looked ahead at and brought in as a whole, one child at a time. */
async function takeCensusOn(advancing: Advancing, run: ImportRun): Promise<void> {
  const { db, processes } = advancing
  if (run.state === 'reading') {
    await readCensusOnce(advancing, run)
    await setState(db, run, 'previewing')
  } else if (run.state === 'previewing') {
    await previewCensus(advancing, run)
    await keepSummary(db, run, await namesOfPeople(db))
  } else {
    const touched = await applyCensus(advancing, run)
    await processes.nudge(touched.map((id) => ({ type: 'caseTimeline', id })))
    await end(db, run, 'done', null)
  }
}

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

async function previewOn({ db, rules }: Advancing, run: ImportRun, around: Around): Promise<void> {
  const cases = await pendingCases(db, run.id, 'preview', PREVIEWED_AT_ONCE)
  if (cases.length > 0) {
    await keepPreviews(db, run, await previewBatch(db, run, cases, { ...around, rules }))
    return
  }
  await keepSummary(db, run, new Map(around.staff.people.map((person) => [person.id, person])))
}

interface Named {
  readonly name: string
  readonly jobTitle: string
}

const namesOfPeople = async (db: Database): Promise<ReadonlyMap<string, Named>> =>
  new Map(
    (await db.$queryRaw<(Named & { id: string })[]>`select id, name, job_title as "jobTitle" from person`).map(
      (row) => [row.id, row],
    ),
  )

/** Adds up what was looked at; then the run goes on, or waits for a person. */
async function keepSummary(db: Database, run: ImportRun, people: ReadonlyMap<string, Named>): Promise<void> {
  const summary = await previewSummary(db, run.id, (id) => {
    const person = people.get(id)
    return { name: person?.name ?? 'the administrator', jobTitle: person?.jobTitle ?? '' }
  })
  await db.$executeRaw`update import_run set preview = ${JSON.stringify(summary)}::jsonb where id = ${run.id}::uuid`
  await setState(db, run, run.options.wait ? 'waiting' : 'applying')
}

async function applyOn({ db, processes, beat }: Advancing, run: ImportRun, around: Around): Promise<void> {
  const cases = await pendingCases(db, run.id, 'apply', APPLIED_AT_ONCE)
  if (!(await isBegun(db, run))) await inTransaction(db, (tx) => applyPeople(tx, around.staff, run.asAt))
  if (cases.length > 0) {
    const touched = await applyBatch(db, run, cases, around)
    await processes.nudge(touched.map((id) => ({ type: 'caseTimeline', id })))
    return
  }
  await keepOtherRows(db, run, beat)
  await end(db, run, 'done', null)
}

async function end(db: Database, run: ImportRun, state: 'done' | 'refused', problem: string | null): Promise<void> {
  const { now } = await readClock(db)
  await db.$executeRaw`
    update import_run set state = ${state}, problem = ${problem}, finished_at = ${new Date(now).toISOString()}::timestamptz
    where id = ${run.id}::uuid and state = ${run.state}`
}

const aroundCases = async (db: Database, run: ImportRun): Promise<Around> => ({
  staff: mapStaff(
    await rowsOfTable(db, run, 'ssd_department'),
    await rowsOfTable(db, run, 'ssd_professionals'),
    () => undefined,
  ),
  unreadable: await inBulk(db, (tx) => unreadableRecords(tx, run)),
})

/** Whether a case was brought up to date: the people in it were there before. */
async function isBegun(db: Database, { id }: ImportRun): Promise<boolean> {
  const [row] = await db.$queryRaw<{ begun: boolean }[]>`
    select exists (select from import_case where run_id = ${id}::uuid and applied_at is not null) as begun`
  return row?.begun === true
}
