import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { dropUpload } from '../../activities/import/run/dropUpload'
import type { ImportRun } from '../../activities/import/run/importRun'

const ID = '00000000-0000-4000-8000-000000000001'

describe('the files of an import that is over', () => {
  let base: string

  beforeEach(() => {
    base = mkdtempSync(path.join(os.tmpdir(), 'caseclock-test-'))
  })

  afterEach(() => {
    rmSync(base, { recursive: true, force: true })
  })

  const run = (folder: string, uploaded: boolean): ImportRun =>
    ({ source: 'ssd', folder, options: uploaded ? { uploaded } : {} }) as ImportRun

  test('are removed where they were uploaded for it, and nothing where they are gone', async () => {
    const folder = path.join(base, ID)
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'families.csv'), 'a family')
    await dropUpload(run(folder, true))
    expect(existsSync(folder)).toBe(false)
    await dropUpload(run(folder, true))
  })

  test('stay in a folder of the council, whatever it is called', async () => {
    for (const [name, uploaded] of [
      [ID, false],
      ['extract', true],
    ] as const) {
      const folder = path.join(base, name)
      mkdirSync(folder)
      await dropUpload(run(folder, uploaded))
      expect(existsSync(folder)).toBe(true)
    }
  })

  test('are not forgotten where they cannot be removed for a reason nobody foresaw', async () => {
    const file = path.join(base, 'no-folder')
    writeFileSync(file, '')
    await expect(dropUpload(run(path.join(file, ID), true))).rejects.toThrow('ENOTDIR')
  })
})
