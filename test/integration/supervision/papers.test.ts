import { randomUUID } from 'node:crypto'
import { addMinute, agreeAction } from '../../../client/commands/supervision/minutes'
import { recordHeld } from '../../../client/commands/supervision/held'
import { askException } from '../../../client/commands/supervision/exception'
import { reviewSummary, writeSummary } from '../../../client/commands/supervision/summaries'
import { minutesPage } from '../../../client/papers/minutesPage'
import { packPage } from '../../../client/papers/packPage'
import { caseRecord } from '../../../client/queries/supervision/caseRecord'
import { minutesOf } from '../../../client/queries/supervision/minutesOf'
import { packOf } from '../../../client/queries/supervision/packOf'
import { stableId } from '../../../activities/import/stableId'
import { addPerson } from '../../servers/addPerson'
import { PEOPLE, TEAM } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { COORDINATOR } from '../../servers/supervisionTown'
import { townOfOneSession } from '../../servers/townOfOneSession'

describe('the papers of a session', () => {
  let quiet: QuietTown
  let sessionId: string
  beforeEach(async () => {
    ;({ quiet, sessionId } = await townOfOneSession())
  })
  afterEach(() => quiet.stop())

  const as = (actorId: string) => ({ sessionId, actorId, commandId: randomUUID() })
  const restrict = (ref: string): Promise<number> => quiet.db.$executeRaw`
    insert into case_restriction (id, case_id, reason, made_by, made_at, command_id)
    select gen_random_uuid(), id, 'known to staff', ${PEOPLE.serviceManager}::uuid, '2026-03-02T04:00:00Z', gen_random_uuid() from case_file where ref = ${ref}`

  it('hold the summary, the record since the last discussion, and the questions, for each case in its time', async () => {
    await quiet.record({
      ref: 'T-1',
      kind: 'visit-made',
      data: { seen: true, seenAlone: true },
      actorId: PEOPLE.worker,
    })
    await writeSummary(quiet, {
      ...as(PEOPLE.worker),
      ref: 'T-1',
      text: 'Zebedee is at nursery.\n\nHis mother is well.',
    })
    await reviewSummary(quiet, { ...as(PEOPLE.teamManager), ref: 'T-1', words: 'Say more about his father.' })
    await askException(quiet, {
      ...as(PEOPLE.chair),
      personId: PEOPLE.chair,
      reason: 'A conference that day',
      coverId: null,
    })
    const view = await packOf(quiet.db, sessionId, PEOPLE.worker)
    if ('refused' in view) throw new Error(view.todo)
    const page = packPage(view)
    expect(page).toMatch(/Zebedee Quillfeather/)
    expect(page).toContain('Zebedee is at nursery.')
    expect(page).toContain('Reviewed by Person teamManager on 2 March 2026: Say more about his father.')
    expect(page).not.toContain('A conference that day')
    for (const readerId of [PEOPLE.chair, PEOPLE.teamManager, COORDINATOR]) {
      const own = await packOf(quiet.db, sessionId, readerId)
      expect('refused' in own ? own.todo : packPage(own)).toContain('A conference that day')
    }
    expect(page).toContain('09:30')
    expect(page).toContain('09:50')
    expect(page).toContain('No summary has been written yet.')
    expect(page).toMatch(/visit made/i)
    expect(page).toContain('Not for emergencies: ring 01632 960 999.')
    expect(page).not.toMatch(/\b(obligation|rung|notice|lane)s?\b/i)
  })

  it('do not show a case that its reader may not open, and say that there is one', async () => {
    await restrict('T-2')
    const view = await packOf(quiet.db, sessionId, PEOPLE.worker)
    if ('refused' in view) throw new Error(view.todo)
    expect(view.cases.map(({ state }) => state)).toEqual(['shown', 'restricted'])
    expect(packPage(view)).not.toContain('T-2')
    expect(packPage(view)).toContain('restricted')
  })

  it('are made for nobody who is not invited and does not answer for the team', async () => {
    const other = stableId('test', 'other-team')
    await quiet.db.$executeRaw`insert into team (id, source_id, name) values (${other}::uuid, 'other', 'South 1')`
    const stranger = await addPerson(quiet.town, { key: 'stranger', role: 'social-worker', team: other })
    expect(await packOf(quiet.db, sessionId, stranger)).toMatchObject({ refused: 'not-allowed' })
    expect(await minutesOf(quiet.db, sessionId, stranger)).toMatchObject({ refused: 'not-allowed' })
    await quiet.db.$executeRaw`update person set left_on = '2026-03-01' where id = ${PEOPLE.worker}::uuid`
    expect(await packOf(quiet.db, sessionId, PEOPLE.worker)).toMatchObject({ refused: 'not-allowed' })
    expect(await packOf(quiet.db, randomUUID(), PEOPLE.teamManager)).toMatchObject({ refused: 'unknown-session' })
    expect(TEAM).not.toBe(other)
  })

  it('and its minutes: who was there, every line, what was decided, who does what by when', async () => {
    expect(await minutesOf(quiet.db, sessionId, PEOPLE.teamManager)).toMatchObject({ refused: 'bad-data' })
    await quiet.moveTo('2026-04-07')
    await addMinute(quiet, {
      ...as(PEOPLE.worker),
      ref: 'T-1',
      prompt: 'changed-since',
      text: 'Zebedee sleeps <b>well</b>.',
    })
    await addMinute(quiet, { ...as(PEOPLE.teamManager), ref: 'T-1', prompt: 'decision', text: 'The plan goes on.' })
    await agreeAction(quiet, {
      ...as(COORDINATOR),
      ref: 'T-1',
      action: 'Ask the school',
      ownerId: PEOPLE.worker,
      by: '2026-04-20',
    })
    await recordHeld(quiet, {
      ...as(COORDINATOR),
      present: [PEOPLE.worker, PEOPLE.teamManager],
      notDiscussed: [{ ref: 'T-2', why: 'no time was left' }],
    })
    const view = await minutesOf(quiet.db, sessionId, PEOPLE.teamManager)
    if ('refused' in view) throw new Error(view.todo)
    const page = minutesPage(view)
    expect(page).toContain('Zebedee sleeps &lt;b&gt;well&lt;/b&gt;.')
    expect(page).toContain('The plan goes on.')
    expect(page).toContain('Ask the school')
    expect(page).toContain('Person worker')
    expect(page).toContain('20 April 2026')
    expect(page).toContain('no time was left')
    // The next summary begins with what was decided, and whether it was done.
    const [row] = await quiet.db.$queryRaw<{ id: string }[]>`select id::text from case_file where ref = 'T-1'`
    const { draft } = await caseRecord(
      quiet.db,
      { id: row?.id ?? '', ref: 'T-1', teamId: TEAM, liveSince: null },
      view.madeOn.plusDays(20),
    )
    expect(draft.since.from.toString()).toBe('2026-04-07')
    expect(draft.lastDecisions.lines.map(({ sentence }) => sentence).join()).toMatch(/Ask the school.*Person worker/)
    expect(draft.lastDecisions.lines[0]?.now.state).toBe('late')
  })
})
