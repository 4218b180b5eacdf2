import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import iconv from 'iconv-lite'
import { readSsdExtract, type SsdExtract } from '../../activities/import/ssdExtract'
import { SSD_TABLE_NAMES, type SsdTable } from '../../activities/import/ssdTables'
import { exampleRows, withCells } from './fieldMap/importExample'
import { EXAMPLE_DAY } from './fieldMap/exampleRows'
import { smallExtract } from './smallExtract'

type Cells = Readonly<Record<string, string>>

/** Mistakes other councils make. The spoiled copy of Northmoor has 25; these are their relatives. */
describe('an extract with a mistake that is not in the spoiled county', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-mistakes-'))
    smallExtract(folder, exampleRows())
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const read = (): Promise<SsdExtract> => readSsdExtract(folder, EXAMPLE_DAY)
  const file = (table: SsdTable): string => path.join(folder, `${table}.csv`)
  const text = (table: SsdTable): string => readFileSync(file(table), 'utf8')
  const facts = ({ findings, ...taken }: SsdExtract) => ({ ...taken, findings: findings.map(({ kind }) => kind) })
  const change = async (table: SsdTable, id: string, cells: Cells): Promise<SsdExtract> => {
    smallExtract(folder, { ...exampleRows(), [table]: withCells(exampleRows(), table, id, cells) })
    return read()
  }
  /** Kind, field and what was done of each finding. */
  const found = ({ findings }: SsdExtract): readonly (readonly [string, string | null, string])[] =>
    findings.map(({ kind, field, taken }) => [kind, field, taken])
  const recordsOf = ({ families }: SsdExtract): readonly string[] =>
    families.flatMap(({ events }) => events.map(({ source }) => source.record))

  describe('in how the files are written', () => {
    const same: readonly (readonly [string, (text: string) => string | Buffer])[] = [
      ['a byte order mark and Windows line ends', (was) => `\ufeff${was.replaceAll('\n', '\r\n')}`],
      ['the line ends of an old Macintosh', (was) => was.replaceAll('\n', '\r')],
      ['a header line that ends otherwise than the rows', (was) => was.replace('\n', '\r\n')],
      ['one row that ends otherwise than the header', (was) => was.replace(/\n(?=[^\n]*\n?$)/, '\r\n')],
      ['doubled line ends', (was) => was.replaceAll('\n', '\r\r\n')],
      ['no line end after the last row', (was) => was.trimEnd()],
      ['blank lines in between', (was) => was.replaceAll('\n', '\n\n')],
      ['cells without quotes', (was) => unquoted(was)],
      ['spaces around every cell', (was) => unquoted(was).replaceAll(',', ' , ')],
      ['columns in the reverse order', (was) => lines(was, (cells) => [...cells].reverse())],
      ['a column nobody knows', (was) => lines(was, (cells, line) => [...cells, line === 0 ? 'supplier_note' : 'x'])],
    ]
    it.each(same)('%s makes no difference', async (_, written) => {
      const straight = facts(await read())
      for (const table of SSD_TABLE_NAMES)
        if (!text(table).includes('""')) writeFileSync(file(table), written(text(table)))
      expect(facts(await read())).toEqual(straight)
    })

    it.each(['utf16-le', 'utf16-be'])('%s is refused with or without its mark, by name', async (encoding) => {
      const was = text('ssd_person')
      for (const mark of ['\ufeff', '']) {
        writeFileSync(file('ssd_person'), iconv.encode(`${mark}${was}`, encoding))
        await expect(read()).rejects.toThrow(/ssd_person\.csv, line 1: the file is UTF-16.*Export/)
      }
    })

    it('a missing column is refused with file, line and column', async () => {
      writeFileSync(
        file('ssd_cp_plans'),
        lines(text('ssd_cp_plans'), (cells) => cells.map((cell) => (cell === 'cppl_cp_plan_ola' ? 'ola' : cell))),
      )
      await expect(read()).rejects.toThrow('ssd_cp_plans.csv, line 1: column cppl_cp_plan_ola is missing')
    })

    it.each([
      ['ssd_cp_visits', 'cppv_cp_plan_id'],
      ['ssd_cin_visits', 'cinv_cin_plan_id'],
    ] as const)('%s without %s, which only checks, gives the same facts', async (table, column) => {
      const straight = facts(await read())
      writeFileSync(file(table), withoutColumn(text(table), column))
      expect(text(table)).not.toContain(column)
      expect(facts(await read())).toEqual(straight)
    })

    it('a plan without the column of its latest category goes on under the one it began with', async () => {
      await change('ssd_cp_plans', 'p1', { cppl_cp_plan_latest_category: 'PHY' })
      const kinds = async (): Promise<readonly string[]> =>
        (await read()).families.flatMap(({ events }) => events.map(({ kind }) => kind))
      const all = await kinds()
      writeFileSync(file('ssd_cp_plans'), withoutColumn(text('ssd_cp_plans'), 'cppl_cp_plan_latest_category'))
      expect(all).toContain('category-changed')
      expect(await kinds()).toEqual(all.filter((kind) => kind !== 'category-changed'))
      expect((await read()).findings).toEqual([])
    })

    it('a file cut off inside a quoted cell is refused with the reason', async () => {
      const was = text('ssd_cp_reviews')
      writeFileSync(file('ssd_cp_reviews'), was.slice(0, was.trimEnd().length - 3))
      await expect(read()).rejects.toThrow(
        /ssd_cp_reviews\.csv, line \d+: the file cannot be read to its end .*nothing was imported/,
      )
    })

    it('a file cut off between two quotes lacks cells, and its last row is left out', async () => {
      const was = text('ssd_cp_visits').trimEnd()
      writeFileSync(file('ssd_cp_visits'), was.slice(0, was.lastIndexOf(',')))
      const after = await read()
      expect(found(after)).toEqual([['unreadable-row', null, 'rejected']])
      expect(recordsOf(after)).not.toContain('ssd_cp_visits/w1')
    })
  })

  describe('in dates', () => {
    it.each([
      '2026-02-30',
      '2026-13-01',
      '2025-02-29',
      '0000-01-01',
      '1900-01-01',
      '02/03/2026',
      '46113',
      '2026-3-2',
      '2026-03-02 25:00:00',
    ])('a visit on %s is left out, and only it', async (day) => {
      const after = await change('ssd_cp_visits', 'w1', { cppv_cp_visit_date: day })
      expect(found(after)).toEqual([['not-a-day', 'cppv_cp_visit_date', 'rejected']])
      expect(after.findings[0]?.problem).toContain(day)
      expect(after.read['ssd_cp_visits']).toBe(0)
    })

    it.each(['2024-02-29', '2024-02-29 00:00:00.000', '2024-02-29 23:59:59'])(
      'a contact on %s is taken',
      async (day) => {
        const after = await change('ssd_contacts', 'k1', { cont_contact_date: day })
        expect(after.findings).toEqual([])
        expect(after.families.flatMap(({ events }) => events).find(({ kind }) => kind === 'contact-received')?.on).toBe(
          '2024-02-29',
        )
      },
    )

    it.each(['pers_dob', 'pers_death_date'])(
      'a child is never left out for a %s that does not exist',
      async (field) => {
        const after = await change('ssd_person', '100', { [field]: '2026-02-30' })
        expect(found(after)).toEqual([['not-a-day', field, 'warning']])
        expect(after.families.flatMap(({ children }) => children).map(({ sourceId }) => sourceId)).toContain('100')
      },
    )
  })

  describe('in ids', () => {
    it.each(['7.1E+06', '7,10E+06', '7101245.0', '7,101,245'])(
      '%s is what a spreadsheet makes of an id',
      async (id) => {
        const after = await change('ssd_cp_visits', 'w1', { cppv_cp_visit_id: id })
        expect(found(after)).toEqual([['mangled-id', 'cppv_cp_visit_id', 'rejected']])
      },
    )

    it.each(['7.1E+06', '100.0'])('a row of the child %s is left out', async (id) => {
      const after = await change('ssd_cp_visits', 'w1', { cppv_person_id: id })
      expect(found(after)).toEqual([['unknown-record', 'cppv_person_id', 'rejected']])
    })

    it('an id may hold letters beyond ASCII, and other rows find it', async () => {
      const rows = exampleRows()
      smallExtract(folder, {
        ...rows,
        ssd_cp_plans: withCells(rows, 'ssd_cp_plans', 'p1', { cppl_cp_plan_id: 'plan-à' }),
        ssd_cp_visits: withCells(rows, 'ssd_cp_visits', 'w1', { cppv_cp_plan_id: 'plan-à' }),
        ssd_cp_reviews: (rows.ssd_cp_reviews ?? []).map((row) =>
          row['cppr_cp_plan_id'] === 'p1' ? { ...row, cppr_cp_plan_id: 'plan-à' } : row,
        ),
      })
      const after = await read()
      expect(after.findings).toEqual([])
      expect(recordsOf(after)).toContain('ssd_cp_plans/plan-à')
    })

    it.each([
      ['ssd_contacts', 'k1', 'cont_contact_id'],
      ['ssd_family', '1002', 'fami_family_id'],
    ] as const)('%s: an id of 5,000 characters is none', async (table, record, field) => {
      const after = await change(table, record, { [field]: 'x'.repeat(5000) })
      expect(found(after)[0]).toEqual(['unreadable-row', field, 'rejected'])
      expect(after.findings[0]?.record?.length).toBeLessThan(50)
    })

    it('the finding about a NUL in an id holds none, for no database takes one', async () => {
      const after = await change('ssd_contacts', 'k1', { cont_contact_id: 'k\u00001' })
      expect(found(after)).toEqual([['unreadable-row', 'cont_contact_id', 'rejected']])
      expect(JSON.stringify(after.findings)).not.toContain('\\u0000')
    })

    it.each([
      ['ssd_cp_visits', 'w1', 'cppv_cp_plan_id', 'p2'],
      ['ssd_cp_reviews', 'v1', 'cppr_cp_plan_id', 'p2'],
      ['ssd_cin_visits', 'u1', 'cinv_person_id', '100'],
    ] as const)('%s: a row of another child’s plan is left out', async (table, record, field, value) => {
      const after = await change(table, record, { [field]: value })
      expect(found(after)).toEqual([['unknown-record', expect.stringMatching(/_plan_id$/), 'rejected']])
      expect(recordsOf(after)).not.toContain(`${table}/${record}`)
    })

    it('nor may it be the plan of a brother or sister', async () => {
      const rows = exampleRows()
      smallExtract(folder, {
        ...rows,
        ssd_family: withCells(rows, 'ssd_family', '1001', { fami_family_id: '500' }),
        ssd_cp_visits: withCells(rows, 'ssd_cp_visits', 'w1', { cppv_cp_plan_id: 'p2' }),
      })
      const after = await read()
      expect(after.families.map(({ children }) => children.length)).toEqual([2, 1])
      expect(found(after)).toEqual([['unknown-record', 'cppv_cp_plan_id', 'rejected']])
    })

    it('a row of a plan that stands there but cannot be read is not lost with it', async () => {
      const was = text('ssd_cp_plans')
      writeFileSync(file('ssd_cp_plans'), was.replace('"p1","100",', '"p1",'))
      const after = await read()
      expect(found(after)).toEqual([['unreadable-row', null, 'rejected']])
      expect(recordsOf(after)).toEqual(expect.arrayContaining(['ssd_cp_visits/w1', 'ssd_cp_reviews/v1']))
    })
  })

  describe('in text', () => {
    it.each(['=1+1', '+441234', '-2+3', '@SUM(A1)', '-cmd|x'])(
      'a name %s is kept as text, with a finding',
      async (name) => {
        const after = await change('ssd_person', '100', { pers_forename: name })
        expect(found(after)).toEqual([['formula', 'pers_forename', 'warning']])
        expect(after.families.flatMap(({ children }) => children).map(({ forename }) => forename)).toContain(name)
        const worker = await change('ssd_professionals', '12', { prof_professional_name: name })
        expect(found(worker)).toEqual([['formula', 'prof_professional_name', 'warning']])
        expect(worker.people.map((person) => person.name)).toContain(name)
      },
    )

    it.each([
      '<script>alert(1)</script>',
      'O’Brien & Sons',
      'Zoë-Anne',
      '{{ 7 * 7 }}',
      "Robert'); drop table child;--",
    ])('a name %s is kept as it is, without a finding', async (name) => {
      const after = await change('ssd_person', '100', { pers_surname: name })
      expect(after.findings).toEqual([])
      expect(after.families.flatMap(({ children }) => children).map(({ surname }) => surname)).toContain(name)
    })

    it('a finding never quotes half a letter', async () => {
      const after = await change('ssd_person', '100', { pers_surname: `=${'a'.repeat(38)}😀😀😀` })
      expect(after.findings[0]?.problem).toContain('😀… would run')
      expect(JSON.stringify(after.findings)).not.toMatch(/\\ud[89a-f]/)
    })
  })

  it.each([
    ['ssd_cin_episodes', 'r1', 'cine_referral_nfa'],
    ['ssd_s47_enquiry', 'q1', 's47e_s47_nfa'],
    ['ssd_initial_cp_conference', 'c1', 'icpc_icpc_transfer_in'],
    ['ssd_initial_cp_conference', 'c1', 'icpc_icpc_outcome_cp_flag'],
    ['ssd_cp_plans', 'p1', 'cppl_cp_plan_ola'],
    ['ssd_cp_reviews', 'v1', 'cppr_cp_review_quorate'],
    ['ssd_cp_visits', 'w1', 'cppv_cp_visit_seen'],
    ['ssd_cp_visits', 'w1', 'cppv_cp_visit_seen_alone'],
    ['ssd_cin_visits', 'u1', 'cinv_cin_visit_seen'],
    ['ssd_cin_visits', 'u1', 'cinv_cin_visit_seen_alone'],
  ] as const)('%s: `Yes` is no flag: the row %s is taken, and %s is said', async (table, record, field) => {
    const after = await change(table, record, { [field]: 'Yes' })
    expect(found(after)).toEqual([['wrong-code', field, 'warning']])
    expect(recordsOf(after)).toContain(`${table}/${record}`)
    expect((await change(table, record, { [field]: 'y' })).findings).toEqual([])
  })

  it('a review that ended a plan with `No` keeps the plan running, and is said', async () => {
    const after = await change('ssd_cp_reviews', 'v1', { cppr_cp_review_outcome_continue_cp: 'No' })
    expect(found(after)).toEqual([['half-recorded', 'cppr_cp_review_outcome_continue_cp', 'warning']])
  })
})

/** The cells of each line of a file in which every cell is quoted, turned into others. */
const lines = (text: string, turn: (cells: readonly string[], line: number) => readonly string[]): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line, index) =>
      turn(line.slice(1, -1).split('","'), index)
        .map((cell) => `"${cell}"`)
        .join(','),
    )
    .join('\n')

const unquoted = (text: string): string => text.replaceAll('"', '')

function withoutColumn(text: string, column: string): string {
  const at = (text.split('\n')[0] ?? '').slice(1, -1).split('","').indexOf(column)
  return lines(text, (cells) => cells.filter((_, index) => index !== at))
}
