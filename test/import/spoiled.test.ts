import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Finding } from '../../activities/import/finding'
import type { FindingKind } from '../../activities/import/findingKinds'
import type { ImportedChild, ImportedEvent } from '../../activities/import/imported'
import { readSsdExtract, type SsdExtract } from '../../activities/import/ssdExtract'
import { stableId } from '../../activities/import/stableId'
import { NORTHMOOR, withSharedData } from '../sharedData'

const TAKEN: Readonly<Record<string, string>> = { 'reject row': 'rejected', 'accept with warning': 'warning' }

/** What we call each defect that asks for a finding. */
const KINDS: Readonly<Record<string, FindingKind>> = {
  D01: 'end-before-start',
  D02: 'overlapping-plans',
  D03: 'wrong-code',
  D04: 'not-a-working-day',
  D05: 'review-before-plan',
  D06: 'half-recorded',
  D07: 'repeated-id',
  D08: 'no-birth-date',
  D09: 'past-eighteen',
  D10: 'formula',
  D11: 'two-families',
  D12: 'missing-value',
  D13: 'future-day',
  D14: 'not-a-day',
  D15: 'unknown-record',
  D16: 'unreadable-row',
  D17: 'unreadable-row',
  D18: 'unknown-worker',
  D20: 'unreadable-row',
  D22: 'wrong-encoding',
}

interface Defect {
  readonly id: string
  readonly kind: string
  readonly file: string
  readonly record_id: string
  readonly line: string
  readonly field: string
  readonly importer_should: string
}

const rowsOf = (file: string): readonly Readonly<Record<string, string>>[] =>
  parse<Readonly<Record<string, string>>>(readFileSync(path.join(NORTHMOOR, file)), {
    columns: true,
    bom: true,
    relax_column_count: true,
  })

const place = ({ file, line, record, field }: Finding): string =>
  `${file} ${line === null ? '' : String(line)} ${record ?? ''} ${field ?? ''}`
const placeOf = ({ file, line, record_id: record, field }: Defect): string =>
  `${path.basename(file)} ${line} ${record} ${field}`
const recordOf = ({ file, record_id: record }: Defect): string => `${path.basename(file, '.csv')}/${record}`

withSharedData('the spoiled copy of Northmoor (its defects.csv)', () => {
  const defects = (rowsOf('defects.csv') as unknown as readonly Defect[]).filter(({ file }) =>
    file.startsWith('ssd-dirty/'),
  )
  const named = (taken: (should: string) => boolean): readonly Defect[] =>
    defects.filter(({ importer_should: should }) => taken(should))
  let extract: SsdExtract
  let clean: SsdExtract

  beforeAll(async () => {
    extract = await readSsdExtract(path.join(NORTHMOOR, 'ssd-dirty'), '2026-11-20')
    clean = await readSsdExtract(path.join(NORTHMOOR, 'ssd'), '2026-11-20')
  })

  const eventsOf = (record: string): readonly ImportedEvent[] =>
    extract.families.flatMap(({ events }) => events).filter(({ source }) => source.record === record)
  const child = (id: string): ImportedChild | undefined =>
    extract.families.flatMap(({ children }) => children).find(({ sourceId }) => sourceId === id)
  const familyOf = (id: string): string | undefined =>
    extract.families.find(({ children }) => children.some(({ sourceId }) => sourceId === id))?.sourceId

  it('is what its key says: D01 to D25', () => {
    expect(defects.map(({ id }) => id)).toEqual(
      Array.from({ length: 25 }, (_, i) => `D${String(i + 1).padStart(2, '0')}`),
    )
    expect(named((should) => should in TAKEN).map(({ id }) => id)).toEqual(Object.keys(KINDS))
  })

  it.each(named((should) => should in TAKEN).map((one) => ({ ...one })))(
    '$id $kind: $importer_should, with a finding that names file, line, record and field',
    (defect) => {
      const found = extract.findings.filter((finding) => place(finding) === placeOf(defect))
      expect(found).toEqual([expect.objectContaining({ kind: KINDS[defect.id], taken: TAKEN[defect.importer_should] })])
    },
  )

  it.each(named((should) => should === 'accept with warning').map((one) => ({ ...one })))(
    '$id $kind: the finding names the value',
    (defect) => {
      const rows = rowsOf(defect.file)
      const row = rows.find((cells) => Object.values(cells).includes(defect.record_id))
      const value = defect.id === 'D22' ? 'André Blotter’s-ley' : (row?.[defect.field] ?? 'no such row')
      const [found] = extract.findings.filter((finding) => place(finding) === placeOf(defect))
      expect(found?.problem).toContain(value)
    },
  )

  it.each(named((should) => should === 'reject row').map((one) => ({ ...one })))(
    '$id $kind: nothing is taken from the row',
    (defect) => {
      expect(eventsOf(recordOf(defect))).toEqual([])
    },
  )

  it('has a finding for nothing else, but for the child whose family id is missing: it becomes a case of its own', () => {
    const asked = new Set(named((should) => should in TAKEN).map(placeOf))
    const more = extract.findings.filter((finding) => !asked.has(place(finding)))
    expect(more.map((finding) => `${place(finding)} ${finding.kind} ${finding.taken}`)).toEqual([
      'ssd_person.csv 211 7100872 pers_person_id no-family warning',
    ])
    expect(extract.findings).toHaveLength(asked.size + 1)
  })

  it('takes every other row', () => {
    const counts = JSON.parse(readFileSync(path.join(NORTHMOOR, 'counts.json'), 'utf8')) as {
      dirty: { ssd_tables: Record<string, { rows_in_file: number; rejected: number; loaded: number }> }
    }
    const tables = Object.entries(counts.dirty.ssd_tables)
    expect(extract.read).toEqual(Object.fromEntries(tables.map(([table, { loaded }]) => [table, loaded])))
    const rejected = extract.findings.filter(({ taken }) => taken === 'rejected').map(({ file }) => file)
    for (const [table, { rejected: left }] of tables)
      expect([table, rejected.filter((file) => file === `${table}.csv`).length]).toEqual([table, left])
  })

  it('makes of every row that is not named what the clean extract makes of it', () => {
    const spoiled = new Set(defects.map(recordOf))
    const told = ({ families }: SsdExtract): readonly string[] =>
      families
        .flatMap(({ events }) => events)
        .filter(({ source }) => !spoiled.has(source.record))
        .map((event) => JSON.stringify(event))
        .sort()
    expect(told(clean).length).toBeGreaterThan(10_000)
    expect(told(extract)).toEqual(told(clean))
    expect(extract.teams).toEqual(clean.teams)
    const known = ({ people }: SsdExtract) => people.filter(({ sourceId }) => sourceId !== '8000091')
    expect(known(extract)).toEqual(known(clean))
    const others = (all: SsdExtract): readonly ImportedChild[] =>
      all.families
        .flatMap(({ children }) => children)
        .filter(({ sourceId }) => !['7100257', '7100966', '7101626'].includes(sourceId))
        .sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1))
    expect(others(extract)).toEqual(others(clean))
  })

  it('D02: the older plan goes on, with its dates', () => {
    expect(eventsOf('ssd_cp_plans/4500634').map(({ kind, on }) => [kind, on])).toEqual([['plan-started', '2025-12-18']])
  })

  it('D03: the plan goes on, its category is not known', () => {
    expect(eventsOf('ssd_cp_plans/4500971').map(({ kind, on, data }) => [kind, on, data])).toEqual([
      ['plan-started', '2026-07-24', { plan: 'cpp', authority: 'ours', previousPlans: 0, category: 'neglect' }],
      ['category-changed', '2026-11-20', { category: 'not known' }],
    ])
  })

  it('D04, D06: the conference keeps its Sunday; the review without a date stays open', () => {
    expect(eventsOf('ssd_initial_cp_conference/3700075').map(({ on }) => on)).toEqual(['2023-02-19'])
    expect(eventsOf('ssd_cp_reviews/4702256')).toEqual([])
  })

  it('D07: of two rows with one id the first stands, and the finding names both lines', () => {
    const rows = rowsOf('ssd/ssd_person.csv')
    const first = rows.findIndex((row) => row['pers_person_id'] === '7101245')
    expect(child('7101245')).toMatchObject({
      forename: rows[first]?.['pers_forename'],
      bornOn: rows[first]?.['pers_dob'],
    })
    const [found] = extract.findings.filter(({ kind }) => kind === 'repeated-id')
    expect(found?.problem).toContain(`line ${String(first + 2)} and again on line 422`)
  })

  it('D08, D09, D10: the children are taken; one has no date of birth, one is nineteen, one keeps its surname as text', () => {
    expect(child('7100257')).toMatchObject({ bornOn: null, expectedOn: null })
    expect(child('7100966')).toMatchObject({ bornOn: '2007-10-31' })
    expect(child('7101626')).toMatchObject({ surname: `=cmd|' /C calc'!A0` })
  })

  it('D11, D12: the families are not merged; the child without a family is a case of its own', () => {
    const twice = rowsOf('ssd-dirty/ssd_family.csv').find((row) => row['fami_table_id'] === '5201702')
    expect(familyOf(twice?.['fami_person_id'] ?? '')).toBe('5900042')
    expect(familyOf('7100872')).toBe('child-7100872')
    const sizes = ({ families }: SsdExtract, id: string) =>
      families.find(({ sourceId }) => sourceId === id)?.children.length
    for (const id of ['5900042', '5900024']) expect(sizes(extract, id)).toBe(sizes(clean, id))
  })

  it('D18: the child has a worker whom nobody knows', () => {
    expect(eventsOf('ssd_involvements/6105490').map(({ kind, data }) => [kind, data])).toEqual([
      ['worker-allocated', { person: stableId('person', 'ssd', '8099999') }],
    ])
    expect(extract.people.map(({ sourceId }) => sourceId)).not.toContain('8099999')
  })

  it('D19, D21, D23, D24, D25 are taken as if nothing were wrong', () => {
    expect(eventsOf('ssd_contacts/1002803')).toHaveLength(1)
    expect(eventsOf('ssd_s47_enquiry/3600550').map(({ kind }) => kind)).toEqual(
      clean.families
        .flatMap(({ events }) => events)
        .filter(({ source }) => source.record === 'ssd_s47_enquiry/3600550')
        .map(({ kind }) => kind),
    )
    const files = named((should) => should === 'accept').map(({ file }) => path.basename(file))
    expect(
      extract.findings.filter(({ file, field }) => files.includes(file) && field !== 'cont_contact_outcome_json'),
    ).toEqual([])
  })

  it('D22: é and ’ are read from their Windows-1252 bytes', () => {
    expect(extract.people.find(({ sourceId }) => sourceId === '8000091')?.name).toBe('André Blotter’s-ley')
  })
})
