import { conferenceList } from '../../client/queries/conferences/conferenceList'
import { addCase, addPeople, PEOPLE } from '../servers/factsToEvents'
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

describe('a case in a browser', () => {
  let town: WebTown
  let paths: readonly string[]
  const browser = openBrowser()
  beforeAll(async () => {
    town = await webTown('2026-01-12')
    await addPeople(town.town)
    await addCase(town.town, 'T-1', '2026-01-12')
    await town.dayComes('2026-03-02')
    const by = { ref: 'T-1', actorId: PEOPLE.worker }
    await town.record({ ...by, kind: 'plan-started', data: { plan: 'cpp', category: 'neglect' } })
    await town.record({
      ...{ ...by, kind: 'goal-set' },
      data: {
        ...{ goal: 'school', plan: 'cpp', change: 'in school every day', sign: 'attendance', by: '2026-03-31' },
        ...{ otherwise: 'legal advice', otherwiseBy: '2026-04-30' },
      },
    })
    await town.record({ ...by, kind: 'safety-plan-agreed', data: { how: 'verbal', reviewMode: 'six-weekly' } })
    await town.dayComes('2026-03-23')
    const review = (await conferenceList(town.db, { ref: 'T-1', readerId: PEOPLE.worker })).find(
      ({ kind }) => kind === 'review',
    )
    const [due] = await town.db.$queryRaw<{ id: string }[]>`select id::text from obligation where rule = 'review-first'`
    const [followUp] = await town.db.$queryRaw<{ id: string }[]>`select id::text from follow_up order by id limit 1`
    paths = [
      ...['', '/chronology', '/plans', '/conferences', '/closing', '/safety-plan', '/disputes', '/follow-ups'],
      ...[`/why/${due?.id ?? ''}`, `/conferences/${review?.id ?? ''}`, `/follow-ups/${followUp?.id ?? ''}`],
    ].map((rest) => `/cases/T-1${rest}`)
  })
  afterAll(() => town.stop())

  const looked = async (width: 320 | 1280, scripts: boolean) => {
    const visit = await browser.newVisit({ width, scripts, base: town.address })
    await signInAs(visit, PEOPLE.worker)
    return visit
  }

  it.each([
    [320, true],
    [1280, true],
    [320, false],
  ] as const)('reads well on every page, %i pixels wide, scripts: %s', async (width, scripts) => {
    const visit = await looked(width, scripts)
    const found: Record<string, readonly string[]> = {}
    for (const path of [...paths, '/settings']) {
      const answer = await visit.page.goto(path)
      const axe = scripts ? await axeProblems(visit) : [] // it is a script itself
      const wrong = [...axe, ...(await overflows(visit)), ...(await smallTargets(visit))]
      found[path] = answer?.status() === 200 ? wrong : [`answered ${String(answer?.status())}`]
    }
    expect(Object.fromEntries(Object.entries(found).filter(([, wrong]) => wrong.length > 0))).toEqual({})
  })

  it('is gone through by keyboard alone, and is light', async () => {
    const visit = await looked(1280, true)
    await visit.page.goto('/cases/T-1')
    const { trap, stops } = await keyboard(visit)
    expect(trap).toBeUndefined()
    expect(stops.filter(({ visible, covered }) => !visible || covered)).toEqual([])
    expect((await pageWeight(visit, '/cases/T-1')).html).toBeLessThan(HEAVIEST)
  })

  it('is followed from what is due to why, and a goal is set without scripts', async () => {
    const { page } = await looked(320, false)
    await page.goto('/cases/T-1')
    await page.getByRole('link', { name: /^Why this date\? Review conference/ }).click()
    expect(await page.textContent('h1')).toContain('Review conference')
    await page.goto('/cases/T-1/plans')
    await page.getByLabel('What it is called').fill('bedtime')
    await page.getByRole('button', { name: 'Set the goal' }).click()
    expect(await page.textContent('[role=alert]')).toContain('Enter what must change for the child')
    expect(await page.inputValue('#goal')).toBe('bedtime')
  })
})
