import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { stableId } from '../../../activities/import/stableId'
import { changeAccess } from '../../../client/commands/changeAccess'
import { SEED } from '../../seed'
import { addPerson } from '../../servers/addPerson'
import { addCase, addPeople, PEOPLE, TEAM } from '../../servers/factsToEvents'
import { addSupervisedCase } from '../../servers/supervisionTown'
import type { Got } from '../../servers/visitor'
import { webTown, type WebTown } from '../../servers/webTown'

const OTHER = stableId('test', 'south-1')
const GROUPS = ['workload', 'in-time', 'group-supervision', 'alerts', 'plans', 'referrals-and-workers'] as const
const PERIOD = 'from=2026-01-01&to=2026-04-30'

describe('reports', () => {
  let town: WebTown
  let southManager: string
  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addPeople(town.town)
    await town.db.$executeRaw`insert into team (id, source_id, name) values (${OTHER}::uuid, 'south-1', 'South 1')`
    southManager = await addPerson(town.town, { key: 'southManager', role: 'team-manager', team: OTHER })
    for (const ref of ['T-1', 'T-2']) await addCase(town.town, ref, '2026-02-02')
    await addSupervisedCase(town.town, 'T-3', '2026-02-02')
    await town.dayComes('2026-04-09')
  })
  afterAll(() => town.stop())

  /** The figures of a page: what each says, its list, and the list of the others where there is one. */
  const figuresOf = ({ body }: Got) =>
    [
      ...body.matchAll(
        /cc-figure" href="([^"]*)">(\d+)(?: of (\d+))?[^<]*<[^·]*?(?:· <a class="govuk-link" href="([^"]*)")?/g,
      ),
    ].map(([, href = '', count, of]) => ({
      href: href.replaceAll('&amp;', '&'),
      count: Number(count),
      of: of === undefined ? null : Number(of),
    }))
  const lengthOf = ({ body }: Got): number => Number(/ \((\d+)\)<\/h1>/.exec(body)?.[1])

  it('say what is open, late and without a day', async () => {
    const manager = await town.visitorAs(PEOPLE.teamManager)
    expect((await manager.get('/reports')).text).toContain('North 1, Saturday 10 January 2026 to Thursday 9 April 2026')
    const held = await manager.get(`/reports/workload?${PERIOD}`)
    expect(held.text).toMatch(/Families 3\b/)
    expect(held.text).toMatch(/Late 5\b/)
    const inTime = await manager.get(`/reports/in-time?${PERIOD}`)
    expect(inTime.text).toContain('Assessments within 45 working days 0 of 3 (0 %)')
    expect(inTime.text).toContain('Late: Assessment 3 of 3 (100 %), median 1 working day late')
    expect((await manager.get(`/reports/alerts?${PERIOD}`)).text).toContain('Open, told to the team manager 5 of 5')
    expect((await manager.get(`/reports/group-supervision?${PERIOD}`)).text).toMatch(
      /Cases not discussed [1-9]\d*, out of/,
    )
  })

  it('are a team’s own: another team’s manager counts nothing of it, and may not ask for it', async () => {
    const south = await town.visitorAs(southManager)
    for (const group of GROUPS) {
      const page = await south.get(`/reports/${group}?${PERIOD}`)
      expect(page.status).toBe(200)
      expect(
        figuresOf(page)
          .map(({ count }) => count)
          .filter((count) => count > 0),
      ).toEqual([])
      expect((await south.get(`/reports/${group}?${PERIOD}&team=${TEAM}`)).status).toBe(404)
    }
    expect((await south.get('/reports/none')).status).toBe(404)
    expect((await south.get('/reports/workload/none')).status).toBe(404)
    expect((await (await town.visitorAs(PEOPLE.worker)).get('/reports')).status).toBe(404)
  })

  /** The numbers of the tables on a page, with the lists they open. */
  const linkedNumbers = ({ body }: Got) =>
    [...body.matchAll(/govuk-table__cell"[^>]*><a class="govuk-link" href="(\/reports\/[^"]*)">(\d+)/g)].map(
      ([, href = '', count]) => ({ href: href.replaceAll('&amp;', '&'), count: Number(count) }),
    )
  const FORECAST = `/reports/forecast?team=${TEAM}`
  const COHORT = `/reports/cohort?team=${TEAM}&anchor=referral&${PERIOD}`

  it('have pictures whose tables open lists as long as they say', async () => {
    const manager = await town.visitorAs(PEOPLE.teamManager)
    const pages = ['workload', 'in-time', 'group-supervision', 'alerts'].map((group) => `/reports/${group}?${PERIOD}`)
    let counted = 0
    for (const path of [...pages, FORECAST, COHORT]) {
      const page = await manager.get(path)
      expect([path, page.status, page.body.includes('role="img"')]).toEqual([path, 200, true])
      expect(page.body).not.toMatch(/ style=/)
      for (const { href, count } of linkedNumbers(page).filter(({ href: one }) => !one.includes('/late-'))) {
        counted += 1
        expect([href, lengthOf(await manager.get(href))]).toEqual([href, count])
      }
    }
    expect(counted).toBeGreaterThan(12)
    const csv = (await manager.get(`${FORECAST}&format=csv`)).body.trim().split('\r\n')
    expect(csv[0]).toBe('Week from,Initial,Transfer-in,Review,Core group,CIN review,Visit,Other')
    expect(csv.length).toBe(1 + 1 + 13)
    expect((await manager.get(`${COHORT}&format=csv`)).body).toContain('cpp3m')
  })

  it('are of one worker where one is asked for, and of nobody who is not of the team', async () => {
    const manager = await town.visitorAs(PEOPLE.teamManager)
    const familiesOf = async (more: string) =>
      Number(/Families (\d+)/.exec((await manager.get(`/reports/workload?${PERIOD}${more}`)).text)?.[1])
    const [all, own, none] = [
      await familiesOf(''),
      await familiesOf(`&worker=${PEOPLE.worker}`),
      await familiesOf(`&worker=${PEOPLE.otherWorker}`),
    ]
    expect([own + none, all]).toEqual([all, 3])
    expect(own).toBeGreaterThan(0)
    for (const group of GROUPS) {
      const path = `/reports/${group}?${PERIOD}&worker=${own === all ? PEOPLE.otherWorker : PEOPLE.worker}`
      for (const { href, count } of figuresOf(await manager.get(path))) {
        expect(href).toContain('worker=')
        expect([href, lengthOf(await manager.get(href))]).toEqual([href, count])
      }
    }
    for (const worker of ['x', southManager, OTHER])
      expect((await manager.get(`/reports/workload?${PERIOD}&worker=${worker}`)).status).toBe(404)
    expect((await manager.get('/reports/held')).status).toBe(303)
  })

  it('ask for a team before they think a county through', async () => {
    const head = await town.visitorAs(PEOPLE.headOfService)
    for (const path of ['/reports/forecast', '/reports/cohort']) {
      const page = await head.get(path)
      expect([path, page.status, page.text.includes('Choose a team')]).toEqual([path, 200, true])
      expect((await head.get(`${path}/list?week=late&kind=visit&list=all`)).status).toBe(303)
    }
    const south = await town.visitorAs(southManager)
    for (const path of [FORECAST, COHORT]) expect((await south.get(path)).status).toBe(404)
  })

  it('do not count a restricted case for who may not open it', async () => {
    const session = randomUUID()
    await town.db.$executeRaw`
      insert into session (id, team_id, on_day, at, minutes, capacity, room, origin, state, revision, diarised_on, sampled, facts_version, planned_version)
      values (${session}::uuid, ${TEAM}::uuid, '2026-03-31', '09:30', 60, 8, 'Room 1', 'added', 'held', 1, '2026-02-02', false, 1, 1)`
    await town.db.$executeRaw`
      insert into session_case (session_id, case_id, placed_on, discussed, placed_anew)
      select ${session}::uuid, id, '2026-02-02', true, false from case_file where ref in ('T-2', 'T-3')`
    const lateSummaries = async (): Promise<string> =>
      (await (await town.visitorAs(PEOPLE.teamManager)).get(`/reports/group-supervision/summaries-late?${PERIOD}`)).text
    expect(await lateSummaries()).toMatch(/T-2 .*T-3 /)
    const change = { ref: 'T-3', reason: 'a relative', actorId: PEOPLE.headOfService, commandId: randomUUID() }
    await changeAccess(town, { ...change, change: { what: 'restrict' } })
    expect(await lateSummaries()).toMatch(/T-2 /)
    expect(await lateSummaries()).not.toContain('T-3')
    const manager = await town.visitorAs(PEOPLE.teamManager)
    for (const group of GROUPS) {
      const page = await manager.get(`/reports/${group}?${PERIOD}`)
      for (const { href } of figuresOf(page)) expect((await manager.get(href)).text).not.toContain('T-3')
    }
    for (const path of [FORECAST, COHORT])
      for (const { href } of linkedNumbers(await manager.get(path)))
        expect((await manager.get(href)).text).not.toContain('T-3')
    expect((await manager.get(`${COHORT}&list=all`.replace('cohort?', 'cohort/list?'))).text).toContain('T-2')
    expect((await manager.get(`/reports/workload?${PERIOD}`)).text).toMatch(/Families 2\b/)
    expect((await manager.get(`/reports/group-supervision?${PERIOD}`)).text).toContain('Cases not discussed 0')
  })

  const drawnCase = fc.record({
    team: fc.constantFrom(TEAM, OTHER),
    restricted: fc.boolean(),
    open: fc.boolean(),
    dues: fc.array(
      fc.record({
        rule: fc.constantFrom(
          'assessment',
          'review-first',
          'review-next',
          'visit',
          'core-group',
          'long-plan',
          'repeat-plan-without-reason',
        ),
        state: fc.constantFrom('open', 'met', 'met-late', 'cancelled', 'gone', 'not-known'),
        day: fc.integer({ min: 1, max: 28 }),
        endedAfter: fc.integer({ min: 0, max: 20 }),
        booked: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    referrals: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 4 }),
    workers: fc.array(fc.constantFrom(PEOPLE.worker, PEOPLE.otherWorker), { maxLength: 4 }),
  })

  it(`every figure is the length of its list, and no more than what it is of, in any town (seed ${String(SEED)})`, async () => {
    const drawn = fc.sample(fc.array(drawnCase, { minLength: 14, maxLength: 16 }), { seed: SEED, numRuns: 1 }).flat()
    for (const [n, one] of drawn.entries()) await write(n, one)
    const manager = await town.visitorAs(PEOPLE.teamManager)
    let counted = 0
    for (const group of GROUPS) {
      const figures = figuresOf(await manager.get(`/reports/${group}?${PERIOD}`))
      expect(figures.length).toBeGreaterThan(0)
      for (const { href, count, of } of figures) {
        counted += count
        expect([href, lengthOf(await manager.get(href))]).toEqual([href, count])
        const lines = (await manager.get(`${href}&format=csv`)).body.trim().split('\r\n')
        expect([href, lines.length - 1]).toEqual([href, count])
        const others = of === null ? 0 : lengthOf(await manager.get(`${href}&of=others`))
        expect([href, others]).toEqual([href, of === null ? 0 : of - count])
      }
    }
    expect(counted).toBeGreaterThan(20)
  })

  async function write(n: number, one: typeof drawnCase extends fc.Arbitrary<infer T> ? T : never): Promise<void> {
    const { db } = town
    const [caseId, child] = [randomUUID(), randomUUID()]
    await db.$executeRaw`
      insert into case_file (id, ref, team_id, open, facts_version, planned_version, rules_version) values (${caseId}::uuid, ${`D-${String(n)}`}, ${one.team}::uuid, ${one.open}, 1, 1, '')`
    await db.$executeRaw`insert into child (id, case_id, forename, surname) values (${child}::uuid, ${caseId}::uuid, 'A', 'B')`
    for (const { rule, state, day, endedAfter, booked } of one.dues) {
      const due = `2026-04-${String(day).padStart(2, '0')}`
      await db.$executeRaw`
        insert into obligation (id, case_id, rule, subject, trigger, part, title, trigger_on, due_on, limit_on, booked_for, due_revision, state, ended_on, late_unit, policy, explanation, kind)
        values (${randomUUID()}::uuid, ${caseId}::uuid, ${rule}, ${child}, ${randomUUID()}, ${rule === 'long-plan' ? '15m' : ''}, ${rule}, ${due}::date - 500 * (${rule} = 'long-plan')::int,
          ${due}::date, ${due}::date, ${booked ? due : null}::date, 1, ${state}, ${state.startsWith('met') ? due : null}::date + ${endedAfter}::int, 'calendar-days',
          'england-family-safeguarding@1', '[]', ${rule.startsWith('repeat') ? 'stall' : 'obligation'})`
    }
    const facts = [
      ...one.referrals.map((ago) => ({ kind: 'referral-received', ago, payload: {} })),
      ...one.workers.map((person, place) => ({ kind: 'worker-allocated', ago: 60 - place, payload: { person } })),
    ]
    for (const [position, { kind, ago, payload }] of facts.entries())
      await db.$executeRaw`
        insert into chronology_event (id, case_id, facts_version, position, kind, occurred_on, recorded_at, children, payload, voids, command_id)
        values (${randomUUID()}::uuid, ${caseId}::uuid, 1, ${position}, ${kind}, '2026-04-09'::date - ${ago}::int, '2026-04-09', '{}', ${JSON.stringify(payload)}::jsonb, false, ${randomUUID()}::uuid)`
    if (one.restricted)
      await db.$executeRaw`
        insert into case_restriction (id, case_id, reason, made_by, made_at, command_id) values (gen_random_uuid(), ${caseId}::uuid, 'r', ${PEOPLE.worker}::uuid, '2026-04-01', gen_random_uuid())`
  }
})
