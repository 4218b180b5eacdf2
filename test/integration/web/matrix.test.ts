import { Agent } from 'node:http'
import type { Page } from '../../../client/web/app/page'
import { PAGES } from '../../../client/web/pages'
import { loadReader, permissionsOf, teamsOf, type Reader } from '../../../client/queries/reading/loadReader'
import { authorityNow } from '../../../client/queries/web/authorityNow'
import type { Permission } from '../../../domain/access/permissions'
import { ROLES, type Role } from '../../../domain/access/role'
import { caller, type Caller } from '../../servers/caller'
import { fill, type Things } from '../../servers/matrixThings'
import { matrixTown, type MatrixTown } from '../../servers/matrixTown'

/** What of a path belongs to one case; to one team. A mail that did not arrive belongs to neither: who sees to it sees it, without the cases they may not open. */
const OF_A_CASE: ReadonlySet<string> = new Set(['ref', 'obligation', 'escalation', 'conference', 'followUp'])
const OF_A_TEAM: ReadonlySet<string> = new Set(['team', 'session'])
/** Who surely may see a thing of their own team. Others may, or may not: of them nothing is asked but that the page does not fail. */
const SURELY: Readonly<Partial<Record<keyof Things, Permission>>> = {
  ...{ ref: 'work-on-cases', obligation: 'work-on-cases', conference: 'work-on-cases' },
  followUp: 'work-on-cases',
  ...{ escalation: 'manage-team', session: 'organise-supervision', team: 'organise-supervision' },
  ...{ person: 'administer', message: 'see-undelivered' },
}
/** Who decides on access finds a restricted case, or nobody could ever lift it: its reference and who may open it, and nothing of what is in it. */
const FINDS_RESTRICTED: ReadonlySet<string> = new Set(['/admin/access/:ref'])
const OF_THE_RECORD = /Zebedee|Quillfeather/

describe('every role on every page', () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 })
  const counted = { allowed: 0, refused: 0, another: 0 }
  let town: MatrixTown
  let base: string

  beforeAll(async () => {
    town = await matrixTown()
    base = town.town.address
  })
  afterAll(async () => {
    process.stdout.write(
      `matrix: ${String(ROLES.length)} roles × ${String(PAGES.length)} routes: ${String(counted.allowed)} answered, ${String(counted.refused)} kept out by role, ${String(counted.another)} kept out of another’s\n`,
    )
    agent.destroy()
    await town.town.stop()
  })

  const readerOf = async (role: Role): Promise<Reader> => {
    const { today } = await authorityNow(town.town.db)
    const reader = await loadReader(town.town.db, town.personOf[role], today)
    if (reader === undefined) throw new Error(`Nobody is in post as ${role}.`)
    return reader
  }
  const ask = (
    who: Caller,
    { method }: Page,
    path: string,
  ): Promise<{ readonly status: number; readonly body: string }> =>
    method === 'GET' ? who.call({ path }) : who.form(path)

  it('knows what every parameter of a path stands for', () => {
    expect(() => PAGES.map(({ path }) => fill(path, town.own))).not.toThrow()
    expect(() => fill('/cases/:ref/novelty/:thing', town.own)).toThrow("Add 'novelty/:thing' to MEANINGS")
  })

  it.each(ROLES)('%s: what the table gives, and nothing else', async (role) => {
    const reader = await readerOf(role)
    const held = permissionsOf(reader)
    const who = await caller(base, agent, reader.id)
    const wrong: string[] = []
    const expecting = async (
      page: Page,
      things: Things,
      isRight: (status: number, body: string) => boolean,
      words: string,
    ) => {
      const { path } = fill(page.path, things)
      const { status, body } = await ask(who, page, path)
      if (!isRight(status, body)) wrong.push(`${page.method} ${page.path}: ${String(status)}, ${words}`)
    }
    // What is asked for is asked before anything is sent: a form may change what the pages after it show.
    for (const page of [...PAGES].sort((a, b) => Number(a.method === 'POST') - Number(b.method === 'POST'))) {
      const { about } = fill(page.path, town.own)
      if (!held.has(page.needs)) {
        counted.refused += 1
        await expecting(page, town.own, (status) => status === 404, `without ${page.needs}`)
        continue
      }
      const isOfCase = about.some((one) => OF_A_CASE.has(one))
      const isOfTeam = about.some((one) => OF_A_TEAM.has(one))
      const everywhere = reader.everywhere || teamsOf(reader, page.needs) === 'everywhere'
      if (isOfCase) {
        counted.another += 1
        const isRight = FINDS_RESTRICTED.has(page.path)
          ? (status: number, body: string) => [200, 422].includes(status) && !OF_THE_RECORD.test(body)
          : (status: number) => status === 404
        await expecting(page, town.closed, isRight, 'of a restricted case')
      }
      if ((isOfCase || isOfTeam) && !everywhere) {
        counted.another += 1
        await expecting(page, town.others, (status) => status === 404, 'of another team')
      }
      if (about.filter((one) => OF_A_CASE.has(one)).length > 1) {
        counted.another += 1
        await expecting(
          page,
          { ...town.others, ref: town.own.ref },
          (status) => status === 404,
          'of another case under the name of one’s own',
        )
      }
      counted.allowed += 1
      const mine = about.every((one) => SURELY[one] === undefined || held.has(SURELY[one]))
      const no = mine ? (page.method === 'GET' ? [403, 404, 500] : [404, 500]) : [500]
      await expecting(page, town.own, (status) => status < 500 && !no.includes(status), 'of one’s own')
    }
    expect(wrong).toEqual([])
  })

  it('sends whoever is not signed in to sign in, and takes no form of theirs', async () => {
    const stranger = await caller(base, agent)
    const wrong: string[] = []
    for (const page of PAGES) {
      const { path } = fill(page.path, town.own)
      const { status, to } = page.method === 'GET' ? await stranger.call({ path }) : await stranger.form(path)
      const isRight = path.startsWith('/api/') ? status === 401 : status === 303 && to?.startsWith('/sign-in') === true
      if (!isRight) wrong.push(`${page.method} ${page.path}: ${String(status)} ${to ?? ''}`)
    }
    expect(wrong).toEqual([])
    expect(town.town.logged).toEqual([])
  })
})
