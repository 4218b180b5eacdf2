import type { Page } from '../../client/web/app/page'
import { PAGES } from '../../client/web/pages'
import { ROLES, type Role } from '../../domain/access/role'
import { fill } from '../servers/matrixThings'
import { matrixTown, type MatrixTown } from '../servers/matrixTown'
import type { Visitor } from '../servers/visitor'
import { lookAt, WIDTHS } from './everyPage/lookAt'
import { NOT_VISITED } from './everyPage/notVisited'
import { FormsFound, type FoundForm } from './everyPage/theForms'
import { ASKED, whoIsRefused, whoSees, type Seen } from './everyPage/whoSees'
import { inPage } from './tools/inPage'
import { openBrowser } from './tools/openBrowser'
import type { Visit } from './tools/startVisit'

/** Bytes of a page without what browsers keep: issue 9. */
const HEAVIEST = 150 * 1024
const nameOf = ({ method, path }: Page): string => `${method} ${path}`

/** In a town with one thing of every kind, on the day of a session: each page that is asked for, as somebody who may, and each form with nothing in it. */
describe('every page there is', () => {
  const browser = openBrowser()
  const visitors = new Map<Role, Visitor>()
  const forms = new FormsFound()
  const counted = { pages: 0, again: 0, problems: 0 }
  let matrix: MatrixTown

  beforeAll(async () => {
    matrix = await matrixTown()
    await matrix.town.moveTo('2026-03-03')
    for (const role of ROLES) visitors.set(role, await matrix.town.visitorAs(matrix.personOf[role]))
  })
  afterAll(async () => {
    const { pages, again, problems } = counted
    process.stdout.write(
      `every page: ${String(pages)} pages × ${WIDTHS.join(' and ')} px and ${String(again)} forms shown again: ${String(problems)} problems\n`,
    )
    await matrix.town.stop()
  })

  const cameIn = () => browser.newVisit({ width: 320, scripts: true, base: matrix.town.address })
  const become = async ({ page }: Visit, role: Role): Promise<void> => {
    const [name = '', value = ''] = (visitors.get(role)?.cookies() ?? '').split('=')
    await page.context().clearCookies()
    await page.context().addCookies([{ name, value, url: matrix.town.address }])
  }
  /** What was found, by page; and the routes that have none and are not named, or are named and have one. */
  const expectNothing = (found: ReadonlyMap<string, readonly string[]>): void => {
    const wrong = [...found].filter(([, problems]) => problems.length > 0)
    counted.problems += wrong.flatMap(([, problems]) => problems).length
    expect(Object.fromEntries(wrong)).toEqual({})
  }
  const hasNone = (seen: Exclude<Seen, { seen: 'page' }>, named: string): readonly string[] =>
    seen.seen === 'no-page' || NOT_VISITED[named] !== undefined
      ? []
      : [`nobody is shown a page (${seen.statuses}): put it into the town, or name it in everyPage/notVisited.ts`]

  it('is in order at both widths, by a title of its own, and light', async () => {
    const found = new Map<string, readonly string[]>()
    const seen: Seen[] = []
    for (const page of PAGES.filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/')))
      if (NOT_VISITED[nameOf(page)] === undefined) seen.push(await whoSees(matrix, page, visitors))
    const titles = new Map<string, string>()
    const visit = await cameIn()
    for (const one of seen) if (one.seen !== 'page') found.set(one.route, hasNone(one, `GET ${one.route}`))
    for (const role of ASKED) {
      const theirs = seen.flatMap((one) => (one.seen === 'page' && one.role === role ? [one] : []))
      if (theirs.length > 0) await become(visit, role)
      for (const { route, path } of theirs) {
        const answer = await visit.page.goto(path)
        const bytes = (await answer?.body())?.length ?? 0
        const title = await visit.page.title()
        const before = titles.get(title)
        titles.set(title, route)
        await forms.seenBy(role, visit)
        found.set(`${route}, ${role}`, [
          ...(bytes > HEAVIEST ? [`it weighs ${String(bytes)} bytes`] : []),
          ...(before === undefined ? [] : [`it has the title of ${before}: ${title}`]),
          ...(await lookAt(visit)),
        ])
        counted.pages += 1
      }
    }
    expectNothing(found)
  }, 400_000)

  it('says what is wrong with a form that came empty, and leads to each field', async () => {
    const found = new Map<string, readonly string[]>()
    const visit = await cameIn()
    let is: Role | undefined
    const lookedAt = new Set<string>()
    const send = async (form: FoundForm): Promise<number> => {
      if (is !== form.role) {
        await become(visit, form.role)
        await visit.page.goto('/settings')
        is = form.role
      }
      const [answer] = await Promise.all([
        visit.page.waitForResponse((one) => one.request().method() === 'POST'),
        visit.page.waitForEvent('load'),
        inPage(visit.page, 'sendEmpty', form),
      ])
      return answer.status()
    }
    /** Once by title: what is new on a page is a summary and a line at each field, where there is least room. */
    const lookOnce = async (): Promise<readonly string[]> => {
      const title = await visit.page.title()
      if (lookedAt.has(title)) return []
      lookedAt.add(title)
      return lookAt(visit, [320])
    }
    for (const page of PAGES.filter(({ method, path }) => method === 'POST' && !path.startsWith('/api/'))) {
      const named = nameOf(page)
      if (NOT_VISITED[named] !== undefined) continue
      const offered = forms.sentTo(fill(page.path, matrix.own).path)
      let again = 0
      for (const form of offered) {
        if ((await send(form)) < 400) continue // done: it says so on the page after
        again += 1
        const key = `${named}, ${form.role} ${JSON.stringify(form.hidden.filter(([, { length }]) => length < 30))}`
        found.set(key, [
          ...(await inPage<readonly string[]>(visit.page, 'summaryProblems', { isOffered: true })),
          ...(await lookOnce()),
        ])
      }
      if (offered.length === 0) {
        const seen = await whoIsRefused(matrix, page, visitors)
        if (seen.seen !== 'page') found.set(named, hasNone(seen, named))
        else {
          again += 1
          await send({ to: seen.path, hidden: [], files: false, role: seen.role })
          found.set(named, await inPage<readonly string[]>(visit.page, 'summaryProblems', { isOffered: false }))
        }
      } else if (again === 0) found.set(named, ['takes a form with nothing in it: name it in everyPage/notVisited.ts'])
      counted.again += again
    }
    expectNothing(found)
  }, 400_000)

  it('names no route that is not there', () => {
    const routes = PAGES.map(nameOf)
    expect(Object.keys(NOT_VISITED).filter((named) => !routes.includes(named))).toEqual([])
  })
})
