import { randomUUID } from 'node:crypto'
import { bookConference, type BookConference } from '../../../client/commands/conference/bookConference'
import { invitationsOut } from '../../../client/commands/conference/invitationsOut'
import { invite } from '../../../client/commands/conference/invitees'
import { circulate } from '../../../client/commands/conference/circulate'
import { recordEvent } from '../../../client/commands/recordEvent'
import { conferenceList } from '../../../client/queries/conferences/conferenceList'
import { conferencePage } from '../../../client/queries/conferences/conferencePage'
import { addPerson } from '../../servers/addPerson'
import { PEOPLE, TEAM } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { quietTownOfOneCase } from '../../servers/quietTownOfOneCase'

/** A review due on 2 June 2026, without a worker: each plan is asked for. */
describe('a booking', () => {
  let quiet: QuietTown
  let review: string
  let police: string

  const at = { place: 'Civic Centre', at: '10:00' }
  const book = (more: Partial<BookConference> & { readonly for: string }) =>
    bookConference(quiet, {
      ...{ conferenceId: review, actorId: PEOPLE.worker, commandId: randomUUID(), ...at },
      ...more,
    })
  const events = async (): Promise<number> => {
    const [row] = await quiet.db.$queryRaw<{ count: number }[]>`select count(*)::int as count from chronology_event`
    return row!.count
  }
  const page = async () => (await conferencePage(quiet.db, { id: review, readerId: PEOPLE.worker }))!

  beforeAll(async () => {
    quiet = await quietTownOfOneCase()
    police = await addPerson(quiet.town, { key: 'police', role: 'police-officer', team: TEAM })
    await quiet.record({ ref: 'T-1', kind: 'plan-started', actorId: PEOPLE.worker, data: { plan: 'cpp' } })
    await quiet.plan()
    review = (await conferenceList(quiet.db, { ref: 'T-1', readerId: PEOPLE.worker })).find(
      ({ kind }) => kind === 'review',
    )!.id
  })
  afterAll(() => quiet.stop())

  it.each([
    { of: { for: '2026-02-30' }, says: 'is not a day', because: 'for a day that does not exist' },
    { of: { for: '2026-02-27' }, says: 'has passed', because: 'for a day that has passed' },
    { of: { for: '2026-05-28', at: '25:00' }, says: 'is not a time', because: 'for a time that does not exist' },
    { of: { for: '2026-06-10' }, says: 'beyond 2 June 2026', because: 'beyond the due date without a reason' },
    {
      of: { for: '2026-06-10', reason: 'chair is ill' },
      says: 'has to approve',
      because: 'beyond it with a reason that nobody approved who may',
    },
    {
      of: { for: '2026-06-10', reason: 'chair is ill', approvedBy: randomUUID() },
      says: 'nobody who is in post',
      because: 'approved by nobody',
    },
    { of: { for: '2026-05-28', conferenceId: randomUUID() }, says: 'no such conference', because: 'of no conference' },
  ])('is refused $because, and nothing is written', async ({ of, says }) => {
    const before = await events()
    expect(await book(of)).toMatchObject({ todo: expect.stringContaining(says) as string })
    expect(await events()).toBe(before)
    expect(await page()).toMatchObject({ at: null, bookedFor: null })
  })

  it('is refused to police, who see nothing of it either', async () => {
    expect(await book({ for: '2026-05-28', actorId: police })).toMatchObject({ refused: 'not-allowed' })
    expect(await conferencePage(quiet.db, { id: review, readerId: police })).toBeUndefined()
    expect(await conferenceList(quiet.db, { ref: 'T-1', readerId: police })).toEqual([])
  })

  it('needs no less where it is only recorded', async () => {
    const record = (data: object) =>
      recordEvent(quiet, { ref: 'T-1', kind: 'review-booked', data, actorId: PEOPLE.worker, commandId: randomUUID() })
    const before = await events()
    expect(await record({ for: '2026-06-10' })).toMatchObject({
      todo: expect.stringContaining('beyond 2 June 2026') as string,
    })
    expect(await events()).toBe(before)
  })

  it('cannot have invitations out before it is made, or a decision before it is held', async () => {
    const acts = () => ({ conferenceId: review, actorId: PEOPLE.worker, commandId: randomUUID() })
    expect(await invitationsOut(quiet, acts())).toMatchObject({
      todo: expect.stringContaining('Nothing is booked') as string,
    })
    expect(await circulate(quiet, { ...acts(), of: 'decision' })).toMatchObject({
      todo: expect.stringContaining('held') as string,
    })
    expect(await invite(quiet, { ...acts(), name: ' ', agency: 'school', report: false })).toMatchObject({
      refused: 'bad-data',
    })
  })

  it('beyond the due date stands with a reason and an approver, who are shown', async () => {
    const commandId = randomUUID()
    const late = { for: '2026-06-10', reason: 'school is closed', approvedBy: PEOPLE.teamManager, commandId }
    expect(await book(late)).toMatchObject({ accepted: true, repeated: false })
    expect(await book(late)).toMatchObject({ accepted: true, repeated: true })
    await quiet.plan()
    expect(await page()).toMatchObject({
      ...{ bookedFor: '2026-06-10', beyond: true, moves: 0 },
      bookings: [{ for: '2026-06-10', reason: 'school is closed', approvedBy: 'Person teamManager' }],
    })
  })

  it('is moved by the chair, or the manager of the chair’s team, and by nobody else; each move is counted and shown', async () => {
    const earlier = { for: '2026-05-28', reason: 'a room came free' }
    expect(await book(earlier)).toMatchObject({ todo: expect.stringContaining('Only the chair') as string })
    expect(await book({ ...earlier, approvedBy: PEOPLE.teamManager })).toMatchObject({ accepted: true })
    await quiet.plan()
    expect(await page()).toMatchObject({ bookedFor: '2026-05-28', beyond: false, moves: 1 })
    expect(await book({ for: '2026-05-29', reason: 'the chair is away', actorId: PEOPLE.chair })).toMatchObject({
      accepted: true,
    })
    await quiet.plan()
    const { bookedFor, moves, bookings } = await page()
    expect([bookedFor, moves, bookings.map(({ for: day, moved }) => `${day} ${moved ? 'moved' : 'stands'}`)]).toEqual([
      '2026-05-29',
      2,
      ['2026-05-28 moved', '2026-05-29 stands', '2026-06-10 moved'],
    ])
  })
})
