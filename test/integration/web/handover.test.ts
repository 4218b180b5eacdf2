import { stableId } from '../../../activities/import/stableId'
import { addPerson } from '../../servers/addPerson'
import { addCase, addPeople, PEOPLE } from '../../servers/factsToEvents'
import type { Visitor } from '../../servers/visitor'
import { webTown, type WebTown } from '../../servers/webTown'

const SOUTH = stableId('test', 'south')

describe('a case is handed to another team', () => {
  let town: WebTown
  let south: Visitor
  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addPeople(town.town)
    await town.db.$executeRaw`insert into team (id, source_id, name) values (${SOUTH}::uuid, 'south', 'South 1')`
    const manager = await addPerson(town.town, { key: 'south-manager', role: 'team-manager', team: SOUTH })
    for (const ref of ['T-1', 'T-2', 'T-3', 'T-4']) await addCase(town.town, ref, '2026-02-16')
    for (const ref of ['T-1', 'T-2', 'T-4'])
      await town.record({ ref, kind: 'handover-proposed', actorId: PEOPLE.worker, data: { to: 'south' } })
    await town.db.$executeRaw`
      insert into case_restriction (id, case_id, reason, made_by, made_at, command_id)
      select gen_random_uuid(), id, 'of the test', ${PEOPLE.headOfService}::uuid, '2026-03-01', gen_random_uuid() from case_file where ref = 'T-4'`
    await town.plan()
    south = await town.visitorAs(manager)
  })
  afterAll(() => town.stop())

  const accepted = async (ref: string): Promise<number> => {
    const [row] = await town.db.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from chronology_event e join case_file c on c.id = e.case_id where c.ref = ${ref} and e.kind = 'handover-accepted'`
    return row?.n ?? 0
  }

  it('shows its manager reference and why before they accept, and nothing of the case', async () => {
    const { text } = await south.get('/handovers')
    expect(text).toContain('T-1 Handed from North 1 to South 1 on Monday 2 March 2026.')
    expect(text).toContain('To be accepted by Monday 9 March 2026.')
    expect(text).not.toMatch(/Zebedee|Quillfeather|T-3/)
    for (const page of ['', '/chronology', '/record/handover-accepted'])
      expect((await south.get(`/cases/T-1${page}`)).status).toBe(404)
  })

  it('shows and takes no restricted case, and none that is not handed to them', async () => {
    expect((await south.get('/handovers')).text).not.toContain('T-4')
    for (const ref of ['T-3', 'T-4', 'T-99'])
      expect((await south.post(`/handovers/${ref}`, { moves: 'yes' }, '/handovers')).status).toBe(404)
    const north = await town.visitorAs(PEOPLE.teamManager)
    expect((await north.get('/handovers')).text).toContain('No case is waiting to be accepted by you.')
    expect((await north.post('/handovers/T-1', {}, '/team')).status).toBe(403)
    expect(await accepted('T-1')).toBe(0)
    const worker = await town.visitorAs(PEOPLE.worker)
    expect((await worker.get('/handovers')).status).toBe(404)
  })

  it('opens to them where they accept it and it moves, once though the form is sent twice', async () => {
    await south.get('/handovers')
    const fields = { moves: 'yes', command: south.field('command') }
    const sent = await south.post('/handovers/T-1', fields, '/handovers')
    expect([sent.status, sent.to]).toEqual([303, '/cases/T-1'])
    expect((await south.post('/handovers/T-1', fields, '/handovers')).status).toBe(303)
    expect(await accepted('T-1')).toBe(1)
    await town.plan()
    expect((await south.get('/cases/T-1')).text).toContain('Zebedee')
    expect((await south.get('/handovers')).text).not.toContain('T-1 ')
  })

  it('stays closed to them where they accept it and it does not move yet', async () => {
    expect((await south.post('/handovers/T-2', {}, '/handovers')).to).toBe('/handovers')
    await town.plan()
    expect((await south.get('/handovers')).text).toContain('No case is waiting to be accepted by you.')
    expect((await south.get('/cases/T-2')).status).toBe(404)
    await town.record({ ref: 'T-2', kind: 'transferred-in', actorId: PEOPLE.worker, data: { team: SOUTH } })
    expect((await south.get('/cases/T-2')).status).toBe(200)
    expect(town.logged).toEqual([])
  })
})
