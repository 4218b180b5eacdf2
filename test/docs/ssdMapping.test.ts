import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { SSD_HEADERS } from '../../client/demo-county/ssdHeaders'

const ROOT = path.join(__dirname, '..', '..')
const PAGE = path.join(ROOT, 'docs', 'ssd-mapping.md')

describe('docs/ssd-mapping.md', () => {
  it('is what `npm run docs:mapping` gives now; run it again where it differs', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-page-'))
    try {
      const file = path.join(folder, 'page.md')
      execFileSync(process.execPath, [path.join(ROOT, 'tools', 'mapping-page.cjs'), file])
      expect(readFileSync(PAGE, 'utf8')).toBe(readFileSync(file, 'utf8'))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('has one line for each column of each table', () => {
    const lines = [...readFileSync(PAGE, 'utf8').matchAll(/^\| `(\w+)` \| \S.* \|$/gm)].map(([, field]) => field)
    const columns = Object.values(SSD_HEADERS).flatMap((header) => [...header])
    expect(lines.filter((field) => !field?.startsWith('ssd_')).sort()).toEqual(columns.sort())
  })
})
