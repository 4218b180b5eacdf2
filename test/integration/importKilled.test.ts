import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startImport } from '../../client/commands/startImport'
import { writeDemoCounty } from '../../client/demo-county/writeDemoCounty'
import { importFindings } from '../../client/queries/importFindings'
import { importProgress, type ImportProgress } from '../../client/queries/importProgress'
import { restartableWorker, type RestartableWorker } from '../chaos/restartableWorker'
import { importInto } from '../servers/importInto'
import { standingFacts } from '../servers/standingFacts'
import { testTown, type TestTown } from '../servers/testTown'

const TODAY = '2026-11-23'
const FAMILIES = 60
const LOOK_EVERY_MS = 2
/** Three workers die in the middle of a step, and each is missed for twenty real seconds before the next takes over. */
const PATIENCE_MS = 300_000

/** Where the worker is killed: in the middle of each of the three things a run does. */
const INSTANTS: readonly (readonly [string, (run: ImportProgress) => boolean])[] = [
  ['reading', ({ read }) => Object.keys(read).length >= 5],
  ['previewing', ({ cases }) => cases.concerned > 0],
  ['applying', ({ cases }) => cases.applied >= FAMILIES / 3],
]

/** Something to find fault with, in cases and beside them: some visits on days that do not exist, some of children nobody knows. */
function spoil(folder: string): void {
  rmSync(path.join(folder, 'manifest.json')) // its checksums no longer hold
  const file = path.join(folder, 'ssd_cp_visits.csv')
  const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const [child, day] = ['cppv_person_id', 'cppv_cp_visit_date'].map((name) => header.split(',').indexOf(name))
  const spoiled = rows.map((row, index) =>
    row
      .split(',')
      .map((cell, column) =>
        column === day && index % 25 === 0 ? '2026-02-31' : column === child && index % 40 === 1 ? '1' : cell,
      )
      .join(','),
  )
  writeFileSync(file, `${[header, ...spoiled].join('\n')}\n`)
}

describe(`an import of ${String(FAMILIES)} families whose worker is killed while it reads, while it looks ahead, and while it writes`, () => {
  let calm: TestTown
  let town: TestTown
  let worker: RestartableWorker
  let folder: string
  let calmRun: string
  let runId: string
  const killedIn: string[] = []
  /** Families seen with some of their facts or children. */
  const halves: string[] = []

  const progress = async (): Promise<ImportProgress> => {
    const found = await importProgress(town.db, runId)
    if (found === undefined) throw new Error(`There is no run ${runId}.`)
    return found
  }
  /** Families with how much of them is there; a case that is not there is no line. */
  const families = ({ db }: TestTown): Promise<{ id: string; facts: number; children: number }[]> => db.$queryRaw`
    select c.id, (select count(*) from chronology_event e where e.case_id = c.id)::int as facts,
      (select count(*) from child where child.case_id = c.id)::int as children from case_file c order by c.id`

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-killed-'))
    await writeDemoCounty({ folder, today: TODAY, families: FAMILIES })
    spoil(folder)
    calm = await testTown({ startsOn: TODAY })
    calmRun = (await importInto(calm, { folder })).runId
    const whole = new Map((await families(calm)).map((one) => [one.id, one]))

    town = await testTown({ startsOn: TODAY })
    worker = restartableWorker(town.environment())
    await worker.ready()
    runId = await startImport(town, { source: 'ssd', folder, actorId: null })
    const left = [...INSTANTS]
    for (;;) {
      for (const { id, facts, children } of await families(town))
        if (facts !== whole.get(id)?.facts || children !== whole.get(id)?.children)
          halves.push(`${id}: ${String(facts)} facts, ${String(children)} children`)
      const run = await progress()
      if (['done', 'refused', 'given-up'].includes(run.state)) break
      const [next] = left
      if (next !== undefined && run.state === next[0] && next[1](run)) {
        left.shift()
        await worker.killAndStartAgain()
        killedIn.push((await progress()).state)
      }
      await Promise.race([wait(LOOK_EVERY_MS), worker.failed])
    }
  }, PATIENCE_MS)
  afterAll(async () => {
    try {
      await worker.stop()
    } finally {
      await town.stop()
      await calm.stop()
      rmSync(folder, { recursive: true })
    }
  })

  it('is killed in each, and comes to its end', async () => {
    expect(killedIn).toEqual(INSTANTS.map(([state]) => state))
    expect(await progress()).toMatchObject({
      state: 'done',
      problem: null,
      cases: { concerned: FAMILIES, previewed: FAMILIES, applied: FAMILIES, changed: FAMILIES },
    })
  })

  it('has the facts of an import that nobody disturbed, each once', async () => {
    const facts = await standingFacts(calm.db, new Set())
    expect(facts.size).toBeGreaterThan(FAMILIES * 20)
    expect(await standingFacts(town.db, new Set())).toEqual(facts)
    expect(await families(town)).toEqual(await families(calm))
    const count = (where: TestTown): Promise<unknown> => where.db.$queryRaw`
      select (select count(*) from chronology_event)::int as facts, (select count(*) from child)::int as children,
        (select count(*) from person)::int as people, (select count(*) from role_grant)::int as roles,
        (select count(*) from upstream_row)::int as rows, (select count(*) from upstream_tie)::int as ties,
        (select sum(facts_version) from case_file)::int as versions`
    expect(await count(town)).toEqual(await count(calm))
  })

  it('finds fault with the same, once', async () => {
    const found = await importFindings(town.db, runId)
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['not-a-day', 'unknown-record']))
    expect(found).toEqual(await importFindings(calm.db, calmRun))
  })

  it('showed no family half written at any moment', () => {
    expect(halves).toEqual([])
  })
})
