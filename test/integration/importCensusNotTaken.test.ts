import { stableId } from '../../activities/import/stableId'
import { Client } from 'pg'
import { decideImport } from '../../client/commands/decideImport'
import { importFindings } from '../../client/queries/importFindings'
import { importProgress } from '../../client/queries/importProgress'
import { censusFolder, childEl, DECLARATION, message, xmlOf, type CensusFolder, type El } from '../import/smallCensus'
import { importInto, takeOn, type ImportedInto } from '../servers/importInto'
import { quietTown, type QuietTown } from '../servers/quietTown'

const REFERRAL: El = [
  'CINdetails',
  [
    ['CINreferralDate', '2026-01-05'],
    ['ReferralSource', '3A'],
  ],
]
const BIRTH = '2026-01-05'

describe('a child of a census that cannot be taken', () => {
  let quiet: QuietTown
  let folder: CensusFolder
  let pg: Client
  let file: string
  let poisoned: ImportedInto
  const casesAndFacts = () => quiet.db.$queryRaw<{ ref: string; facts: number }[]>`
    select ref, (select count(*) from chronology_event e where e.case_id = c.id)::int as facts from case_file c order by ref`
  const notTaken = async (runId: string) =>
    (await importFindings(quiet.db, runId)).filter(({ kind }) => kind === 'not-taken')

  beforeAll(async () => {
    quiet = await quietTown('2026-11-20')
    folder = censusFolder()
    file = folder.write(DECLARATION + xmlOf(message(['100', '200', '300'].map((id) => childEl(id, [REFERRAL])))))
    pg = new Client({ connectionString: quiet.town.url })
    await pg.connect()
    await pg.query(`create function poison() returns trigger language plpgsql as $$ begin
      if new.source_record = '200/${BIRTH}/1' then raise exception 'poisoned' using errcode = '22000'; end if; return new; end $$`)
    await pg.query('create trigger poison before insert on chronology_event for each row execute function poison()')
    poisoned = await importInto(quiet, { source: 'census', folder: file })
  })
  afterAll(async () => {
    folder.remove()
    await pg.end()
    await quiet.stop()
  })

  it('is left as it was, and the others are taken', async () => {
    expect(await casesAndFacts()).toEqual([
      { ref: 'N-child-100', facts: 1 },
      { ref: 'N-child-300', facts: 1 },
    ])
    expect(await importProgress(quiet.db, poisoned.runId)).toMatchObject({ state: 'done', cases: { changed: 2 } })
  })

  it('is a finding in the file of the census, without the words of the error', async () => {
    const [found, ...others] = await notTaken(poisoned.runId)
    expect(others).toEqual([])
    expect(found).toMatchObject({ file: 'census.xml', record: '200', taken: 'rejected', news: 'new' })
    expect(found?.problem).toContain('could not be brought up to date')
    expect(found?.problem).not.toContain('poisoned')
  })

  it('is tried again by the next import', async () => {
    await pg.query('drop trigger poison on chronology_event')
    const { runId } = await importInto(quiet, { source: 'census', folder: file })
    expect(await casesAndFacts()).toHaveLength(3)
    expect(await notTaken(runId)).toEqual([expect.objectContaining({ record: '200', news: 'gone' })])
  })

  it('is set aside too when it is what stands in the file that cannot be made anything of, while looking ahead and after', async () => {
    const { runId } = await importInto(quiet, { source: 'census', folder: file, wait: true })
    await pg.query(`update import_row set cells = '{"name": "Child"}' where record = '300'`)
    await pg.query('update import_case set previewed = null')
    await pg.query(`update import_run set state = 'previewing' where state = 'waiting'`)
    await takeOn(quiet, runId)
    expect(await importProgress(quiet.db, runId)).toMatchObject({ state: 'waiting', cases: { previewed: 3 } })
    expect(await notTaken(runId)).toMatchObject([{ record: '300' }])
    expect(
      await decideImport(quiet, { runId, decision: 'apply', actorId: stableId('person', 'administrator') }),
    ).toBeUndefined()
    await takeOn(quiet, runId)
    expect(await importProgress(quiet.db, runId)).toMatchObject({ state: 'done', cases: { applied: 3 } })
    expect(await notTaken(runId)).toMatchObject([{ record: '300' }])
  })
})
