import { PEOPLE, workTown, type WorkTown } from '../integration/web/workTown'
import { axeProblems } from './tools/axeProblems'
import { keyboard } from './tools/keyboard'
import { openBrowser } from './tools/openBrowser'
import { overflows } from './tools/overflows'
import { pageWeight } from './tools/pageWeight'
import { signInAs } from './tools/signInAs'
import { smallTargets } from './tools/smallTargets'
import type { Visit, Width } from './tools/startVisit'

/** Without cached parts; the brief of the pages. */
const MOST_BYTES = 150 * 1024
const WAYS: readonly { readonly width: Width; readonly scripts: boolean }[] = [
  { width: 320, scripts: true },
  { width: 320, scripts: false },
  { width: 1280, scripts: true },
  { width: 1280, scripts: false },
]

describe('a social worker in a browser', () => {
  const browser = openBrowser()
  let town: WorkTown
  beforeAll(async () => {
    town = await workTown()
  })
  afterAll(() => town.stop())

  const expectSound = async (visit: Visit): Promise<void> => {
    expect(await overflows(visit)).toEqual([])
    expect(await smallTargets(visit)).toEqual([])
    if (visit.scripts) expect(await axeProblems(visit)).toEqual([])
  }

  // Each way records a core group of its own day, so that each finds one late: the day moves on by ten weeks.
  it.each(WAYS.map((way, index) => ({ ...way, index })))(
    'sees what is late, records that it was held, sees what that sets, saves: $width px, scripts $scripts',
    async ({ width, scripts, index }) => {
      const today = ['2026-03-24', '2026-06-02', '2026-08-11', '2026-10-20'][index] ?? ''
      const held = ['20 3', '1 6', '10 8', '19 10'][index]?.split(' ') ?? []
      await town.dayComes(today)
      const visit = await browser.newVisit({ width, scripts, base: town.address })
      const { page } = visit
      await page.goto('/sign-in')
      await signInAs(visit, PEOPLE.worker)
      await page.goto('/my-work')
      await expectSound(visit)
      const late = page.locator('#late')
      await late.getByRole('link', { name: /^Record (First core|Core) group on T-1/ }).click()
      await page.waitForURL(/core-group-held/)
      await page.getByLabel('Day', { exact: true }).fill(held[0] ?? '')
      await page.getByLabel('Month', { exact: true }).fill(held[1] ?? '')
      await page.getByLabel('Yes').check()
      await expectSound(visit)
      await page.getByRole('button', { name: 'Check what this sets' }).click()
      const sets = page.locator('#sets')
      await sets.waitFor()
      expect(await sets.textContent()).toMatch(/Done by this[\s\S]*ore group, due[\s\S]*Next[\s\S]*Core group by/)
      expect(await late.count()).toBe(0)
      await expectSound(visit)
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await page.waitForURL(/\/my-work$/)
      expect(await page.getByRole('alert').textContent()).toMatch(/Core group held: recorded on T-1\. Next: /)
      await town.plan()
      await page.reload()
      expect(await late.getByRole('link', { name: /ore group on T-1/ }).count()).toBe(0)
    },
  )

  it.each([
    '/my-work',
    '/cases',
    '/cases/T-1/record',
    '/cases/T-1/record/review-held',
    '/search?q=zeb',
    '/due',
    '/calendar',
  ])('finds nothing in the way on %s, at both widths, and it is light', async (path) => {
    const traps: (string | undefined)[] = []
    const weights: number[] = []
    for (const width of [320, 1280] as const) {
      const visit = await browser.newVisit({ width, scripts: true, base: town.address })
      await visit.page.goto('/sign-in')
      await signInAs(visit, PEOPLE.worker)
      await visit.page.goto(path)
      await expectSound(visit)
      traps.push((await keyboard(visit)).trap)
      weights.push((await pageWeight(visit, path)).html)
    }
    expect(traps).toEqual([undefined, undefined])
    expect(Math.max(...weights)).toBeLessThan(MOST_BYTES)
  })
})
