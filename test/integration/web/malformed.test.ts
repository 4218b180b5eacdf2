import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { PAGES } from '../../../client/web/pages'
import { loadReader, permissionsOf } from '../../../client/queries/reading/loadReader'
import { authorityNow } from '../../../client/queries/web/authorityNow'
import { ROLES } from '../../../domain/access/role'
import { caller, type Caller, type Calling } from '../../servers/caller'
import { fill } from '../../servers/matrixThings'
import { matrixTown, type MatrixTown } from '../../servers/matrixTown'
import { BODIES, FIELDS, METHODS, ODD, TYPES } from '../../servers/oddValues'
import { printOfTables } from '../../servers/printOfTables'
import { seeded } from '../../servers/seeded'

/** So many that must write nothing; so many forms with a good token and odd fields, which may. */
const REFUSED = 8_000
const FILLED_IN = 2_000
const AT_ONCE = 8
const SEED = Number(process.env['SEED'] ?? 20260302)

describe('requests that no page of ours makes', () => {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  let town: MatrixTown

  beforeAll(async () => {
    town = await matrixTown()
  })
  afterAll(async () => {
    agent.destroy()
    await town.town.stop()
  })

  /** What people have done. Who looked at what, and had a paper made, is written for every look; who signed in, for nobody here. */
  const written = async (): Promise<unknown> => {
    const [row] = await town.town.db.$queryRaw<unknown[]>`
      select (select array_agg(action order by action) from audit_event where action not in ('view-case', 'view-names', 'safety-plan-printed') and action not like '%-read') as done, (select count(*)::int from chronology_event) as facts,
        (select offset_ms::text from authority) as clock, (select count(*)::int from message) as mails`
    return row
  }

  it('every form there is takes no request that another page could make in somebody’s name, and writes nothing', async () => {
    const { db } = town.town
    const { today } = await authorityNow(db)
    const holders: { readonly who: Caller; readonly held: ReadonlySet<string> }[] = []
    for (const role of ROLES) {
      const reader = await loadReader(db, town.personOf[role], today)
      if (reader !== undefined)
        holders.push({ who: await caller(town.town.address, agent, reader.id), held: permissionsOf(reader) })
    }
    const another = (await caller(town.town.address, agent, town.personOf['social-worker'])).token
    const before = await printOfTables(db, ['web_session'])
    const wrong: string[] = []
    const forms = PAGES.filter(({ method }) => method === 'POST')
    for (const { path: pattern, needs } of forms) {
      const { who } = holders.find(({ held }) => held.has(needs)) ?? { who: undefined }
      if (who === undefined) throw new Error(`Nobody holds ${needs}.`)
      const { path } = fill(pattern, town.own)
      for (const [what, forged] of Object.entries(forgeries(path, { own: who.token, another }))) {
        const { status } = await who.call({ method: 'POST', ...forged })
        if (status !== 403 && status !== 415) wrong.push(`${pattern}, ${what}: ${String(status)}`)
      }
    }
    expect(wrong).toEqual([])
    expect(forms.length).toBeGreaterThan(40)
    expect(await printOfTables(db, ['web_session'])).toEqual(before)
  })

  const statuses = new Map<number, number>()
  /** Sends so many, and answers what failed. */
  const send = async (
    count: number,
    make: (random: Random, who: Caller) => Calling,
    seed: number,
  ): Promise<string[]> => {
    const roles = ['social-worker', 'team-manager', 'coordinator', 'administrator', 'police-officer'] as const
    const callers: readonly Caller[] = [
      await caller(town.town.address, agent),
      ...(await Promise.all(roles.map((role) => caller(town.town.address, agent, town.personOf[role])))),
    ]
    const random = seeded(seed)
    const wrong: string[] = []
    let left = count
    const worker = async (): Promise<void> => {
      while (left > 0) {
        left -= 1
        const who = random.of(callers)
        const calling = make(random, who)
        const { status } = await who.call(calling)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (status >= 500) wrong.push(`${String(status)} ${JSON.stringify(calling).slice(0, 400)}`)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    return wrong.slice(0, 10)
  }

  it(`${String(REFUSED)} without what makes a form a form (seed ${String(SEED)}): none fails, none hangs, nothing is written`, async () => {
    const before = await written()
    expect(await send(REFUSED, (random, who) => malformed(random, who, town), SEED)).toEqual([])
    expect(await written()).toEqual(before)
    expect(town.town.logged).toEqual([])
    expect(statuses.get(404)).toBeGreaterThan(100)
  })

  it(`${String(FILLED_IN)} forms with a token and anything at all in their fields: none fails, none hangs`, async () => {
    expect(await send(FILLED_IN, (random, who) => filledIn(random, who, town), SEED + 1)).toEqual([])
    expect(town.town.logged).toEqual([])
    process.stdout.write(
      `malformed: seed ${String(SEED)}, answers by status ${JSON.stringify(Object.fromEntries([...statuses].sort(([a], [b]) => a - b)))}\n`,
    )
  })
})

/** What a page of somebody else can make a browser send, its cookie with it where that goes along. */
const forgeries = (
  path: string,
  { own, another }: { readonly own: string; readonly another: string },
): Readonly<Record<string, Calling>> => {
  const fields = 'reason=x&step=do&decision=apply&what=restrict'
  const typed = (type: string) => ({ 'content-type': type })
  return {
    'without a token': { path, headers: typed(FORM), body: fields },
    'with the token of another session': { path, headers: typed(FORM), body: `_csrf=${another}&${fields}` },
    'with its token in the address': { path: `${path}?_csrf=${own}`, headers: typed(FORM), body: fields },
    'with a list for a token': { path, headers: typed(FORM), body: `_csrf=${own}&_csrf=${own}` },
    'as plain text': { path, headers: typed('text/plain'), body: `_csrf=${own}&${fields}` },
    'with nothing in it': { path, headers: typed(FORM), body: '' },
  }
}

type Random = ReturnType<typeof seeded>

const FORM = 'application/x-www-form-urlencoded'
const goodPath = (random: Random, { path }: { readonly path: string }, town: MatrixTown): string =>
  fill(path, random.of([town.own, town.own, town.others, town.closed])).path
const fieldsOf = (random: Random, names: readonly string[]): string =>
  Array.from({ length: 1 + random.below(8) }, () => `${random.of(names)}=${random.of(ODD)}`).join('&') +
  (random.below(40) === 0 ? `&big=${'x'.repeat(300_000)}` : '')

/** A page of ours with something wrong in its address, its body, its token or its cookie. What would be a whole form has no token. */
function malformed(random: Random, who: Caller, town: MatrixTown): Calling {
  const page = random.of(PAGES)
  const isGood = random.below(3) > 0
  const odd = (): string => random.of(ODD)
  const path = isGood
    ? goodPath(random, page, town)
    : `${page.path.replace(/:\w+/g, odd)}/${random.below(4) === 0 ? odd() : 'no-such-page'}`
  const query = random.below(2) === 0 ? '' : `?${fieldsOf(random, FIELDS).slice(0, 7_000)}`
  const method = random.of(METHODS)
  const headers: Record<string, string> = {}
  const hasBody = method !== 'GET' && method !== 'HEAD'
  if (hasBody) headers['content-type'] = random.of(TYPES)
  const isForm =
    headers['content-type']?.startsWith(FORM) === true ||
    headers['content-type']?.startsWith('application/json') === true
  if (hasBody && (!isGood || !isForm) && !WITHOUT_FIELDS.has(page.path)) headers['csrf-token'] = who.token
  const accept =
    random.below(10) === 0
      ? odd()
          .replace(/[^\x20-\x7e]/g, '')
          .slice(0, 100)
      : ''
  if (accept !== '') headers['accept'] = accept
  return {
    path: overTheLine(path + query),
    ...{ method, headers },
    ...(hasBody ? { body: random.below(2) === 0 ? fieldsOf(random, FIELDS.slice(1)) : random.of(BODIES) } : {}),
    ...(random.below(12) === 0 ? { cookie: random.of(COOKIES) } : {}),
  }
}

/** A form that is one, by somebody who may send it, with anything in its fields. */
function filledIn(random: Random, who: Caller, town: MatrixTown): Calling {
  const forms = PAGES.filter(({ method }) => method === 'POST')
  const page = random.of(forms.length === 0 ? PAGES : forms)
  const isJson = page.path.startsWith('/api/')
  const value = (): unknown => random.of([...ODD, 1, null, true, [], {}, ['x', 'y']])
  return {
    path: goodPath(random, page, town),
    method: 'POST',
    headers: {
      ...{ 'csrf-token': who.token, 'content-type': isJson ? 'application/json' : FORM },
      ...(isJson && random.below(2) === 0
        ? { 'idempotency-key': randomUUID(), 'if-match': random.of(['"1"', '1', '*', 'W/"x"', '']) }
        : {}),
    },
    body: isJson
      ? JSON.stringify(Object.fromEntries(Array.from({ length: 4 }, () => [random.of(FIELDS), value()])))
      : fieldsOf(random, FIELDS.slice(1)),
  }
}

/** Forms that are a button only: with a token they are whole, whatever else is sent. */
const WITHOUT_FIELDS: ReadonlySet<string> = new Set([
  ...['/calendar/feed', '/calendar/feed/end', '/admin/cover/:id/end', '/admin/people/:id/calendars'],
  ...['/admin/people/:id/roles/:role', '/supervision/sessions/:id/papers'],
])

const COOKIES = [
  'caseclock=x',
  'caseclock=%ff',
  `caseclock=${'y'.repeat(3_000)}`,
  ';;;=',
  'caseclock=s%3Aabc.def',
] as const

/** What a line of HTTP cannot hold never leaves this process. */
const overTheLine = (path: string): string =>
  path.replace(/[^\x21-\x7e]/g, (character) => encodeURIComponent(character))
