import { randomUUID } from 'node:crypto'
import type { CommandDeps } from '../../../client/commands/command'
import type { Answered } from '../../../client/commands/supervision/acting'
import { askException, decideException } from '../../../client/commands/supervision/exception'
import { recordHeld, recordNotHeld } from '../../../client/commands/supervision/held'
import { addMinute, agreeAction, minutesOut, papersOut } from '../../../client/commands/supervision/minutes'
import { qualityCheck } from '../../../client/commands/supervision/qualityCheck'
import { reply } from '../../../client/commands/supervision/reply'
import { reviewSummary, writeSummary } from '../../../client/commands/supervision/summaries'
import { sessionPage } from '../../../client/queries/supervision/sessionPage'
import { PEOPLE } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { COORDINATOR, planAll } from '../../servers/supervisionTown'
import { townOfOneSession } from '../../servers/townOfOneSession'

const ROUND = 7 * 60 + 30

describe('one session, from its invitation to its minutes', () => {
  let quiet: QuietTown
  let sessionId: string
  const refs = ['T-1', 'T-2']
  beforeEach(async () => {
    ;({ quiet, sessionId } = await townOfOneSession())
  })
  afterEach(() => quiet.stop())

  const as = (actorId: string) => ({ sessionId, actorId, commandId: randomUUID() })
  const deps = (): CommandDeps => quiet
  const done = async (answer: Promise<Answered>): Promise<void> => {
    expect(await answer).toMatchObject({ accepted: true })
  }
  const refused = async (answer: Promise<Answered>): Promise<string> => {
    const said = await answer
    return 'refused' in said ? `${said.refused}: ${said.todo}` : 'accepted'
  }
  const present = [PEOPLE.worker, PEOPLE.teamManager, COORDINATOR]
  /** A morning: everything is looked at, the round is held, and what leaves in the day leaves. */
  async function morning(day: string): Promise<void> {
    await quiet.moveTo(day, ROUND)
    await planAll(quiet)
    await quiet.round()
    await quiet.deliver()
    await quiet.moveTo(day)
    await planAll(quiet)
    await quiet.deliver()
  }
  const linesOf = (who: string, from = 0): readonly string[] =>
    quiet.mails
      .slice(from)
      .filter(({ to }) => to.address === `${who}@test.example`)
      .flatMap(({ text }) => text.split('\n'))
      .filter(
        (line) =>
          /supervision/i.test(line) &&
          !line.startsWith('You get this') &&
          !line.includes('http') &&
          !line.startsWith('Group supervision'),
      )
      .map((line) => line.replace(/^- /, ''))

  it('reminds early, asks for what is missing, and goes up when nobody does it', async () => {
    const told: Record<string, readonly string[]> = {}
    for (const day of [
      '2026-03-23',
      '2026-03-24',
      '2026-03-26',
      '2026-03-27',
      '2026-03-30',
      '2026-03-31',
      '2026-04-01',
      '2026-04-02',
      '2026-04-08',
      '2026-04-09',
    ]) {
      const from = quiet.mails.length
      await morning(day)
      for (const who of ['worker', 'coordinator', 'teammanager', 'servicemanager']) {
        const lines = linesOf(who, from)
        if (lines.length > 0) told[`${day} ${who}`] = lines
      }
    }
    const session = 'group supervision of North 1, Tuesday 7 April 2026, 09:30'
    expect(told['2026-03-23 worker']).toEqual([`You are expected at ${session}, Room 4.`])
    expect(told['2026-03-24 worker']).toEqual(
      refs.map((ref) => `Case ${ref}: the summary for ${session} is due by 27 March 2026.`),
    )
    expect(told['2026-03-27 worker']).toContain(
      `Say whether you will be at ${session}: your answer was asked for by 27 March 2026.`,
    )
    expect(told['2026-03-30 teammanager']).toContain(
      `Case T-1: the summary for ${session} was due 27 March 2026 and is not recorded as done.`,
    )
    expect(told['2026-03-31 coordinator']).toContain(`Person worker has not answered the invitation to ${session}.`)
    expect(told['2026-04-02 teammanager']).toContain(
      `The papers for ${session}: sending them out was due 1 April 2026 and is not recorded as done.`,
    )
    expect(told['2026-04-08 coordinator']).toEqual([
      `Nobody has recorded whether the ${session} was held, and who was discussed.`,
    ])
    expect(told['2026-04-09 teammanager']).toEqual([
      `Nobody has recorded whether the ${session} was held, and who was discussed.`,
    ])
    for (const { text, html } of quiet.mails) expect(`${text}${html}`).not.toMatch(/Zebedee|Quillfeather/)
    for (const { text } of quiet.mails) expect(text).not.toMatch(/\b(obligation|rung|notice|lane)s?\b/i)
    // Asked again on the same day, nobody is told twice.
    const before = quiet.mails.length
    await planAll(quiet)
    await quiet.round()
    await quiet.deliver()
    expect(quiet.mails.length).toBe(before)
  })

  it('says nothing to whoever has done it, and takes back what has not left', async () => {
    await done(reply(deps(), { ...as(PEOPLE.worker), personId: PEOPLE.worker, answer: 'accepted', how: 'command' }))
    await quiet.moveTo('2026-03-24', 6 * 60)
    await planAll(quiet)
    await quiet.moveTo('2026-03-24', 7 * 60)
    await planAll(quiet)
    const waiting = () => quiet.db.$queryRaw`
      select n.step, n.withdrawn_why from supervision_notice n where n.session_id = ${sessionId}::uuid and n.step = 'summary' order by n.withdrawn_why nulls last`
    expect(await waiting()).toEqual(refs.map(() => ({ step: 'summary', withdrawn_why: null })))
    await done(writeSummary(deps(), { ...as(PEOPLE.worker), ref: 'T-1', text: 'Zebedee sleeps at home again.' }))
    await morning('2026-03-24')
    expect(await waiting()).toEqual([
      { step: 'summary', withdrawn_why: 'it has happened, or need not' },
      { step: 'summary', withdrawn_why: null },
    ])
    expect(linesOf('worker').filter((line) => line.includes('summary'))).toEqual([expect.stringContaining('Case T-2')])
    await morning('2026-03-27')
    expect(linesOf('worker').filter((line) => line.includes('Say whether'))).toEqual([])
  })

  it('holds who comes: a decline needs a reason, a cover and a manager', async () => {
    await done(reply(deps(), { ...as(PEOPLE.worker), personId: PEOPLE.worker, answer: 'declined', how: 'command' }))
    await done(
      askException(deps(), {
        ...as(PEOPLE.worker),
        personId: PEOPLE.worker,
        reason: 'In court for Zebedee that day',
        coverId: PEOPLE.otherWorker,
      }),
    )
    await morning('2026-03-09')
    expect(linesOf('teammanager').join()).toContain(
      'Person worker cannot be at group supervision of North 1, Tuesday 7 April 2026, 09:30; gives the reason: In court for [name] that day; Person otherWorker would come instead. Decide by',
    )
    const missing = async (): Promise<string | null | undefined> =>
      (await sessionPage(quiet.db, sessionId))?.attendance.find(({ person }) => person === 'Person worker')?.missing
    expect(await missing()).toContain('Declined on 2 March 2026')
    expect(
      await refused(decideException(deps(), { ...as(PEOPLE.worker), personId: PEOPLE.worker, approved: true })),
    ).toContain('Only a manager')
    await done(decideException(deps(), { ...as(PEOPLE.teamManager), personId: PEOPLE.worker, approved: true }))
    expect(await missing()).toBeNull()
    // An answer that is given later takes its place.
    await done(reply(deps(), { ...as(PEOPLE.worker), personId: PEOPLE.worker, answer: 'accepted', how: 'command' }))
    const [row] = await quiet.db.$queryRaw<{ approved: boolean | null; cover_id: string | null }[]>`
      select approved, cover_id::text from attendance where session_id = ${sessionId}::uuid and person_id = ${PEOPLE.worker}::uuid`
    expect(row).toEqual({ approved: null, cover_id: null })
  })

  it('is not approved while nobody is named to come in their place', async () => {
    await done(
      askException(deps(), { ...as(PEOPLE.worker), personId: PEOPLE.worker, reason: 'In court', coverId: null }),
    )
    expect(
      await refused(decideException(deps(), { ...as(PEOPLE.teamManager), personId: PEOPLE.worker, approved: true })),
    ).toMatch(/^bad-data: Nobody is named to come in their place/)
    await done(decideException(deps(), { ...as(PEOPLE.teamManager), personId: PEOPLE.worker, approved: false }))
  })

  it('is held, minuted, and its actions become due on the case', async () => {
    for (const ref of refs) await done(writeSummary(deps(), { ...as(PEOPLE.worker), ref, text: 'Seen twice.' }))
    for (const ref of refs) await done(reviewSummary(deps(), { ...as(PEOPLE.teamManager), ref, words: '' }))
    await done(papersOut(deps(), as(COORDINATOR)))
    await quiet.moveTo('2026-04-07')
    const line = { ...as(PEOPLE.worker), ref: 'T-1', prompt: 'changed-since', text: 'Zebedee has begun nursery.' }
    await done(addMinute(deps(), line))
    expect(await addMinute(deps(), line)).toMatchObject({ repeated: true })
    await done(
      addMinute(deps(), { ...as(PEOPLE.teamManager), ref: 'T-1', prompt: 'decision', text: 'The plan goes on.' }),
    )
    await done(
      agreeAction(deps(), {
        ...as(COORDINATOR),
        ref: 'T-1',
        action: 'Ask the school',
        ownerId: PEOPLE.worker,
        by: '2026-04-20',
      }),
    )
    await done(
      recordHeld(deps(), { ...as(COORDINATOR), present, notDiscussed: [{ ref: 'T-2', why: 'the worker was ill' }] }),
    )
    await planAll(quiet)
    const facts = await quiet.db.$queryRaw<{ ref: string; kind: string; payload: unknown }[]>`
      select c.ref, e.kind, e.payload from chronology_event e join case_file c on c.id = e.case_id
      where e.kind in ('discussed-in-supervision', 'supervision-summary-written', 'action-agreed') order by c.ref, e.kind`
    const absent = [PEOPLE.otherWorker, PEOPLE.serviceManager, PEOPLE.headOfService, PEOPLE.chair].sort()
    expect(facts).toEqual([
      {
        ref: 'T-1',
        kind: 'action-agreed',
        payload: { action: 'Ask the school', owner: PEOPLE.worker, by: '2026-04-20', meeting: sessionId },
      },
      { ref: 'T-1', kind: 'discussed-in-supervision', payload: { session: sessionId, absent } },
      { ref: 'T-1', kind: 'supervision-summary-written', payload: { session: sessionId } },
      { ref: 'T-2', kind: 'supervision-summary-written', payload: { session: sessionId } },
    ])
    const due = await quiet.db.$queryRaw`
      select o.rule, o.due_on::text, o.state from obligation o join case_file c on c.id = o.case_id where c.ref = 'T-1' and o.rule in ('action', 'gcs-month') and o.trigger <> '2026-02'
      order by o.rule, o.due_on`
    expect(due).toEqual([
      { rule: 'action', due_on: '2026-04-20', state: 'open' },
      { rule: 'gcs-month', due_on: '2026-03-31', state: 'met-late' },
      { rule: 'gcs-month', due_on: '2026-04-30', state: 'met' },
      { rule: 'gcs-month', due_on: '2026-05-29', state: 'open' },
    ])
    // The one that was left over has no other session in April: a gap, named.
    expect(
      await quiet.db.$queryRaw`
      select c.ref, g.month from supervision_gap g join case_file c on c.id = g.case_id where g.closed_at is null and g.month > '2026-03'`,
    ).toEqual([{ ref: 'T-2', month: '2026-04' }])
    await done(minutesOut(deps(), as(COORDINATOR)))
    await planAll(quiet)
    await quiet.deliver()
    const ready = quiet.mails.filter(({ subject }) => subject.includes('minutes of the group supervision'))
    expect(ready).toHaveLength(7)
    expect(ready[0]?.text).toContain('can be read')
    // The first a team holds is looked at again.
    expect((await sessionPage(quiet.db, sessionId))?.outstanding.map(({ what, dueOn }) => `${what} ${dueOn}`)).toEqual([
      expect.stringMatching(/^Quality check.* 2026-04-21$/),
    ])
    await done(qualityCheck(deps(), { ...as(PEOPLE.serviceManager), words: 'Each child has an answer.' }))
    expect((await sessionPage(quiet.db, sessionId))?.outstanding).toEqual([])
    const answer = await quiet.planning.advanceSession({ sessionId })
    expect(answer.closed).toBe(true)
  })

  it('that is not held gives its cases back', async () => {
    await quiet.moveTo('2026-04-07', 20 * 60)
    await done(recordNotHeld(deps(), { ...as(COORDINATOR), reason: 'The building was closed.' }))
    await planAll(quiet)
    expect(
      await quiet.db.$queryRaw`
      select distinct g.month, g.why from supervision_gap g where g.closed_at is null and g.month = '2026-04'`,
    ).toHaveLength(1)
  })
})
