import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Io } from '../../client/cli/io'
import { runImports } from '../../client/cli/importsCommand'
import { stableId } from '../../activities/import/stableId'
import { decideImport } from '../../client/commands/decideImport'
import { importFindings, importRuns } from '../../client/queries/importFindings'
import { ONE_CHILD, smallExtract, type Rows } from '../import/smallExtract'
import { withManifest } from '../import/withManifest'
import { importInto } from '../servers/importInto'
import { quietTown, type QuietTown } from '../servers/quietTown'

const TWO_CHILDREN: Rows = {
  ssd_person: [
    ...ONE_CHILD.ssd_person,
    { pers_person_id: '101', pers_forename: 'Sorrel', pers_surname: 'Nibb', pers_dob: '2018-05-06' },
  ],
  ssd_family: [...ONE_CHILD.ssd_family, { fami_table_id: '1001', fami_family_id: '501', fami_person_id: '101' }],
}
const contact = (id: string, child: string, on: string): Readonly<Record<string, string>> => ({
  cont_contact_id: id,
  cont_person_id: child,
  cont_contact_date: on,
  cont_contact_source_code: '1A',
})
const NO_DAY = '31/02/2026'

describe('what an import found, beside the one before it', () => {
  let quiet: QuietTown
  let folder: string
  beforeEach(async () => {
    quiet = await quietTown('2026-11-23')
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-findings-'))
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await quiet.stop()
  })

  const take = async (rows: Rows, asAt: string, leftOut: Parameters<typeof withManifest>[2] = []): Promise<string> => {
    smallExtract(folder, { ...TWO_CHILDREN, ...rows })
    withManifest(folder, asAt, leftOut)
    return (await importInto(quiet, { folder })).runId
  }
  const found = async (runId: string): Promise<readonly string[]> =>
    (await importFindings(quiet.db, runId)).map(
      ({ news, kind, file, record }) => `${news}: ${kind} ${file} ${record ?? ''}`,
    )
  /** `caseclock imports`, with what it says and its exit code. */
  const imports = async (run: string | undefined, more: { readonly csv?: boolean; readonly json?: boolean } = {}) => {
    const before = process.env['DATABASE_URL']
    process.env['DATABASE_URL'] = quiet.town.url
    let out = ''
    const io: Io = { out: (text) => void (out += text), err: () => undefined }
    try {
      return { code: await runImports(run, { data: 'nowhere', ...more }, io), out }
    } finally {
      if (before === undefined) delete process.env['DATABASE_URL']
      else process.env['DATABASE_URL'] = before
    }
  }

  it('is new, then still there, then gone; also in a case that no row of the second extract concerns', async () => {
    const broken = contact('k1', '100', NO_DAY)
    const first = await take({ ssd_contacts: [broken] }, '2026-11-20')
    expect(await found(first)).toEqual(['new: not-a-day ssd_contacts.csv k1'])
    // Only a row about the other child comes.
    const second = await take({ ssd_contacts: [broken, contact('k2', '101', '2026-11-19')] }, '2026-11-21')
    expect(await found(second)).toEqual(['still there: not-a-day ssd_contacts.csv k1'])
    const third = await take(
      { ssd_contacts: [contact('k1', '100', '2026-11-18'), contact('k2', '101', NO_DAY)] },
      '2026-11-22',
    )
    expect(await found(third)).toEqual(['gone: not-a-day ssd_contacts.csv k1', 'new: not-a-day ssd_contacts.csv k2'])
    // What was found then is kept as it was.
    expect(await found(first)).toEqual(['new: not-a-day ssd_contacts.csv k1'])
    expect((await importRuns(quiet.db)).map(({ id, findings }) => [id, findings])).toEqual([
      [third, 1],
      [second, 1],
      [first, 1],
    ])
  })

  it('stays for a file that its manifest leaves out, whether found in a case, in reading, or in nobody’s rows', async () => {
    const contacts = {
      ssd_contacts: [
        contact('k1', '100', NO_DAY),
        contact('k2', '999', '2026-11-18'),
        contact('k3', '100', '2026-11-18'),
        contact('k3', '100', '2026-11-17'),
      ],
    }
    const all = [
      'not-a-day ssd_contacts.csv k1',
      'repeated-id ssd_contacts.csv k3',
      'unknown-record ssd_contacts.csv k2',
    ]
    expect(await found(await take(contacts, '2026-11-20'))).toEqual(all.map((one) => `new: ${one}`))
    for (const day of ['2026-11-21', '2026-11-22'])
      expect(await found(await take(contacts, day, ['ssd_contacts']))).toEqual(all.map((one) => `still there: ${one}`))
    expect(await found(await take({ ssd_contacts: [] }, '2026-11-23'))).toEqual([
      'gone: not-a-day ssd_contacts.csv k1',
      'gone: repeated-id ssd_contacts.csv k3',
      'gone: unknown-record ssd_contacts.csv k2',
      'new: vanished ssd_contacts.csv k3',
    ])
  })

  it('is compared with the last import that was done, not with one that was refused or given up', async () => {
    await take({ ssd_contacts: [contact('k1', '100', NO_DAY)] }, '2026-11-20')
    smallExtract(folder, TWO_CHILDREN)
    withManifest(folder, '2026-11-21')
    const { runId } = await importInto(quiet, { folder, wait: true })
    expect(
      await decideImport(quiet, { runId, decision: 'give-up', actorId: stableId('person', 'administrator') }),
    ).toBeUndefined()
    const third = await take({ ssd_contacts: [contact('k1', '100', NO_DAY)] }, '2026-11-22')
    expect(await found(third)).toEqual(['still there: not-a-day ssd_contacts.csv k1'])
  })

  it.each(['=', '+', '-', '@'])('in a CSV nothing that begins with %s is run by a spreadsheet', async (sign) => {
    const name = `${sign}HYPERLINK("http://x.example","a, b")`
    await take(
      {
        ssd_person: [{ ...ONE_CHILD.ssd_person[0], pers_forename: name }],
        ssd_family: ONE_CHILD.ssd_family,
        ssd_contacts: [contact(`${sign}1`, '100', NO_DAY), contact('k1', '100', `${sign}cmd`)],
      },
      '2026-11-20',
    )
    const { code, out } = await imports('last', { csv: true })
    expect(code).toBe(1)
    const rows: string[][] = parse(out, { relax_column_count: false })
    expect(rows[0]).toEqual([
      ...['kind', 'what', 'news', 'file', 'line', 'record', 'field', 'taken', 'problem', 'to do'],
    ])
    expect(rows.length).toBeGreaterThanOrEqual(3)
    expect(rows.flat().some((cell) => cell.includes(sign))).toBe(true)
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
  })

  it('is reported with counts, the first examples, and what to do', async () => {
    const bad = Array.from({ length: 5 }, (_, index) => contact(`k${String(index)}`, '100', NO_DAY))
    await take({ ssd_contacts: bad }, '2026-11-20')
    await take({ ssd_contacts: [...bad.slice(1), contact('k9', '101', NO_DAY)] }, '2026-11-21')
    const { code, out } = await imports('last')
    expect(code).toBe(1)
    expect(out).toContain(
      'Dates that do not exist or cannot be read: 5 (5 left out, 1 new, 1 gone since the last import)',
    )
    expect(out.match(/ssd_contacts\.csv, line \d+, cont_contact_date \(record k\d\)/g)).toHaveLength(3)
    expect(out).toContain('… and 2 more')
    expect(out).toContain('To do: Write the date upstream as 2026-03-02.')
  })

  it('is nothing when nothing is wrong, and an import that is not there is refused', async () => {
    const run = await take({}, '2026-11-20')
    expect(await imports('last')).toEqual({ code: 0, out: 'Nothing to find fault with.\n' })
    expect(await imports(run, { json: true })).toEqual({
      code: 0,
      out: `${JSON.stringify({ format: 1, run, findings: [] }, null, 2)}\n`,
    })
    await expect(imports('yesterday')).rejects.toThrow('There is no import yesterday. `caseclock imports` lists them.')
  })
})
