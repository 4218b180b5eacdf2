import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { stableId } from '../../../activities/import/stableId'
import { recordAttendance } from '../../../client/commands/conference/attendance'
import { bookConference } from '../../../client/commands/conference/bookConference'
import { circulate } from '../../../client/commands/conference/circulate'
import { invitationsOut } from '../../../client/commands/conference/invitationsOut'
import { invite, reportReceived } from '../../../client/commands/conference/invitees'
import { recordEvent } from '../../../client/commands/recordEvent'
import { conferenceList } from '../../../client/queries/conferences/conferenceList'
import { conferencePage } from '../../../client/queries/conferences/conferencePage'
import { londonMoment } from '../../../domain/calendar/london'
import { addPerson } from '../../servers/addPerson'
import { PEOPLE, TEAM } from '../../servers/factsToEvents'
import { stepTo } from '../../servers/steppedClock'
import type { TestTown } from '../../servers/testTown'
import { townOfOneCase } from '../../servers/townOfOneCase'

const NOON = 12 * 60
const at = (day: string): number => londonMoment(LocalDate.parse(day), NOON)
const SERVICE = stableId('test', 'conference-service')

/** One review conference on the real server, from the day it is asked for to the day its record went out. */
describe('a plan review, from not booked to its record circulated', () => {
  let town: TestTown
  let review: string

  const record = (kind: string, on: string, data: object) =>
    recordEvent(town, { ref: 'T-1', kind, on, data, actorId: PEOPLE.worker, commandId: randomUUID() })
  const act = () => ({ conferenceId: review, actorId: SERVICE, commandId: randomUUID() })
  const page = async () => (await conferencePage(town.db, { id: review, readerId: PEOPLE.worker }))!
  /** What was told about the case since a day: `2026-04-21 book-6w conference-service`. */
  const told = (from: string) =>
    town.db.$queryRaw<{ said: string }[]>`
      select n.send_on::text || ' ' || n.step || ' ' || n.role as said from notice n join obligation o on o.id = n.obligation_id
      where n.withdrawn_at is null and n.send_on >= ${from}::date and o.rule in ('review-first', 'review-report', 'conference-decision', 'conference-record')
      order by n.send_on, n.step, n.role`.then((rows) => rows.map(({ said }) => said))

  beforeAll(async () => {
    ;({ town } = await townOfOneCase({ referredOn: '2026-02-02' }))
    await addPerson(town, { key: 'conference-service', role: 'conference-service', team: TEAM, id: SERVICE })
    await stepTo(town, at('2026-03-02'))
    await record('strategy-discussion', '2026-03-02', { opensSection47: true })
    const initial = await record('icpc-held', '2026-03-02', { outcome: 'plan', quorate: true })
    const [meeting] = 'accepted' in initial ? initial.eventIds : []
    for (const what of ['decision', 'record']) await record('record-circulated', '2026-03-02', { of: what, meeting })
    await record('plan-started', '2026-03-02', { plan: 'cpp', category: 'neglect' })
    await stepTo(town, at('2026-03-03'))
    const all = await conferenceList(town.db, { ref: 'T-1', readerId: PEOPLE.worker })
    review = all.find(({ kind, state }) => kind === 'review' && state === 'due')!.id
  })
  afterAll(() => town.stop())

  it('has a process of its own, as the core group has, each under an id that says nothing', async () => {
    const running = await town.db.$queryRaw<{ id: string; taken_up: boolean }[]>`
      select id::text, taken_up from conference where next_moment is not null`
    expect(running.length).toBeGreaterThanOrEqual(2)
    expect(running.every(({ taken_up }) => taken_up)).toBe(true)
    for (const { id } of running) {
      const { status, type } = await town.client.workflow.getHandle(`review/${id}`).describe()
      expect([status.name, type]).toEqual(['RUNNING', 'planReview'])
    }
  })

  it('asks for a booking six weeks before, once, of the worker, the manager and the conference service', async () => {
    await stepTo(town, at('2026-04-20'))
    expect(await told('2026-03-03')).toEqual([])
    await stepTo(town, at('2026-04-22'))
    expect(await told('2026-03-03')).toEqual([
      '2026-04-21 book-6w conference-service',
      '2026-04-21 book-6w social-worker',
      '2026-04-21 book-6w team-manager',
    ])
  })

  it('is booked, with who is invited and of whom a report is asked; the invitations are chased until they are out', async () => {
    expect(
      await bookConference(town, { ...act(), for: '2026-05-28', at: '10:00', place: 'Civic Centre' }),
    ).toMatchObject({
      accepted: true,
    })
    for (const [name, agency, report] of [
      ['R. Teacher', 'school', true],
      ['H. Visitor', 'health visiting', true],
      ['P. Parent', 'family', false],
    ] as const)
      expect(await invite(town, { ...act(), name, agency, report })).toMatchObject({ accepted: true })
    await stepTo(town, at('2026-05-08'))
    expect(await told('2026-05-01')).toEqual(['2026-05-06 invitations-for-2026-05-28 conference-service'])
    expect(await invitationsOut(town, act())).toMatchObject({ accepted: true })
    await stepTo(town, at('2026-05-11'))
    expect(await told('2026-05-07')).toEqual([])
    expect(await page()).toMatchObject({ bookedFor: '2026-05-28', at: '10:00', invitationsOut: true, moves: 0 })
  })

  it('asks for the reports that have not come, names no child, and falls silent once they are there', async () => {
    const [school, health] = (await page()).invitees.filter(({ reportAskedOn }) => reportAskedOn !== null)
    await reportReceived(town, { ...act(), inviteeId: school!.id })
    await stepTo(town, at('2026-05-19'))
    expect((await told('2026-05-12')).filter((line) => line.includes('reports'))).toEqual([
      '2026-05-18 reports-asked-for-2026-05-28 conference-service',
    ])
    const mails = (await town.inbox.list()).filter(({ text }) => text.includes('have not come yet'))
    expect(mails.map(({ to }) => to)).toHaveLength(1)
    expect(mails.some(({ text }) => text.includes('Quillfeather') || text.includes('Zebedee'))).toBe(false)
    await reportReceived(town, { ...act(), inviteeId: health!.id })
    await record('report-shared', '2026-05-19', { for: 'review' })
    await stepTo(town, at('2026-05-27'))
    expect((await told('2026-05-19')).filter((line) => line.includes('reports'))).toEqual([])
  })

  it('is held, with who was there; its decision and its record are asked for until they are out', async () => {
    await stepTo(town, at('2026-05-28'))
    expect(
      await record('review-held', '2026-05-28', {
        outcome: 'continue',
        quorate: true,
        childView: 'Wants to stay at the same school',
        parentsView: 'Agree with the plan',
        decisions: ['The plan continues'],
      }),
    ).toMatchObject({ accepted: true })
    await stepTo(town, at('2026-05-28') + 1)
    const [first, ...others] = (await page()).invitees
    expect(await recordAttendance(town, { ...act(), present: others.map(({ id }) => id), absent: [] })).toMatchObject({
      refused: 'bad-data',
      todo: expect.stringContaining('Missing:') as string,
    })
    expect(
      await recordAttendance(town, {
        ...act(),
        present: others.map(({ id }) => id),
        absent: [{ id: first!.id, why: 'was ill' }],
      }),
    ).toMatchObject({ accepted: true })
    expect(await page()).toMatchObject({
      ...{ state: 'held', heldOn: '2026-05-28' },
      outcome: { outcome: 'continue', quorate: true, childView: 'Wants to stay at the same school' },
    })
    expect(await circulate(town, { ...act(), of: 'decision' })).toMatchObject({ accepted: true })
    await stepTo(town, at('2026-06-24'))
    expect((await told('2026-05-29')).filter((line) => /due-2wd/.test(line))).toEqual([
      '2026-06-23 due-2wd conference-service',
    ])
    expect(await circulate(town, { ...act(), of: 'record' })).toMatchObject({ accepted: true })
    await stepTo(town, at('2026-06-25'))
    expect((await page()).matters.map(({ title, state }) => `${title}: ${state}`)).toEqual([
      'Report for the review conference: met',
      'Decision of a conference: met',
      'Review conference: met',
      'Record of a conference: met',
    ])
  })

  it('is over then, and the next review has a process of its own', async () => {
    const described = await town.client.workflow.getHandle(`review/${review}`).describe()
    expect(described.status.name).toBe('COMPLETED')
    const next = (await conferenceList(town.db, { ref: 'T-1', readerId: PEOPLE.worker })).filter(
      ({ kind, state }) => kind === 'review' && state === 'due',
    )
    expect(next.map(({ dueOn }) => dueOn)).toEqual(['2026-11-27'])
  })
})
