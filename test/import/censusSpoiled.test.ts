import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { compareWithKnown } from '../../activities/import/census/compareWithKnown'
import { checkCensus } from '../../activities/import/census/checkCensus'
import { ExtractRefused } from '../../activities/import/finding'
import type { KnownCase } from '../../activities/import/census/knownCase'
import { readSsdExtract } from '../../activities/import/ssdExtract'
import { censusOf, type WholeCensus } from './censusOf'
import { NORTHMOOR, withSharedData } from '../sharedData'

const TAKEN: Readonly<Record<string, string>> = { 'reject row': 'rejected', 'accept with warning': 'warning' }

interface Defect {
  readonly id: string
  readonly file: string
  readonly record_id: string
  readonly line: string
  readonly field: string
  readonly importer_should: string
}

const defects = (): readonly Defect[] =>
  parse<Defect>(readFileSync(path.join(NORTHMOOR, 'defects.csv'), 'utf8'), { columns: true }).filter(({ file }) =>
    file.endsWith('.xml'),
  )

withSharedData('the spoiled census of Northmoor (its defects.csv)', () => {
  let dirty: WholeCensus
  let clean: WholeCensus
  let live: KnownCase

  beforeAll(async () => {
    dirty = await censusOf(path.join(NORTHMOOR, 'cin-census-dirty.xml'))
    clean = await censusOf(path.join(NORTHMOOR, 'cin-census.xml'))
    const { families } = await readSsdExtract(path.join(NORTHMOOR, 'ssd'), '2026-11-20')
    live = {
      children: families.flatMap(({ children }) => children),
      events: families.flatMap(({ events }) => events),
    }
  })

  it('gives a finding for each defect that asks for one, and no other: file, line, record, field and what was done', () => {
    const found = [
      ...dirty.findings,
      ...dirty.families.flatMap((family) => compareWithKnown(family, live).disagreements),
    ]
    const asked = defects().filter(({ file, importer_should: should }) => !file.includes('/') && should in TAKEN)
    expect(asked.map(({ id }) => id)).toEqual(['D26', 'D28', 'D29', 'D30'])
    expect(found.map((one) => [one.file, one.line, one.record, one.field, one.taken].join(' ')).sort()).toEqual(
      asked.map((one) => [one.file, one.line, one.record_id, one.field, TAKEN[one.importer_should]].join(' ')).sort(),
    )
  })

  it('says which of the two sources stands', () => {
    const [finding] = dirty.families.flatMap((family) => compareWithKnown(family, live).disagreements)
    expect(finding?.problem).toBe(
      'The census says 2024-11-08, the live extract says 2024-11-07. The live extract stands; check which is right, and correct the other.',
    )
  })

  const eventsOf = (whole: WholeCensus, child: string): readonly (readonly [string, string, object])[] =>
    whole.families
      .filter(({ sourceId }) => sourceId === `child-${child}`)
      .flatMap(({ events }) => events.map(({ kind, on, data }) => [kind, on, data] as const))

  it('takes everything else as in the clean census', () => {
    const touched = new Set(['child-7100298', 'child-7100499'])
    const others = dirty.families.filter(({ sourceId }) => !touched.has(sourceId))
    expect(others.length).toBeGreaterThan(70)
    for (const { sourceId, children, events } of others)
      expect({ children, events }).toEqual({
        children: clean.families.find((family) => family.sourceId === sourceId)?.children,
        events: clean.families.find((family) => family.sourceId === sourceId)?.events,
      })
  })

  it('keeps the child whose one referral closes before it came, without that referral', () => {
    expect(dirty.families.find(({ sourceId }) => sourceId === 'child-7100298')).toMatchObject({
      open: false,
      children: [{ sourceId: '7100298', bornOn: '2017-01-27' }],
      events: [],
    })
  })

  it.each(['7100862', '7100482'])(
    'counts the plans before the plan of %s from the plans, whatever the number',
    (id) => {
      const starts = eventsOf(dirty, id).filter(([kind, , data]) => kind === 'plan-started' && 'previousPlans' in data)
      expect(starts.map(([, , data]) => data)).toEqual([expect.objectContaining({ previousPlans: 0 })])
    },
  )

  it.each([
    ['D31', 'external-entity.xml, line 2: the file has a DOCTYPE'],
    ['D32', 'entity-bomb.xml, line 2: the file has a DOCTYPE'],
    ['D33', 'truncated.xml, line'],
    ['D34', 'wrong-encoding.xml, line 1: the first line says that the encoding is UTF-16'],
  ])('%s is refused whole', async (id, says) => {
    const defect = defects().find((one) => one.id === id)
    expect(defect?.importer_should).toBe('reject file')
    const refusal = await checkCensus(path.join(NORTHMOOR, defect?.file ?? '')).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(ExtractRefused)
    expect(String(refusal)).toContain(says)
    expect(String(refusal)).toMatch(/nothing was imported\.$/)
  })
})
