import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ALL_PERMISSIONS } from '../../domain/access/permissions'

const ROOT = path.join(__dirname, '..', '..')
const PAGE = path.join(ROOT, 'docs', 'access.md')

describe('docs/access.md', () => {
  it('is what `npm run docs:access` gives now; run it again where it differs', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-page-'))
    try {
      const file = path.join(folder, 'page.md')
      execFileSync(process.execPath, [path.join(ROOT, 'tools', 'access-page.cjs'), file])
      expect(readFileSync(PAGE, 'utf8')).toBe(readFileSync(file, 'utf8'))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('has one line for each permission, in the order of the table', () => {
    const lines = [...readFileSync(PAGE, 'utf8').matchAll(/^\| `([a-z-]+)` \| \S.* \|$/gm)].map(([, name]) => name)
    expect(lines).toEqual([...ALL_PERMISSIONS])
  })
})
