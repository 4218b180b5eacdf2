import { conferenceList } from '../../../client/queries/conferences/conferenceList'
import { addPerson } from '../../servers/addPerson'
import { addCase, addPeople, PEOPLE, TEAM } from '../../servers/factsToEvents'
import type { Visitor } from '../../servers/visitor'
import { webTown, type WebTown } from '../../servers/webTown'

const day = (name: string, iso: string) => {
  const [year = '', month = '', one = ''] = iso.split('-')
  return { [`${name}-day`]: one, [`${name}-month`]: month, [`${name}-year`]: year }
}

describe('working on a case from its pages', () => {
  let town: WebTown
  let worker: Visitor
  let police: string
  beforeAll(async () => {
    town = await webTown('2026-01-12')
    await addPeople(town.town)
    police = await addPerson(town.town, { key: 'police', role: 'police-officer', team: TEAM })
    await addCase(town.town, 'T-1', '2026-01-12')
    await addCase(town.town, 'T-2', '2026-01-12')
    await town.dayComes('2026-03-02')
    for (const ref of ['T-1', 'T-2'])
      await town.record({
        ref,
        kind: 'plan-started',
        actorId: PEOPLE.worker,
        data: { plan: 'cpp', category: 'neglect' },
      })
    await town.dayComes('2026-03-03')
    worker = await town.visitorAs(PEOPLE.worker)
  })
  afterAll(() => town.stop())

  const facts = async (ref: string, kind: string): Promise<number> => {
    const [row] = await town.db.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from chronology_event e join case_file c on c.id = e.case_id where c.ref = ${ref} and e.kind = ${kind}`
    return row?.n ?? 0
  }
  const review = async (ref: string): Promise<string> =>
    (await conferenceList(town.db, { ref, readerId: PEOPLE.worker })).find(({ kind }) => kind === 'review')?.id ?? ''

  it('books a review once though the form is sent twice, and shows due and booked side by side', async () => {
    const path = `/cases/T-1/conferences/${await review('T-1')}`
    await worker.get(path)
    const fields = { ...day('for', '2026-05-12'), at: '9.30', place: 'Civic centre', command: worker.field('command') }
    const sent = await worker.post(`${path}/book`, fields, path)
    expect([sent.status, sent.to]).toEqual([303, path])
    expect((await worker.post(`${path}/book`, fields, path)).status).toBe(303)
    expect(await facts('T-1', 'review-booked')).toBe(1)
    await town.plan()
    const { text } = await worker.get('/cases/T-1/conferences')
    expect(text).toContain('Tuesday 12 May 2026')
    expect((await worker.get('/cases/T-1')).text).toContain('Booked for Tuesday 12 May 2026')
  })

  it('refuses a booking beyond the last lawful day without a reason, shows what was typed, and takes it with one', async () => {
    const path = `/cases/T-2/conferences/${await review('T-2')}`
    const fields = { ...day('for', '2026-07-14'), at: '10:00', place: 'Room 4' }
    const refused = await worker.post(`${path}/book`, fields, path)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Nothing was saved yet')
    expect(refused.body).toContain('value="Room 4"')
    expect(refused.body).toContain('value="14"')
    expect(refused.text).not.toMatch(/caseclock |--/)
    expect(await facts('T-2', 'review-booked')).toBe(0)
    const manager = await town.visitorAs(PEOPLE.chair)
    const sent = await manager.post(`${path}/book`, { ...fields, reason: 'the family is away until then' }, path)
    expect(sent.status).toBe(303)
    await town.plan()
    expect((await worker.get('/cases/T-2')).text).toContain('The booking lies beyond the last lawful day')
  })

  it('says what is wrong with a day or a time before anything is asked of the case', async () => {
    const path = `/cases/T-1/conferences/${await review('T-1')}`
    const bad = await worker.post(`${path}/book`, { ...day('for', '2026-02-31'), at: '10:00', place: '' }, path)
    expect([bad.status, bad.text.includes('must be a real day')]).toEqual([422, true])
    const late = await worker.post(`${path}/book`, { ...day('for', '2026-05-20'), at: 'noon', place: '' }, path)
    expect([late.status, late.text.includes('Enter the time it begins')]).toEqual([422, true])
  })

  it('invites, asks for a report, notes the answer', async () => {
    const path = `/cases/T-1/conferences/${await review('T-1')}`
    await worker.post(`${path}/invite`, { name: 'Hill School', agency: 'school', report: 'yes' }, path)
    const shown = await worker.get(path)
    expect(shown.text).toContain('Asked for on Tuesday 3 March 2026')
    const invitee = /name="invitee" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
    await worker.post(`${path}/invitee`, { invitee, reply: 'accepted', what: 'reply' }, path)
    await worker.post(`${path}/invitee`, { invitee, what: 'report' }, path)
    const { text } = await worker.get(path)
    expect(text).toContain('Comes')
    expect(text).toContain('Came on Tuesday 3 March 2026')
  })

  it('is nothing for a conference of another case', async () => {
    expect((await worker.get(`/cases/T-1/conferences/${await review('T-2')}`)).status).toBe(404)
  })

  it('sets a goal with all that it needs, and refuses half of one', async () => {
    const path = '/cases/T-1/plans'
    const half = await worker.post(
      `${path}/goals`,
      { plan: 'cpp', goal: 'school', change: 'in school every day' },
      path,
    )
    expect(half.status).toBe(422)
    expect(half.text).toContain('Enter how anybody will know')
    expect(half.body).toContain('in school every day</textarea>')
    const whole = {
      ...{
        plan: 'cpp',
        goal: 'school',
        change: 'in school every day',
        sign: 'attendance of 95 %',
        otherwise: 'legal advice',
      },
      ...{ ...day('by', '2026-04-30'), ...day('otherwiseBy', '2026-05-29') },
    }
    expect((await worker.post(`${path}/goals`, whole, path)).status).toBe(303)
    expect((await worker.get(path)).text).toContain('By Thursday 30 April 2026')
  })

  it('records a review only with every open goal looked at and both views', async () => {
    const path = '/cases/T-1/plans'
    const fields = {
      ...day('cpp-on', '2026-03-03'),
      outcome: 'continue',
      quorate: 'yes',
      'cpp-childView': 'likes the new school',
    }
    const refused = await worker.post(`${path}/reviews/cpp`, fields, path)
    expect([refused.status, refused.text.includes("the parents' view")]).toEqual([422, true])
    const sent = await worker.post(
      `${path}/reviews/cpp`,
      {
        ...fields,
        'cpp-parentsView': 'agree',
        'cpp-goal-0': 'school',
        'cpp-found-0': 'part',
        'cpp-decisions': 'visit weekly\nask the school',
      },
      path,
    )
    expect(sent.status).toBe(303)
    const { text } = await worker.get(path)
    expect(text).toContain('partly met')
    expect(text).toContain('ask the school')
    expect(await facts('T-1', 'review-held')).toBe(1)
  })

  it('asks a follow-up with what the record answers, and takes the answers', async () => {
    const [row] = await town.db.$queryRaw<{ id: string }[]>`
      select u.id::text from follow_up u join case_file c on c.id = u.case_id join obligation o on o.id = u.obligation_id
      where c.ref = 'T-2' and o.rule = 'cpp-follow-up-3m'`
    const path = `/cases/T-2/follow-ups/${row?.id ?? ''}`
    expect((await worker.get(path)).text).toContain(
      'The record says: No. No child protection plan that started since is recorded.',
    )
    expect((await worker.get(path.replace('T-2', 'T-1'))).status).toBe(404)
    await town.dayComes('2026-06-02')
    const sent = await worker.post(
      path,
      { now: 'on-plan', secondPlan: 'false', goalsMet: '0', asked: 'mother\nschool' },
      path,
    )
    expect(sent.status).toBe(303)
    await town.plan()
    const { text } = await worker.get(path)
    expect(text).toContain('mother, school')
    expect(text).toContain('Not answered')
    expect((await worker.post(path, { now: 'ended' }, path)).status).toBe(409)
  })

  it('proposes a closing with evidence, and somebody else answers it', async () => {
    const path = '/cases/T-2/closing'
    const evidence = {
      what: 'closure',
      ...day('changeSince', '2025-11-01'),
      ...day('childSeenOn', '2026-01-12'),
      tried: 'weekly visits',
      whoNotices: 'the school',
    }
    const unread = await worker.post(`${path}/propose`, evidence, path)
    expect([unread.status, unread.text.includes('Read the chronology first')]).toEqual([422, true])
    const sent = await worker.post(
      `${path}/propose`,
      { ...evidence, chronologyRead: 'yes', sooner: 'the school sees him daily' },
      path,
    )
    expect([sent.status, sent.text]).toEqual([303, ''])
    const own = await worker.post(`${path}/answer`, { what: 'closure', answer: 'accepted' }, path)
    expect([own.status, own.text.includes('Whoever proposed it cannot answer it.')]).toEqual([403, true])
    const manager = await town.visitorAs(PEOPLE.teamManager)
    const silent = await manager.post(`${path}/answer`, { what: 'closure', answer: 'declined' }, path)
    expect([silent.status, silent.text.includes('Say why it is declined.')]).toEqual([422, true])
    expect((await manager.post(`${path}/answer`, { what: 'closure', answer: 'accepted' }, path)).status).toBe(303)
    const undecided = await manager.post(`${path}/effect`, { what: 'closure', reason: 'change has held' }, path)
    expect([undecided.status, undecided.text.includes('Say what is decided of:')]).toEqual([422, true])
  })

  it('raises a dispute, ends its stage, and records a request', async () => {
    const path = '/cases/T-1/disputes'
    expect((await worker.post(`${path}/raise`, { about: '' }, path)).status).toBe(422)
    await worker.post(`${path}/raise`, { about: 'The school sees it otherwise' }, path)
    const shown = await worker.get(path)
    expect(shown.text).toContain('Stage 1 of')
    const of = /name="of" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
    expect((await worker.post(`${path}/stage`, { of, outcome: 'no agreement' }, path)).status).toBe(303)
    expect((await worker.get(path)).text).toContain('Stage 2 of')
    expect(
      (await worker.post(`${path}/ask`, { agency: 'Hill School', what: 'attendance since January' }, path)).status,
    ).toBe(303)
    expect((await worker.get(path)).text).toContain('attendance since January')
  })

  it('shows police the safety plan’s state and nothing else', async () => {
    const agreed = { how: 'verbal', reviewMode: 'six-weekly' }
    await town.record({ ref: 'T-1', kind: 'safety-plan-agreed', actorId: PEOPLE.worker, data: agreed })
    await town.plan()
    expect((await worker.get('/cases/T-1/safety-plan')).text).toContain('Agreed by word of mouth')
    const officer = await town.visitorAs(police)
    const list = await officer.get('/police')
    expect(list.text).toContain('T-1')
    expect(list.text).not.toContain('T-2')
    const one = await officer.get('/police/cases/T-1')
    expect(one.text).toContain('A safety plan is agreed')
    expect(one.text).not.toMatch(/Zebedee|Quillfeather|Hill School|likes the new school/)
    for (const path of ['', '/plans', '/conferences', '/closing', '/safety-plan', '/disputes', '/chronology'])
      expect((await officer.get(`/cases/T-1${path}`)).status).toBe(404)
    expect((await worker.get('/police')).status).toBe(404)
    expect((await worker.get('/police/cases/T-1')).status).toBe(404)
    expect(town.logged).toEqual([])
  })

  it('shows everybody their own settings', async () => {
    const { text } = await worker.get('/settings')
    expect(text).toContain('Mail goes to worker@test.example.')
    expect(text).toContain('Social worker, North 1, since Saturday 1 January 2000')
  })
})
