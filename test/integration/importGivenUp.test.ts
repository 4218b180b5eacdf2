import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { importFindings } from '../../client/queries/importFindings'
import { importProgress } from '../../client/queries/importProgress'
import { censusFolder, childEl, DECLARATION, message, xmlOf, type CensusFolder } from '../import/smallCensus'
import { ONE_CHILD, smallExtract, type Rows } from '../import/smallExtract'
import { importInto } from '../servers/importInto'
import { testTown, type TestTown } from '../servers/testTown'

const referral = (id: string, child: string): Readonly<Record<string, string>> => ({
  cine_referral_id: id,
  cine_person_id: child,
  cine_referral_date: '2026-03-02',
})
const TWO_FAMILIES = {
  ssd_person: [...ONE_CHILD.ssd_person, { pers_person_id: '101', pers_forename: 'Reed', pers_dob: '2018-01-05' }],
  ssd_family: [...ONE_CHILD.ssd_family, { fami_table_id: '1001', fami_family_id: '501', fami_person_id: '101' }],
  ssd_cin_episodes: [referral('1', '100'), referral('2', '101')],
} satisfies Rows

describe('a run that is given up while a step is at work', () => {
  let town: TestTown
  let folder: string
  let census: CensusFolder
  beforeAll(async () => {
    town = await testTown({ startsOn: '2026-11-20' })
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-given-up-'))
    census = censusFolder()
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    census.remove()
    await town.stop()
  })

  /** Whoever gives up does it at the moment in which something is written: no waiting, no luck. */
  const givenUpAt = async (moment: string, work: () => Promise<void>): Promise<void> => {
    const admin = new Client({ connectionString: town.url })
    await admin.connect()
    await admin.query(`
      create or replace function give_up() returns trigger language plpgsql as $$ begin
        update import_run set state = 'given-up' where state in ('reading', 'previewing', 'applying'); return null; end $$;
      create trigger give_up after ${moment} for each statement execute function give_up()`)
    try {
      await work()
    } finally {
      await admin.query(`drop trigger give_up on ${moment.split(' on ')[1] ?? ''}`)
      await admin.end()
    }
  }

  const cases = async (): Promise<number> =>
    (await town.db.$queryRaw<{ n: number }[]>`select count(*)::int as n from case_file`)[0]?.n ?? -1

  it.each([
    ['reading', 'insert on import_case'],
    ['looking ahead', 'update of previewed on import_case'],
  ])('while it is %s brings nothing in', async (_, moment) => {
    smallExtract(folder, TWO_FAMILIES)
    await givenUpAt(moment, async () => {
      const { runId, touched } = await importInto(town, { folder })
      expect(await importProgress(town.db, runId)).toMatchObject({ state: 'given-up', cases: { applied: 0 } })
      expect(touched).toEqual([])
    })
    expect(await cases()).toBe(0)
  })

  it('while a census is brought in stops behind the children at hand', async () => {
    const children = Array.from({ length: 41 }, (_, index) => childEl(`C${String(index)}`, []))
    const file = census.write(DECLARATION + xmlOf(message(children)))
    await givenUpAt('update of applied_at on import_case', async () => {
      const { runId } = await importInto(town, { source: 'census', folder: file })
      expect(await importProgress(town.db, runId)).toMatchObject({ state: 'given-up', cases: { applied: 20 } })
    })
    const { runId } = await importInto(town, { source: 'census', folder: file })
    expect(await importProgress(town.db, runId)).toMatchObject({ state: 'done', cases: { applied: 41 } })
  })

  it('half way leaves what it found to the next run', async () => {
    smallExtract(folder, TWO_FAMILIES)
    await importInto(town, { folder })
    smallExtract(folder, { ...TWO_FAMILIES, ssd_cin_episodes: [referral('2', '101')] })
    await givenUpAt('update of applied_at on import_case', async () => {
      const { runId } = await importInto(town, { folder })
      expect((await importProgress(town.db, runId))?.state).toBe('given-up')
    })
    const { runId } = await importInto(town, { folder })
    expect(await importFindings(town.db, runId)).toMatchObject([{ kind: 'vanished', record: '1', news: 'new' }])
  })
})
