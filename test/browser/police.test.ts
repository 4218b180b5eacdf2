import { addPerson } from '../servers/addPerson'
import { addCase, addPeople, PEOPLE, TEAM } from '../servers/factsToEvents'
import { webTown, type WebTown } from '../servers/webTown'
import { axeProblems } from './tools/axeProblems'
import { keyboard } from './tools/keyboard'
import { openBrowser } from './tools/openBrowser'
import { overflows } from './tools/overflows'
import { pageWeight } from './tools/pageWeight'
import { signInAs } from './tools/signInAs'
import { smallTargets } from './tools/smallTargets'

/** Bytes of a page without what browsers keep: issue 9. */
const HEAVIEST = 150 * 1024

describe('a safety plan and its police track in a browser', () => {
  const browser = openBrowser()
  let town: WebTown
  let officer: string

  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addPeople(town.town)
    officer = await addPerson(town.town, { key: 'police', role: 'police-officer', team: TEAM })
    await addCase(town.town, 'T-1', '2026-02-02')
    await addCase(town.town, 'T-2', '2026-02-23')
    await town.record({ ref: 'T-2', kind: 'handover-proposed', actorId: PEOPLE.worker, data: { to: 'team' } })
    await town.record({
      ...{ ref: 'T-1', kind: 'safety-plan-agreed', actorId: PEOPLE.worker },
      data: { how: 'verbal', reviewMode: 'six-weekly' },
    })
    await town.plan()
  }, 120_000)
  afterAll(() => town.stop())

  it.each([
    [320, true],
    [1280, false],
  ] as const)(
    'reads well at %i pixels wide, scripts: %s',
    async (width, scripts) => {
      const found: Record<string, readonly string[]> = {}
      for (const [who, paths] of [
        [officer, ['/police', '/police/cases/T-1']],
        [PEOPLE.worker, ['/cases/T-1/safety-plan', '/cases/T-1/safety-plan/write']],
        [PEOPLE.teamManager, ['/handovers']],
      ] as const) {
        const visit = await browser.newVisit({ width, scripts, base: town.address })
        await signInAs(visit, who)
        for (const path of paths) {
          const answer = await visit.page.goto(path)
          const axe = scripts ? await axeProblems(visit) : [] // it is a script itself
          const wrong = [...axe, ...(await overflows(visit)), ...(await smallTargets(visit))]
          found[path] = answer?.status() === 200 ? wrong : [`answered ${String(answer?.status())}`]
        }
      }
      expect(Object.values(found).flat()).toEqual([])
    },
    120_000,
  )

  it('shows an officer the plan by keyboard, and is light', async () => {
    const visit = await browser.newVisit({ width: 1280, scripts: true, base: town.address })
    await signInAs(visit, officer)
    await visit.page.goto('/police')
    expect((await keyboard(visit)).trap).toBeUndefined()
    await visit.page.getByRole('link', { name: 'T-1' }).first().click()
    expect(await visit.page.textContent('main')).toContain('A safety plan is agreed')
    await signInAs(visit, PEOPLE.worker)
    expect((await pageWeight(visit, '/cases/T-1/safety-plan/write')).html).toBeLessThan(HEAVIEST)
  }, 120_000)

  it.each([
    [320, false],
    [1280, true],
  ] as const)(
    'is written on its page at %i pixels wide, scripts: %s',
    async (width, scripts) => {
      const visit = await browser.newVisit({ width, scripts, base: town.address })
      const { page } = visit
      await signInAs(visit, PEOPLE.worker)
      await page.goto('/cases/T-1/safety-plan/write')
      await page.getByLabel('What we are worried about, and why').fill('Not enough food.')
      await page.getByRole('button', { name: 'Check what this sets' }).click()
      expect(await page.textContent('[role=alert]')).toContain('Person 1: say who')
      expect(await page.inputValue('#concerns')).toBe('Not enough food.')
      await page.getByRole('link', { name: 'Person 1: say who' }).click()
      expect(await page.locator(':focus').getAttribute('id')).toBe('person-0-role')
    },
    120_000,
  )
})
