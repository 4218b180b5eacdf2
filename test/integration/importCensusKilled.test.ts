import { setTimeout as wait } from 'node:timers/promises'
import { startImport } from '../../client/commands/startImport'
import { importFindings } from '../../client/queries/importFindings'
import { importProgress, type ImportProgress } from '../../client/queries/importProgress'
import { restartableWorker, type RestartableWorker } from '../chaos/restartableWorker'
import { censusFolder, childEl, DECLARATION, message, xmlOf, type CensusFolder, type El } from '../import/smallCensus'
import { testTown, type TestTown } from '../servers/testTown'

const CHILDREN = 300
/** A referral received and accepted, an assessment started. */
const FACTS_EACH = 3
const LOOK_EVERY_MS = 2
/** Two workers die in the middle of a step, and each is missed for twenty real seconds before the next takes over. */
const PATIENCE_MS = 200_000

/** The second of the assessments is of a day that does not exist. */
const DETAILS: El = [
  'CINdetails',
  [
    ['CINreferralDate', '2026-01-05'],
    ['ReferralSource', '3A'],
    ['ReferralNFA', 'false'],
    ['Assessments', [['AssessmentActualStartDate', '2026-01-06']]],
    ['Assessments', [['AssessmentActualStartDate', '2026-02-31']]],
  ],
]

/** Where the worker is killed. */
const INSTANTS: readonly (readonly [string, (run: ImportProgress) => boolean])[] = [
  ['previewing', ({ cases }) => cases.previewed >= CHILDREN / 3],
  ['applying', ({ cases }) => cases.applied >= CHILDREN / 3],
]

describe(`a census of ${String(CHILDREN)} children whose worker is killed while it looks ahead, and while it writes`, () => {
  let town: TestTown
  let worker: RestartableWorker
  let folder: CensusFolder
  let runId: string
  const killedIn: string[] = []
  /** Children with an outcome, just before a worker was killed and at the first look after it. */
  const kept: (readonly [before: number, after: number])[] = []

  const progress = async (): Promise<ImportProgress> => {
    const found = await importProgress(town.db, runId)
    if (found === undefined) throw new Error(`There is no run ${runId}.`)
    return found
  }
  const done = ({ cases }: ImportProgress): number => cases.previewed + cases.applied

  beforeAll(async () => {
    folder = censusFolder()
    const children = Array.from({ length: CHILDREN }, (_, index) => childEl(`C${String(index)}`, [DETAILS]))
    const file = folder.write(DECLARATION + xmlOf(message(children)))
    town = await testTown({ startsOn: '2026-11-23' })
    worker = restartableWorker(town.environment())
    await worker.ready()
    runId = await startImport(town, { source: 'census', folder: file, actorId: null })
    const left = [...INSTANTS]
    for (;;) {
      const run = await progress()
      if (['done', 'refused', 'given-up'].includes(run.state)) break
      const [next] = left
      if (next !== undefined && run.state === next[0] && next[1](run)) {
        left.shift()
        await worker.killAndStartAgain()
        const after = await progress()
        killedIn.push(after.state)
        kept.push([done(run), done(after)])
      }
      await Promise.race([wait(LOOK_EVERY_MS), worker.failed])
    }
  }, PATIENCE_MS)
  afterAll(async () => {
    await worker.stop()
    await town.stop()
    folder.remove()
  })

  it('is killed in each with children behind and ahead of it, and comes to its end', async () => {
    expect(killedIn).toEqual(INSTANTS.map(([state]) => state))
    for (const [before, after] of kept) expect(after).toBeGreaterThanOrEqual(before)
    expect(await progress()).toMatchObject({
      state: 'done',
      problem: null,
      cases: { concerned: CHILDREN, previewed: CHILDREN, applied: CHILDREN, changed: CHILDREN },
      newFacts: CHILDREN * FACTS_EACH,
    })
  })

  it('has each fact and each finding once', async () => {
    const [counts] = await town.db.$queryRaw<{ facts: number; children: number; versions: number }[]>`
      select (select count(*) from chronology_event)::int as facts, (select count(*) from child)::int as children,
        (select sum(facts_version) from case_file)::int as versions`
    expect(counts).toEqual({ facts: CHILDREN * FACTS_EACH, children: CHILDREN, versions: CHILDREN })
    const found = await importFindings(town.db, runId)
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['not-a-day']))
    expect(found).toHaveLength(CHILDREN)
  })
})
