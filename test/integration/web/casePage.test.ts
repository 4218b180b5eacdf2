import { LocalDate } from '@js-joda/core'
import { changeAccess } from '../../../client/commands/changeAccess'
import { factsOfCase } from '../../../client/queries/factsOfCase'
import { rulesNow } from '../../../client/queries/web/rulesNow'
import { knownOn } from '../../../domain/chronology/knownOn'
import { sentence } from '../../../domain/timeline/sentence'
import { timeline } from '../../../domain/timeline/timeline'
import { addPerson } from '../../servers/addPerson'
import { addCase, addPeople, PEOPLE, TEAM } from '../../servers/factsToEvents'
import { webTown, type WebTown } from '../../servers/webTown'
import { randomUUID } from 'node:crypto'

const TODAY = '2026-03-23'

describe('the page of a case', () => {
  let town: WebTown
  beforeAll(async () => {
    town = await webTown('2026-01-12')
    await addPeople(town.town)
    await addPerson(town.town, { key: 'police', role: 'police-officer', team: TEAM })
    await town.db
      .$executeRaw`insert into team (id, source_id, name) values ('00000000-0000-4000-8000-000000000009'::uuid, 'other', 'South 1')`
    await addPerson(town.town, { key: 'stranger', role: 'social-worker', team: '00000000-0000-4000-8000-000000000009' })
    for (const ref of ['T-1', 'T-2', 'T-3']) await addCase(town.town, ref, '2026-01-12')
    await town.dayComes('2026-03-02')
    await town.record({
      ref: 'T-1',
      kind: 'strategy-discussion',
      actorId: PEOPLE.worker,
      on: '2026-03-02',
      data: { opensSection47: true },
    })
    await town.dayComes(TODAY)
  })
  afterAll(() => town.stop())

  const views = async (page: string): Promise<number> => {
    const [row] = await town.db.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from audit_event where action = 'view-case' and detail->>'page' = ${page} and actor_id = ${PEOPLE.worker}::uuid`
    return row?.n ?? 0
  }
  const matter = async (ref: string, rule: string): Promise<string> => {
    const [row] = await town.db.$queryRaw<{ id: string }[]>`
      select o.id::text from obligation o join case_file c on c.id = o.case_id where c.ref = ${ref} and o.rule = ${rule}`
    return row?.id ?? ''
  }

  it('names the children, says what is late in words and what was told, and is written to the audit', async () => {
    const visitor = await town.visitorAs(PEOPLE.worker)
    const before = await views('/cases/:ref')
    const { status, text, body } = await visitor.get('/cases/T-1')
    expect(status).toBe(200)
    expect(text).toContain('Zebedee Quillfeather , born Wednesday 5 January 2022')
    expect(text).toContain('Person worker')
    expect(text).toContain('14 working days late · Was due Tuesday 3 March 2026')
    expect(text).toContain('2 things are late')
    expect(text).toContain('Person teamManager, team-manager, was told: team manager of this case')
    expect(text).toContain('Initial conference')
    expect(text).toMatch(/Mailed; nothing came back|Waits for the next mail/)
    expect(body).toContain('<svg')
    expect(body).not.toMatch(/ style="/)
    expect(await views('/cases/:ref')).toBe(before + 1)
    expect(town.logged).toEqual([])
  })

  it('is held up by what was found, and not by what may be found one day', async () => {
    const visitor = await town.visitorAs(PEOPLE.worker)
    expect((await visitor.get('/cases/T-2')).text).not.toContain('Held up')
    await town.db.$executeRaw`
      insert into obligation (id, case_id, rule, subject, trigger, part, title, trigger_on, due_on, limit_on, due_revision, state, late_unit, policy, explanation, kind)
      select gen_random_uuid(), c.id, 'no-progress', 'case', d::text, '', 'No progress recorded', d::date, d::date, d::date, 1, 'open', 'calendar-days', 'x', '[]', 'stall'
      from case_file c, unnest(array['2026-03-24', '2026-04-24']) d where c.ref = 'T-2'`
    expect((await visitor.get('/cases/T-2')).text).not.toContain('Held up')
    await town.db.$executeRaw`update obligation set due_on = '2026-03-23' where trigger = '2026-03-24'`
    expect((await visitor.get('/cases/T-2')).text).toContain(
      'Held up No progress recorded, found on Monday 23 March 2026.',
    )
    await town.db.$executeRaw`delete from obligation where policy = 'x'`
  })

  it.each([
    '/cases/%00',
    '/cases/%00/plans',
    '/cases/T-1/why/%00',
    '/cases/T-1/conferences/%00',
    '/cases/T-1/follow-ups/%00',
  ])('knows no %s, and does not fail over it', async (path) => {
    expect((await (await town.visitorAs(PEOPLE.worker)).get(path)).status).toBe(404)
  })

  it('shows some days of the picture only, and all of them where the days are none', async () => {
    const visitor = await town.visitorAs(PEOPLE.worker)
    const all = await visitor.get('/cases/T-1')
    const part = await visitor.get('/cases/T-1?from=2026-03-01&to=2026-03-31')
    expect(part.body).toContain('from 1 March 2026 to 31 March 2026')
    expect(all.body).not.toContain('from 1 March 2026 to 31 March 2026')
    expect((await visitor.get('/cases/T-1?from=2026-02-31&to=x')).status).toBe(200)
    expect((await visitor.get('/cases/T-1?from=2026-04-01&to=2026-03-01')).status).toBe(200)
  })

  it.each(['', '/chronology', '/chronology.csv'])(
    'is nothing for police and for who has nothing to do with it: %s',
    async (rest) => {
      for (const key of ['police', 'stranger']) {
        const [{ id } = { id: '' }] = await town.db.$queryRaw<
          { id: string }[]
        >`select id::text from person where source_id = ${key}`
        expect((await (await town.visitorAs(id)).get(`/cases/T-1${rest}`)).status).toBe(404)
      }
    },
  )

  it('is nothing for who is kept out by a restriction, and says that it is restricted to who is not', async () => {
    const { db, processes } = town
    const act = { ref: 'T-3', actorId: PEOPLE.headOfService, reason: 'a relative works here' }
    for (const change of [
      { what: 'restrict' },
      { what: 'grant', personId: PEOPLE.teamManager, from: null, to: null },
    ] as const) {
      const answer = await changeAccess({ db, processes }, { ...act, change, commandId: randomUUID() })
      expect(answer).toMatchObject({ accepted: true })
    }
    expect((await (await town.visitorAs(PEOPLE.worker)).get('/cases/T-3')).status).toBe(404)
    expect((await (await town.visitorAs(PEOPLE.teamManager)).get('/cases/T-3')).text).toContain('Restricted')
  })

  it('says why a date is what it is with the sentences of the timeline, and knows nothing of another case’s', async () => {
    const visitor = await town.visitorAs(PEOPLE.worker)
    const facts = await factsOfCase(town.db, 'T-1')
    if (facts === undefined) throw new Error('no facts')
    const today = LocalDate.parse(TODAY)
    const { policy, calendar } = await rulesNow(town.db, today)
    const planned = timeline(knownOn(facts, today), policy, calendar).obligations.find(
      ({ rule }) => rule === 'strategy-to-icpc',
    )
    const { text, status } = await visitor.get(`/cases/T-1/why/${await matter('T-1', 'strategy-to-icpc')}`)
    expect(status).toBe(200)
    for (const step of planned?.explanation ?? []) expect(text.toLowerCase()).toContain(sentence(step).toLowerCase())
    expect(planned?.explanation.length).toBeGreaterThan(1)
    expect(text).toContain('Statutory guidance')
    expect(text).toContain('Working Together')
    expect((await visitor.get(`/cases/T-2/why/${await matter('T-1', 'strategy-to-icpc')}`)).status).toBe(404)
    expect((await visitor.get(`/cases/T-1/why/${randomUUID()}`)).status).toBe(404)
    expect((await visitor.get('/cases/T-1/why/none')).status).toBe(404)
  })

  it('shows a correction as one, with what it replaced, and what was taken back', async () => {
    const visit = await town.record({
      ref: 'T-2',
      kind: 'visit-made',
      actorId: PEOPLE.worker,
      on: '2026-03-10',
      data: { seen: false },
    })
    await town.record({
      ref: 'T-2',
      kind: 'visit-made',
      actorId: PEOPLE.worker,
      on: '2026-03-11',
      data: { seen: true },
      supersedes: visit,
    })
    const visitor = await town.visitorAs(PEOPLE.worker)
    const { text, body } = await visitor.get('/cases/T-2/chronology?kind=visit-made')
    expect(text).toContain('Corrected: what counts now is “Visit made”, Wednesday 11 March 2026.')
    expect(text).toContain('This corrects “Visit made”, Tuesday 10 March 2026.')
    expect(body).toContain('<s>Visit made</s>')
    expect(text).toContain('Recorded by Person worker')
    expect(text).not.toContain('Referral received on')
    expect(body).not.toContain(`corrects=${visit}`)
    const csv = await visitor.get('/cases/T-2/chronology.csv')
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(csv.body.split('\r\n')[0]).toBe('Day,What,For,Does it stand,Details,Recorded')
    expect(csv.body).toContain('Corrected')
  })
})
