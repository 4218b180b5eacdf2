import { randomUUID } from 'node:crypto'
import { stableId } from '../../../activities/import/stableId'
import { changeAccess } from '../../../client/commands/changeAccess'
import { addPerson } from '../../servers/addPerson'
import { addCase, addPeople, PEOPLE, TEAM } from '../../servers/factsToEvents'
import { webTown, type WebTown } from '../../servers/webTown'

const OTHER = stableId('test', 'south-1')

/** The assessments of T-1 and T-2 were due on 8 April 2026: the team manager is told on the 9th. */
describe('the pages of alerts', () => {
  let town: WebTown
  let stranger: string
  let sergeant: string
  let alert: string
  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addPeople(town.town)
    await town.db.$executeRaw`insert into team (id, source_id, name) values (${OTHER}::uuid, 'south-1', 'South 1')`
    stranger = await addPerson(town.town, { key: 'southManager', role: 'team-manager', team: OTHER })
    sergeant = await addPerson(town.town, { key: 'sergeant', role: 'detective-sergeant', team: TEAM })
    for (const ref of ['T-1', 'T-2', 'T-3']) await addCase(town.town, ref, '2026-02-02')
    await town.dayComes('2026-04-09')
    alert = await alertOf('T-1')
  })
  afterAll(() => town.stop())

  const alertOf = async (ref: string): Promise<string> => {
    const rows = await town.db.$queryRaw<{ id: string }[]>`
      select e.id::text from escalation e join case_file c on c.id = e.case_id where c.ref = ${ref}`
    return rows[0]?.id ?? ''
  }
  const entries = async (id: string): Promise<readonly string[]> => {
    const rows = await town.db.$queryRaw<{ said: string }[]>`
      select entry || ' ' || coalesce(until_on::text, '') as said from escalation_entry where escalation_id = ${id}::uuid order by number`
    return rows.map(({ said }) => said.trim())
  }
  const in2026 = (name: string, day: string, month: string) => ({
    [`${name}-day`]: day,
    [`${name}-month`]: month,
    [`${name}-year`]: '2026',
  })

  it('lists those that are open, by how far they have gone, and as a file; of a case that is closed to the reader nothing', async () => {
    const manager = await town.visitorAs(PEOPLE.teamManager)
    const list = await manager.get('/escalations')
    expect(list.text).toContain('Open alerts (3)')
    expect(list.text).toContain('T-1: Assessment was due Wednesday 8 April 2026: 1 working day late')
    expect(list.text).toContain('Told: Person teamManager (team-manager), Thursday 9 April 2026, 12:00')
    expect(list.text).toContain('The service manager is told on Tuesday 14 April 2026')
    expect((await manager.get('/escalations?told-to=team-manager')).text).toContain('(3)')
    expect((await manager.get('/escalations?told-to=director')).text).toContain('There is no such alert.')
    expect((await manager.get('/escalations?format=csv')).body.trim().split('\r\n')).toHaveLength(4)
    const change = { ref: 'T-3', reason: 'a relative', actorId: PEOPLE.headOfService }
    await changeAccess(town, { ...change, change: { what: 'restrict' }, commandId: randomUUID() })
    expect((await manager.get('/escalations')).text).toContain('Open alerts (2)')
    expect((await manager.get(`/escalations/${await alertOf('T-3')}`)).status).toBe(404)
  })

  it('shows nobody of another team anything of it; police what they follow', async () => {
    const other = await town.visitorAs(stranger)
    expect((await other.get('/escalations')).text).toContain('Open alerts (0)')
    expect((await other.get(`/escalations/${alert}`)).status).toBe(404)
    const answered = await other.post(`/escalations/${alert}/answer`, { answer: 'acknowledge' }, '/escalations')
    expect(answered.status).toBe(404)
    const police = await town.visitorAs(sergeant)
    expect((await police.get(`/escalations/${alert}`)).status).toBe(404)
    await town.db
      .$executeRaw`update obligation set rule = 'safety-plan-review' from escalation e where e.obligation_id = obligation.id and e.id = ${alert}::uuid`
    const theirs = await police.get(`/escalations/${alert}`)
    expect(theirs.status).toBe(200)
    expect(theirs.body).not.toContain('/cases/T-1')
    expect((await police.get('/escalations')).text).toContain('Open alerts (1)')
    await town.db
      .$executeRaw`update obligation set rule = 'assessment' from escalation e where e.obligation_id = obligation.id and e.id = ${alert}::uuid`
    expect((await police.get('/escalations/none')).status).toBe(404)
  })

  it('a worker who does not hold it reads who was told, and has no form', async () => {
    const page = await (await town.visitorAs(PEOPLE.otherWorker)).get(`/escalations/${alert}`)
    expect(page.text).toContain('T-1 : Assessment was due')
    expect(page.text).toContain('Only who was told of this alert')
    expect(page.body).not.toContain(`/escalations/${alert}/answer`)
  })

  it('says how far ahead a promise may reach, and refuses a later day with what was typed', async () => {
    const manager = await town.visitorAs(PEOPLE.teamManager)
    const page = await manager.get(`/escalations/${alert}`)
    expect(page.text).toContain('At most 5 working days ahead: Thursday 16 April 2026')
    expect(page.text).toContain('it has not come back')
    for (const anchor of ['acknowledge', 'promise']) expect(page.body).toContain(`id="${anchor}"`)
    const late = await manager.post(
      `/escalations/${alert}/answer`,
      { answer: 'promise', reason: 'Finish <it>', owner: PEOPLE.worker, ...in2026('promise-until', '17', '4') },
      `/escalations/${alert}`,
    )
    expect(late.status).toBe(422)
    expect(late.text).toContain('by 16 April 2026')
    expect(late.body).toContain('Finish &lt;it&gt;')
    expect(await entries(alert)).toEqual(['told'])
  })

  it('is answered once, however often the form is sent', async () => {
    const manager = await town.visitorAs(PEOPLE.teamManager)
    const form = { answer: 'acknowledge', back: '/team', command: randomUUID(), lines: '1' }
    const once = await manager.post(`/escalations/${alert}/answer`, form, `/escalations/${alert}`)
    expect([once.status, once.to]).toEqual([303, '/team'])
    const again = await manager.post(`/escalations/${alert}/answer`, form, `/escalations/${alert}`)
    expect(again.status).toBe(303)
    expect(await entries(alert)).toEqual(['told', 'acknowledged'])
    const promised = await manager.post(
      `/escalations/${alert}/answer`,
      { answer: 'promise', reason: 'Finish it', owner: PEOPLE.worker, ...in2026('promise-until', '14', '4') },
      `/escalations/${alert}`,
    )
    expect([promised.status, promised.to]).toEqual([303, `/escalations/${alert}`])
    const said = await manager.get(`/escalations/${alert}`)
    expect(said.text).toContain('The promise was recorded on case T-1. The next person is told on 15 April 2026')
    expect(said.text).toContain('promised on 9 April 2026, by Tuesday 14 April 2026: Finish it')
    expect(said.text).toContain('A promise was made already since the last person was told.')
  })

  it('one that somebody else answered meanwhile says by whom', async () => {
    const id = await alertOf('T-2')
    const service = await town.visitorAs(PEOPLE.serviceManager)
    const manager = await town.visitorAs(PEOPLE.teamManager)
    await manager.get(`/escalations/${id}`)
    const withdrawn = await service.post(
      `/escalations/${id}/answer`,
      { answer: 'withdraw', reason: 'Moved to Kent' },
      `/escalations/${id}`,
    )
    expect(withdrawn.status).toBe(303)
    const late = await manager.post(
      `/escalations/${id}/answer`,
      { answer: 'acknowledge', lines: '1' },
      `/escalations/${alert}`,
    )
    expect(late.status).toBe(409)
    expect(late.text).toContain('Person serviceManager (service-manager) withdrew it on 9 April 2026: Moved to Kent')
    expect((await manager.get('/escalations?list=withdrawn')).text).toContain('T-2: Assessment')
    const refused = await manager.post(`/escalations/${id}/answer`, { answer: 'acknowledge' }, `/escalations/${alert}`)
    expect(refused.status).toBe(409)
  })
})
