import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { importFindings } from '../../client/queries/importFindings'
import { importProgress } from '../../client/queries/importProgress'
import { smallExtract, ONE_CHILD } from '../import/smallExtract'
import { importInto, type ImportedInto } from '../servers/importInto'
import { testTown, type TestTown } from '../servers/testTown'

const OTHER = { pers_person_id: '200', pers_forename: 'Rowan', pers_surname: 'Inkwell', pers_dob: '2018-01-05' }

describe('a case that cannot be brought up to date', () => {
  let town: TestTown
  let pg: Client
  let folder: string
  let poisoned: ImportedInto
  const casesAndFacts = () => town.db.$queryRaw<{ ref: string; facts: number }[]>`
    select ref, (select count(*) from chronology_event e where e.case_id = c.id)::int as facts from case_file c order by ref`

  beforeAll(async () => {
    town = await testTown({ startsOn: '2026-11-20' })
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-poison-'))
    smallExtract(folder, {
      ssd_person: [...ONE_CHILD.ssd_person, OTHER],
      ssd_family: [...ONE_CHILD.ssd_family, { fami_table_id: '1001', fami_family_id: '600', fami_person_id: '200' }],
      ssd_contacts: ['100', '200'].map((child) => ({
        cont_contact_id: `c${child}`,
        cont_person_id: child,
        cont_contact_date: '2026-11-02',
        cont_contact_source_code: '1A',
      })),
    })
    pg = new Client({ connectionString: town.url })
    await pg.connect()
    await pg.query(`create function poison() returns trigger language plpgsql as $$ begin
      if new.source_record = 'ssd_contacts/c100' then raise exception 'poisoned' using errcode = '22000'; end if; return new; end $$`)
    await pg.query('create trigger poison before insert on chronology_event for each row execute function poison()')
    poisoned = await importInto(town, { folder })
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true })
    await pg.end()
    await town.stop()
  })

  it('is left as it was, and the others are taken', async () => {
    expect(await casesAndFacts()).toEqual([{ ref: 'N-600', facts: 1 }])
    expect((await importProgress(town.db, poisoned.runId))?.state).toBe('done')
  })

  it('is a finding for whoever looks after the program, without the words of the error', async () => {
    const findings = (await importFindings(town.db, poisoned.runId)).filter(({ kind }) => kind === 'not-taken')
    expect(findings).toEqual([expect.objectContaining({ record: '100', taken: 'rejected' })])
    expect(findings[0]?.problem).toContain('could not be brought up to date')
    expect(findings[0]?.problem).not.toContain('poisoned')
  })

  it('is tried again by the next import, though nothing changed upstream', async () => {
    await pg.query('drop trigger poison on chronology_event')
    const { runId } = await importInto(town, { folder })
    expect(await casesAndFacts()).toEqual([
      { ref: 'N-500', facts: 1 },
      { ref: 'N-600', facts: 1 },
    ])
    expect((await importFindings(town.db, runId)).filter(({ kind }) => kind === 'not-taken')).toEqual([
      expect.objectContaining({ record: '100', news: 'gone' }),
    ])
  })
})
