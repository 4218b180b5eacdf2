import { PEOPLE, TEAM } from '../servers/factsToEvents'
import { addSupervisedCase, addSupervisionPeople, COORDINATOR, planAll, setPatternOf } from '../servers/supervisionTown'
import { webTown, type WebTown } from '../servers/webTown'
import { axeProblems } from './tools/axeProblems'
import { keyboard } from './tools/keyboard'
import { openBrowser } from './tools/openBrowser'
import { overflows } from './tools/overflows'
import { pageWeight } from './tools/pageWeight'
import { signInAs } from './tools/signInAs'
import { smallTargets } from './tools/smallTargets'
import type { Visit, VisitOptions } from './tools/startVisit'

const LINES = '[data-list="changed-since"] [data-line]'
const BOX = '#write-changed-since'

describe('group supervision in a browser', () => {
  let town: WebTown
  let session: string
  const browser = openBrowser()
  const year = `/supervision/${TEAM}/year`
  const visit = async (who: string, more: Partial<VisitOptions> = {}): Promise<Visit> => {
    const one = await browser.newVisit({ width: 1280, scripts: true, base: town.address, ...more })
    await signInAs(one, who)
    return one
  }
  const linesStored = async (): Promise<readonly string[]> =>
    (await town.db.$queryRaw<{ text: string }[]>`select text from minute order by number`).map(({ text }) => text)

  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addSupervisionPeople(town.town)
    for (const ref of ['T-1', 'T-2', 'T-3', 'T-4']) await addSupervisedCase(town.town, ref, '2026-02-02')
    await town.plan()
    await setPatternOf(town, { pattern: [{ weekday: 'tuesday', nth: [1], at: '09:30', minutes: 60 }] })
    await planAll(town)
    const [row] = await town.db.$queryRaw<{ id: string }[]>`select id::text from session where on_day = '2026-03-03'`
    session = `/supervision/sessions/${row?.id ?? ''}`
  })
  afterAll(() => town.stop())

  it.each([
    [1280, true],
    [320, false],
    [1280, false],
    [320, true],
  ] as const)(
    'takes the coordinator from a gap to its remedy, at %s pixels with scripts: %s',
    async (width, scripts) => {
      const { page } = await visit(COORDINATOR, { width, scripts })
      await page.goto('/supervision')
      expect(new URL(page.url()).pathname).toBe(year)
      const before = await page.locator('[data-gap]').count()
      await page
        .getByRole('button', { name: /^Add 20 minutes on/ })
        .first()
        .click()
      await page.getByText('Nothing has been written yet.').waitFor()
      await page
        .getByRole('listitem')
        .filter({ hasText: /is placed on/ })
        .first()
        .waitFor()
      await page.getByRole('button', { name: 'Do it' }).click()
      await page.getByText('The session has its new length.').waitFor()
      await planAll(town)
      await page.reload()
      expect(await page.locator('[data-gap]').count()).toBe(before - 1)
    },
  )

  it.each([1280, 320] as const)('is in order on every page at %s pixels', async (width) => {
    await town.moveTo('2026-03-03')
    const one = await visit(COORDINATOR, { width })
    for (const path of [
      year,
      `/supervision/${TEAM}/add`,
      `/supervision/${TEAM}/pattern`,
      session,
      `${session}/held`,
      `${session}/move`,
      `${session}/room/T-1`,
      `${session}/summaries/T-1`,
    ]) {
      await one.page.goto(path)
      expect([path, await axeProblems(one), await overflows(one), await smallTargets(one)]).toEqual([path, [], [], []])
    }
    const { trap } = await keyboard(one)
    expect(trap).toBeUndefined()
    const { html } = await pageWeight(one, year)
    expect(html).toBeLessThan(150_000)
  })

  it('loses no line while the connection is away, and stores each once', async () => {
    const { page } = await visit(PEOPLE.worker, { expected: [/did not come \(net::ERR_INTERNET_DISCONNECTED\)/] })
    await page.goto(`${session}/room/T-1`)
    await page.locator(BOX).pressSequentially('Before the cut.')
    await page.locator(BOX).press('Enter')
    await page.locator(LINES).filter({ hasText: 'Before the cut.' }).waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: /^Saved \d\d:\d\d$/ })
      .waitFor()

    await page.context().setOffline(true)
    for (const line of ['First without it.', 'Second without it.']) {
      await page.locator(BOX).pressSequentially(line)
      await page.locator(BOX).press('Enter')
    }
    await page.locator(BOX).pressSequentially('and a thought not finished')
    await page.getByRole('status').filter({ hasText: 'No connection.' }).waitFor()
    expect(await page.locator('[data-waiting]').count()).toBe(2)
    expect(await linesStored()).toEqual(['Before the cut.'])

    await page.context().setOffline(false)
    await page.locator(LINES).filter({ hasText: 'Second without it.' }).waitFor()
    expect(await page.locator('[data-waiting]').count()).toBe(0)
    expect(await linesStored()).toEqual(['Before the cut.', 'First without it.', 'Second without it.'])
    expect(await page.locator(BOX).inputValue()).toBe('and a thought not finished')
  })

  it('keeps what was not sent over a new load of the page, and what is being typed', async () => {
    const { page } = await visit(PEOPLE.teamManager, { expected: [/did not come \(net::ERR_FAILED\)/] })
    await page.goto(`${session}/room/T-2`)
    // The line arrives, and the answer is lost: it is sent again with the same command.
    let cut = true
    await page.route('**/lines/save', async (route) => {
      if (cut) await route.fetch()
      await (cut ? route.abort() : route.continue())
    })
    await page.locator(BOX).pressSequentially('Said once.')
    await page.locator(BOX).press('Enter')
    await page.getByRole('status').filter({ hasText: 'No connection.' }).waitFor()
    await page.locator(BOX).pressSequentially('half a th')
    cut = false
    await page.reload()
    await page.locator(LINES).filter({ hasText: 'Said once.' }).waitFor()
    await page.locator('[data-waiting]').waitFor({ state: 'detached' })
    expect(await page.locator(BOX).inputValue()).toBe('half a th')
    expect((await linesStored()).filter((text) => text === 'Said once.')).toHaveLength(1)
  })

  it('keeps a line that is refused after somebody has gone to the next case', async () => {
    const { page } = await visit(PEOPLE.worker, { expected: [/did not come \(net::ERR_FAILED\)/, /422/] })
    let away = true
    const problem = 'A line of the test is refused.'
    await page.route('**/room/T-1/lines/save', (route) =>
      away ? route.abort() : route.fulfill({ status: 422, json: { problem } }),
    )
    await page.goto(`${session}/room/T-1`)
    await page.locator('#write-evidence').pressSequentially('Said of the first.')
    await page.locator('#write-evidence').press('Enter')
    await page.getByRole('status').filter({ hasText: 'No connection.' }).waitFor()
    away = false
    await page.goto(`${session}/room/T-2`)
    const refused = page.locator('[data-refused] li')
    await refused.filter({ hasText: `T-1 Not saved: “Said of the first.”. ${problem}` }).waitFor()
    expect(await page.locator('#write-evidence').inputValue()).toBe('')
    await page.getByRole('link', { name: 'T-1', exact: true }).first().click()
    await page.waitForURL(`**${session}/room/T-1`)
    expect(await page.locator('#write-evidence').inputValue()).toBe('Said of the first.')
    expect(await refused.count()).toBe(0)
  })

  it('shows two people each other’s lines, and actions, without a new load', async () => {
    const [one, other] = [await visit(PEOPLE.worker), await visit(PEOPLE.teamManager, { width: 320 })]
    for (const { page } of [one, other]) await page.goto(`${session}/room/T-3`)
    // A pause at the end of a sentence saves it as well as Enter.
    await one.page.locator(BOX).pressSequentially('The school has rung.')
    await other.page.locator(BOX).pressSequentially('The nurse has not.')
    await one.page.locator(LINES).filter({ hasText: 'The nurse has not.' }).waitFor()
    await other.page.locator(LINES).filter({ hasText: 'The school has rung.' }).waitFor()
    const { page } = other
    await page.getByLabel('What is to be done').fill('Ring the nurse')
    await page.getByLabel('Who does it').selectOption(PEOPLE.worker)
    for (const [name, value] of [
      ['Day', '10'],
      ['Month', '3'],
      ['Year', '2026'],
    ] as const)
      await page.getByLabel(name, { exact: true }).fill(value)
    await page.getByRole('button', { name: 'Save the action' }).click()
    await one.page.getByText('Ring the nurse: Person worker, by Tuesday 10 March 2026').waitFor()
    expect(await one.page.locator(LINES).count()).toBe(2)
  })

  it('goes to the next case by its access key, and not while somebody types', async () => {
    const { page } = await visit(PEOPLE.worker)
    await page.goto(`${session}/room/T-1`)
    await page.locator('#write-evidence').pressSequentially('nnn')
    expect(new URL(page.url()).pathname).toBe(`${session}/room/T-1`)
    expect(await page.getByRole('link', { name: 'Next case' }).getAttribute('accesskey')).toBe('n')
    await page.getByRole('link', { name: 'Next case' }).click()
    await page.waitForURL(`**${session}/room/T-2`)
    await page.goto(`${session}/room/T-1`)
    expect(await linesStored()).toContain('nnn') // left behind in its box, saved as it was left
  })

  it('writes minutes without scripts', async () => {
    const { page } = await visit(PEOPLE.worker, { scripts: false, width: 320 })
    await page.goto(`${session}/room/T-3`)
    await page.locator('#write-decision').fill('The plan goes on.')
    await page.getByRole('button', { name: /^Save the line for: What is decided/ }).click()
    await page.locator('[data-list="decision"]').getByText('The plan goes on.').waitFor()
    await page
      .getByRole('link', { name: /^Correct the line of .* Person worker/ })
      .last()
      .click()
    expect(await page.locator('#write-decision').inputValue()).toMatch(/^Correction of \d\d:\d\d, Person worker/)
  })
})
