import { addPerson } from '../../servers/addPerson'
import { addCase, addPeople, PEOPLE, TEAM } from '../../servers/factsToEvents'
import { webTown, type WebTown } from '../../servers/webTown'

describe('the list of police', () => {
  let town: WebTown
  beforeAll(async () => {
    town = await webTown('2026-03-02')
    await addPeople(town.town)
    await addCase(town.town, 'T-1', '2026-03-02')
    await town.dayComes('2026-03-02')
  })
  afterAll(() => town.stop())

  it('counts a breach with no next step from the day its next step is due, not before', async () => {
    const officer = await town.visitorAs(
      await addPerson(town.town, { key: 'police', role: 'police-officer', team: TEAM }),
    )
    const by = { ref: 'T-1', actorId: PEOPLE.worker, on: '2026-03-02' }
    await town.record({ ...by, kind: 'safety-plan-agreed', data: { how: 'verbal', reviewMode: 'six-weekly' } })
    await town.record({ ...by, kind: 'safety-plan-breached', data: { what: 'He was at the house' } })
    await town.plan()
    const list = await officer.get('/police')
    expect(list.text).toContain('None that waits')
    expect(list.body).toMatch(/href="\/police"[^>]*aria-current="[a-z]+"[^>]*>(?:\s|<[^>]*>)*Safety plans/)
    expect((await (await town.visitorAs(PEOPLE.worker)).get('/my-work')).body).not.toContain('href="/police"')
    await town.dayComes('2026-03-04')
    expect((await officer.get('/police')).text).toContain('1 with no next step')
  })
})
