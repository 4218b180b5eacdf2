import { randomUUID } from 'node:crypto'
import { stableId } from '../../../activities/import/stableId'
import { bookConference, type BookConference } from '../../../client/commands/conference/bookConference'
import { circulate } from '../../../client/commands/conference/circulate'
import { invitationsOut } from '../../../client/commands/conference/invitationsOut'
import { invite, uninvite } from '../../../client/commands/conference/invitees'
import { recordEvent, type RecordEvent } from '../../../client/commands/recordEvent'
import { conferenceList } from '../../../client/queries/conferences/conferenceList'
import { conferencePage } from '../../../client/queries/conferences/conferencePage'
import { addPerson } from '../../servers/addPerson'
import { PEOPLE, TEAM } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { quietTownOfOneCase } from '../../servers/quietTownOfOneCase'

const [ANNA, BEN] = [stableId('test-child', 'T-1'), stableId('test-child', 'second')]

/** A case of two children, nothing planned before it is asked for. */
describe('two conferences of one case', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
    await addPerson(quiet.town, { key: 'conference-service', role: 'conference-service', team: TEAM })
    await quiet.db.$executeRaw`
      insert into child (id, case_id, forename, surname, born_on) select ${BEN}::uuid, id, 'Bartholomew', 'Quillfeather', '2020-01-01' from case_file`
  })
  afterEach(() => quiet.stop())

  const list = () => conferenceList(quiet.db, { ref: 'T-1', readerId: PEOPLE.worker })
  const reviews = async () => (await list()).filter(({ kind, state }) => kind === 'review' && state === 'due')
  const page = async (id: string) => (await conferencePage(quiet.db, { id, readerId: PEOPLE.worker }))!
  const act = (conferenceId: string) => ({ conferenceId, actorId: PEOPLE.worker, commandId: randomUUID() })
  const book = (id: string, day: string, more: Partial<BookConference> = {}) =>
    bookConference(quiet, { ...act(id), for: day, at: '10:00', place: 'Civic Centre', ...more })
  const record = (kind: string, data: object, more: Partial<RecordEvent> = {}) =>
    recordEvent(quiet, { ref: 'T-1', kind, data, actorId: PEOPLE.worker, commandId: randomUUID(), ...more })
  const planned = async (...events: readonly (readonly [string, object, Partial<RecordEvent>?])[]) => {
    const ids: string[] = []
    for (const [kind, data, more] of events) {
      const answer = await record(kind, data, more)
      if ('refused' in answer) throw new Error(answer.todo)
      ids.push(...answer.eventIds)
    }
    await quiet.plan()
    return ids
  }
  const apart = () =>
    planned(
      ['plan-started', { plan: 'cpp' }, { on: '2026-02-20', children: [ANNA] }],
      ['plan-started', { plan: 'cpp' }, { on: '2026-02-24', children: [BEN] }],
    )

  it('moving that of one child leaves that of the other where it is', async () => {
    await apart()
    const [annas, bens] = await reviews()
    await book(annas!.id, '2026-05-18')
    await book(bens!.id, '2026-05-18')
    expect(await book(annas!.id, '2026-05-15', { reason: 'a room', approvedBy: PEOPLE.chair })).toMatchObject({
      accepted: true,
    })
    await quiet.plan()
    expect((await reviews()).map(({ bookedFor }) => bookedFor)).toEqual(['2026-05-15', '2026-05-18'])
    expect((await page(bens!.id)).moves).toBe(0)
  })

  it('become one where a date was wrong: the one that sent invitations keeps them, and takes over who else was invited', async () => {
    const [, bens] = await apart()
    const [first, second] = await reviews()
    await book(first!.id, '2026-05-18')
    await invite(quiet, { ...act(first!.id), name: 'R. Teacher', agency: 'school', report: true })
    expect(await invitationsOut(quiet, act(first!.id))).toMatchObject({ accepted: true })
    await invite(quiet, { ...act(second!.id), name: 'H. Visitor', agency: 'health visiting', report: false })
    await planned(['plan-started', { plan: 'cpp' }, { on: '2026-02-20', children: [BEN], supersedes: bens! }])
    const left = await reviews()
    expect(left.map(({ id, children }) => [id, children])).toEqual([[first!.id, 2]])
    expect(await page(first!.id)).toMatchObject({
      invitationsOut: true,
      invitees: [{ agency: 'health visiting' }, { agency: 'school' }],
    })
  })

  it('a meeting held again and the next of the series are booked each by itself', async () => {
    await planned(
      ['plan-started', { plan: 'cpp' }, { on: '2026-02-02' }],
      ['review-held', { outcome: 'continue', quorate: false }, { on: '2026-03-02' }],
    )
    const again = (await reviews()).find((one) => one.again)
    const next = (await reviews()).find((one) => !one.again)
    expect(await book(again!.id, '2026-03-12')).toMatchObject({ accepted: true })
    await quiet.plan()
    expect((await reviews()).map(({ again: held, bookedFor }) => [held, bookedFor])).toEqual([
      [true, '2026-03-12'],
      [false, null],
    ])
    expect(await book(next!.id, '2026-08-20')).toMatchObject({ accepted: true })
    await quiet.plan()
    expect((await page(again!.id)).bookedFor).toBe('2026-03-12')
  })

  it('invitations are asked for anew when the day has moved', async () => {
    await planned(['plan-started', { plan: 'cpp' }])
    const [review] = await reviews()
    await book(review!.id, '2026-05-28')
    await invite(quiet, { ...act(review!.id), name: 'R. Teacher', agency: 'school', report: false })
    await invitationsOut(quiet, act(review!.id))
    expect(await book(review!.id, '2026-05-20', { reason: 'a room', approvedBy: PEOPLE.chair })).toMatchObject({
      accepted: true,
    })
    await quiet.plan()
    await quiet.dayComes('2026-05-08')
    expect(await page(review!.id)).toMatchObject({ invitationsOut: false, at: '10:00' })
    const told = await quiet.db.$queryRaw<unknown[]>`
      select 1 from notice where step = 'invitations-for-2026-05-20' and withdrawn_at is null`
    expect(told).toHaveLength(1)
  })

  it('escape their check neither by a correction nor by a cancellation', async () => {
    await planned(['plan-started', { plan: 'cpp' }])
    const [booking] = await planned(['review-booked', { for: '2026-05-28' }])
    const beyond = { for: '2026-06-20' }
    expect(await record('review-booked', beyond, { supersedes: booking! })).toMatchObject({ refused: 'bad-data' })
    expect(await record('meeting-cancelled', { booking })).toMatchObject({
      todo: expect.stringContaining('Only the chair') as string,
    })
    expect(await record('meeting-cancelled', { booking }, { actorId: PEOPLE.chair })).toMatchObject({ accepted: true })
  })

  it('are booked on the plan as it is, not as it was', async () => {
    await planned(['plan-started', { plan: 'cpp' }])
    const [review] = await reviews()
    expect(await book(review!.id, '2026-05-28')).toMatchObject({ accepted: true })
    // Nobody has planned since.
    expect(await book(review!.id, '2026-05-20')).toMatchObject({ todo: expect.stringContaining('Say why') as string })
  })

  it('leave nothing behind that waits to be planned, whatever is asked of one that is over', async () => {
    const [plan] = await planned(['plan-started', { plan: 'cpp' }])
    const [review] = await reviews()
    await book(review!.id, '2026-05-28')
    const invited = await invite(quiet, { ...act(review!.id), name: 'R. Teacher', agency: 'school', report: true })
    await planned(['plan-started', { plan: 'cpp' }, { supersedes: plan!, void: true }])
    const inviteeId = 'accepted' in invited ? invited.id : ''
    expect(await uninvite(quiet, { ...act(review!.id), inviteeId })).toMatchObject({ refused: 'bad-data' })
    expect(await circulate(quiet, { ...act(review!.id), of: 'record', on: '2026-03-30' })).toMatchObject({
      refused: 'bad-data',
    })
    const stale = await quiet.db.$queryRaw<unknown[]>`select 1 from conference where facts_version <> planned_version`
    expect(stale).toEqual([])
  })

  it('of brothers and sisters held on days of their own are circulated each, at once', async () => {
    await apart()
    await planned(
      ['review-held', { outcome: 'continue', quorate: true }, { on: '2026-03-02', children: [ANNA] }],
      ['review-held', { outcome: 'continue', quorate: true }, { on: '2026-03-02', children: [BEN] }],
    )
    for (const { id, heldOn } of await list())
      if (heldOn !== null) await circulate(quiet, { ...act(id), of: 'decision' })
    await quiet.plan()
    const open = await quiet.db.$queryRaw<unknown[]>`
      select 1 from obligation where rule = 'conference-decision' and state = 'open'`
    expect(open).toEqual([])
  })
})
