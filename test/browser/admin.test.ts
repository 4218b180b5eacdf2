import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writeDemoCounty } from '../../client/demo-county/writeDemoCounty'
import { addPerson } from '../servers/addPerson'
import { addCase, addPeople, TEAM } from '../servers/factsToEvents'
import { takeOn } from '../servers/importInto'
import { startImport } from '../../client/commands/startImport'
import { webTown, type WebTown } from '../servers/webTown'
import { axeProblems } from './tools/axeProblems'
import { keyboard } from './tools/keyboard'
import { openBrowser } from './tools/openBrowser'
import { overflows } from './tools/overflows'
import { pageWeight } from './tools/pageWeight'
import { signInAs } from './tools/signInAs'
import { smallTargets } from './tools/smallTargets'

/** With an empty cache. */
const MOST_BYTES = 250_000

const PAGES = [
  '/admin',
  '/admin/people',
  '/admin/cover',
  '/admin/rules',
  '/admin/health',
  '/admin/templates',
  '/admin/access/T-1',
]

describe('import and administration in a browser', () => {
  const browser = openBrowser()
  let town: WebTown
  let folder: string
  let run: string

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-admin-pages-'))
    await writeDemoCounty({ folder, today: '2026-03-02', families: 10 })
    town = await webTown('2026-03-02', { uploads: path.join(folder, 'uploads'), extracts: path.dirname(folder) })
    await addPeople(town.town)
    await addPerson(town.town, { key: 'admin', role: 'administrator', team: TEAM })
    await addCase(town.town, 'T-1', '2026-01-12')
    run = await startImport(town, { source: 'ssd', folder, wait: true, actorId: null })
    await takeOn(town, run)
  })
  afterAll(async () => {
    await town.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([
    [320, true],
    [1280, false],
  ] as const)('can be read and reached by everybody at %d px, scripts: %s', async (width, scripts) => {
    const visit = await browser.newVisit({ width, scripts, base: town.address })
    await signInAs(visit, 'Person admin')
    for (const address of [...PAGES, '/import', `/import/${run}`]) {
      await visit.page.goto(address)
      // Without scripts axe cannot look; what it would see is the same.
      const found = scripts ? await axeProblems(visit) : []
      expect([address, found]).toEqual([address, []])
      expect([address, await overflows(visit)]).toEqual([address, []])
      expect([address, await smallTargets(visit)]).toEqual([address, []])
    }
  })

  it('shows a run that waits and gives it up, by the keyboard, without scripts', async () => {
    const visit = await browser.newVisit({ width: 1280, scripts: false, base: town.address })
    await signInAs(visit, 'Person admin')
    await visit.page.goto(`/import/${run}`)
    expect((await keyboard(visit)).trap).toBeUndefined()
    expect((await pageWeight(visit, `/import/${run}`)).total).toBeLessThan(MOST_BYTES)
    await visit.page.getByRole('button', { name: 'Give it up' }).press('Enter')
    await visit.page.getByText('The import was given up.').waitFor()
    expect(await visit.page.getByText('Given up', { exact: true }).count()).toBeGreaterThan(0)
  })
})
