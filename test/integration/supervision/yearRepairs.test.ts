import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { sessionCommand, yearCommand, type Answered } from '../../../client/commands/supervision/acting'
import { addSession, changeOne, type SessionChange } from '../../../client/commands/supervision/changeSession'
import { recordHeld, recordNotHeld } from '../../../client/commands/supervision/held'
import { papersOut } from '../../../client/commands/supervision/minutes'
import { reply } from '../../../client/commands/supervision/reply'
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

/** First and third Tuesdays of three places for four cases, from Monday 2 March 2026. */
describe('a year that people change by hand', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTown('2026-03-02')
    await addSupervisionPeople(quiet.town)
    for (const ref of ['T-1', 'T-2', 'T-3', 'T-4']) await addSupervisedCase(quiet.town, ref, '2026-02-02')
    await quiet.plan()
    await setPatternOf(quiet)
    await planAll(quiet)
    await invitationsArrive(quiet)
  })
  afterEach(() => quiet.stop())

  const planned = async (month: string): Promise<readonly string[]> =>
    (
      await quiet.db.$queryRaw<{ words: string }[]>`
        select s.on_day::text || ' ' || s.minutes || ' ' || (select count(*) from session_case x where x.session_id = s.id) as words from session s
        where s.state = 'planned' and to_char(s.on_day, 'YYYY-MM') = ${month} order by s.on_day`
    ).map(({ words }) => words)
  const sessionOn = async (day: string): Promise<string> =>
    (
      await quiet.db.$queryRaw<
        { id: string }[]
      >`select id::text from session where on_day = ${day}::date and state = 'planned'`
    )[0]?.id ?? ''
  const done = async (answer: Promise<Answered>): Promise<void> => {
    expect(await answer).toMatchObject({ accepted: true })
  }
  const change = (what: Exclude<SessionChange, { change: 'add' }>): Promise<void> =>
    done(
      sessionCommand(
        quiet,
        {
          actorId: COORDINATOR,
          commandId: randomUUID(),
          action: what.change,
          sessionId: what.sessionId,
          concerns: 'year',
        },
        (tx, acting) => changeOne(tx, acting, what),
      ),
    )
  const move = async (from: string, to: string): Promise<void> =>
    change({ change: 'move', sessionId: await sessionOn(from), on: LocalDate.parse(to), reason: '' })
  const add = (on: string): Promise<void> =>
    done(
      yearCommand(quiet, { actorId: COORDINATOR, commandId: randomUUID(), action: 'add', teamId: TEAM }, (tx, acting) =>
        addSession(tx, acting, { change: 'add', teamId: TEAM, on: LocalDate.parse(on), at: '09:30', minutes: 60 }),
      ),
    )
  const as = (sessionId: string, actorId: string) => ({ sessionId, actorId, commandId: randomUUID() })
  const told = () => quiet.db.$queryRaw`
    select c.ref, x.change, x.from_day::text, x.to_day::text, x.why from supervision_change x join case_file c on c.id = x.case_id order by x.at, c.ref`

  it('a session on a place that another was moved away from stays', async () => {
    await move('2026-04-07', '2026-04-09')
    await planAll(quiet)
    await add('2026-04-07')
    await planAll(quiet)
    await planAll(quiet)
    expect((await planned('2026-04')).map((words) => words.slice(0, 13))).toEqual([
      '2026-04-07 60',
      '2026-04-09 60',
      '2026-04-21 60',
    ])
  })

  it('a place that a session was moved away from has none, also once the session has been', async () => {
    await move('2026-04-21', '2026-04-14')
    await planAll(quiet)
    expect((await planned('2026-04')).map((words) => words.slice(0, 10))).toEqual(['2026-04-07', '2026-04-14'])
    for (const day of ['2026-04-14', '2026-04-15']) {
      await quiet.moveTo(day, 5 * 60)
      await planAll(quiet)
    }
    expect(await sessionOn('2026-04-21')).toBe('')
  })

  it('a pattern that changes leaves what was added where it is, and takes lengths with its sessions', async () => {
    await add('2026-04-08')
    await change({ change: 'lengthen', sessionId: await sessionOn('2026-04-07'), minutes: 100 })
    await planAll(quiet)
    await setPatternOf(quiet, { pattern: [{ ...TUESDAYS, weekday: 'wednesday', nth: [2, 3] }] })
    await planAll(quiet)
    expect(await quiet.db.$queryRaw`select problem from supervision_year`).toEqual([{ problem: null }])
    // The second Wednesday is taken by the one that was added; the first session of the series takes the third.
    const april = (await planned('2026-04')).map((words) => words.slice(0, words.lastIndexOf(' ')))
    expect(april).toEqual(['2026-04-08 60', '2026-04-15 100'])
  })

  it('a session that was not held is told of once, and its cases are placed anew, or are gaps', async () => {
    await quiet.moveTo('2026-04-07')
    await planAll(quiet)
    const id =
      (await quiet.db.$queryRaw<{ id: string }[]>`select id::text from session where on_day = '2026-04-07'`)[0]?.id ??
      ''
    await done(recordNotHeld(quiet, { ...as(id, COORDINATOR), reason: 'The building was closed.' }))
    for (const day of ['2026-04-07', '2026-04-08', '2026-04-22']) {
      await quiet.moveTo(day, 20 * 60)
      await planAll(quiet)
    }
    const changes = (await told()) as readonly { readonly why: string }[]
    expect(changes.filter(({ why }) => why === 'It was not discussed on 7 April 2026.')).toHaveLength(2)
    const open = await quiet.db.$queryRaw<
      { month: string }[]
    >`select month from supervision_gap where closed_at is null and month = '2026-04'`
    const placed = Number((await planned('2026-04'))[0]?.split(' ').at(-1) ?? 0)
    expect(placed + open.length).toBe(4)
  })

  it('a case left over on the last session of a month is a gap of that month, named', async () => {
    await quiet.moveTo('2026-03-31')
    const id =
      (await quiet.db.$queryRaw<{ id: string }[]>`select id::text from session where on_day = '2026-03-17'`)[0]?.id ??
      ''
    const [ref = ''] = (
      await quiet.db.$queryRaw<{ ref: string }[]>`
      select c.ref from session_case x join case_file c on c.id = x.case_id where x.session_id = ${id}::uuid order by 1`
    ).map((row) => row.ref)
    await done(
      recordHeld(quiet, { ...as(id, COORDINATOR), present: [], notDiscussed: [{ ref, why: 'no time was left' }] }),
    )
    await planAll(quiet)
    await planAll(quiet)
    expect(
      await quiet.db.$queryRaw`
      select c.ref, g.month, g.why, g.remedy, g.closed_at from supervision_gap g join case_file c on c.id = g.case_id`,
    ).toEqual([
      {
        ref,
        month: '2026-03',
        why: 'It was not discussed on 17 March 2026, and no day of the month is left.',
        remedy: null,
        closed_at: null,
      },
    ])
  })

  it('a gap keeps what would mend it, also where it was written before that was kept', async () => {
    for (const ref of ['T-5', 'T-6', 'T-7']) await addSupervisedCase(quiet.town, ref, '2026-02-02')
    await quiet.plan()
    const remediesOfApril = () => quiet.db.$queryRaw<{ remedy: unknown }[]>`
      select remedy from supervision_gap where closed_at is null and month = '2026-04'`
    await planAll(quiet)
    const kept = [
      {
        remedy: {
          extraSession: { first: '2026-04-01', last: '2026-04-30', whole: true },
          moreMinutes: { team: 'North 1', on: '2026-04-07', at: null, minutes: 20, along: 0 },
        },
      },
    ]
    expect(await remediesOfApril()).toEqual(kept)
    await quiet.db.$executeRaw`update supervision_gap set remedy = null`
    await planAll(quiet)
    expect(await remediesOfApril()).toEqual(kept)
    await change({ change: 'lengthen', sessionId: await sessionOn('2026-04-07'), minutes: 80 })
    await planAll(quiet)
    expect(await remediesOfApril()).toEqual([])
  })

  it('a day that is closed later takes back nothing that was held on it', async () => {
    await quiet.moveTo('2026-04-07')
    const id =
      (await quiet.db.$queryRaw<{ id: string }[]>`select id::text from session where on_day = '2026-04-07'`)[0]?.id ??
      ''
    await done(recordHeld(quiet, { ...as(id, COORDINATOR), present: [PEOPLE.worker], notDiscussed: [] }))
    await planAll(quiet)
    const before = await planned('2026-04')
    await setPatternOf(quiet, { closedDates: [LocalDate.parse('2026-04-07')] })
    await planAll(quiet)
    expect(await planned('2026-04')).toEqual(before)
  })

  it('answers and papers are asked for anew when a session moves to another day, and kept when only its room does', async () => {
    const sessionId = await sessionOn('2026-04-07')
    const state = () => quiet.db.$queryRaw<{ reply: string | null; papers: boolean }[]>`
      select a.reply, s.papers_out_at is not null as papers from attendance a join session s on s.id = a.session_id
      where s.id = ${sessionId}::uuid and a.person_id = ${PEOPLE.worker}::uuid`
    await done(
      reply(quiet, { ...as(sessionId, PEOPLE.worker), personId: PEOPLE.worker, answer: 'accepted', how: 'command' }),
    )
    await done(papersOut(quiet, as(sessionId, COORDINATOR)))
    await change({ change: 'move', sessionId, on: LocalDate.parse('2026-04-07'), room: 'Room 5', reason: '' })
    expect(await state()).toEqual([{ reply: 'accepted', papers: true }])
    await move('2026-04-07', '2026-04-09')
    expect(await state()).toEqual([{ reply: null, papers: false }])
  })

  it('whoever is invited, taken off and invited again on one day has three mails in order, and comes', async () => {
    const chair = PEOPLE.chair
    await quiet.db.$executeRaw`update person set team_id = null where id = ${chair}::uuid`
    await planAll(quiet)
    await quiet.deliver()
    const before = quiet.mails.length
    for (const invited of [[chair], [], [chair]]) {
      await setPatternOf(quiet, { invited })
      await planAll(quiet)
      await quiet.deliver()
    }
    const sessionId = await sessionOn('2026-04-07')
    const calendars = quiet.mails
      .slice(before)
      .flatMap(({ calendar }) => (calendar?.includes(sessionId) === true ? [calendar] : []))
    expect(
      calendars.map((calendar) => [/METHOD:(\w+)/.exec(calendar)?.[1], /SEQUENCE:(\d+)/.exec(calendar)?.[1]]),
    ).toEqual([
      ['REQUEST', '2'],
      ['CANCEL', '3'],
      ['REQUEST', '4'],
    ])
    expect(
      await quiet.db.$queryRaw`
      select count(*)::int as count from attendance where person_id = ${chair}::uuid and uninvited_on is null and session_id = ${sessionId}::uuid`,
    ).toEqual([{ count: 1 }])
  })

  it('what was written for a coordinator who then left is told to whoever stands there now', async () => {
    for (const ref of ['T-5', 'T-6', 'T-7']) await addSupervisedCase(quiet.town, ref, '2026-03-01')
    await planAll(quiet)
    await quiet.db.$executeRaw`update person set left_on = '2026-03-02' where id = ${COORDINATOR}::uuid`
    await quiet.moveTo('2026-03-02', 9 * 60)
    await quiet.deliver()
    await planAll(quiet)
    await quiet.deliver()
    const gaps = quiet.mails.filter(({ subject }) => subject.includes('has no place'))
    expect(gaps.map(({ to }) => to.address)).toEqual(['teammanager@test.example'])
  })
})
