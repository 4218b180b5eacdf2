import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { readSsdExtract } from '../../activities/import/ssdExtract'
import { SSD_TABLES, type SsdTable } from '../../activities/import/ssdTables'
import { writeDemoCounty } from '../../client/demo-county/writeDemoCounty'
import { readTables, writeTables, type Table, type Writing } from './extractTables'
import { FIELD_MAP } from './fieldMap/fieldMap'
import { SEED } from '../seed'

const TODAY = '2026-11-20'
const RUNS = { numRuns: 25, seed: SEED }

/** Columns that are asked for nowhere and become nothing, or only check: any of them may be empty, odd or not there. */
const CHECKS_ONLY = ['cppv_cp_plan_id', 'cinv_cin_plan_id']
const unused = (table: SsdTable, column: string): boolean => {
  const use = Object.entries(FIELD_MAP[table]).find(([name]) => name === column)?.[1]
  return use !== undefined && 'notUsed' in use
}
const spare = ({ name, header }: Table): readonly string[] =>
  header.filter((column) => unused(name, column) || CHECKS_ONLY.includes(column))

/** Takes columns away. */
function without({ name, header, rows }: Table, gone: readonly string[]): Table {
  const keep = (_: string, index: number): boolean => !gone.includes(header[index] ?? '')
  return { name, header: header.filter(keep), rows: rows.map((cells) => cells.filter(keep)) }
}

const shuffledKeys = (list: readonly unknown[]): fc.Arbitrary<number[]> =>
  fc.shuffledSubarray([...list.keys()], { minLength: list.length })

const inAnyOrder = (table: Table): fc.Arbitrary<Table> =>
  shuffledKeys(table.rows).map((order) => ({ ...table, rows: order.map((row) => table.rows[row] ?? []) }))

/** The same cells in another order of the columns. */
const turned = ({ name, header, rows }: Table, order: readonly number[]): Table => {
  const turn = (cells: readonly string[]): readonly string[] => order.map((index) => cells[index] ?? '')
  return { name, header: turn(header), rows: rows.map(turn) }
}

const repeated = (table: Table): fc.Arbitrary<Table> =>
  fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 20 }).map((repeats) => {
    const rows = [...table.rows]
    for (const [which, where] of rows.length === 0 ? [] : repeats)
      rows.splice(where % (rows.length + 1), 0, rows[which % rows.length] ?? [])
    return { ...table, rows }
  })

function filledAnyhow(table: Table): fc.Arbitrary<Table> {
  const anything = fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constant('2026-02-30'))
  const free = new Set(table.header.flatMap((name, index) => (unused(table.name, name) ? [index] : [])))
  return fc.array(anything, { minLength: 1, maxLength: 50 }).map((texts) => {
    const textAt = (place: number): string => (texts[place % texts.length] ?? '').replaceAll('\u0000', '')
    const rows = table.rows.map((cells, row) =>
      cells.map((cell, index) => (free.has(index) ? textAt(row * 7 + index) : cell)),
    )
    return { ...table, rows }
  })
}

// A run that fails prints its path: put it beside `seed` to see that case again.
describe('the same facts, written otherwise, give the same cases', () => {
  const source = mkdtempSync(path.join(os.tmpdir(), 'caseclock-straight-'))
  const target = mkdtempSync(path.join(os.tmpdir(), 'caseclock-shuffled-'))
  let straight: string
  let tables: readonly Table[]

  beforeAll(async () => {
    await writeDemoCounty({ folder: source, today: TODAY, families: 3 })
    const extract = await readSsdExtract(source, TODAY)
    straight = JSON.stringify({ ...extract, read: sorted(extract.read) })
    tables = readTables(source)
  })
  afterAll(() => {
    for (const folder of [source, target]) rmSync(folder, { recursive: true, force: true })
  })

  const sorted = (read: Readonly<Record<string, number>>): unknown => Object.entries(read).sort()
  const otherwise = async (written: readonly Table[], writing?: Writing): Promise<string> => {
    writeTables(target, written, writing)
    const extract = await readSsdExtract(target, TODAY)
    return JSON.stringify({ ...extract, read: sorted(extract.read) })
  }
  /** One random way of writing each table. */
  const each = (way: (table: Table) => fc.Arbitrary<Table>): fc.Arbitrary<readonly Table[]> =>
    fc.tuple(...tables.map(way))

  it.each([
    ['rows in any order', inAnyOrder],
    ['columns in any order', (table: Table) => shuffledKeys(table.header).map((order) => turned(table, order))],
    ['some rows twice or more, wherever they stand', repeated],
    [
      'without columns that nothing is made of',
      (table: Table) => fc.subarray([...spare(table)]).map((gone) => without(table, gone)),
    ],
    ['with any of those fields empty, or holding anything', filledAnyhow],
  ] as const)('%s', async (_, way) => {
    await fc.assert(
      fc.asyncProperty(each(way), async (written) => {
        expect(await otherwise(written)).toBe(straight)
      }),
      RUNS,
    )
  })

  it('the extract has no finding as it is', async () => {
    expect((await readSsdExtract(source, TODAY)).findings).toEqual([])
  })

  it('any line ends, with a byte order mark and without', async () => {
    for (const lineEnd of ['\n', '\r\n', '\r'])
      for (const mark of ['', '\ufeff']) expect(await otherwise(tables, { lineEnd, mark })).toBe(straight)
  })

  it('and only those: a fact that is gone is missed', async () => {
    const fewer = (name: SsdTable): readonly Table[] =>
      tables.map((table) => (table.name === name ? { ...table, rows: table.rows.slice(1) } : table))
    for (const { name } of tables.filter(({ rows }) => rows.length > 0))
      expect(await otherwise(fewer(name))).not.toBe(straight)
    for (const table of tables)
      for (const column of SSD_TABLES[table.name])
        await expect(otherwise(tables.map((one) => (one === table ? without(one, [column]) : one)))).rejects.toThrow(
          column,
        )
  })
})
