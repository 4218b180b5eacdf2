import { spawnSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromiumProgram } from '../browser/tools/chromiumProgram'

const ROOT = path.join(__dirname, '..', '..')
const FAILS =
  "describe('a page', () => { beforeAll(() => { throw new Error('no browser') }); it('is looked at', () => {}) })"

describe('browser tests where there is no browser', () => {
  it('are refused with the sentence of the set-up, or with how to run them', () => {
    expect(chromiumProgram({ CASECLOCK_CHROMIUM: '/opt/chromium' })).toBe('/opt/chromium')
    expect(() => chromiumProgram({ CASECLOCK_NO_CHROMIUM: 'There is no Chromium here.' })).toThrow(
      'There is no Chromium here.',
    )
    expect(() => chromiumProgram({})).toThrow('Run the tests with `npm test`, which finds a Chromium')
  })

  it.each([
    ['1', 0, /BROWSER TEST SKIPPED[^]*Tests: +1 skipped/],
    ['', 1, /no browser[^]*Tests: +1 failed/],
  ])('are skipped, counted as skipped, only with CASECLOCK_WITHOUT_BROWSER=1: %j', (without, code, words) => {
    const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'caseclock-without-browser-')))
    writeFileSync(path.join(folder, 'a.test.js'), FAILS)
    const config = {
      rootDir: folder,
      setupFilesAfterEnv: [path.join(ROOT, 'test', 'browser', 'withoutBrowser.ts')],
      transform: { '[.]ts$': [require.resolve('@swc/jest'), { module: { type: 'commonjs' } }] },
    }
    const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js')
    const { status, stderr } = spawnSync(process.execPath, [jest, '-i', '--config', JSON.stringify(config)], {
      cwd: folder,
      env: { ...process.env, CASECLOCK_WITHOUT_BROWSER: without },
      encoding: 'utf8',
    })
    rmSync(folder, { recursive: true, force: true })
    expect(stderr).toMatch(words)
    expect(status).toBe(code)
  })
})
