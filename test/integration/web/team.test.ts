import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { stableId } from '../../../activities/import/stableId'
import { changeAccess } from '../../../client/commands/changeAccess'
import { SEED } from '../../seed'
import { addPerson } from '../../servers/addPerson'
import { addCase, addPeople, PEOPLE, TEAM } from '../../servers/factsToEvents'
import { webTown, type WebTown } from '../../servers/webTown'
import type { Got } from '../../servers/visitor'

const OTHER = stableId('test', 'south-1')
const TODAY = '2026-04-09'

describe('a team manager’s home', () => {
  let town: WebTown
  let southManager: string
  let aboveBoth: string
  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addPeople(town.town)
    const above = stableId('test', 'area')
    await town.db.$executeRaw`
      insert into team (id, source_id, name) values (${above}::uuid, 'area', 'Area'), (${OTHER}::uuid, 'south-1', 'South 1')`
    await town.db.$executeRaw`update team set parent_id = ${above}::uuid where name <> 'Area'`
    southManager = await addPerson(town.town, { key: 'southManager', role: 'team-manager', team: OTHER })
    aboveBoth = await addPerson(town.town, { key: 'areaManager', role: 'service-manager', team: above })
    for (const ref of ['T-1', 'T-2']) await addCase(town.town, ref, '2026-02-02')
    await town.dayComes(TODAY)
  })
  afterAll(() => town.stop())

  it('has the oldest alert first, with what can be done with it there', async () => {
    const manager = await town.visitorAs(PEOPLE.teamManager)
    const home = await manager.get('/team')
    expect(home.text).toContain('My team: North 1')
    expect(home.text).toContain('2 alerts wait for an answer')
    expect(home.text).toContain('2 things are late')
    expect(home.text).toContain('T-1: Assessment was due Wednesday 8 April 2026: 1 working day late')
    const [, action = ''] = /action="(\/escalations\/[^"]*)\/answer"/.exec(home.body) ?? []
    const alert = action.split('/').at(-1) ?? ''
    for (const part of ['promise', 'more-time', 'withdraw'])
      expect(home.body).toContain(`href="/team?team=${TEAM}&amp;alert=${alert}#${part}"`)
    const done = await manager.post(`${action}/answer`, { answer: 'acknowledge', back: '/team', lines: '1' }, '/team')
    expect([done.status, done.to]).toEqual([303, '/team'])
    const after = await manager.get('/team')
    expect(after.text).toContain('You have said that you have this on case T-1.')
    expect(after.text).toContain('1 alert waits for an answer')
    expect(after.body).not.toContain(`action="${action}/answer"`)
  })

  it('has what was due first on top, however late its alert was opened, as the list of alerts has', async () => {
    const found = await town.db.$executeRaw`
      update escalation e set opened_at = opened_at + interval '1 hour' from case_file c where c.id = e.case_id and c.ref = 'T-2'`
    expect(found).toBe(1)
    await town.db.$executeRaw`
      update obligation o set due_on = o.due_on - 1 from escalation e join case_file c on c.id = e.case_id where e.obligation_id = o.id and c.ref = 'T-2'`
    const manager = await town.visitorAs(PEOPLE.teamManager)
    for (const path of ['/team', '/escalations'])
      expect([path, [...(await manager.get(path)).text.matchAll(/(T-\d): /g)].map(([, ref]) => ref)]).toEqual([
        path,
        ['T-2', 'T-1'],
      ])
    const { body } = await manager.get('/escalations?format=csv')
    expect(body.indexOf('T-2,')).toBeLessThan(body.indexOf('T-1,'))
  })

  it('shows another team’s manager nothing of it, and who is above both a line for each', async () => {
    const south = await town.visitorAs(southManager)
    const theirs = await south.get('/team')
    expect(theirs.text).toContain('My team: South 1')
    expect(theirs.text).not.toContain('T-1')
    expect((await south.get(`/team?team=${TEAM}`)).status).toBe(404)
    expect((await south.get(`/team/lists/late?team=${TEAM}`)).status).toBe(404)
    expect((await (await town.visitorAs(PEOPLE.worker)).get('/team')).status).toBe(404)
    const both = await (await town.visitorAs(aboveBoth)).get('/team')
    expect(both.text).toContain('My teams')
    expect(both.text).toMatch(/North 1 2 of North 1 1 of North 1 0 2 of North 1/)
    expect(both.body).toContain(`/team?team=${OTHER}`)
  })

  it('takes a promise in its place, and comes back to the team; what is refused keeps the way back', async () => {
    const manager = await town.visitorAs(PEOPLE.teamManager)
    const [, action = ''] = /action="(\/escalations\/[^"]*)\/answer"/.exec((await manager.get('/team')).body) ?? []
    const place = `/team?team=${TEAM}&alert=${action.split('/').at(-1) ?? ''}`
    const asked = await manager.get(place)
    expect(asked.text).toContain('Promise what will be done')
    const promise = { answer: 'promise', back: manager.field('back'), lines: manager.field('lines') }
    const refused = await manager.post(`${action}/answer`, { ...promise, reason: 'She is seen' }, place)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain(`name="back" value="/team?team=${TEAM}"`)
    const until = { 'promise-until-day': '16', 'promise-until-month': '4', 'promise-until-year': '2026' }
    const done = await manager.post(`${action}/answer`, { ...promise, reason: 'She is seen', ...until }, place)
    expect([done.status, done.to]).toEqual([303, `/team?team=${TEAM}`])
    expect((await manager.get('/team')).text).toContain('The promise was recorded')
    expect((await manager.get('/team?alert=none')).text).not.toContain('Promise what will be done')
  })

  it('has nothing of what no list has', async () => {
    const manager = await town.visitorAs(PEOPLE.teamManager)
    for (const path of ['none', 'children', `late?person=${randomUUID()}`])
      expect((await manager.get(`/team/lists/${path}`)).status).toBe(404)
  })

  it('does not count a restricted case for who may not open it', async () => {
    const change = { ref: 'T-2', reason: 'a relative', actorId: PEOPLE.headOfService, commandId: randomUUID() }
    await changeAccess(town, { ...change, change: { what: 'restrict' } })
    const home = await (await town.visitorAs(PEOPLE.teamManager)).get('/team')
    expect(home.text).toContain('1 thing is late')
    expect(home.text).not.toContain('wait for an answer')
    expect(home.text).not.toContain('T-2')
    expect(home.text).toContain('Alerts, oldest first (1)')
  })

  it('tells which follow-ups are to be answered', async () => {
    const manager = await town.visitorAs(PEOPLE.teamManager)
    expect((await manager.get('/follow-ups')).text).toContain('Follow-ups to answer (0)')
    await followUp()
    expect((await manager.get('/team')).text).toContain('1 follow-up is to be answered')
    const list = await manager.get('/follow-ups')
    expect(list.text).toContain('T-1: Three-month follow-up, Zebedee was to be answered by Tuesday 7 April 2026.')
    expect((await (await town.visitorAs(southManager)).get('/follow-ups')).text).toContain('(0)')
    expect((await manager.get('/team')).body).toContain(`href="/follow-ups?team=${TEAM}"`)
    const both = await town.visitorAs(aboveBoth)
    expect((await both.get(`/follow-ups?team=${TEAM}`)).text).toContain('(1)')
    expect((await both.get(`/follow-ups?team=${OTHER}`)).text).toContain('(0)')
    expect((await manager.get(`/follow-ups?team=${OTHER}`)).status).toBe(404)
  })

  it('writes into the audit whose names its lists showed', async () => {
    const manager = await town.visitorAs(PEOPLE.teamManager)
    await manager.get('/follow-ups')
    await manager.get(`/team/lists/children?person=${PEOPLE.worker}`)
    const noted = await town.db.$queryRaw<{ page: string; refs: string[] }[]>`
      select distinct detail ->> 'page' as page, detail -> 'refs' as refs from audit_event
      where action = 'view-names' and actor_id = ${PEOPLE.teamManager}::uuid order by page`
    expect(noted).toEqual([
      { page: '/follow-ups', refs: ['T-1'] },
      { page: '/team/lists/children', refs: ['T-1'] },
    ])
  })

  async function followUp(): Promise<void> {
    const [id, caseId] = [randomUUID(), stableId('test-case', 'T-1')]
    await obligation({
      id,
      caseId,
      subject: stableId('test-child', 'T-1'),
      kind: 'obligation',
      dueOn: '2026-04-07',
      title: 'Three-month follow-up',
    })
    await town.db
      .$executeRaw`insert into follow_up (id, case_id, obligation_id, taken_up) values (${randomUUID()}::uuid, ${caseId}::uuid, ${id}::uuid, true)`
    await town.db.$executeRaw`
      insert into notice (id, case_id, obligation_id, due_revision, step, role, recipient_id, why, lane, due_on, send_on, written_at)
      values (${randomUUID()}::uuid, ${caseId}::uuid, ${id}::uuid, 1, 'due-10wd', 'social-worker', ${PEOPLE.worker}::uuid, 'holds it', 'digest', '2026-04-07', '2026-03-23', '2026-03-23')`
  }

  interface Made {
    readonly id: string
    readonly caseId: string
    readonly subject: string
    readonly kind: 'obligation' | 'stall'
    readonly dueOn: string
    readonly title: string
  }
  const obligation = ({ id, caseId, subject, kind, dueOn, title }: Made) => town.db.$executeRaw`
    insert into obligation (id, case_id, rule, subject, trigger, part, title, trigger_on, due_on, limit_on, due_revision, state, late_unit, policy, explanation, kind)
    values (${id}::uuid, ${caseId}::uuid, ${title}, ${subject}, ${id}, '', ${title}, '2026-01-01', ${dueOn}::date, ${dueOn}::date, 1, 'open',
      'working-days', 'england-family-safeguarding@1', '[]', ${kind})`

  const drawnCase = fc.record({
    team: fc.constantFrom(TEAM, OTHER),
    restricted: fc.boolean(),
    open: fc.boolean(),
    children: fc.integer({ min: 1, max: 9 }),
    worker: fc.constantFrom(PEOPLE.worker, PEOPLE.otherWorker, null),
    matters: fc.array(
      fc.record({
        kind: fc.constantFrom('obligation' as const, 'stall' as const),
        day: fc.integer({ min: 1, max: 20 }),
        child: fc.integer({ min: -1, max: 8 }),
        title: fc.constantFrom('Core group', 'Visit', 'No progress recorded'),
      }),
      { maxLength: 5 },
    ),
  })

  it(`every figure is the length of its list, in any town (seed ${String(SEED)})`, async () => {
    const drawn = fc.sample(fc.array(drawnCase, { minLength: 12, maxLength: 14 }), { seed: SEED, numRuns: 1 }).flat()
    for (const [n, one] of drawn.entries()) {
      const caseId = randomUUID()
      await town.db.$executeRaw`
        insert into case_file (id, ref, team_id, open, facts_version, planned_version, rules_version) values (${caseId}::uuid, ${`D-${String(n)}`}, ${one.team}::uuid, ${one.open}, 1, 1, '')`
      const children = Array.from({ length: one.children }, () => randomUUID())
      for (const child of children) {
        await town.db
          .$executeRaw`insert into child (id, case_id, forename, surname) values (${child}::uuid, ${caseId}::uuid, 'A', 'B')`
        if (one.worker !== null)
          await town.db
            .$executeRaw`insert into case_holder values (${caseId}::uuid, ${child}::uuid, 'allocated-worker', ${one.worker}::uuid)`
      }
      for (const { kind, day, child, title } of one.matters)
        await obligation({
          ...{ id: randomUUID(), caseId, kind, title },
          subject: children[child] ?? 'case',
          dueOn: `2026-04-${String(day).padStart(2, '0')}`,
        })
      if (one.restricted)
        await town.db.$executeRaw`
          insert into case_restriction (id, case_id, reason, made_by, made_at, command_id) values (gen_random_uuid(), ${caseId}::uuid, 'r', ${PEOPLE.worker}::uuid, '2026-04-01', gen_random_uuid())`
    }
    let seen = 0
    for (const [who, path] of [
      [PEOPLE.teamManager, '/team'],
      [southManager, '/team'],
      [aboveBoth, '/team'],
      [aboveBoth, `/team?team=${TEAM}`],
    ] as const) {
      const reader = await town.visitorAs(who)
      const home = await reader.get(path)
      const links = linksOf(home)
      for (const { href, count } of links) {
        seen += 1
        const heading = / \((\d+)\)<\/h1>/.exec((await reader.get(href)).body)
        expect([href, Number(heading?.[1])]).toEqual([href, count])
      }
      expect(links.length).toBeGreaterThan(3)
    }
    expect(seen).toBeGreaterThan(30)
  })

  /** Every link to a list, with the number it says. */
  const linksOf = ({ body }: Got): readonly { readonly href: string; readonly count: number }[] =>
    [...body.matchAll(/href="(\/(?:team\/lists|escalations\?|follow-ups)[^"]*)"[^>]*>(\d+)/g)].map(
      ([, href = '', count]) => ({
        href: href.replaceAll('&amp;', '&'),
        count: Number(count),
      }),
    )
})
