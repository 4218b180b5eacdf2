import { randomUUID } from 'node:crypto'
import { stableId } from '../../../activities/import/stableId'
import { wallTimeAfter } from '../../../domain/calendar/wallTime'
import { addPerson } from '../../servers/addPerson'
import { PEOPLE, TEAM } from '../../servers/factsToEvents'
import {
  addSupervisedCase,
  addSupervisionPeople,
  COORDINATOR,
  planAll,
  setPatternOf,
} from '../../servers/supervisionTown'
import type { Visitor } from '../../servers/visitor'
import { webTown, type WebTown } from '../../servers/webTown'

const OTHER_TEAM = stableId('test', 'other-team')

describe('a team’s year on its page', () => {
  let town: WebTown
  let coordinator: Visitor
  const year = `/supervision/${TEAM}/year`
  const sessionsOf = (): Promise<{ id: string; on: string; minutes: number; state: string }[]> =>
    town.db.$queryRaw`select id::text, on_day::text as on, minutes, state from session order by on_day, at`
  const sessionOn = async (day: string) => (await sessionsOf()).find(({ on }) => on === day) ?? missing(day)
  const told = async (): Promise<number> =>
    Number((await town.db.$queryRaw<{ n: bigint }[]>`select count(*) as n from supervision_notice`)[0]?.n)
  const acts = async (action: string): Promise<number> =>
    Number(
      (await town.db.$queryRaw<{ n: bigint }[]>`select count(*) as n from audit_event where action = ${action}`)[0]?.n,
    )

  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addSupervisionPeople(town.town)
    await town.db
      .$executeRaw`insert into team (id, source_id, name) values (${OTHER_TEAM}::uuid, 'other-team', 'South 2')`
    await addPerson(town.town, { key: 'south', role: 'coordinator', team: OTHER_TEAM, id: stableId('test', 'south') })
    // Four families for sessions of three, so that one has no place in any month.
    for (const ref of ['T-1', 'T-2', 'T-3', 'T-4']) await addSupervisedCase(town.town, ref, '2026-02-02')
    await town.plan()
    await setPatternOf(town, { pattern: [{ weekday: 'tuesday', nth: [1], at: '09:30', minutes: 60 }] })
    await planAll(town)
    coordinator = await town.visitorAs(COORDINATOR)
  })
  afterAll(() => town.stop())

  it('takes the coordinator of one team straight to its year', async () => {
    expect((await coordinator.get('/supervision')).to).toBe(year)
  })

  it('shows twelve months with what is taken, what has no place and why, and what would mend it', async () => {
    const { status, text, body } = await coordinator.get(year)
    expect(status).toBe(200)
    expect(text).toContain('1st Tuesday of the month, 09:30 to 10:30 · Room 4 · 20 minutes a case')
    expect(text).toMatch(/April 2026 Tue 7 April 2026, 09:30 3 of 3 cases/)
    expect(text).toContain('▲ 1 without a place')
    expect(text).toContain('Every session of April 2026 that it could be in is full. It needs one extra session')
    expect(text).toContain('Add 20 minutes on Tuesday 7 April 2026')
    expect(body).toContain(`href="/supervision/${TEAM}/add?on=2026-04-14&amp;at=09:30&amp;minutes=60"`)
    expect(text).not.toMatch(/obligation|rung|notice\b/i)
  })

  it('is nothing to whoever coordinates another team, and to who works in this one', async () => {
    const stranger = await town.visitorAs(stableId('test', 'south'))
    const worker = await town.visitorAs(PEOPLE.worker)
    const { id } = await sessionOn('2026-04-07')
    for (const path of [
      year,
      `/supervision/${TEAM}/add`,
      `/supervision/${TEAM}/pattern`,
      `/supervision/sessions/${id}/move`,
    ]) {
      expect((await stranger.get(path)).status).toBe(404)
      expect((await worker.get(path)).status).toBe(404)
    }
    const sent = await stranger.post(
      `/supervision/sessions/${id}/cancel`,
      { reason: 'Because', step: 'do' },
      `/supervision/${OTHER_TEAM}/pattern`,
    )
    expect(sent.status).toBe(404)
    expect((await sessionOn('2026-04-07')).state).toBe('planned')
    expect((await worker.get('/supervision')).text).toMatch(
      /Sessions you are invited to North 1, Tuesday 3 March 2026, 09:30/,
    )
    for (const path of [
      '/supervision/x/year',
      `/supervision/${randomUUID()}/year`,
      '/supervision/sessions/x/move',
      `/supervision/sessions/${randomUUID()}/move`,
    ])
      expect((await coordinator.get(path)).status).toBe(404)
  })

  it('shows what more minutes do, writes nothing, and does it once when it is sent twice', async () => {
    const { id } = await sessionOn('2026-04-07')
    const before = { sessions: await sessionsOf(), told: await told() }
    const remedy = 'Add 20 minutes on Tuesday 7 April 2026'
    expect((await coordinator.get(year)).text).toContain(remedy)
    const look = await coordinator.post(
      `/supervision/sessions/${id}/longer`,
      { minutes: '80', command: randomUUID() },
      year,
    )
    expect(look.status).toBe(200)
    expect(look.text).toMatch(/Case T-\d is placed on 7 April 2026/)
    expect(look.text).toContain('Nothing has been written yet.')
    expect({ sessions: await sessionsOf(), told: await told() }).toEqual(before)
    const again = { minutes: '80', step: 'do', command: coordinator.field('command') }
    const [first, second] = [
      await coordinator.post(`/supervision/sessions/${id}/longer`, again, ''),
      await coordinator.post(`/supervision/sessions/${id}/longer`, again, year),
    ]
    expect([first.to, second.to]).toEqual([year, year])
    expect(await acts('supervision-session-lengthen')).toBe(1)
    expect((await sessionOn('2026-04-07')).minutes).toBe(80)
    const meanwhile = (await coordinator.get(year)).text
    expect(meanwhile).toContain('The year is being planned again')
    // Somebody has just done it: nobody is asked to do it once more.
    expect(meanwhile).not.toContain('Add 20 minutes')
    await planAll(town)
    const shown = await coordinator.get(year)
    expect(shown.text).not.toContain(remedy)
    expect(shown.text).toContain('Add 20 minutes on Tuesday 5 May 2026')
    expect(shown.text).toMatch(/April 2026 Tue 7 April 2026, 09:30 4 of 4 cases/)
    expect(shown.text).toMatch(/Moved since yesterday Case T-\d is placed on 7 April 2026/)
  })

  it('adds a session to mend a gap, moves one and cancels one, each looked at first', async () => {
    const day = { 'on-day': '12', 'on-month': '5', 'on-year': '2026', at: '09:30', minutes: '60', room: '' }
    const look = await coordinator.post(`/supervision/${TEAM}/add`, { ...day, step: 'look' })
    expect(look.text).toContain('Add a session of North 1 on Tuesday 12 May 2026, 09:30, 60 minutes')
    expect(look.text).toMatch(/Case T-\d is placed on 12 May 2026/)
    expect((await sessionsOf()).some(({ on }) => on === '2026-05-12')).toBe(false)
    const added = await coordinator.post(
      `/supervision/${TEAM}/add`,
      { ...day, step: 'do', command: coordinator.field('command') },
      '',
    )
    expect(added.to).toBe(year)
    await planAll(town)
    const { id } = await sessionOn('2026-05-12')

    const move = {
      'on-day': '13',
      'on-month': '5',
      'on-year': '2026',
      at: '10:00',
      room: 'Room 5',
      reason: 'The room is taken',
    }
    const looked = await coordinator.post(`/supervision/sessions/${id}/move`, { ...move, step: 'look' })
    expect(looked.text).toContain('to Wednesday 13 May 2026, 10:00')
    expect(looked.text).toMatch(/\d+ people are told by mail/)
    expect((await sessionOn('2026-05-12')).id).toBe(id)
    await coordinator.post(
      `/supervision/sessions/${id}/move`,
      { ...move, step: 'do', command: coordinator.field('command') },
      '',
    )
    expect((await sessionOn('2026-05-13')).id).toBe(id)
    await planAll(town)

    const off = await coordinator.post(`/supervision/sessions/${id}/cancel`, {
      reason: 'Nobody can come',
      step: 'look',
    })
    expect(off.text).toMatch(/would have no place in May 2026/)
    await coordinator.post(
      `/supervision/sessions/${id}/cancel`,
      { reason: 'Nobody can come', step: 'do', command: coordinator.field('command') },
      '',
    )
    expect((await sessionOn('2026-05-13')).state).toBe('cancelled')
    await planAll(town)
    expect((await coordinator.get(year)).text).toContain('Cancelled: Nobody can come')
  })

  it('shows a form again with what was typed and what is wrong, in words of a page', async () => {
    const { id } = await sessionOn('2026-06-02')
    const day = { 'on-day': '30', 'on-month': '2', 'on-year': '2026', at: 'noon', room: '<b>', reason: '' }
    const wrong = await coordinator.post(`/supervision/sessions/${id}/move`, { ...day, step: 'do' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('The new day must be a real day, like 27 3 2026')
    expect(wrong.text).toContain('Write the time like 09:30')
    expect(wrong.body).toContain('value="&lt;b&gt;"')
    const holiday = { 'on-day': '25', 'on-month': '5', 'on-year': '2026', at: '09:30', room: '', reason: 'x' }
    const closed = await coordinator.post(`/supervision/sessions/${id}/move`, { ...holiday, step: 'look' })
    expect(closed.status).toBe(422)
    expect(closed.text).toContain('Nothing is held on 25 May 2026: it is a bank holiday (Spring bank holiday).')
    expect(closed.text).not.toContain('--')
  })

  it('changes the pattern after showing which cases move', async () => {
    const pattern = {
      'weekday-1': 'wednesday',
      'nth-1': ['1', '3'],
      'at-1': '13:30',
      'minutes-1': '60',
      'weekday-2': '',
      'at-2': '',
      'minutes-2': '',
    }
    const rest = { 'per-case': '20', room: 'Room 4', closed: '3 8 2026' }
    const bad = await coordinator.post(`/supervision/${TEAM}/pattern`, {
      ...pattern,
      ...rest,
      closed: 'Tuesday',
      step: 'do',
    })
    expect([bad.status, bad.text.includes('Tuesday is not a day')]).toEqual([422, true])
    const look = await coordinator.post(`/supervision/${TEAM}/pattern`, { ...pattern, ...rest, step: 'look' })
    expect(look.text).toMatch(/places change: Case T-/)
    expect((await coordinator.get(year)).text).toContain('1st Tuesday of the month')
    await coordinator.post(`/supervision/${TEAM}/pattern`, { ...pattern, ...rest, step: 'do' })
    await planAll(town)
    const after = await coordinator.get(year)
    expect(after.text).toContain('1st and 3rd Wednesday of the month, 13:30 to 14:30')
    expect(after.text).toContain('Every case has its place in every month.')
  })

  it('names a restricted case to nobody who may not open it: not among gaps, moves or what a change does', async () => {
    const { id } = await sessionOn('2026-06-03')
    const look = () => coordinator.post(`/supervision/sessions/${id}/cancel`, { reason: 'x', step: 'look' })
    const named = async () => (await look()).text.match(/T-\d/g) ?? []
    expect(await named()).toContain('T-2')
    await town.db.$executeRaw`
      insert into case_restriction (id, case_id, reason, made_by, made_at, command_id) select gen_random_uuid(), id, 'x', ${PEOPLE.headOfService}::uuid, now(), gen_random_uuid() from case_file where ref = 'T-2'`
    expect(await named()).not.toContain('T-2')
    expect(await named()).toContain('T-1')
    // Written while T-2 was open to everybody: the reason of another's move names it.
    await town.db.$executeRaw`
      insert into supervision_change (id, team_id, case_id, month, change, why, at)
      select gen_random_uuid(), ${TEAM}::uuid, c.id, '2026-06', 'moved', 'It makes room for T-2 on 2 June 2026.', to_timestamp(a.offset_ms / 1000.0)
      from case_file c cross join authority a where c.ref = 'T-1'`
    const { text } = await coordinator.get(year)
    expect(text).toContain('It makes room for another case on 2 June 2026.')
    expect(text).not.toContain('T-2')
  })

  it('keeps the place of a restricted case, says so without naming it, and agrees with the list', async () => {
    const [placed] = await town.db.$queryRaw<{ session: string; at: string; others: number }[]>`
      select s.id::text as session, s.at, (select count(*)::int from session_case y where y.session_id = s.id) - 1 as others
      from session_case x join case_file c on c.id = x.case_id join session s on s.id = x.session_id
      where s.state = 'planned' and s.on_day > '2026-03-03' and c.ref = 'T-2'
        and exists (select from session_case y join case_file d on d.id = y.case_id where y.session_id = s.id and d.ref = 'T-1') order by s.on_day limit 1`
    const { session, at, others } = placed ?? missing('which T-1 and T-2 are placed')
    const shown = await coordinator.get(year)
    const [taken, listed] = [String(others + 1), String(others)]
    expect(shown.text).toContain(`${taken} of ${taken} places, 1 closed to you`)
    expect(shown.text).toMatch(
      new RegExp(`Planned .* ${listed} of ${taken} cases, [^.]+? 1 place is taken by a case you may not open`),
    )
    expect(shown.text).not.toContain('T-2')
    const list = (await coordinator.get(`/supervision/sessions/${session}`)).body.split('id="cases"')[1] ?? ''
    const times = [...list.matchAll(/<td class="govuk-table__cell" data-label="Time">(\d\d:\d\d)</g)].map(
      ([, time]) => time,
    )
    // No gap among them: it would tell between which references that of the closed one lies.
    expect(times).toEqual(Array.from({ length: others }, (_, index) => wallTimeAfter(at, index * 20)))
  })
})

const missing = (what: string): never => {
  throw new Error(`There is no session on ${what}.`)
}
