import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import type { Processes } from '../../../activities/deps'
import { endRole } from '../../../client/commands/people/endRole'
import { giveRole } from '../../../client/commands/people/giveRole'
import { setInPost } from '../../../client/commands/people/setInPost'
import { personOfClaim } from '../../../client/queries/web/personOfClaim'
import { addPerson } from '../../servers/addPerson'
import { addCase, addPeople, PEOPLE, TEAM, type TestCase } from '../../servers/factsToEvents'
import type { Fields, Got, Visitor } from '../../servers/visitor'
import { webTown, type WebTown } from '../../servers/webTown'

const DAY = '2026-03-02'

describe('people, as an administrator looks after them', () => {
  let town: WebTown
  let admin: Visitor
  let adminId: string
  let one: TestCase

  beforeAll(async () => {
    town = await webTown(DAY)
    await addPeople(town.town)
    adminId = await addPerson(town.town, { key: 'admin', role: 'administrator', team: TEAM })
    await town.db.$executeRaw`update role_grant set to_on = '2026-03-01' where source = 'authority'`
    one = await addCase(town.town, 'T-1', '2026-01-12')
    await town.dayComes(DAY)
    admin = await town.visitorAs(adminId)
  })
  afterAll(() => town.stop())

  const audited = async (action: string, personId: string): Promise<number> => {
    const rows = await town.db.$queryRaw<unknown[]>`
      select 1 from audit_event where action = ${action} and actor_id = ${adminId}::uuid and detail->>'personId' = ${personId}`
    return rows.length
  }
  /** Sends one form twice under one id, as a hand that presses twice does. */
  const twice = async (path: string, fields: Fields, from = path): Promise<readonly Got[]> => {
    const command = randomUUID()
    const first = await admin.post(path, { ...fields, command }, from)
    return [first, await admin.post(path, { ...fields, command }, '/admin/people')]
  }
  const person = (key: string, role: Parameters<typeof addPerson>[1]['role'] = 'social-worker'): Promise<string> =>
    addPerson(town.town, { key, role, team: TEAM })
  const grantOf = async (personId: string): Promise<string> => {
    const [row] = await town.db.$queryRaw<{ id: string }[]>`
      select id::text from role_grant where person_id = ${personId}::uuid and to_on is null order by from_on desc limit 1`
    return row?.id ?? ''
  }
  const added = async (name: string, address: string): Promise<string> => {
    const fields = { name, job: 'Police officer', address, team: '' }
    const [first, second] = await twice('/admin/people/new', fields)
    expect([first?.status, second?.to]).toEqual([303, first?.to])
    return first?.to?.split('/').at(-1) ?? ''
  }

  it('are added once, sign in by their address, and see nothing until they are given a role', async () => {
    const id = await added('  Aspen   Testerly ', 'aspen.testerly@police.example')
    expect(await personOfClaim(town.db, 'Aspen.Testerly@police.example', LocalDate.parse(DAY))).toBe(id)
    expect(await audited('person-added', id)).toBe(1)
    const page = await admin.get(`/admin/people/${id}`)
    expect(page.text).toContain('Aspen Testerly')
    expect(page.text).toContain('Added by hand: no extract knows them')
    expect(page.text).toContain('They have no role')
    const officer = await town.visitorAs(id)
    expect((await officer.get('/cases/T-1')).status).toBe(404)
  })

  it('are given a role once, which opens its cases at once, and lose it at once', async () => {
    const id = await added('Juniper Testerly', 'juniper@council.example')
    const visitor = await town.visitorAs(id)
    expect((await visitor.get('/cases/T-1')).status).toBe(404)
    const roles = `/admin/people/${id}/roles`
    const given = await twice(roles, { role: 'team-manager', team: 'north' })
    expect(given.map(({ status }) => status)).toEqual([303, 303])
    expect(await audited('role-given', id)).toBe(1)
    expect((await visitor.get('/cases/T-1')).status).toBe(200)
    expect((await admin.get(`/admin/people/${id}`)).text).toContain(
      'Team manager North 1 Monday 2 March 2026 No last day An administrator End Team manager, for North 1',
    )
    const again = await admin.post(roles, { role: 'team-manager', team: 'North 1' })
    expect([again.status, again.text]).toEqual([422, expect.stringContaining('They hold this role already')])
    const grant = `${roles}/${await grantOf(id)}`
    expect((await admin.get(grant)).text).toContain('It does not come back by itself')
    expect((await twice(grant, {})).map(({ status }) => status)).toEqual([303, 303])
    expect(await audited('role-ended', id)).toBe(1)
    expect((await visitor.get('/cases/T-1')).status).toBe(404)
    expect((await admin.post(grant, {}, '/admin/people')).to).toBe(`/admin/people/${id}`)
    expect((await admin.get(`/admin/people/${id}`)).text).toContain('The role had ended before')
  })

  it('lose a role that an extract gave, with a word on what brings it back', async () => {
    const id = await person('extracted', 'team-manager')
    const grant = `/admin/people/${id}/roles/${await grantOf(id)}`
    const visitor = await town.visitorAs(id)
    expect((await visitor.get('/cases/T-1')).status).toBe(200)
    expect((await admin.get(grant)).text).toContain('begins again with the next extract')
    expect((await admin.post(grant, {})).status).toBe(303)
    expect((await visitor.get('/cases/T-1')).status).toBe(404)
  })

  it('have left from the same moment, and are in post again', async () => {
    const id = await person('leaver', 'team-manager')
    const visitor = await town.visitorAs(id)
    const left = `/admin/people/${id}/left`
    expect((await admin.get(left)).text).toContain('have it changed there, too')
    expect((await twice(left, { left: 'yes' })).map(({ status }) => status)).toEqual([303, 303])
    expect([303, 401, 403]).toContain((await visitor.get('/team')).status)
    expect((await admin.get(`/admin/people/${id}`)).text).toContain('Left on Monday 2 March 2026')
    expect((await admin.post(`/admin/people/${id}/roles`, { role: 'director', team: '' })).text).toContain(
      'They have left',
    )
    expect((await admin.post(left, {})).text).toContain('Say it with the button')
    expect((await admin.post(left, { left: 'no' })).status).toBe(303)
    expect((await admin.get(`/admin/people/${id}`)).text).toContain('In post')
    expect(await audited('person-left', id)).toBe(1)
    expect(await audited('person-returned', id)).toBe(1)
  })

  it('get another address, which is nobody else’s', async () => {
    const id = await person('moved')
    const address = `/admin/people/${id}/address`
    const from = `/admin/people/${id}`
    expect((await twice(address, { address: ' Moved.On@council.example ' }, from)).map(({ status }) => status)).toEqual(
      [303, 303],
    )
    expect((await admin.get(from)).text).toContain('Mail goes to moved.on@council.example')
    for (const [typed, says] of [
      ['', 'This is no address'],
      ['nobody', 'This is no address'],
      ['WORKER@test.example', 'This is the address of Person worker'],
    ] as const) {
      const refused = await admin.post(address, { address: typed }, from)
      expect([typed, refused.status, refused.text]).toEqual([typed, 422, expect.stringContaining(says)])
      expect(refused.body).toContain(`value="${typed}"`)
    }
    expect((await admin.get(from)).text).toContain('Mail goes to moved.on@council.example')
  })

  it.each<[Fields, string]>([
    [{ name: '', job: 'x', address: 'a@b.example' }, 'Enter their name'],
    [{ name: 'x', job: ' ', address: 'a@b.example' }, 'Enter their job'],
    [{ name: 'x'.repeat(101), job: 'x', address: 'a@b.example' }, 'at most 100 letters'],
    [{ name: 'a\u202eb', job: 'x', address: 'a@b.example' }, 'does not show'],
    [{ name: 'x', job: 'x', address: 'x' }, 'This is no address'],
    [{ name: 'x', job: 'x', address: 'worker@test.example' }, 'This is the address of Person worker'],
    [{ name: 'x', job: 'x', address: 'a@b.example', team: 'south' }, 'No team is called “south”'],
  ])('are not added with what is wrong: %j', async (fields, says) => {
    const before = await count('person')
    const refused = await admin.post('/admin/people/new', fields)
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(says)])
    expect(await count('person')).toBe(before)
  })

  it.each<[Fields, string]>([
    [{}, 'Choose a role'],
    [{ role: 'king', team: 'north' }, 'Choose a role'],
    [{ role: 'team-manager', team: '' }, 'Say for which'],
    [{ role: 'team-manager', team: 'south' }, 'No team is called'],
  ])('are not given what is no role: %j', async (fields, says) => {
    const before = await count('role_grant')
    const refused = await admin.post(`/admin/people/${PEOPLE.otherWorker}/roles`, fields)
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(says)])
    expect(await count('role_grant')).toBe(before)
  })

  const count = async (table: 'person' | 'role_grant'): Promise<number> => {
    const [row] =
      table === 'person'
        ? await town.db.$queryRaw<{ n: number }[]>`select count(*)::int as n from person`
        : await town.db.$queryRaw<{ n: number }[]>`select count(*)::int as n from role_grant`
    return row?.n ?? 0
  }

  it('do not change themselves, and one administrator stays', async () => {
    const self = `/admin/people/${adminId}`
    const given = await admin.post(`${self}/roles`, { role: 'director', team: '' })
    expect([given.status, given.text]).toEqual([403, expect.stringContaining('Ask another administrator')])
    const left = await admin.post(`${self}/left`, { left: 'yes' })
    expect([left.status, left.text]).toEqual([403, expect.stringContaining('Ask another administrator')])
    const grant = `${self}/roles/${await grantOf(adminId)}`
    const ended = await admin.post(grant, {})
    expect([ended.status, ended.text]).toEqual([422, expect.stringContaining('only administrator in post')])
    expect((await admin.get('/admin/people')).status).toBe(200)
  })

  it('cannot end each other: of two administrators at once one stays', async () => {
    const other = await person('second', 'administrator')
    const ends = async (actorId: string, personId: string) =>
      endRole(town, { personId, roleId: await grantOf(personId), actorId, commandId: randomUUID() })
    const answers = await Promise.all([ends(adminId, other), ends(other, adminId)])
    expect(answers.filter((answer) => 'accepted' in answer)).toHaveLength(1)
    const rows = await town.db.$queryRaw<unknown[]>`
      select 1 from role_grant where role = 'administrator' and to_on is null`
    expect(rows).toHaveLength(1)
    await town.db.$executeRaw`update role_grant set to_on = null where person_id = ${adminId}::uuid`
  })

  it('are changed by administrators only, also without a page, and an id is used for one thing', async () => {
    const command = { personId: PEOPLE.otherWorker, role: 'director', teamId: null }
    const by = (actorId: string, commandId: string = randomUUID()) => giveRole(town, { ...command, actorId, commandId })
    expect(await by(PEOPLE.headOfService)).toMatchObject({ refused: 'not-allowed' })
    expect(await by(randomUUID())).toMatchObject({ refused: 'not-allowed' })
    expect(await by(adminId, 'x')).toMatchObject({ refused: 'bad-data' })
    const used = randomUUID()
    expect(await by(adminId, used)).toMatchObject({ accepted: true })
    const left = { personId: PEOPLE.otherWorker, inPost: false, actorId: adminId, commandId: used }
    expect(await setInPost(town, left)).toMatchObject({ refused: 'bad-data' })
    expect(
      await giveRole(town, { ...command, personId: PEOPLE.worker, actorId: adminId, commandId: used }),
    ).toMatchObject({
      refused: 'bad-data',
    })
    expect(await setInPost(town, { ...left, personId: randomUUID(), commandId: randomUUID() })).toMatchObject({
      refused: 'unknown-person',
    })
    const worker = await town.visitorAs(PEOPLE.worker)
    for (const path of [
      '/admin/people/new',
      `/admin/people/${PEOPLE.worker}/roles`,
      `/admin/people/${PEOPLE.worker}/left`,
    ])
      expect([path, (await worker.get(path)).status]).toEqual([path, 404])
  })

  it('wake the cases on which something waits for them, and no others', async () => {
    const nudged: string[] = []
    const processes: Processes = {
      nudge: (names) => Promise.resolve(nudged.push(...names.map(({ id }) => id))),
      ensure: (names) => Promise.resolve(names.length),
    }
    const waiting = await town.db.$queryRaw<{ id: string }[]>`
      select distinct recipient_id::text as id from notice where case_id = ${one.id}::uuid and message_id is null and withdrawn_at is null`
    const idle = await person('idle')
    const give = (personId: string) =>
      giveRole(
        { db: town.db, processes },
        { personId, role: 'coordinator', teamId: TEAM, actorId: adminId, commandId: randomUUID() },
      )
    await give(idle)
    expect(nudged).toEqual([])
    const [first] = waiting
    if (first === undefined) throw new Error('Nothing waits for anybody: this test proves nothing.')
    await give(first.id)
    expect(nudged).toEqual([one.id])
  })

  it('bring nothing into the log that somebody would have to see to', () => {
    expect(town.logged).toEqual([])
  })
})
