import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { ExtractRefused } from '../../activities/import/finding'
import type { ImportedEvent, ImportedFamily } from '../../activities/import/imported'
import { readSsdExtract, type SsdExtract } from '../../activities/import/ssdExtract'
import { SSD_TABLE_NAMES } from '../../activities/import/ssdTables'
import { EXAMPLE_DAY } from './fieldMap/exampleRows'
import { exampleRows } from './fieldMap/importExample'
import { harm, type Harm } from './fuzz/mutation'
import { mutated } from './fuzz/mutated'
import { lostProblems, refusalProblems, wholeProblems } from './fuzz/wholeProblems'
import { smallExtract } from './smallExtract'
import { SEED } from '../seed'

const CASES = 5_000
const LONGEST = 5_000 // milliseconds

// A run that fails prints its path: put it beside `seed` to see that case again.
describe('a file of an extract harmed at random', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-fuzz-'))
  smallExtract(folder, exampleRows())
  const file = (table: string): string => path.join(folder, `${table}.csv`)
  const sound = new Map(SSD_TABLE_NAMES.map((table) => [table, readFileSync(file(table), 'latin1')]))
  const rowsBut = (harmed: string): Record<string, number> =>
    Object.fromEntries(
      SSD_TABLE_NAMES.filter((table) => table !== harmed).map((table) => [table, exampleRows()[table]?.length ?? 0]),
    )
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** What becomes of an extract with this harm done. Anything but a result or a refusal is thrown on. */
  const taken = async ({ table, mutations }: Harm): Promise<SsdExtract | ExtractRefused> => {
    writeFileSync(file(table), mutated(sound.get(table) ?? '', mutations))
    try {
      return await readSsdExtract(folder, EXAMPLE_DAY)
    } catch (error) {
      if (error instanceof ExtractRefused) return error
      throw error
    } finally {
      writeFileSync(file(table), sound.get(table) ?? '', 'latin1')
    }
  }

  const problemsOf = (result: SsdExtract | ExtractRefused, { table }: Harm): readonly string[] =>
    result instanceof ExtractRefused
      ? refusalProblems(result, table)
      : [...wholeProblems(result), ...lostProblems(result, rowsBut(table))]

  it(`is refused with a sentence that names it, or what is taken is whole (${String(CASES)} files)`, async () => {
    const seen = { refused: 0, findings: 0, none: 0 }
    await fc.assert(
      fc.asyncProperty(harm, async (done) => {
        const started = performance.now()
        const result = await taken(done)
        expect(performance.now() - started).toBeLessThan(LONGEST)
        const outcome = result instanceof ExtractRefused ? 'refused' : result.findings.length > 0 ? 'findings' : 'none'
        seen[outcome] += 1
        expect(problemsOf(result, done)).toEqual([])
      }),
      { numRuns: CASES, seed: SEED },
    )
    // All three happen often, or the harm is too great or too small to show anything.
    for (const often of Object.values(seen)) expect(often).toBeGreaterThan(CASES / 20)
  })

  it('the checks refuse what is not whole', async () => {
    const sane = await readSsdExtract(folder, EXAMPLE_DAY)
    const rows = { ...rowsBut(''), ssd_cp_visits: 2 }
    expect(wholeProblems(sane)).toEqual([])
    expect(lostProblems(sane, rowsBut(''))).toEqual([])
    expect(lostProblems(sane, rows)).toEqual(['ssd_cp_visits: 2 rows, 1 taken'])
    expect(refusalProblems(new ExtractRefused('Something went wrong.'), 'ssd_person')).toHaveLength(1)
    const [one, two, ...others] = sane.families
    const spoiled = (change: Partial<ImportedFamily>): readonly string[] =>
      wholeProblems({ ...sane, families: [{ ...one!, ...change }, two!, ...others] })
    const event = one!.events[0]!
    expect(spoiled({ events: two!.events })).toContain('two things have one id')
    expect(spoiled({ events: [{ ...event, on: '2026-02-30' }] })[0]).toMatch(/is on 2026-02-30$/)
    expect(spoiled({ events: [{ ...event, on: '2026-11-21' }] })[0]).toMatch(/is on 2026-11-21$/)
    expect(spoiled({ events: [{ ...event, children: [two!.children[0]!.id] }] })[0]).toMatch(/unknown child$/)
    expect(spoiled({ events: [{ ...event, data: {} } as ImportedEvent] })[0]).toMatch(/Fields of/)
    expect(spoiled({ events: one!.events.filter(({ kind }) => kind !== 'referral-received') })[0]).toMatch(
      /not there: referral$/,
    )
    expect(spoiled({ children: [] })).toContain('a child is in no case')
    expect(spoiled({ teamId: 'nowhere' })[0]).toMatch(/a team that is not there$/)
    expect(spoiled({ sourceId: 'a\u0000' })).toEqual(['there is a NUL or half a letter'])
  })
})
