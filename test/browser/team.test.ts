import { addCase, addPeople } from '../servers/factsToEvents'
import { webTown, type WebTown } from '../servers/webTown'
import { axeProblems } from './tools/axeProblems'
import { keyboard } from './tools/keyboard'
import { openBrowser } from './tools/openBrowser'
import { overflows } from './tools/overflows'
import { signInAs } from './tools/signInAs'
import { smallTargets } from './tools/smallTargets'

const MANAGER = 'Person teamManager'

/** The assessments were due on 8 April 2026; the manager is told on the 9th. */
describe('a team manager’s day in a browser', () => {
  const browser = openBrowser()
  let town: WebTown
  let alert: string

  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addPeople(town.town)
    for (const ref of ['T-1', 'T-2', 'T-3', 'T-4']) await addCase(town.town, ref, '2026-02-02')
    await town.dayComes('2026-04-09')
    const rows = await town.db.$queryRaw<{ id: string }[]>`select id::text from escalation order by opened_at, id`
    alert = `/escalations/${rows[0]?.id ?? ''}`
  })
  afterAll(() => town.stop())

  it.each([
    [320, true],
    [1280, false],
  ] as const)(
    'can be read and reached by everybody at %d px, scripts: %s',
    async (width, scripts) => {
      const visit = await browser.newVisit({ width, scripts, base: town.address })
      await signInAs(visit, MANAGER)
      const lists = [
        '/escalations?list=all',
        '/team/lists/late',
        '/follow-ups',
        '/reports',
        '/reports/in-time',
        '/reports/workload/late',
      ]
      for (const address of ['/team', alert, ...lists]) {
        await visit.page.goto(address)
        expect([address, scripts ? await axeProblems(visit) : []]).toEqual([address, []])
        expect([address, await overflows(visit)]).toEqual([address, []])
        expect([address, await smallTargets(visit)]).toEqual([address, []])
      }
      await visit.page.goto('/team')
      expect((await keyboard(visit)).trap).toBeUndefined()
    },
    180_000,
  )

  it.each([
    [1280, true, '10'],
    [320, false, '13'],
    [1280, false, '14'],
    [320, true, '15'],
  ] as const)(
    'sees the oldest alert, takes it, promises, and reads it said, by keyboard at %d px, scripts: %s',
    async (width, scripts, day) => {
      const visit = await browser.newVisit({ width, scripts, base: town.address })
      const { page } = visit
      await signInAs(visit, MANAGER)
      await page.goto('/team')
      const take = page.getByRole('button', { name: /^I have this/ }).first()
      const name = await take.innerText()
      const ref = /T-\d/.exec(name)?.[0] ?? ''
      await take.focus()
      await page.keyboard.press('Enter')
      await page.getByText(`You have said that you have this on case ${ref}.`).waitFor()
      await page.getByRole('link', { name: `Promise on ${ref}, Assessment` }).focus()
      await page.keyboard.press('Enter')
      await page.getByLabel('What will be done').focus()
      await page.keyboard.type('Finish the assessment')
      await page.keyboard.press('Tab')
      for (const part of [day, '4', '2026']) {
        await page.keyboard.press('Tab')
        await page.keyboard.type(part)
      }
      await page.keyboard.press('Enter')
      await page.getByText(`The promise was recorded on case ${ref}.`).waitFor()
      expect(await page.locator('main').innerText()).toMatch(
        new RegExp(`promised on 9 April 2026, by \\w+ ${day} April 2026: Finish`),
      )
    },
    120_000,
  )
})
