import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { yearCommand, sessionCommand } from '../../../client/commands/supervision/acting'
import { addSession, changeOne, type SessionChange } from '../../../client/commands/supervision/changeSession'
import { teamYear } from '../../../client/queries/supervision/teamYear'
import { addPerson } from '../../servers/addPerson'
import { PEOPLE, TEAM } from '../../servers/factsToEvents'
import { quietTown, type QuietTown } from '../../servers/quietTown'
import {
  addSupervisedCase,
  addSupervisionPeople,
  COORDINATOR,
  invitationsArrive,
  planAll,
  setPatternOf,
  TUESDAYS,
} from '../../servers/supervisionTown'

const REFS = ['T-1', 'T-2', 'T-3', 'T-4', 'T-5'] as const
/** Everybody who works in the team of a test town. */
const TEAM_PEOPLE = ['chair', 'coordinator', 'headofservice', 'otherworker', 'servicemanager', 'teammanager', 'worker']
const FIRST_MONTHS = ['2026-03', '2026-04', '2027-03'] as const

/** Two sessions a month with three places each, for five cases; 2 March 2026 is a Monday. */
describe('the year of a team', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTown('2026-03-02')
    await addSupervisionPeople(quiet.town)
    for (const ref of REFS) await addSupervisedCase(quiet.town, ref, '2026-02-02')
    await quiet.plan()
    await setPatternOf(quiet)
    await planAll(quiet)
  })
  afterEach(() => quiet.stop())

  const slots = async (month: string): Promise<readonly string[]> =>
    (
      await quiet.db.$queryRaw<{ words: string }[]>`
        select s.on_day::text || ' ' || string_agg(c.ref, ' ' order by c.ref) as words from session s join session_case x on x.session_id = s.id
          join case_file c on c.id = x.case_id where to_char(s.on_day, 'YYYY-MM') = ${month} and s.state = 'planned' group by s.on_day order by s.on_day`
    ).map(({ words }) => words)
  const sessionOn = async (day: string): Promise<string> => {
    const [row] = await quiet.db.$queryRaw<{ id: string }[]>`
      select id::text from session where on_day = ${day}::date and state <> 'cancelled'`
    return row?.id ?? ''
  }
  const change = async (
    what: Exclude<SessionChange, { change: 'add' }>,
    actorId: string = COORDINATOR,
  ): Promise<void> => {
    const about = {
      actorId,
      commandId: randomUUID(),
      action: `supervision-session-${what.change}`,
      sessionId: what.sessionId,
    }
    const answer = await sessionCommand(quiet, { ...about, concerns: 'year' }, (tx, acting) =>
      changeOne(tx, acting, what),
    )
    expect(answer).toMatchObject({ accepted: true })
  }
  const mailsTo = (who: string) => quiet.mails.filter(({ to }) => to.address === `${who}@test.example`)
  const digests = (who: string) => mailsTo(who).filter(({ subject }) => subject.includes('— Caseclock'))
  const invitations = (who: string) => mailsTo(who).filter(({ calendar }) => calendar != null)

  it('gives every case one place in every month of the next twelve, evenly, brothers and sisters with their case', async () => {
    const rows = await quiet.db.$queryRaw<{ month: string; cases: number; places: number; most: number }[]>`
      select month, count(distinct case_id)::int as cases, count(*)::int as places, max(taken)::int as most from (
        select to_char(s.on_day, 'YYYY-MM') as month, x.case_id, count(*) over (partition by s.id) as taken
        from session s join session_case x on x.session_id = s.id) each_one group by month order by month`
    expect(rows).toHaveLength(13)
    expect(
      new Set(rows.map(({ cases, places, most }) => `${String(cases)} ${String(places)} ${String(most)}`)),
    ).toEqual(new Set(['5 5 3']))
    expect(rows[0]?.month).toBe('2026-03')
    expect(rows.at(-1)?.month).toBe('2027-03')
  })

  it('and planned again it writes nothing', async () => {
    const print = async (): Promise<unknown> => quiet.db.$queryRaw`
      select (select json_agg(s order by s.id) from session s) as sessions, (select json_agg(x order by x.session_id, x.case_id) from session_case x) as places,
        (select count(*) from supervision_notice) as notices, (select count(*) from supervision_change) as changes`
    const before = await print()
    await quiet.planning.planSupervisionYear({ teamId: TEAM })
    await quiet.planning.planSupervisionYear({ teamId: TEAM })
    expect(await print()).toEqual(before)
  })

  it('invites everybody of the team to each session once, without a case in it', async () => {
    await quiet.deliver()
    const sessions = await quiet.db.$queryRaw<{ count: number }[]>`select count(*)::int as count from session`
    const perPerson = TEAM_PEOPLE.map((who) => invitations(who).length)
    expect(new Set(perPerson)).toEqual(new Set([sessions[0]?.count]))
    expect(invitations('worker')[0]?.subject).toMatch(
      /^Invitation: group supervision, North 1, Tuesday \d+ \w+ 202[67], 09:30$/,
    )
    for (const { text, html, calendar } of quiet.mails)
      expect(`${text}${html}${calendar ?? ''}`).not.toMatch(/T-\d|Zebedee|Quillfeather/)
  })

  it('goes on every night, a month further when a month begins', async () => {
    await quiet.moveTo('2026-04-01', 5 * 60)
    await planAll(quiet)
    expect(await slots('2027-04')).toHaveLength(2)
    expect(await quiet.db.$queryRaw`select * from supervision_change`).toEqual([])
  })

  it('a case that comes takes the next place there is, and the coordinator reads so once, in the morning', async () => {
    await invitationsArrive(quiet)
    await addSupervisedCase(quiet.town, 'T-6', '2026-03-01')
    await planAll(quiet)
    expect((await slots('2026-03')).join()).toContain('T-6')
    await quiet.round()
    await quiet.deliver()
    await planAll(quiet)
    await quiet.round()
    await quiet.deliver()
    const told = mailsTo('coordinator').filter(({ text }) => text.includes('Case T-6 is placed on'))
    expect(told).toHaveLength(1)
    expect(told[0]?.subject).toContain('1 for group supervision')
    expect(told[0]?.text).toMatch(/Case T-6 is placed on \d+ March 2026: It is discussed in this team from now on\./)
  })

  it('a case too many is a named gap, told at once, with the least that would mend it', async () => {
    for (const ref of ['T-6', 'T-7']) await addSupervisedCase(quiet.town, ref, '2026-03-01')
    await planAll(quiet)
    const gaps = (await teamYear(quiet.db, TEAM))?.gaps ?? []
    expect(gaps).toHaveLength(13)
    expect(gaps[0]?.why).toMatch(
      /^Every session of March 2026 that it could be in is full\. It needs one extra session from 3 March 2026 to 31 March 2026, or 20 more minutes on \d+ March 2026\.$/,
    )
    await invitationsArrive(quiet)
    await quiet.moveTo('2026-03-02', 9 * 60)
    await quiet.deliver()
    const mails = mailsTo('coordinator').filter(({ calendar }) => calendar == null)
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toMatch(/^Group supervision: Case T-\d has no place in March 2026\./)
    // Told once, and mended by what it names.
    const [gap] = gaps
    const day = /minutes on (\d+) March/.exec(gap?.why ?? '')?.[1] ?? ''
    await change({ change: 'lengthen', sessionId: await sessionOn(`2026-03-${day.padStart(2, '0')}`), minutes: 80 })
    await planAll(quiet)
    const left = (await teamYear(quiet.db, TEAM))?.gaps ?? []
    expect(left).toHaveLength(12)
    expect(left.map(({ month }) => month)).not.toContain('2026-03')
    await quiet.deliver()
    expect(mailsTo('coordinator').filter(({ subject }) => subject.includes('no place'))).toHaveLength(1)
  })

  it('a session that is cancelled tells everyone once, and hands its cases to the other of the month or names them', async () => {
    await invitationsArrive(quiet)
    const before = quiet.mails.length
    const [early = '', late = ''] = await slots('2026-04')
    await change({ change: 'cancel', sessionId: await sessionOn(early.slice(0, 10)), reason: 'The room is closed.' })
    await planAll(quiet)
    expect(await slots('2026-04')).toEqual([expect.stringContaining(late.slice(0, 10))])
    expect(((await slots('2026-04'))[0] ?? '').split(' ')).toHaveLength(4)
    expect((await teamYear(quiet.db, TEAM))?.gaps.map(({ month }) => month)).toEqual(['2026-04', '2026-04'])
    await quiet.deliver()
    await planAll(quiet)
    await quiet.deliver()
    const cancelled = quiet.mails.slice(before).filter(({ calendar }) => calendar?.includes('METHOD:CANCEL') === true)
    expect(cancelled.map(({ to }) => to.address).sort()).toEqual(TEAM_PEOPLE.map((who) => `${who}@test.example`))
    expect(cancelled[0]?.text).toContain('is cancelled: The room is closed.')
    expect(cancelled[0]?.calendar).toMatch(/SEQUENCE:1\r\n/)
    await quiet.round()
    await quiet.deliver()
    const digest = digests('coordinator').at(-1)
    expect(digest?.text).toMatch(
      /Case T-\d moves from 7 April 2026 to 21 April 2026: The session of 7 April 2026 is not held: it is called off\./,
    )
    expect(digest?.text).toMatch(/Case T-\d moves from 7 April 2026 to no place/)
  })

  it('a session that is moved keeps its cases and its place in every calendar', async () => {
    await invitationsArrive(quiet)
    const before = quiet.mails.length
    const sessionId = await sessionOn('2026-04-07')
    const [words = ''] = await slots('2026-04')
    await change({ change: 'move', sessionId, on: LocalDate.parse('2026-04-09'), at: '10:00', reason: '' })
    await planAll(quiet)
    await quiet.deliver()
    expect(await slots('2026-04')).toContain(words.replace('2026-04-07', '2026-04-09'))
    expect(await sessionOn('2026-04-09')).toBe(sessionId)
    expect(await sessionOn('2026-04-07')).toBe('')
    const mails = quiet.mails.slice(before)
    expect(mails).toHaveLength(TEAM_PEOPLE.length)
    for (const { calendar, subject } of mails) {
      expect(subject).toBe('Changed: group supervision, North 1, Thursday 9 April 2026, 10:00')
      expect(calendar).toContain(`UID:${sessionId}@caseclock.test.example`)
      expect(calendar).toMatch(/METHOD:REQUEST\r\n[^]*SEQUENCE:1\r\n/)
    }
  })

  it('a pattern that changes its day moves its sessions, which stay themselves with their cases', async () => {
    const ids = async (): Promise<readonly string[]> =>
      (
        await quiet.db.$queryRaw<{ id: string }[]>`select id::text from session where state = 'planned' order by on_day`
      ).map(({ id }) => id)
    const [before, places] = [await ids(), await slots('2026-06')]
    await setPatternOf(quiet, { pattern: [{ ...TUESDAYS, weekday: 'wednesday' }] })
    await planAll(quiet)
    expect(await ids()).toEqual(before)
    expect((await slots('2026-06')).map((words) => words.slice(11))).toEqual(places.map((words) => words.slice(11)))
    expect((await slots('2026-06')).map((words) => words.slice(0, 10))).toEqual(['2026-06-03', '2026-06-17'])
    expect(await quiet.db.$queryRaw`select distinct revision from session where state = 'planned'`).toEqual([
      { revision: 1 },
    ])
    expect(await quiet.db.$queryRaw`select * from session where state = 'cancelled'`).toEqual([])
  })

  it('a bank holiday that is proclaimed cancels its session, and says so', async () => {
    await quiet.db.$executeRaw`
      insert into calendar_day (id, on_day, title, added_by, added_at, command_id)
      values (gen_random_uuid(), '2026-05-05', 'A day of thanks', ${PEOPLE.serviceManager}::uuid, '2026-03-02T04:00:00Z', gen_random_uuid())`
    await planAll(quiet)
    expect(await quiet.db.$queryRaw`select state, state_why from session where on_day = '2026-05-05'`).toEqual([
      { state: 'cancelled', state_why: 'it is a bank holiday (A day of thanks)' },
    ])
    expect(await slots('2026-05')).toHaveLength(1)
  })

  it('a case that closes leaves its places, and nobody is told of a gap', async () => {
    await quiet.record({ ref: 'T-2', kind: 'case-closed', actorId: PEOPLE.teamManager, data: { reason: 'done' } })
    await planAll(quiet)
    await invitationsArrive(quiet)
    for (const month of FIRST_MONTHS) expect((await slots(month)).join()).not.toContain('T-2')
    expect((await teamYear(quiet.db, TEAM))?.gaps).toEqual([])
    await quiet.round()
    await quiet.deliver()
    expect(digests('coordinator').at(-1)?.text).toMatch(/Case T-2 leaves \d+ March 2026: The case is closed\./)
  })

  it('whoever comes to the team is invited to what is ahead, and whoever leaves is no longer', async () => {
    await invitationsArrive(quiet)
    const before = quiet.mails.length
    await addPerson(quiet.town, { key: 'newcomer', role: 'social-worker', team: TEAM })
    await quiet.db.$executeRaw`update person set left_on = '2026-03-02' where id = ${PEOPLE.otherWorker}::uuid`
    await planAll(quiet)
    await quiet.deliver()
    const sessions = (await teamYear(quiet.db, TEAM))?.sessions.length ?? 0
    expect(invitations('newcomer')).toHaveLength(sessions)
    // Nobody who has left is told anything.
    expect(quiet.mails.slice(before).filter(({ to }) => to.address.startsWith('otherworker'))).toEqual([])
    expect(
      await quiet.db
        .$queryRaw`select count(*)::int as count from attendance where person_id = ${PEOPLE.otherWorker}::uuid and uninvited_on is null`,
    ).toEqual([{ count: 0 }])
  })

  it('an extra session takes those without a place', async () => {
    for (const ref of ['T-6', 'T-7']) await addSupervisedCase(quiet.town, ref, '2026-03-01')
    await planAll(quiet)
    const about = { actorId: COORDINATOR, commandId: randomUUID(), action: 'supervision-session-added', teamId: TEAM }
    const add = { change: 'add', teamId: TEAM, on: LocalDate.parse('2026-04-28'), at: '09:30', minutes: 60 } as const
    const once = await yearCommand(quiet, about, (tx, acting) => addSession(tx, acting, add))
    expect(once).toMatchObject({ accepted: true, repeated: false })
    expect(await yearCommand(quiet, about, (tx, acting) => addSession(tx, acting, add))).toEqual({
      ...once,
      repeated: true,
    })
    await planAll(quiet)
    expect((await slots('2026-04')).at(-1)).toMatch(/^2026-04-28 T-\d$/)
    expect((await teamYear(quiet.db, TEAM))?.gaps.map(({ month }) => month)).not.toContain('2026-04')
  })
})
