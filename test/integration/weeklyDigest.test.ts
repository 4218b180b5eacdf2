import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { composeMessage } from '../../activities/mail/composeMessage'
import { inTransaction } from '../../prisma/inTransaction'
import { readClock } from '../../activities/clock'
import { answerEscalation } from '../../client/commands/answerEscalation'
import { escalationAlerts } from '../../client/queries/escalationAlerts'
import { listed } from '../../client/queries/alertLists'
import { setCover } from '../../client/commands/setCover'
import { setSending } from '../../client/commands/setSending'
import { stableId } from '../../activities/import/stableId'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { writeDigests } from '../../activities/writeDigests'
import { londonDay } from '../../domain/calendar/london'
import { mondayOf } from '../../domain/calendar/workingWeek'
import { addBadFact } from '../servers/badFact'
import { addCase, addPeople, PEOPLE, TEAM } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

const ROUND = 7 * 60 + 30
const ADMINISTRATOR = stableId('person', 'administrator')

/** Assessments of 2 February are due on 8 April 2026: told to the team manager on 9 April, above on 14 and 21 April. Easter Monday is 6 April, 4 May is a bank holiday. */
describe('once a week every manager is told what stands open in their teams', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    for (const ref of ['T-1', 'T-2']) await addCase(quiet.town, ref, '2026-02-02')
    for (const day of ['2026-04-07', '2026-04-09']) await round(day)
  })
  afterEach(() => quiet.stop())

  const plan = async (day: string, minutes?: number): Promise<void> => {
    await quiet.moveTo(day, minutes)
    await quiet.plan()
  }
  /** Everything is planned, the round is held at 07:30, mails leave; in the day alerts are told. */
  async function round(day: string): Promise<void> {
    await plan(day, ROUND)
    await quiet.planning.holdMorningRound()
    await quiet.deliver()
    await plan(day)
    await quiet.deliver()
  }
  const weekly = () => quiet.mails.filter(({ subject }) => subject.startsWith('Your week'))
  const alertOf = async (ref: string): Promise<string> => {
    const [row] = await quiet.db.$queryRaw<{ id: string }[]>`
      select e.id from escalation e join case_file c on c.id = e.case_id where c.ref = ${ref}`
    return row?.id ?? ''
  }
  const answer = async (ref: string, how: 'acknowledge' | 'withdraw'): Promise<void> => {
    const answered = await answerEscalation(quiet, {
      ...{ escalationId: await alertOf(ref), answer: how, actorId: PEOPLE.teamManager, commandId: randomUUID() },
      reason: 'Zebedee is at his grandmother’s.',
    })
    expect(answered).toMatchObject({ accepted: true })
  }

  it('on Monday, to each in a mail of their own: how far, since when, who knows, what was said', async () => {
    await answer('T-1', 'acknowledge')
    await round('2026-04-13')
    expect(
      weekly()
        .map(({ to }) => to.address)
        .sort(),
    ).toEqual(['headofservice@test.example', 'servicemanager@test.example', 'teammanager@test.example'])
    const [mail] = weekly()
    expect(mail?.subject).toBe('Your week: 2 alerts open — Caseclock, Monday 13 April')
    expect(mail?.text)
      .toBe(`Look first at case T-1: assessment, was due 8 April 2026, 3 working days late; Person teamManager (team-manager) has seen it on 9 April 2026.

Told to the team manager (2)
- Case T-1: Assessment, was due 8 April 2026, 3 working days late
  Told: Person teamManager (team-manager) on 9 April 2026.
  Person teamManager (team-manager) has seen it on 9 April 2026.
  http://caseclock.test/cases/T-1
- Case T-2: Assessment, was due 8 April 2026, 3 working days late
  Told: Person teamManager (team-manager) on 9 April 2026.
  Nobody has answered.
  http://caseclock.test/cases/T-2

Not for emergencies: ring 01632 960 999.

You get this once a week, ${mail?.to.name ?? ''}, because you answer for these teams. Change what you get: http://x.test
`)
    expect(mail?.html).toContain('<h2 style="font-size: 19px">Told to the team manager (2)</h2>')
    expect(mail?.html).toContain('<a href="http://caseclock.test/cases/T-2">Case T-2</a>: Assessment, was due 8 April')
    expect(mail?.html).toContain('Nobody has answered.')
    for (const { text, html } of weekly()) {
      expect(text + html).not.toMatch(/Zebedee|Quillfeather/)
      expect(text + html).not.toMatch(/\b(obligation|rung|notice|lane|escalation)s?\b/i)
    }
  })

  it('and what happened since last week, by whom; what people wrote stays on the case', async () => {
    await round('2026-04-13')
    await quiet.moveTo('2026-04-15')
    await answer('T-1', 'withdraw')
    await quiet.record({ ref: 'T-2', kind: 'assessment-authorised', actorId: PEOPLE.worker })
    await quiet.plan()
    await round('2026-04-16')
    await round('2026-04-20')
    const mail = weekly().at(-1)
    expect(mail?.subject).toBe('Your week: 0 alerts open, 2 changed since last week — Caseclock, Monday 20 April')
    expect(mail?.text).toContain(`Nothing is open. This is what happened since last week.

Since last week

Settled: it has happened, or is no longer needed (1)
- Case T-2: Assessment: on 15 April 2026
  http://caseclock.test/cases/T-2

Withdrawn by a manager (1)
- Case T-1: Assessment: Person teamManager (team-manager) on 15 April 2026; the reason is on the case
  http://caseclock.test/cases/T-1

Not for emergencies`)
    expect(`${mail?.text ?? ''}${mail?.html ?? ''}`).not.toContain('grandmother')
    // What the planner writes of what was done is read as done.
    const { alerts } = await escalationAlerts(quiet.db, { teams: undefined, from: null, to: null })
    expect(listed(alerts, { list: 'resolved', reached: null }).map(({ alert }) => alert.ref)).toEqual(['T-2'])
    // A week later nothing is left to say: no mail.
    const before = weekly().length
    await round('2026-04-27')
    expect(weekly()).toHaveLength(before)
  })

  it('once, whatever the day: not on Tuesday, on Tuesday where Monday is a bank holiday, on Wednesday after an outage', async () => {
    const days = async (...on: string[]): Promise<string[]> => {
      const before = weekly().length
      for (const day of on) await round(day)
      return weekly()
        .slice(before)
        .filter(({ to }) => to.address.startsWith('team'))
        .map(({ subject }) => subject.replace(/.*, /, ''))
    }
    expect(await days('2026-04-13', '2026-04-14', '2026-04-17')).toEqual(['Monday 13 April'])
    expect(await days('2026-04-22', '2026-04-23')).toEqual(['Wednesday 22 April'])
    expect(await days('2026-04-27', '2026-05-04', '2026-05-05', '2026-05-06')).toEqual([
      'Monday 27 April',
      'Tuesday 5 May',
    ])
    expect(new Set(weekly().map(({ messageId }) => messageId)).size).toBe(weekly().length)
  })

  it('once also where the round is killed after each reader, and comes back', async () => {
    await plan('2026-04-13', ROUND)
    const today = londonDay((await readClock(quiet.db)).now)
    const piece = (after?: string) =>
      writeDigests(quiet.db, rulesInForce(), { after, week: mondayOf(today), untilReal: 0 })
    const first = await piece()
    await piece(first.after)
    await quiet.planning.holdMorningRound() // from the first reader: what the pieces had written stays as it was
    await quiet.planning.holdMorningRound()
    await quiet.deliver()
    await quiet.deliver()
    expect(weekly()).toHaveLength(3)
    expect(quiet.mails.filter(({ text }) => text.includes('Still late')).map(({ to }) => to.address)).toEqual([
      'worker@test.example',
    ])
  })

  it('is made when it leaves: what was settled since is not told as open, and a manager who left is not told', async () => {
    await plan('2026-04-13', ROUND)
    await quiet.planning.holdMorningRound()
    await quiet.record({ ref: 'T-2', kind: 'assessment-authorised', actorId: PEOPLE.worker })
    await quiet.db
      .$executeRaw`update role_grant set to_on = '2026-04-10' where person_id = ${PEOPLE.headOfService}::uuid`
    await quiet.deliver()
    expect(
      weekly()
        .map(({ to }) => to.address)
        .sort(),
    ).toEqual(['servicemanager@test.example', 'teammanager@test.example'])
    expect(weekly()[0]?.subject).toBe('Your week: 1 alert open — Caseclock, Monday 13 April')
    expect(weekly()[0]?.text).not.toContain('T-2')
  })

  it('leaves also while cases go on changing: what changed after they were planned is told as it was', async () => {
    await plan('2026-04-13', ROUND)
    await quiet.planning.holdMorningRound()
    await quiet.db.$executeRaw`update case_file set facts_version = facts_version + 1 where ref = 'T-2'`
    const [message] = await quiet.db.$queryRaw<{ id: string; day: string }[]>`
      select id::text, day::text from message where lane = 'weekly' and recipient_id = ${PEOPLE.headOfService}::uuid`
    const about = {
      id: message?.id ?? '',
      lane: 'weekly',
      day: message?.day ?? '',
      name: 'Person headOfService',
      created_at: new Date(0),
    } as const
    const links = {
      caseLink: (ref: string) => ref,
      alertLink: (id: string) => id,
      sessionLink: (id: string) => id,
      yearLink: (id: string) => id,
      preferencesLink: '',
    }
    const { now } = await readClock(quiet.db)
    const composed = await inTransaction(quiet.db, (tx) =>
      composeMessage(
        tx,
        { rules: rulesInForce(), links },
        { ...about, recipient_id: PEOPLE.headOfService },
        { now, unclear: new Map() },
      ),
    )
    expect(composed).toMatchObject({ subject: 'Your week: 2 alerts open — Caseclock, Monday 13 April' })
  })

  it('only cases of their own teams, and nobody who manages none', async () => {
    const other = randomUUID()
    await quiet.db.$executeRaw`insert into team (id, source_id, name) values (${other}::uuid, 'other', 'South 1')`
    await quiet.db
      .$executeRaw`update role_grant set team_id = ${other}::uuid where person_id = ${PEOPLE.serviceManager}::uuid`
    await quiet.db.$executeRaw`update team set parent_id = null where id = ${TEAM}::uuid`
    await round('2026-04-13')
    // A head of service answers for every team.
    expect(
      weekly()
        .map(({ to }) => to.address)
        .sort(),
    ).toEqual(['headofservice@test.example', 'teammanager@test.example'])
  })

  it('goes to whoever covers for a manager, and to the manager again when they are back; uncovered, it waits for them', async () => {
    const leave = async (personId: string, coverId: string | null, on: string): Promise<void> => {
      const days = { from: LocalDate.parse(on), to: LocalDate.parse(on), reason: 'leave' } as const
      const people = { personId, coverId, actorId: personId, commandId: randomUUID() }
      expect(await setCover(quiet, { ...people, ...days })).toMatchObject({ accepted: true })
    }
    const readers = () =>
      weekly()
        .map(({ to }) => to.address.replace('@test.example', ''))
        .sort()
    await leave(PEOPLE.teamManager, PEOPLE.otherWorker, '2026-04-13')
    await leave(PEOPLE.headOfService, null, '2026-04-13')
    await round('2026-04-13')
    expect(readers()).toEqual(['headofservice', 'otherworker', 'servicemanager'])
    const mail = weekly().find(({ to }) => to.address.startsWith('otherworker'))
    expect(mail?.subject).toBe('Your week: 2 alerts open — Caseclock, Monday 13 April')
    await round('2026-04-20')
    expect(readers()).toEqual([
      ...['headofservice', 'headofservice', 'otherworker', 'servicemanager', 'servicemanager', 'teammanager'],
    ])
  })

  it('waits while sending is held; of several weeks only the newest leaves', async () => {
    const hold = (held: boolean) => setSending(quiet, { held, reason: 'A backup.', actorId: ADMINISTRATOR })
    await hold(true)
    await round('2026-04-13')
    await round('2026-04-20')
    expect(weekly()).toEqual([])
    await quiet.moveTo('2026-04-20')
    await hold(false)
    await quiet.deliver()
    expect(
      weekly()
        .map(({ to }) => to.address)
        .sort(),
    ).toEqual(['headofservice@test.example', 'servicemanager@test.example', 'teammanager@test.example'])
    expect(weekly()[0]?.text).toContain('Told to the service manager (2)')
  })

  it('a case that cannot be worked out is named as such, and keeps nobody from the rest', async () => {
    await addBadFact(quiet.db, stableId('test-case', 'T-2'))
    await quiet.moveTo('2026-04-13', ROUND)
    await quiet.planning.planTimeline({ caseId: stableId('test-case', 'T-1') })
    const { failures } = await writeDigests(quiet.db, rulesInForce(), {
      week: mondayOf(londonDay((await readClock(quiet.db)).now)),
      untilReal: Number.MAX_SAFE_INTEGER,
    })
    expect(failures).toEqual([])
    await quiet.deliver()
    expect(weekly()[0]?.subject).toBe('Your week: 1 alert open, 1 to look at — Caseclock, Monday 13 April')
    expect(weekly()[0]?.text).toContain(
      '- Case T-2 could not be worked out: see the case\n  http://caseclock.test/cases/T-2\n',
    )
  })
})
