import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { applyBatch } from '../../activities/import/run/applyBatch'
import { extractCases } from '../../activities/import/run/extractCases'
import { loadRun, type ImportRun } from '../../activities/import/run/importRun'
import { pendingCases } from '../../activities/import/run/pendingCases'
import { stageTable } from '../../activities/import/run/stageTable'
import { importFindings } from '../../client/queries/importFindings'
import { startImport } from '../../client/commands/startImport'
import { smallExtract } from '../import/smallExtract'
import { importInto, takeOn } from '../servers/importInto'
import { quietTown, type QuietTown } from '../servers/quietTown'

const contact = (id: string, source = '4A') => ({
  ...{
    cont_contact_id: id,
    cont_person_id: '100',
    cont_contact_date: `2026-11-0${id}`,
    cont_contact_source_code: source,
  },
})
const CONTACTS = ['1', '2', '3', '4', '5'].map((id) => contact(id))
/** The first comes before the others, the second says something else, the third cannot be read, the fourth is gone, the fifth is as it was. */
const NEXT_DAY = [contact('9'), contact('1'), contact('2', '2A'), contact('3'), contact('5')]

describe('an extract of the next day', () => {
  let quiet: QuietTown
  let folder: string
  beforeEach(async () => {
    quiet = await quietTown('2026-11-23')
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-differs-'))
    smallExtract(folder, { ssd_contacts: CONTACTS })
    await importInto(quiet, { folder })
    smallExtract(folder, { ssd_contacts: NEXT_DAY })
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await quiet.stop()
  })

  /** Takes a cell away from the row of a contact. */
  const spoil = (id: string): void => {
    const file = path.join(folder, 'ssd_contacts.csv')
    const lines = readFileSync(file, 'utf8').split('\n')
    const spoilt = lines.map((line) => (line.startsWith(`"${id}"`) ? line.replace(/,[^,]*$/, '') : line))
    writeFileSync(file, spoilt.join('\n'))
  }
  const begun = async (wait = false): Promise<ImportRun> => {
    const run = await loadRun(quiet.db, await startImport(quiet, { source: 'ssd', folder, wait, actorId: null }))
    if (run === undefined) throw new Error('The import did not begin.')
    return run
  }
  const staged = () => quiet.db.$queryRaw<unknown[]>`
    select record, standing, line, cells is not null as told from import_row where tbl = 'ssd_contacts' order by record`
  const kept = () => quiet.db.$queryRaw<{ record: string }[]>`
    select record, line, gone_on is not null as gone, cells->>'cont_contact_source_code' as said
    from upstream_row where tbl = 'ssd_contacts' order by record`

  it('is kept as far as it says something else: rows that came, moved, cannot be read, or are gone', async () => {
    spoil('3')
    await stageTable(quiet.db, await begun(), 'ssd_contacts', () => undefined)
    expect(await staged()).toEqual([
      { record: '1', standing: 'moved', line: 3, told: false },
      { record: '2', standing: 'came', line: 4, told: true },
      { record: '3', standing: 'unreadable', line: 0, told: false },
      { record: '4', standing: 'gone', line: 0, told: false },
      { record: '9', standing: 'came', line: 2, told: true },
    ])
  })

  it('leaves behind what it says, on the lines where it says it, and a row that cannot be read as it was', async () => {
    spoil('3')
    const { runId } = await importInto(quiet, { folder })
    expect(await kept()).toEqual([
      { record: '1', line: 3, gone: false, said: '4A' },
      { record: '2', line: 4, gone: false, said: '2A' },
      { record: '3', line: 4, gone: false, said: '4A' },
      { record: '4', line: 5, gone: true, said: '4A' },
      { record: '5', line: 6, gone: false, said: '4A' },
      { record: '9', line: 2, gone: false, said: '4A' },
    ])
    const found = await importFindings(quiet.db, runId)
    expect(found.map(({ kind, record }) => `${kind} ${record ?? ''}`)).toEqual(
      expect.arrayContaining(['unreadable-row 3', 'vanished 4']),
    )
    expect((await importInto(quiet, { folder })).touched).toEqual([])
  })

  it('takes a row that was gone as it was before, when it stands there again', async () => {
    await importInto(quiet, { folder })
    smallExtract(folder, { ssd_contacts: CONTACTS })
    await importInto(quiet, { folder })
    expect((await kept()).find(({ record }) => record === '4')).toMatchObject({ gone: false })
  })

  it('of a run that was given up, a worker that wakes in the middle of it brings nothing in', async () => {
    const waiting = await begun(true)
    await takeOn(quiet, waiting.id)
    const cases = await pendingCases(quiet.db, waiting.id, 'apply', 50)
    expect(cases).toHaveLength(1)
    const source = await extractCases(quiet.db, waiting)
    await source.ahead(cases)
    await quiet.db.$executeRaw`update import_run set state = 'given-up' where id = ${waiting.id}::uuid`
    const before = await kept()
    expect(await applyBatch(quiet.db, waiting, cases, source)).toEqual([])
    expect(await kept()).toEqual(before)
    expect(await pendingCases(quiet.db, waiting.id, 'apply', 50)).toHaveLength(1)
    await quiet.db.$executeRaw`update import_run set state = 'applying' where id = ${waiting.id}::uuid`
    expect(await applyBatch(quiet.db, waiting, cases, source)).toHaveLength(1)
  })
})
