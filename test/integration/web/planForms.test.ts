import { conferenceList } from '../../../client/queries/conferences/conferenceList'
import { addCase, addPeople, PEOPLE } from '../../servers/factsToEvents'
import type { Visitor } from '../../servers/visitor'
import { webTown, type WebTown } from '../../servers/webTown'

const day = (name: string, iso: string) => {
  const [year = '', month = '', one = ''] = iso.split('-')
  return { [`${name}-day`]: one, [`${name}-month`]: month, [`${name}-year`]: year }
}

describe('the forms of conferences, reviews, disputes and closing', () => {
  let town: WebTown
  let worker: Visitor
  let manager: Visitor
  beforeAll(async () => {
    town = await webTown('2026-01-12')
    await addPeople(town.town)
    for (const ref of ['T-1', 'T-2']) await addCase(town.town, ref, '2026-01-12')
    await town.dayComes('2026-03-02')
    await town.record({
      ...{ ref: 'T-1', kind: 'plan-started', actorId: PEOPLE.worker },
      data: { plan: 'cpp', category: 'neglect' },
    })
    await town.plan()
    worker = await town.visitorAs(PEOPLE.worker)
    manager = await town.visitorAs(PEOPLE.teamManager)
  })
  afterAll(() => town.stop())

  const facts = async (ref: string, kind: string): Promise<number> => {
    const [row] = await town.db.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from chronology_event e join case_file c on c.id = e.case_id where c.ref = ${ref} and e.kind = ${kind}`
    return row?.n ?? 0
  }
  const reviewPath = async (): Promise<string> => {
    const all = await conferenceList(town.db, { ref: 'T-1', readerId: PEOPLE.worker })
    return `/cases/T-1/conferences/${all.find(({ kind }) => kind === 'review')?.id ?? ''}`
  }

  it('takes no attendance and no record of a conference that was not held', async () => {
    const path = await reviewPath()
    await worker.post(`${path}/invite`, { name: 'Hill School', agency: 'school' }, path)
    const invitee = /name="invitee" value="([^"]+)"/.exec((await worker.get(path)).body)?.[1] ?? ''
    const there = await worker.post(`${path}/attendance`, { [`there-${invitee}`]: 'yes' }, path)
    expect([there.status, there.text.includes('Nothing was saved yet')]).toEqual([422, true])
    const silent = await worker.post(`${path}/attendance`, { [`there-${invitee}`]: 'no' }, path)
    expect([silent.status, silent.text.includes('Say why whoever was not there was absent')]).toEqual([422, true])
    const sent = await worker.post(`${path}/circulate`, { of: 'record', ...day('on', '2026-03-02') }, path)
    expect([sent.status, await facts('T-1', 'record-circulated')]).toEqual([422, 0])
  })

  it('records a review of no day to come and of no plan that does not run; one that was not quorate is held again', async () => {
    await town.dayComes('2026-03-03')
    const path = '/cases/T-1/plans'
    const views = { 'cpp-childView': 'likes school', 'cpp-parentsView': 'agree', outcome: 'continue' }
    const ahead = await worker.post(
      `${path}/reviews/cpp`,
      { ...views, quorate: 'yes', ...day('cpp-on', '2026-03-04') },
      path,
    )
    expect([ahead.status, ahead.text.includes('in the future')]).toEqual([422, true])
    expect(await facts('T-1', 'review-held')).toBe(0)
    const held = { ...views, quorate: 'no', ...day('cpp-on', '2026-03-03') }
    expect((await worker.post(`${path}/reviews/cpp`, held, path)).status).toBe(303)
    expect(await facts('T-1', 'review-held')).toBe(1)
    await town.plan()
    const all = await conferenceList(town.db, { ref: 'T-1', readerId: PEOPLE.worker })
    expect(all.map(({ kind, again, state }) => [kind, again, state])).toContainEqual(['review', true, 'due'])
    const none = await worker.post('/cases/T-2/plans/reviews/cpp', held, '/cases/T-2/plans')
    expect([none.status, await facts('T-2', 'review-held')]).toEqual([422, 0])
  })

  it('records who was at a conference that was held, and circulates its record, on no day to come', async () => {
    const held = (await conferenceList(town.db, { ref: 'T-1', readerId: PEOPLE.worker })).find(
      ({ state }) => state === 'held',
    )
    const path = `/cases/T-1/conferences/${held?.id ?? ''}`
    const { body } = await worker.get(path)
    const invitee = /name="there-([^"]+)"/.exec(body)?.[1] ?? ''
    const sent = await worker.post(
      `${path}/attendance`,
      { [`there-${invitee}`]: 'no', [`why-${invitee}`]: 'ill' },
      path,
    )
    expect(sent.status).toBe(303)
    const of = /name="of"[^>]*>\s*<option value="([^"]+)"/.exec(body)?.[1] ?? 'record'
    const ahead = await worker.post(`${path}/circulate`, { of, ...day('on', '2026-03-04') }, path)
    expect([ahead.status, ahead.text.includes('not a day on which it can have been circulated')]).toEqual([422, true])
    expect((await worker.post(`${path}/circulate`, { of, ...day('on', '2026-03-03') }, path)).status).toBe(303)
    expect(await facts('T-1', 'record-circulated')).toBe(1)
  })

  it('answers a request once, resolves a dispute once, and none of another case', async () => {
    const path = '/cases/T-1/disputes'
    await worker.post(`${path}/ask`, { agency: 'Hill School', what: 'attendance' }, path)
    await worker.post(`${path}/raise`, { about: 'The school sees it otherwise' }, path)
    const { body } = await worker.get(path)
    const hidden = (form: string): string =>
      new RegExp(`action="[^"]*/${form}"[\\s\\S]*?name="of" value="([^"]+)"`).exec(body)?.[1] ?? ''
    const [asked, raised] = [hidden('answered'), /name="of" value="([^"]+)"/.exec(body)?.[1] ?? '']
    expect((await worker.post(`${path}/resolve`, { of: raised, outcome: '' }, path)).status).toBe(422)
    const other = '/cases/T-2/disputes'
    expect((await worker.post(`${other}/resolve`, { of: raised, outcome: 'agreed' }, other)).status).toBe(422)
    expect((await worker.post(`${path}/resolve`, { of: raised, outcome: 'agreed' }, path)).status).toBe(303)
    expect((await worker.post(`${path}/resolve`, { of: raised, outcome: 'again' }, path)).status).not.toBe(303)
    const said = { of: asked, words: 'he was there every day' }
    expect((await worker.post(`${other}/answered`, said, other)).status).toBe(422)
    expect((await worker.post(`${path}/answered`, said, path)).status).toBe(303)
    expect(await facts('T-1', 'information-answered')).toBe(1)
  })

  it('says what ends before a closing takes effect, and takes it with every decision, by whom it is for', async () => {
    const path = '/cases/T-2/closing'
    const early = await worker.post(`${path}/effect`, { what: 'closure', reason: 'change has held' }, path)
    expect(early.status).toBe(422)
    const evidence = {
      ...{ what: 'closure', ...day('changeSince', '2025-11-01'), ...day('childSeenOn', '2026-01-12') },
      ...{ tried: 'weekly visits', whoNotices: 'the school', chronologyRead: 'yes', sooner: 'the school sees him' },
    }
    const ahead = await worker.post(`${path}/propose`, { ...evidence, ...day('childSeenOn', '2026-03-04') }, path)
    expect(ahead.status).toBe(422)
    expect((await worker.post(`${path}/propose`, evidence, path)).status).toBe(303)
    expect((await manager.post(`${path}/answer`, { what: 'closure', answer: 'accepted' }, path)).status).toBe(303)
    await town.plan()
    const shown = await manager.get(path)
    const fields = [...new Set([...shown.body.matchAll(/name="(decided-[^"]+)"/g)].map(([, name = '']) => name))]
    expect(fields.length).toBeGreaterThan(0)
    expect(shown.text).toContain('Assessment')
    const reason = 'change has held'
    const undecided = await manager.post(`${path}/effect`, { what: 'closure', reason }, path)
    expect([undecided.status, undecided.text.includes('Say what is decided of:')]).toEqual([422, true])
    const decided = Object.fromEntries(fields.map((name) => [name, 'no longer needed']))
    expect((await manager.post(`${path}/effect`, { what: 'closure', reason, ...decided }, path)).status).toBe(303)
    expect(await facts('T-2', 'case-closed')).toBe(1)
    expect(town.logged).toEqual([])
  })
})
