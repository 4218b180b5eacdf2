import { randomUUID } from 'node:crypto'
import { PEOPLE, workTown, type WorkTown } from './workTown'

const day = (name: string, iso: string) => {
  const [year = '', month = '', one = ''] = iso.split('-')
  return { [`${name}-day`]: one, [`${name}-month`]: month, [`${name}-year`]: year }
}
const AWAY = { ...day('from', '2026-04-06'), ...day('to', '2026-04-10'), reason: 'leave' }
const PATH = '/team/cover'

describe('forms of those who manage', () => {
  let town: WorkTown
  beforeAll(async () => {
    town = await workTown()
  })
  afterAll(() => town.stop())

  const covers = () =>
    town.db.$queryRaw<{ id: string; ended: boolean }[]>`
      select id::text, ended_at is not null as ended from cover order by from_on, id`

  it('lets a manager arrange cover for people of their team, and end it; of others nothing is arranged, shown or ended', async () => {
    const manager = await town.visitorAs(PEOPLE.teamManager)
    expect((await manager.get('/team')).body).toContain(`href="${PATH}"`)
    const sent = await manager.post(PATH, { ...AWAY, person: 'Person worker', by: 'Person otherWorker' }, PATH)
    expect([sent.status, sent.to]).toEqual([303, PATH])
    expect((await manager.get(PATH)).text).toContain('Person worker Monday 6 April 2026 Friday 10 April 2026 Leave')
    const stranger = await manager.post(PATH, { ...AWAY, person: 'Person stranger', by: '' }, PATH)
    expect([stranger.status, stranger.text.includes('Cover is arranged by whoever is away')]).toEqual([403, true])
    expect(stranger.body).toContain('value="Person stranger"')
    const theirs = randomUUID()
    await town.db.$executeRaw`
      insert into cover (id, person_id, from_on, to_on, reason, made_by, made_at, command_id) values (${theirs}::uuid,
        ${town.stranger}::uuid, '2026-05-04', '2026-05-08', 'sickness', ${PEOPLE.headOfService}::uuid, '2026-03-02T10:00:00Z', ${randomUUID()}::uuid)`
    expect((await manager.get(PATH)).text).not.toContain('Person stranger')
    expect((await manager.get(`${PATH}?end=${theirs}`)).status).toBe(404)
    expect((await manager.post(PATH, { what: 'end', cover: theirs }, PATH)).status).toBe(409)
    const own = (await covers())[0]?.id ?? ''
    expect((await manager.get(`${PATH}?end=${own}`)).text).toContain('End a cover now')
    expect((await manager.post(PATH, { what: 'end', cover: own }, PATH)).to).toBe(PATH)
    expect((await covers()).map(({ ended }) => ended)).toEqual([true, false])
  })

  it('is no page for whoever manages no team', async () => {
    const worker = await town.visitorAs(PEOPLE.worker)
    expect((await worker.get(PATH)).status).toBe(404)
    expect((await worker.post(PATH, { ...AWAY, person: 'Person worker', by: '' }, '/my-work')).status).toBe(404)
  })

  it('keeps the reason of a change of access in the form that was refused, and in no other', async () => {
    const head = await town.visitorAs(PEOPLE.headOfService)
    const path = '/admin/access/T-1'
    const sent = await head.post(path, { what: 'grant', person: 'Nobody Atall', reason: 'she leads the review' }, path)
    expect([sent.status, sent.text.includes('nobody is called')]).toEqual([422, true])
    expect(sent.body.match(/value="she leads the review"/g)).toHaveLength(1)
  })
})
