import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { recordEvent } from '../../client/commands/recordEvent'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { londonMoment } from '../../domain/calendar/london'
import { isWorkingDay } from '../../domain/calendar/workingDays'
import { addPerson } from '../servers/addPerson'
import { PEOPLE, TEAM } from '../servers/factsToEvents'
import { jumpTo } from '../servers/steppedClock'
import type { TestTown } from '../servers/testTown'
import { townOfOneCase } from '../servers/townOfOneCase'

const NOON = 12 * 60
const calendar = englandAndWales()

/** A safety plan on the real server: written up, time offered, goals, validity and review; its visits; and a conditional caution beside it. */
describe('the clocks of a safety plan', () => {
  let town: TestTown
  let today = LocalDate.parse('2026-03-02')

  const record = async (kind: string, on: string, data: object, actorId: string = PEOPLE.worker): Promise<string> => {
    const answer = await recordEvent(town, { ref: 'T-1', kind, on, data, actorId, commandId: randomUUID() })
    if ('refused' in answer) throw new Error(answer.todo)
    return answer.eventIds[0] ?? ''
  }
  /** Every working day's noon up to a day. */
  const until = async (day: string): Promise<void> => {
    for (const last = LocalDate.parse(day); today.isBefore(last);) {
      today = today.plusDays(1)
      if (isWorkingDay(today, calendar)) await jumpTo(town, londonMoment(today, NOON))
    }
  }
  /** What was told about a rule since a day: `2026-03-04 due-3d social-worker`. */
  const told = async (rule: string, since = '2026-01-01'): Promise<readonly string[]> => {
    const rows = await town.db.$queryRaw<{ said: string }[]>`
      select n.send_on::text || ' ' || n.step || ' ' || n.role as said from notice n join obligation o on o.id = n.obligation_id
      where o.rule = ${rule} and n.withdrawn_at is null and n.send_on >= ${since}::date order by n.send_on, n.step, n.role`
    return rows.map(({ said }) => said)
  }
  const standing = async (rule: string): Promise<readonly string[]> => {
    const rows = await town.db.$queryRaw<{ said: string }[]>`
      select o.due_on::text || ' ' || o.state as said from obligation o where o.rule = ${rule} and o.state <> 'gone' order by o.due_on, o.part`
    return rows.map(({ said }) => said)
  }

  beforeAll(async () => {
    ;({ town } = await townOfOneCase({ referredOn: '2026-02-02' }))
    for (const [key, role] of [
      ['sergeant', 'detective-sergeant'],
      ['officer', 'police-officer'],
    ] as const)
      await addPerson(town, { key, role, team: TEAM })
    await jumpTo(town, londonMoment(today, NOON))
    await record('strategy-discussion', '2026-03-02', { opensSection47: false, joint: true })
    await record('plan-started', '2026-03-02', { plan: 'cpp' })
    await record('safety-plan-agreed', '2026-03-02', {
      how: 'verbal',
      reviewMode: 'six-weekly',
      validUntil: '2026-06-30',
    })
  })
  afterAll(() => town.stop())

  it('written up: five days, reminded, then the team manager and the detective sergeant', async () => {
    await until('2026-03-10')
    expect(await standing('safety-plan-written')).toEqual(['2026-03-07 open'])
    expect(await told('safety-plan-written')).toEqual([
      '2026-03-04 due-3d social-worker',
      '2026-03-06 due-1d social-worker',
      '2026-03-09 late detective-sergeant',
      '2026-03-09 late team-manager',
    ])
  })

  it('time offered: the manager signs in two working days, the parents not before their time is over', async () => {
    await record('safety-plan-agreed', '2026-03-10', {
      ...{ how: 'formal', reviewMode: 'six-weekly', validUntil: '2026-06-30', timeOfferedUntil: '2026-03-20' },
      signatories: ['mother', 'team manager', 'social worker'],
    })
    await until('2026-03-24')
    expect((await standing('safety-plan-written')).at(-1)).toBe('2026-03-07 met-late')
    expect(await standing('safety-plan-signed')).toEqual(['2026-03-12 open', '2026-03-20 open'])
    const late = (await told('safety-plan-signed')).filter((line) => line.includes(' late '))
    expect(late).toEqual(['2026-03-13 late team-manager', '2026-03-23 late team-manager'])
    await record('safety-plan-signed', '2026-03-24', { role: 'team manager' }, PEOPLE.teamManager)
    await record('safety-plan-signed', '2026-03-24', { role: 'mother' })
    await until('2026-03-25')
    expect(await standing('safety-plan-signed')).toEqual(['2026-03-12 met-late', '2026-03-20 met-late'])
  })

  it('visits every five days, because this plan asks for them', async () => {
    await record('goal-set', '2026-03-25', {
      ...{
        goal: 'visits',
        plan: 'safety',
        change: 'seen at home',
        sign: 'a visit',
        by: '2026-06-30',
        otherwise: 'back to conference',
      },
      ...{ otherwiseBy: '2026-07-10', agency: 'social care', frequency: 'every 5 days' },
    })
    await until('2026-03-27')
    expect(await standing('visit-safety-plan')).toEqual(['2026-03-30 open'])
    await record('visit-made', '2026-03-27', { seen: true, seenAlone: true })
    await until('2026-03-30')
    expect(await standing('visit-safety-plan')).toEqual(['2026-03-30 met', '2026-04-01 open'])
  })

  it('a goal by its date: ten and two working days before, then the manager', async () => {
    await record('goal-set', '2026-03-30', {
      ...{
        goal: 'bedtime',
        plan: 'safety',
        change: 'in bed by eight',
        sign: 'the diary',
        by: '2026-04-20',
        otherwise: 'a sleep clinic',
      },
      otherwiseBy: '2026-04-27',
    })
    await until('2026-04-28')
    expect((await told('goal', '2026-03-31')).filter((line) => !line.includes('rung'))).toEqual([
      '2026-04-02 due-10wd social-worker',
      '2026-04-16 due-2wd social-worker',
      '2026-04-27 late team-manager',
    ])
    await record('goal-reviewed', '2026-04-28', { goal: 'bedtime', outcome: 'part' })
  })

  it('a review every six weeks, met by a review', async () => {
    expect(await standing('safety-plan-review')).toEqual(['2026-04-13 open'])
    expect((await told('safety-plan-review')).filter((line) => !line.includes('rung'))).toEqual([
      '2026-04-02 due-5wd social-worker',
      '2026-04-10 due-1wd social-worker',
      '2026-04-14 late team-manager',
    ])
    await record('safety-plan-reviewed', '2026-04-28', {})
    await until('2026-04-29')
    expect(await standing('safety-plan-review')).toEqual(['2026-04-13 met-late', '2026-06-09 open'])
  })

  it('a conditional caution: social care is asked fourteen days before its three months are over', async () => {
    await record('police-outcome-recorded', '2026-04-29', { outcome: 'conditional-caution' })
    const caution = await record('caution-given', '2026-04-29', { person: 'the father' })
    await until('2026-07-16')
    expect(await standing('conditional-caution')).toEqual(['2026-07-29 open'])
    expect(await told('conditional-caution')).toEqual(['2026-07-15 due-14d police-officer'])
    await record('caution-compliance-asked', '2026-07-16', { caution })
    await record('caution-ended', '2026-07-16', { caution, result: 'met' })
    await until('2026-07-17')
    expect(await standing('conditional-caution')).toEqual(['2026-07-29 met'])
  })

  it('validity: after its last day nothing of it is asked any more', async () => {
    expect(await standing('safety-plan-review')).toEqual(['2026-04-13 met-late', '2026-06-09 cancelled'])
    expect(await told('safety-plan-review', '2026-07-01')).toEqual([])
    expect((await standing('visit-safety-plan')).filter((line) => line.endsWith('open'))).toEqual([])
  })
})
