import { PEOPLE, TEAM, workTown, type WorkTown } from './workTown'
import type { Visitor } from '../../servers/visitor'

describe('lists', () => {
  let town: WorkTown
  let worker: Visitor
  let manager: Visitor
  let stranger: Visitor
  beforeAll(async () => {
    town = await workTown()
    worker = await town.visitorAs(PEOPLE.worker)
    manager = await town.visitorAs(PEOPLE.teamManager)
    stranger = await town.visitorAs(town.stranger)
  })
  afterAll(() => town.stop())

  it('of cases show a worker their own, with what is due next, late in words, and no child’s name', async () => {
    const { text } = await worker.get('/cases')
    expect(text).toContain('1 case ')
    expect(text).toMatch(/T-1 Child seen for the enquiry, was due Wednesday 21 January 2026/)
    expect(text).toMatch(/\d+ late/)
    expect(text).toContain('Open, with an alert')
    expect(text).not.toMatch(/Zebedee|Quillfeather/)
  })

  it.each([
    '/cases?who=all',
    '/due',
    '/due?format=csv',
    '/calendar',
    '/due?escalated=1',
    '/cases?who=all&state=closed',
  ])('never show or count what the reader may not open: %s', async (path) => {
    for (const reader of [worker, manager]) {
      const { status, text } = await reader.get(path)
      expect(status).toBe(200)
      expect(text).not.toMatch(/T-77|T-88/)
    }
    expect((await stranger.get(path)).text).not.toMatch(/T-1\b|T-88/)
  })

  it('are filtered by team, worker, state, lateness; a team the reader does not work for answers none', async () => {
    const none = 'No case that you may open is so.'
    expect((await manager.get(`/cases?who=all&team=${TEAM}`)).text).toContain('T-1 ')
    expect((await stranger.get(`/cases?who=all&team=${TEAM}`)).text).toContain(none)
    expect((await manager.get(`/cases?who=all&worker=${PEOPLE.worker}`)).text).toContain('T-1 ')
    expect((await manager.get('/cases?who=all&worker=none')).text).toContain(none)
    expect((await manager.get('/cases?who=all&late=1')).text).toContain('T-1 ')
    expect((await manager.get('/cases?who=all&state=closed')).text).toContain(none)
    expect((await manager.get('/cases?who=me')).text).toContain('You hold no such case.')
  })

  it.each([
    '/cases?page=0&team=x&worker=y',
    '/due?within=-1&rule=%27&page=99999999',
    '/calendar?month=9999-99',
    '/due?who=me&who=all',
    '/cases?page=100000',
  ])('answer a query that makes no sense without failing: %s', async (path) => {
    expect((await worker.get(path)).status).toBe(200)
  })

  it('of what is due say the same on the page and in the file', async () => {
    const { text } = await manager.get('/due?late=1')
    const lines = Number(/(\d+) lines/.exec(text)?.[1])
    const csv = await manager.get('/due?late=1&format=csv')
    expect(csv.headers.get('content-disposition')).toContain('due.csv')
    expect(csv.body.trim().split('\r\n')).toHaveLength(lines + 1)
    expect(csv.body).toContain('T-1,North 1,First core group,core-group-first,2026-02-23')
    expect((await manager.get('/due?rule=core-group-first')).text).toContain('1 line ')
  })

  it('of cases have fifty a page, and lead to the rest', async () => {
    await town.db.$executeRaw`
      insert into case_file (id, ref, team_id, open, facts_version, planned_version, rules_version)
      select gen_random_uuid(), 'Z-' || lpad(n::text, 3, '0'), ${TEAM}::uuid, true, 0, 0, '' from generate_series(1, 60) n`
    const first = await manager.get('/cases?who=all')
    expect(first.text).toContain('61 cases; this page has 1 to 50')
    expect(first.body).toContain('href="/cases?who=all&amp;state=open&amp;page=2"')
    const second = await manager.get('/cases?who=all&state=open&page=2')
    expect(second.text).toContain('this page has 51 to 61')
    expect(second.body.match(/<tr class="govuk-table__row"><th scope="row"/g)).toHaveLength(11)
  })

  it('of cases have what is late first, then what is due next, and the same from page to page', async () => {
    const on = (ref: string): Promise<number> => town.db.$executeRaw`
      insert into obligation (id, case_id, rule, subject, trigger, part, title, trigger_on, due_on, limit_on, due_revision, state, late_unit, policy, explanation, kind)
      select gen_random_uuid(), c.id, 'visit', '', x.on_day::text, '', 'Visit', x.on_day, x.on_day, x.on_day, 1, x.state, 'working-days', '', '[]', 'obligation'
      from case_file c, lateral (values (date '2020-01-01', 'met'), (case c.ref when 'Z-040' then date '2020-01-02' else date '2030-01-01' end, 'open')) x (on_day, state) where c.ref = ${ref}`
    for (const ref of ['Z-040', 'Z-055']) expect(await on(ref)).toBe(2)
    const refsOn = async (page: number): Promise<readonly string[]> => {
      const { body } = await manager.get(`/cases?who=all&page=${String(page)}`)
      return [...body.matchAll(/<th scope="row"[^>]*><a[^>]*>([^<]*)<\/a>/g)].map(([, ref = '']) => ref.trim())
    }
    const all = [...(await refsOn(1)), ...(await refsOn(2))]
    expect(all.slice(0, 4)).toEqual(['Z-040', 'T-1', 'Z-055', 'Z-001'])
    expect([all.length, new Set(all).size]).toEqual([61, 61])
  })

  it('of the calendar give an address once, and end it', async () => {
    const made = await worker.post('/calendar/feed', { command: '11111111-1111-4111-8111-111111111111' }, '/calendar')
    const address = /http:\/\/[^ ]+\/calendar\/([\w-]{43})\.ics/.exec(made.text)
    expect(address).not.toBeNull()
    expect((await worker.get(`/calendar/${address?.[1] ?? ''}.ics`)).status).toBe(200)
    expect((await worker.get('/calendar')).text).not.toContain(address?.[1])
    const again = await worker.post('/calendar/feed', { command: '11111111-1111-4111-8111-111111111111' }, '/calendar')
    expect([again.status, again.text.includes('is shown once')]).toEqual([422, true])
    expect((await worker.post('/calendar/feed/end', {}, '/calendar')).status).toBe(303)
    expect((await worker.get(`/calendar/${address?.[1] ?? ''}.ics`)).status).toBe(404)
  })

  it('refuse a reply to what nobody was invited to, and say so', async () => {
    const wrong = await worker.post(
      '/calendar/replies',
      { session: '11111111-1111-4111-8111-111111111111', answer: 'accepted' },
      '/calendar',
    )
    expect(wrong.status).toBeGreaterThanOrEqual(404)
    expect((await worker.post('/calendar/replies', { session: 'x', answer: 'no' }, '/calendar')).status).toBe(422)
  })
})
