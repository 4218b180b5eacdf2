import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readSsdExtract } from '../../activities/import/ssdExtract'
import { writeDemoCounty } from '../../client/demo-county/writeDemoCounty'
import { SSD_TABLE_NAMES } from '../../activities/import/ssdTables'

describe('an extract with something wrong', () => {
  let folder: string
  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-extract-'))
    await writeDemoCounty({ folder, today: '2026-11-20', families: 8 })
    rmSync(path.join(folder, 'manifest.json'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const read = () => readSsdExtract(folder, '2026-11-20')
  const table = (name: string): string => path.join(folder, `${name}.csv`)
  const lines = (name: string): string[] => readFileSync(table(name), 'utf8').trimEnd().split('\n')
  const change = (name: string, line: number, column: string, value: string): void => {
    const all = lines(name).map((text) => text.split(','))
    const index = all[0]!.indexOf(column)
    all[line - 1]![index] = value
    writeFileSync(table(name), `${all.map((cells) => cells.join(',')).join('\n')}\n`)
  }

  it('without a defect has no finding', async () => {
    expect((await read()).findings).toEqual([])
  })

  it.each(SSD_TABLE_NAMES)('that lacks %s is refused by name', async (name) => {
    rmSync(table(name))
    await expect(read()).rejects.toThrow(`${name}.csv`)
  })

  it('that is no extract at all is refused, and so is a folder that is not there', async () => {
    const empty = mkdtempSync(path.join(os.tmpdir(), 'caseclock-empty-'))
    await expect(readSsdExtract(empty, '2026-11-20')).rejects.toThrow('is no extract')
    rmSync(empty, { recursive: true })
    await expect(readSsdExtract(empty, '2026-11-20')).rejects.toThrow('There is no folder')
  })

  it('a table cut short against its manifest is refused', async () => {
    await writeDemoCounty({ folder, today: '2026-11-20', families: 8 })
    appendFileSync(table('ssd_cp_visits'), '1,2,3')
    await expect(read()).rejects.toThrow('ssd_cp_visits.csv is not the file its manifest.json describes')
  })

  it('a missing column is refused with file and line', async () => {
    change('ssd_cp_reviews', 1, 'cppr_cp_review_date', 'other')
    await expect(read()).rejects.toThrow(/ssd_cp_reviews.csv, line 1: .*cppr_cp_review_date/)
  })

  it.each([
    ['2026-02-30', 'is not a day that exists'],
    ['30/03/2026', 'is not a day that exists'],
    ['2026-11-21', 'lies after 2026-11-20'],
  ])('a visit on %s is left out with file, line and field', async (value, problem) => {
    change('ssd_cp_visits', 3, 'cppv_cp_visit_date', value)
    const { findings, read: taken } = await read()
    expect(findings).toEqual([
      expect.objectContaining({
        file: 'ssd_cp_visits.csv',
        line: 3,
        field: 'cppv_cp_visit_date',
        taken: 'rejected',
        problem: expect.stringContaining(problem) as string,
      }),
    ])
    expect(taken['ssd_cp_visits']).toBe(lines('ssd_cp_visits').length - 2)
  })

  it('a visit to an unknown child, and a row cut short, are left out; everything else is taken', async () => {
    change('ssd_cp_visits', 2, 'cppv_person_id', '42')
    appendFileSync(table('ssd_cin_visits'), '99999,1\n')
    const { findings } = await read()
    expect(findings.map(({ file, field, taken }) => `${file} ${field ?? ''} ${taken}`)).toEqual(
      ['ssd_cp_visits.csv cppv_person_id rejected', 'ssd_cin_visits.csv  rejected'].sort((a, b) => (a < b ? -1 : 1)),
    )
  })

  it('dates with a time of day, columns in another order and unknown columns are no defect', async () => {
    const before = JSON.stringify((await read()).families)
    const all = lines('ssd_cp_visits').map((text) => text.split(','))
    const at = all[0]!.indexOf('cppv_cp_visit_date')
    const turned = all.map((cells, index) =>
      [
        ...cells.map((cell, column) => (index > 0 && column === at ? `${cell} 00:00:00.000` : cell)),
        index === 0 ? 'extra' : '',
      ].reverse(),
    )
    writeFileSync(table('ssd_cp_visits'), `${turned.map((cells) => cells.join(',')).join('\n')}\n`)
    const after = await read()
    expect(after.findings).toEqual([])
    expect(JSON.stringify(after.families)).toBe(before)
  })
})
