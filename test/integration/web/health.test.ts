import { addPerson } from '../../servers/addPerson'
import { addCase, addPeople, PEOPLE, TEAM, type TestCase } from '../../servers/factsToEvents'
import type { Visitor } from '../../servers/visitor'
import { webTown, type WebTown } from '../../servers/webTown'

describe('the health of the whole', () => {
  let town: WebTown
  let admin: Visitor
  let other: TestCase

  beforeAll(async () => {
    town = await webTown('2026-03-02', { metricsToken: 'a token of the tests' })
    await addPeople(town.town)
    const adminId = await addPerson(town.town, { key: 'admin', role: 'administrator', team: TEAM })
    await addCase(town.town, 'T-1', '2026-01-12')
    other = await addCase(town.town, 'T-2', '2026-02-12')
    await addCase(town.town, 'T-3', '2025-11-03')
    await town.dayComes('2026-03-02')
    admin = await town.visitorAs(adminId)
  })
  afterAll(() => town.stop())

  it('counts a clock that failed, and not one whose alert has ended', async () => {
    const [alert] = await town.db.$queryRaw<
      { id: string; state: string }[]
    >`select id, state from escalation where state = 'open' limit 1`
    const state = async (problem: string | null, now: string): Promise<string> => {
      await town.db
        .$executeRaw`update escalation set problem = ${problem}, state = ${now} where id = ${alert?.id ?? ''}::uuid`
      return (await admin.get('/admin')).text
    }
    expect(await state('it does not go on', 'open')).toContain('1 clock failed')
    expect(await state('it does not go on', 'resolved')).not.toContain('clock failed')
    expect(await state(null, 'open')).not.toContain('clock failed')
  })

  it('gives figures to who sends the token, and nothing to anybody else', async () => {
    const get = (headers: Record<string, string>) => fetch(`${town.address}/metrics`, { headers })
    for (const headers of [{}, { authorization: 'Bearer another' }, { authorization: 'a token of the tests' }])
      expect((await get(headers as Record<string, string>)).status).toBe(404)
    const answer = await get({ authorization: 'Bearer a token of the tests' })
    const text = await answer.text()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ])
    expect(text).toMatch(/^# TYPE caseclock_clocks_behind gauge\ncaseclock_clocks_behind \d+$/m)
    expect(text).toMatch(/^caseclock_late [1-9]\d*$/m)
    expect(text).toMatch(/^caseclock_open_alerts\{rung="\d"\} \d+$/m)
  })

  it('tells of a case that cannot be planned only who may open it', async () => {
    await town.db.$executeRaw`update case_file set problem = 'Something is odd' where id = ${other.id}::uuid`
    expect((await admin.get('/admin')).text).toContain('1 case cannot be planned')
    expect((await admin.get('/admin/unplanned')).text).toContain('T-2')
    await town.db.$executeRaw`insert into case_restriction (id, case_id, made_by, made_at, reason, command_id)
      values (gen_random_uuid(), ${other.id}::uuid, ${PEOPLE.headOfService}::uuid, '2026-03-02', 'a test', gen_random_uuid())`
    expect((await admin.get('/admin')).text).not.toContain('cannot be planned')
    expect((await admin.get('/admin/unplanned')).text).not.toContain('T-2')
  })
})
