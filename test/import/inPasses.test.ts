import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ExtractRefused } from '../../activities/import/finding'
import type { ImportedFamily } from '../../activities/import/imported'
import { eachFamily, readSsdExtract } from '../../activities/import/ssdExtract'
import { writeDemoCounty } from '../../client/demo-county/writeDemoCounty'

const TODAY = '2026-11-20'

describe('an extract with more rows than are held at once', () => {
  let folder: string
  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-passes-'))
    await writeDemoCounty({ folder, today: TODAY, families: 20 })
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  const inSome = async (rowsAtOnce: number) => {
    const families: ImportedFamily[] = []
    const around = await eachFamily(folder, TODAY, (family) => void families.push(family), rowsAtOnce)
    return { ...around, families }
  }

  it('says in several passes what it says in one: families, counts, and each finding once', async () => {
    rmSync(path.join(folder, 'manifest.json'))
    const file = path.join(folder, 'ssd_cp_visits.csv')
    const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n')
    const wrong = rows.map((row, index) => (index % 7 === 0 ? row.replace(/\d{4}-\d\d-\d\d/, '2026-02-31') : row))
    writeFileSync(file, `${[header, ...wrong, `x1,nobody,,2026-01-05,Y,Y,Y`].join('\n')}\n`)
    const whole = await readSsdExtract(folder, TODAY)
    expect(new Set(whole.findings.map(({ kind }) => kind))).toEqual(new Set(['not-a-day', 'unknown-record']))
    const families = jest.fn()
    await eachFamily(folder, TODAY, families, 250)
    expect(families).toHaveBeenCalledTimes(whole.families.length)
    expect(await inSome(250)).toEqual(whole)
  })

  it('is refused when one family alone has more', async () => {
    await expect(inSome(30)).rejects.toThrow(ExtractRefused)
    await expect(inSome(30)).rejects.toThrow(
      /Family \S+ has \d+ rows, and no family has more than 30. Check what was exported; nothing was imported./,
    )
  })
})
