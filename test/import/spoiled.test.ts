import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { readSsdExtract, type SsdExtract } from '../../activities/import/ssdExtract'

const DATA = path.resolve(__dirname, '../../../shared/data/northmoor')
const TAKEN: Readonly<Record<string, string>> = { 'reject row': 'rejected', 'accept with warning': 'warning' }

interface Defect {
  readonly id: string
  readonly file: string
  readonly record_id: string
  readonly line: string
  readonly field: string
  readonly importer_should: string
}

// The county lies beside the project, not in it: where it is missing these tests are skipped.
const withCounty = existsSync(DATA) ? describe : describe.skip

withCounty('the spoiled copy of Northmoor (its defects.csv; skipped without ../shared/data)', () => {
  let extract: SsdExtract
  let defects: readonly Defect[]

  beforeAll(async () => {
    extract = await readSsdExtract(path.join(DATA, 'ssd-dirty'), '2026-11-20')
    const all = parse<Defect>(readFileSync(path.join(DATA, 'defects.csv'), 'utf8'), { columns: true })
    defects = all.filter(({ file }) => file.startsWith('ssd-dirty/'))
  })

  it('gives a finding for each defect that asks for one: file, line, record, field and what was done', () => {
    const asked = defects
      .filter(({ importer_should: should }) => should in TAKEN)
      .map(
        (one) =>
          `${path.basename(one.file)} ${one.line} ${one.record_id} ${one.field} ${TAKEN[one.importer_should] ?? ''}`,
      )
    const found = extract.findings.map(
      (one) => `${one.file} ${one.line ?? ''} ${one.record ?? ''} ${one.field ?? ''} ${one.taken}`,
    )
    expect(found).toEqual(expect.arrayContaining(asked))
    // One more: the child whose family id is missing becomes a case of its own.
    expect(found.filter((one) => !asked.includes(one))).toEqual(['ssd_person.csv 211 7100872 pers_person_id warning'])
  })

  it('takes every other row', () => {
    const counts = JSON.parse(readFileSync(path.join(DATA, 'counts.json'), 'utf8')) as {
      dirty: { ssd_tables: Record<string, { loaded: number }> }
    }
    expect(extract.read).toEqual(
      Object.fromEntries(Object.entries(counts.dirty.ssd_tables).map(([table, { loaded }]) => [table, loaded])),
    )
  })
})
