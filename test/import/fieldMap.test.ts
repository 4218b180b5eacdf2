import { readFileSync } from 'node:fs'
import { SSD_TABLES, SSD_TABLE_NAMES, type SsdTable } from '../../activities/import/ssdTables'
import { SSD_HEADERS } from '../../client/demo-county/ssdHeaders'
import { payloadProblem } from '../../domain/chronology/eventKinds'
import { FIELD_MAP, NOT_READ, usesOf } from './fieldMap/fieldMap'
import { notUsed, used } from './fieldMap/fieldUse'
import { exampleRows, importRows } from './fieldMap/importExample'
import { entryProblem, proofProblem, unusedProblem } from './fieldMap/proofProblem'
import { SSD_FIELDS, withSharedData } from '../sharedData'

const entries = SSD_TABLE_NAMES.flatMap((table) => usesOf(table).map(([field, use]) => ({ table, field, use })))
const isUsed = (table: SsdTable, field: string): boolean =>
  usesOf(table).some(([name, use]) => name === field && 'makes' in use)

describe('the field map', () => {
  it.each(SSD_TABLE_NAMES)('says of every column of %s what becomes of it, and of no other', (table) => {
    expect(Object.keys(FIELD_MAP[table])).toEqual(SSD_HEADERS[table])
  })

  it('has a proof for every entry', () => {
    const problems = entries.map(({ field, use }) => [field, entryProblem(use)])
    expect(problems.filter(([, problem]) => problem !== undefined)).toEqual([])
  })

  it('rests on an example without a finding and with valid events', async () => {
    const { findings, families } = await importRows(exampleRows())
    expect(findings).toEqual([])
    const problems = families.flatMap(({ events }) => events.map(({ kind, data }) => payloadProblem(kind, data)))
    expect(problems.filter((problem) => problem !== undefined)).toEqual([])
  })

  it('asks for no column that nothing is made of', () => {
    const idle = SSD_TABLE_NAMES.flatMap((table) => SSD_TABLES[table].filter((field) => !isUsed(table, field)))
    expect(idle).toEqual([])
  })

  it('knows which columns are used where they are there, and not needed', () => {
    const needed = new Set<string>(SSD_TABLE_NAMES.flatMap((table) => [...SSD_TABLES[table]]))
    const spare = entries.filter(({ field, use }) => 'makes' in use && !needed.has(field)).map(({ field }) => field)
    expect(spare).toEqual(['cinv_cin_plan_id', 'cppl_cp_plan_latest_category', 'cppv_cp_plan_id'])
  })
})

describe('a field that is used changes what the map says, and nothing else', () => {
  const proofs = entries.flatMap(({ table, field, use }) =>
    'makes' in use
      ? use.proofs.map((proof) => ({
          title: `${table}.${field}${proof.row === undefined ? '' : ` of ${proof.row}`} → ${proof.to || 'empty'}: ${proof.changes.join(', ') || 'nothing'}`,
          check: () => proofProblem(table, field, proof),
        }))
      : [],
  )
  it.each(proofs)('$title', async ({ check }) => {
    expect(await check()).toBeUndefined()
  })
})

describe('a field that is not used changes nothing', () => {
  const values = entries.flatMap(({ table, field, use }) =>
    'notUsed' in use
      ? use.values.map((value) => ({
          title: `${table}.${field} → ${value}`,
          check: () => unusedProblem(table, field, value),
        }))
      : [],
  )
  it.each(values)('$title', async ({ check }) => {
    expect(await check()).toBeUndefined()
  })

  it.each(Object.keys(NOT_READ))('nor does the table %s', async (table) => {
    const file = { [`${table}.csv`]: `${table}_id,${table}_person_id\n1,100\n` }
    expect(await importRows(exampleRows(), file)).toEqual(await importRows(exampleRows()))
  })
})

describe('the checks refuse', () => {
  it('a field said to be used that changes nothing', async () => {
    const lie = { to: 'N1', changes: ['referral-received source'] } as const
    expect(await proofProblem('ssd_cin_episodes', 'cine_cin_primary_need_code', lie)).toBe(
      'Said to change referral-received source; changes nothing.',
    )
    expect(entryProblem(used('Nothing, really.', { to: 'N1', changes: [] }))).toMatch(/no proof/)
  })

  it('a field said to change less than it does', async () => {
    const half = { to: '2026-02-28', changes: ['referral-received on'] } as const
    expect(await proofProblem('ssd_cin_episodes', 'cine_referral_date', half)).toBe(
      'Said to change referral-received on; changes referral-decided on, referral-received on.',
    )
  })

  it('a field said not to be used that changes something', async () => {
    expect(await unusedProblem('ssd_cp_visits', 'cppv_cp_visit_seen', 'N')).toBe(
      'Said not to be used; N changes visit-made seen.',
    )
    expect(entryProblem(notUsed('', 'N'))).toMatch(/why/)
  })

  it('a change to the value that is there, and to a record that is not', async () => {
    expect(await proofProblem('ssd_cp_visits', 'cppv_cp_visit_seen', { to: 'Y', changes: [] })).toMatch(/already/)
    await expect(
      proofProblem('ssd_cp_visits', 'cppv_cp_visit_seen', { row: 'w77', to: 'N', changes: [] }),
    ).rejects.toThrow(/no record w77/)
  })
})

withSharedData('the published list of tables and fields (ssd-fields.csv)', () => {
  const rows = readFileSync(SSD_FIELDS, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

  it.each(SSD_TABLE_NAMES)('%s has the columns of our copy, in its order', (table) => {
    expect(rows.filter(([of]) => of === table).map(([, field]) => field)).toEqual(SSD_HEADERS[table])
  })

  it('has no table that is neither read nor said not to be', () => {
    const tables = new Set(rows.map(([table]) => table))
    expect([...tables].sort()).toEqual([...SSD_TABLE_NAMES, ...Object.keys(NOT_READ)].sort())
  })
})
