import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import ICAL from 'ical.js'
import { addHoliday } from '../../client/commands/addHoliday'
import { recordEvent } from '../../client/commands/recordEvent'
import { stableId } from '../../activities/import/stableId'
import { readClock } from '../../activities/clock'
import { realNow } from '../../activities/realNow'
import { londonMoment } from '../../domain/calendar/london'
import { MAILS_AT_ONCE } from '../../worker/startWorker'
import { addPerson } from '../servers/addPerson'
import { jumpTo, untilAllHaveAsked } from '../servers/steppedClock'
import type { TestTown } from '../servers/testTown'
import { typed } from '../servers/typed'
import { killWhen, SUPERVISION_INSTANTS } from './killWhen'
import { restartableWorker, type RestartableWorker } from './restartableWorker'
import { sizeFromEnvironment } from './sizeFromEnvironment'
import { actsOfDay } from './supervisionActs'
import { addFamily, supervisionTeams, type SupervisedTeam } from './supervisionTeams'
import { tellOf } from './tellOf'

const MONTHS = sizeFromEnvironment('CASECLOCK_LONG_MONTHS', { usual: 1, most: 12 })
/** Two in the month of every run, ten in the year: a mail whose worker was killed is only tried again after a minute. */
const KILLS = MONTHS < 12 ? 2 : 10
const FROM = LocalDate.parse('2026-03-02')
const TO = FROM.withDayOfMonth(1).plusMonths(MONTHS).plusDays(1)
/** Every clock has looked at its dates by then; digests are written; people act. */
const [MORNING, ROUND, NOON] = [7 * 60 + 5, 7 * 60 + 30, 12 * 60] as const
/** Real milliseconds: a small machine that others use too. */
const PATIENCE_MS = 300_000 + MONTHS * 300_000

/**
 * Three teams through the clock of a month, or of a year (`npm run long`): people act at noon, sessions are cancelled and not held, a worker leaves, a family
 * comes, another goes, a bank holiday is proclaimed, and the worker is killed again and again.
 */
describe(`group supervision of three teams, ${String(MONTHS)} months, the worker killed ${String(KILLS)} times`, () => {
  let town: TestTown
  let teams: readonly SupervisedTeam[]
  let worker: RestartableWorker
  let killed = 0

  beforeAll(async () => {
    const began = realNow()
    ;({ town, teams } = await supervisionTeams(FROM.toString()))
    worker = restartableWorker({ ...town.environment(), MAILS_PER_SECOND: '1000' })
    await town.processes.ensure([{ type: 'morningRound', id: '' }])
    await Promise.race([untilAllHaveAsked(town), worker.failed])
    const over = new AbortController()
    const killing = killAgainAndAgain(over.signal)
    const through = async (): Promise<void> => {
      for (let day = FROM; day.isBefore(TO); day = day.plusDays(1)) {
        for (const minutes of [MORNING, ROUND, NOON]) await jumpTo(town, londonMoment(day, minutes))
        await actsOfDay(town, teams, day)
        await happensOn(day)
      }
      for (const minutes of [MORNING, ROUND, NOON]) await jumpTo(town, londonMoment(TO, minutes))
    }
    await Promise.race([through(), worker.failed]).finally(() => {
      over.abort()
    })
    await killing
    const [figures] = await town.db.$queryRaw<Record<string, number>[]>`
      select (select count(*)::int from session) as sessions, (select count(*)::int from session where state = 'cancelled') as cancelled,
        (select count(*)::int from session where state = 'held') as held, (select count(*)::int from supervision_notice) as told,
        (select count(*)::int from message) as mails, (select count(*)::int from supervision_gap) as gaps, (select count(*)::int from supervision_change) as moves`
    if (MONTHS === 12) process.stderr.write((await typed(town, 'supervision', 'figures')).out)
    tellOf(`group supervision, ${String(MONTHS)} months`, {
      ...figures,
      kills: killed,
      seconds: Math.round((realNow() - began) / 1000),
    })
  }, PATIENCE_MS)
  afterAll(async () => {
    await worker.stop()
    await town.stop()
  })

  /** Spread over the whole time, each in one of the instants, so that time is left to come back from the last. */
  async function killAgainAndAgain(over: AbortSignal): Promise<void> {
    const [first, last] = [londonMoment(FROM, 0), londonMoment(TO, 0)]
    for (let kill = 0; kill < KILLS; kill += 1) {
      const from = first + ((last - first) * (kill + 1)) / (KILLS + 2)
      const instant = SUPERVISION_INSTANTS[kill % SUPERVISION_INSTANTS.length] ?? 'a session is due'
      if ((await killWhen(town, worker, { from, instant, over })) === 'killed') killed += 1
    }
  }

  const meadow = stableId('test', 'Meadow')
  /** What happens once: a bank holiday is proclaimed, a family comes, another goes, a worker leaves and another comes. */
  async function happensOn(day: LocalDate): Promise<void> {
    const team = teams.find(({ id }) => id === meadow)
    if (team === undefined) return
    const head = stableId('test', 'headOfService')
    if (day.toString() === '2026-03-05') {
      const holiday = { on: LocalDate.parse('2026-04-07'), title: 'A day of thanks', concerned: [] }
      expect(await addHoliday(town, { ...holiday, actorId: head, commandId: randomUUID() })).toMatchObject({
        accepted: true,
      })
    }
    if (day.toString() === '2026-03-10') await addFamily(town, team, { ref: 'M-7', on: '2026-03-10' })
    if (day.toString() === '2026-03-12') {
      const closing = {
        ref: 'M-2',
        kind: 'case-closed',
        data: { reason: 'done' },
        actorId: team.manager,
        commandId: randomUUID(),
      }
      expect(await recordEvent(town, closing)).toMatchObject({ accepted: true })
    }
    if (day.toString() === '2026-03-16') {
      const moment = new Date((await readClock(town.db)).now).toISOString()
      await town.db.$executeRaw`
        update person set left_on = '2026-03-16', moved_at = ${moment}::timestamptz where id = ${team.workers[1] ?? ''}::uuid`
      await addPerson(town, { key: 'Meadow-worker-3', role: 'social-worker', team: team.id })
    }
  }

  it('was killed as often as it should', () => {
    expect(killed).toBe(KILLS)
  })

  it('every case was discussed in every month, or its gap is named', async () => {
    const missing = await town.db.$queryRaw`
      with months as (select distinct o.trigger as month from obligation o where o.rule = 'gcs-month' and o.trigger >= '2026-03' and o.trigger < ${TO.toString().slice(0, 7)})
      select c.ref, m.month from months m join obligation o on o.rule = 'gcs-month' and o.trigger = m.month and o.state not in ('cancelled', 'gone') join case_file c on c.id = o.case_id
      where not exists (select from chronology_event e where e.case_id = c.id and e.kind = 'discussed-in-supervision' and to_char(e.occurred_on, 'YYYY-MM') = m.month)
        and not exists (select from supervision_gap g where g.case_id = c.id and g.month = m.month)`
    expect(missing).toEqual([])
    const [discussed] = await town.db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from chronology_event where kind = 'discussed-in-supervision'`
    expect(discussed?.count).toBeGreaterThan(8 * MONTHS)
  })

  it('no case was placed twice in a month, and no session holds more than it can', async () => {
    expect(
      await town.db.$queryRaw`
        select x.case_id, to_char(s.on_day, 'YYYY-MM') as month from session s join session_case x on x.session_id = s.id
        where s.state in ('planned', 'held') and x.discussed is not false group by 1, 2 having count(*) > 1`,
    ).toEqual([])
    expect(
      await town.db.$queryRaw`
        select s.id from session s join session_case x on x.session_id = s.id where s.state = 'planned' group by s.id having count(*) > s.capacity`,
    ).toEqual([])
  })

  it('nothing stands still', async () => {
    expect(await town.db.$queryRaw`select problem from session where problem is not null`).toEqual([])
    expect(await town.db.$queryRaw`select problem from supervision_year where problem is not null`).toEqual([])
    expect(
      await town.db
        .$queryRaw`select state, count(*)::int as count from message where state not in ('sent', 'withdrawn') group by state`,
    ).toEqual([])
  })

  it('every mail left once, and every invitation has one for each change of its session', async () => {
    const inbox = await town.inbox.list()
    const sent = await town.db.$queryRaw<{ mail_id: string }[]>`select mail_id from message where state = 'sent'`
    expect(new Set(inbox.map(({ messageId }) => messageId))).toEqual(new Set(sent.map(({ mail_id }) => mail_id)))
    expect(inbox.length - sent.length).toBeLessThanOrEqual(MAILS_AT_ONCE * KILLS)
    const calendars = await town.db.$queryRaw<{ calendar: string }[]>`
      select calendar from message where state = 'sent' and lane = 'invitation' and calendar is not null`
    const keys = calendars.map(({ calendar }) => keyOf(calendar))
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBeGreaterThan(200)
    expect(keys.filter((key) => key.startsWith('CANCEL')).length).toBeGreaterThan(0)
  })

  it('nobody was told after they had left', async () => {
    expect(
      await town.db.$queryRaw`
        select m.id from message m join person p on p.id = m.recipient_id where p.left_on is not null and m.sent_at >= p.left_on::timestamp + interval '1 day'`,
    ).toEqual([])
  })
})

/** What an invitation says, to whom: method, session, sequence, attendee. */
function keyOf(calendar: string): string {
  const whole = new ICAL.Component(ICAL.parse(calendar) as unknown[])
  const event = whole.getFirstSubcomponent('vevent')
  const value = (name: string): string => String(event?.getFirstPropertyValue(name) ?? '')
  return [
    String(whole.getFirstPropertyValue('method') ?? ''),
    value('uid'),
    value('sequence'),
    value('attendee').toLowerCase(),
  ].join(' ')
}
