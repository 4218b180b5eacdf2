import { PEOPLE, TEAM, workTown, type WorkTown } from '../integration/web/workTown'
import { addPerson } from '../servers/addPerson'
import { COORDINATOR, planAll, setPatternOf } from '../servers/supervisionTown'
import { openBrowser } from './tools/openBrowser'
import type { Visit } from './tools/startVisit'
import { tabTo } from './tools/tabTo'

/** From signing in to what was done, with Tab, Enter, Space, arrows and typing: nothing is clicked. Every stop on the way shows the focus. */
describe('a day’s main work by the keyboard alone', () => {
  const browser = openBrowser()
  let town: WorkTown
  beforeAll(async () => {
    town = await workTown('2026-03-24')
    await addPerson(town.town, { key: 'coordinator', role: 'coordinator', team: TEAM, id: COORDINATOR })
    await setPatternOf(town, { pattern: [{ weekday: 'tuesday', nth: [1, 3], at: '09:30', minutes: 60 }] })
    await planAll(town)
  })
  afterAll(() => town.stop())

  const cameIn = async (who: string): Promise<Visit> => {
    const visit = await browser.newVisit({ width: 1280, scripts: true, base: town.address })
    const { page } = visit
    await page.goto('/sign-in')
    const button = page.locator(`button[name="person"][value="${who}"]`).first()
    if (!(await button.isVisible())) {
      await tabTo(visit, page.locator('summary').filter({ hasText: 'North 1' }))
      await page.keyboard.press('Space')
    }
    await tabTo(visit, button)
    await page.keyboard.press('Enter')
    await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
    return visit
  }
  /** Its key pressed on it, once it is reached. */
  const press = async (visit: Visit, role: 'link' | 'button', name: RegExp): Promise<void> => {
    await tabTo(visit, visit.page.getByRole(role, { name }))
    await visit.page.keyboard.press('Enter')
  }
  const type = async (visit: Visit, label: string, words: string): Promise<void> => {
    await tabTo(visit, visit.page.getByLabel(label, { exact: true }))
    await visit.page.keyboard.press('Control+A')
    await visit.page.keyboard.type(words)
  }
  /** A day in its three boxes, the first of which is reached from where the visit is. */
  const typeDay = async (visit: Visit, day: string): Promise<void> => {
    const [first = '', month = '', year = ''] = day.split(' ')
    for (const [label, part] of [
      ['Day', first],
      ['Month', month],
      ['Year', year],
    ] as const)
      await type(visit, label, part)
  }
  const skips = async (visit: Visit): Promise<void> => {
    const { page } = visit
    await tabTo(visit, page.getByRole('link', { name: 'Skip to main content' }))
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.locator('main :focus').count()).toBe(1)
  }

  it('a social worker skips the menu, records that a late core group was held, sees what that sets, and saves', async () => {
    const visit = await cameIn(PEOPLE.worker)
    const { page } = visit
    await page.waitForURL(/\/my-work$/)
    await skips(visit)
    await press(visit, 'link', /^Record (First core|Core) group on T-1/)
    await page.waitForURL(/core-group-held/)
    await typeDay(visit, '20 3 2026')
    await tabTo(visit, page.locator('input[type=radio]'))
    await page.keyboard.press('Space')
    await press(visit, 'button', /^Check what this sets$/)
    await page.locator('#sets').waitFor()
    expect(await page.locator('#sets').textContent()).toMatch(/Done by this[\s\S]*Next[\s\S]*Core group by/)
    await press(visit, 'button', /^Save$/)
    await page.waitForURL(/\/my-work$/)
    expect(await page.getByRole('alert').textContent()).toMatch(/Core group held: recorded on T-1\. Next: /)
  })

  it('a team manager promises on an alert, and reads it said', async () => {
    const visit = await cameIn(PEOPLE.teamManager)
    const { page } = visit
    await page.waitForURL(/\/team/)
    await skips(visit)
    await press(visit, 'link', /^Promise on T-1, /)
    const words = page.getByLabel('What will be done')
    await words.first().waitFor()
    await tabTo(visit, words)
    await page.keyboard.type('The assessment is finished')
    await typeDay(visit, '26 3 2026')
    await page.keyboard.press('Enter')
    await page.getByText('The promise was recorded on case T-1.').waitFor()
    expect(await page.locator('main').innerText()).toMatch(/by \w+ 26 March 2026: The assessment is finished/)
  })

  it('a coordinator moves a session: sees what it does, goes back by Shift and Tab, and does it', async () => {
    const visit = await cameIn(COORDINATOR)
    const { page } = visit
    await page.waitForURL(/\/year$/)
    await skips(visit)
    await press(visit, 'link', /^7\b.*April|7 April 2026/)
    await page.waitForURL(/\/sessions\//)
    await press(visit, 'link', /^Move it$/)
    await page.waitForURL(/\/move$/)
    await typeDay(visit, '8 4 2026')
    await type(visit, 'Why', 'The room is taken.')
    await press(visit, 'button', /^See what it does$/)
    await page.getByText('Nothing has been written yet.').waitFor()
    const does = page.getByRole('button', { name: 'Do it' })
    await tabTo(visit, page.getByRole('link', { name: 'Do not do it' }))
    await tabTo(visit, does, 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await page.locator('main').innerText()).toContain('Wednesday 8 April 2026')
    expect(await town.db.$queryRaw`select count(*)::int as n from session where on_day = '2026-04-08'`).toEqual([
      { n: 1 },
    ])
  })
})
