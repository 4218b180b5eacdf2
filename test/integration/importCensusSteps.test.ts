import { stableId } from '../../activities/import/stableId'
import { rmSync } from 'node:fs'
import { Client } from 'pg'
import { advanceRun } from '../../activities/import/run/advanceRun'
import { censusCases } from '../../activities/import/run/censusCases'
import { loadRun } from '../../activities/import/run/importRun'
import { pendingCases } from '../../activities/import/run/pendingCases'
import { previewBatch } from '../../activities/import/run/previewBatch'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { decideImport } from '../../client/commands/decideImport'
import { startImport } from '../../client/commands/startImport'
import { importFindings } from '../../client/queries/importFindings'
import { importProgress } from '../../client/queries/importProgress'
import { censusFolder, childEl, DECLARATION, message, xmlOf, type CensusFolder, type El } from '../import/smallCensus'
import { takeOn } from '../servers/importInto'
import { quietTown, type QuietTown } from '../servers/quietTown'

const CHILDREN = 50
/** A referral received and accepted, an assessment started. */
const FACTS_EACH = 3
/** Children taken up at once. */
const STEP = 20

const REFERRAL: El = [
  'CINdetails',
  [
    ['CINreferralDate', '2026-01-05'],
    ['ReferralSource', '3A'],
    ['ReferralNFA', 'false'],
    ['Assessments', [['AssessmentActualStartDate', '2026-01-06']]],
  ],
]
const NO_DAY: El = ['CINdetails', [['CINreferralDate', '2026-02-31']]]

describe('a census is taken on step by step', () => {
  let quiet: QuietTown
  let folder: CensusFolder
  beforeEach(async () => {
    quiet = await quietTown('2026-11-20')
    folder = censusFolder()
  })
  afterEach(async () => {
    folder.remove()
    await quiet.stop()
  })

  const begin = (details: readonly El[] = [REFERRAL], wait = false): Promise<string> => {
    const children = Array.from({ length: CHILDREN }, (_, index) => childEl(`C${String(index)}`, details))
    const file = folder.write(DECLARATION + xmlOf(message(children)))
    return startImport(quiet, { source: 'census', folder: file, wait, actorId: null })
  }
  /** One step, handed back as soon as something has been done; or ended by a worker that dies there. */
  const step = (runId: string, beat: () => void = () => undefined) =>
    advanceRun({ db: quiet.db, rules: rulesInForce(), processes: quiet.processes, beat, forMs: 0 }, runId)
  const progress = async (runId: string) => {
    const run = await importProgress(quiet.db, runId)
    if (run === undefined) throw new Error(`There is no run ${runId}.`)
    return run
  }
  const dies = (): never => {
    throw new Error('The worker died here.')
  }

  it('each of which does a part, and the file is read in the first', async () => {
    const runId = await begin()
    await step(runId)
    expect(await progress(runId)).toMatchObject({
      state: 'previewing',
      read: { Child: CHILDREN },
      cases: { concerned: CHILDREN, previewed: 0 },
    })
    rmSync(folder.folder, { recursive: true })
    const previewed: number[] = []
    const applied: number[] = []
    while ((await step(runId)) === 'more') {
      const { cases } = await progress(runId)
      if (cases.previewed !== previewed.at(-1)) previewed.push(cases.previewed)
      if (cases.applied > 0 && cases.applied !== applied.at(-1)) applied.push(cases.applied)
    }
    expect(previewed).toEqual([STEP, 2 * STEP, CHILDREN])
    expect(applied).toEqual([STEP, 2 * STEP, CHILDREN])
    expect(await progress(runId)).toMatchObject({ state: 'done', newFacts: CHILDREN * FACTS_EACH })
  })

  it('goes on where a worker died, whatever it was doing, and counts nothing twice', async () => {
    const runId = await begin()
    // The file is gone through twice: half way through what is kept of it, once for each child.
    let beats = 0
    const inTheMiddle = (): void => {
      beats += 1
      if (beats > CHILDREN * 1.5) dies()
    }
    await expect(step(runId, inTheMiddle)).rejects.toThrow('died')
    expect(await progress(runId)).toMatchObject({ state: 'reading' })
    // All children are kept, and the worker died before it could say so.
    await step(runId)
    await quiet.db.$executeRaw`update import_run set state = 'reading' where id = ${runId}::uuid`
    await step(runId)
    expect(await progress(runId)).toMatchObject({ state: 'previewing', cases: { concerned: CHILDREN, previewed: 0 } })
    for (const state of ['previewing', 'applying'] as const) {
      while ((await progress(runId)).state !== state) await step(runId)
      await expect(step(runId, dies)).rejects.toThrow('died')
      const { cases } = await progress(runId)
      expect(cases[state === 'previewing' ? 'previewed' : 'applied']).toBe(STEP)
    }
    await takeOn(quiet, runId)
    expect(await progress(runId)).toMatchObject({
      state: 'done',
      cases: { concerned: CHILDREN, previewed: CHILDREN, applied: CHILDREN, changed: CHILDREN },
      newFacts: CHILDREN * FACTS_EACH,
    })
    const [counts] = await quiet.db.$queryRaw<{ facts: number; versions: number; left: number }[]>`
      select (select count(*) from chronology_event)::int as facts, (select sum(facts_version) from case_file)::int as versions,
        (select count(*) from import_row)::int as left`
    expect(counts).toEqual({ facts: CHILDREN * FACTS_EACH, versions: CHILDREN, left: 0 })
  })

  it('looks ahead at no more children in one transaction than there is time for', async () => {
    const runId = await begin()
    await step(runId)
    const run = await loadRun(quiet.db, runId)
    if (run === undefined) throw new Error('The run is gone.')
    const cases = await pendingCases(quiet.db, runId, 'preview', STEP)
    const looking = { source: await censusCases(quiet.db, run), rules: rulesInForce() }
    expect((await previewBatch(quiet.db, run, cases, { ...looking, enoughMs: 0 })).size).toBe(1)
    expect((await previewBatch(quiet.db, run, cases, looking)).size).toBe(STEP)
  })

  it('shows what is odd while it waits for a person', async () => {
    const runId = await begin([NO_DAY], true)
    await takeOn(quiet, runId)
    expect((await progress(runId)).state).toBe('waiting')
    const found = await importFindings(quiet.db, runId)
    expect(found.map(({ kind, news }) => `${kind} ${news}`)).toEqual(Array<string>(CHILDREN).fill('not-a-day new'))
    expect(
      await decideImport(quiet, { runId, decision: 'apply', actorId: stableId('person', 'administrator') }),
    ).toBeUndefined()
    await takeOn(quiet, runId)
    expect(await importFindings(quiet.db, runId)).toEqual(found)
  })

  it('is refused, and not done by half, when what was read of it is gone', async () => {
    const runId = await begin()
    await step(runId)
    const admin = new Client({ connectionString: quiet.town.url })
    await admin.connect()
    await admin.query('delete from import_row')
    await admin.end()
    await takeOn(quiet, runId)
    expect(await progress(runId)).toMatchObject({
      state: 'refused',
      problem: expect.stringContaining('Import it again') as string,
      newFacts: 0,
    })
  })
})
