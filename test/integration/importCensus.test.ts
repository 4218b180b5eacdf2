import path from 'node:path'
import { canonical } from '../../domain/canonical'
import { chains } from '../../activities/import/reconcile/recorded'
import { factsOfCase } from '../../activities/import/run/factsOfCase'
import { importFindings } from '../../client/queries/importFindings'
import { importProgress } from '../../client/queries/importProgress'
import { tally } from '../import/childrenOf'
import { importInto, type ImportedInto } from '../servers/importInto'
import { quietTown, type QuietTown } from '../servers/quietTown'
import { NORTHMOOR, withSharedData } from '../sharedData'

const EXTRACT = path.join(NORTHMOOR, 'ssd')
const CENSUS = path.join(NORTHMOOR, 'cin-census.xml')
const DIRTY = path.join(NORTHMOOR, 'cin-census-dirty.xml')
const CHILDREN = 420
const CHILDREN_IN_CENSUS = 232
/** Fields that hold ids of other events: a fact that a census told first keeps the id it had. */
const IDS: ReadonlySet<string> = new Set(['of', 'enquiry', 'referral'])

/** Every fact that stands: kind, day, children and what it says. */
async function facts({ db }: QuietTown): Promise<readonly string[]> {
  const cases = await db.$queryRaw<{ id: string }[]>`select id from case_file order by id`
  const found: string[] = []
  for (const { id } of cases) {
    const { recorded } = await factsOfCase(db, id)
    for (const { last, stands } of chains(recorded).values()) {
      if (!stands) continue
      const data = Object.fromEntries(Object.entries(last.data).filter(([field]) => !IDS.has(field)))
      found.push(`${last.kind} ${last.on} ${last.children.join(',')} ${canonical(data)}`)
    }
  }
  return found.sort()
}

/** Cases, children, children by upstream id in more than one case, and the version of every case. */
async function caseload({ db }: QuietTown) {
  const [row] = await db.$queryRaw<{ cases: number; children: number; twice: number; versions: string }[]>`
    select (select count(*) from case_file)::int as cases, (select count(*) from child)::int as children,
      (select count(*) from (select from child group by source_id having count(*) > 1) t)::int as twice,
      (select md5(string_agg(id::text || facts_version, ',' order by id)) from case_file) as versions`
  return row
}

withSharedData('a census of Northmoor', () => {
  /** What the live extract alone tells. */
  let live: readonly string[]

  describe('after the live extract', () => {
    let quiet: QuietTown
    beforeAll(async () => {
      quiet = await quietTown('2026-11-20')
      await importInto(quiet, { folder: EXTRACT })
      live = await facts(quiet)
    })
    afterAll(() => quiet.stop())

    const take = (folder: string): Promise<ImportedInto> => importInto(quiet, { source: 'census', folder })

    it('has nothing to add: no fact, no child, no case, no clock nudged, nothing to find fault with', async () => {
      const load = await caseload(quiet)
      const { runId, touched } = await take(CENSUS)
      expect(await importProgress(quiet.db, runId)).toMatchObject({
        state: 'done',
        read: { Child: CHILDREN_IN_CENSUS },
        newFacts: 0,
      })
      expect(touched).toEqual([])
      expect(await facts(quiet)).toEqual(live)
      expect(await caseload(quiet)).toEqual(load)
      expect(load).toMatchObject({ cases: 202, children: CHILDREN, twice: 0 })
      const found = await importFindings(quiet.db, runId)
      expect(found.filter(({ kind }) => kind === 'sources-disagree')).toEqual([])
    })

    it('that disagrees with it says so and changes nothing that the extract tells (D30)', async () => {
      const before = await facts(quiet)
      const { runId } = await take(DIRTY)
      const disagreements = (await importFindings(quiet.db, runId)).filter(({ kind }) => kind === 'sources-disagree')
      expect(disagreements.filter(({ record }) => record === '7100499')).toEqual([
        expect.objectContaining({
          file: 'cin-census-dirty.xml',
          line: 1225,
          field: 'CPPstartDate',
          news: 'new',
          taken: 'warning',
          problem: expect.stringContaining('The census says 2024-11-08, the live extract says 2024-11-07.') as string,
        }),
      ])
      const after = new Set(await facts(quiet))
      expect(before.filter((one) => !after.has(one))).toEqual([])
      expect((await caseload(quiet))?.twice).toBe(0)
    })
  })

  describe('into an empty database, and the live extract after it', () => {
    let quiet: QuietTown
    let extractRun: string
    beforeAll(async () => {
      quiet = await quietTown('2026-11-20')
    })
    afterAll(() => quiet.stop())

    it('makes a case of each child, since it knows no families', async () => {
      const { runId, touched } = await importInto(quiet, { source: 'census', folder: CENSUS })
      expect(touched).toHaveLength(CHILDREN_IN_CENSUS)
      expect(await caseload(quiet)).toMatchObject({
        cases: CHILDREN_IN_CENSUS,
        children: CHILDREN_IN_CENSUS,
        twice: 0,
      })
      const all = await facts(quiet)
      expect(all.length).toBeGreaterThan(CHILDREN_IN_CENSUS * 2)
      expect(await importProgress(quiet.db, runId)).toMatchObject({ state: 'done', newFacts: all.length })
    })

    it('once more changes nothing', async () => {
      const load = await caseload(quiet)
      const { runId, touched } = await importInto(quiet, { source: 'census', folder: CENSUS })
      expect(touched).toEqual([])
      expect(await importProgress(quiet.db, runId)).toMatchObject({ state: 'done', newFacts: 0 })
      expect(await caseload(quiet)).toEqual(load)
    })

    it('then the extract finds the same children, and every fact it tells stands as it tells it, once', async () => {
      extractRun = (await importInto(quiet, { folder: EXTRACT })).runId
      expect(await caseload(quiet)).toMatchObject({ children: CHILDREN, twice: 0 })
      const all = await facts(quiet)
      const count = tally(all)
      const once = tally(live)
      expect(Object.entries(once).filter(([one, times]) => count[one] !== times)).toEqual([])
    })

    it('nothing is told twice, and a day that a census does not give is no disagreement', async () => {
      const told = new Set(live)
      expect((await facts(quiet)).filter((one) => !told.has(one))).toEqual([])
      const found = await importFindings(quiet.db, extractRun)
      expect(found.filter(({ kind }) => kind === 'sources-disagree')).toEqual([])
    })

    it('and the extract once more changes nothing', async () => {
      const load = await caseload(quiet)
      expect((await importInto(quiet, { folder: EXTRACT })).touched).toEqual([])
      expect(await caseload(quiet)).toEqual(load)
    })
  })
})
