import { agenda } from '../../../domain/agenda/agenda'
import { agendaOver } from '../../../domain/agenda/agendaOver'
import { londonMoment } from '../../../domain/calendar/london'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { knownOn } from '../../../domain/chronology/knownOn'
import { englandFamilySafeguarding1 as policy } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { sentence } from '../../../domain/timeline/sentence'
import { timeline } from '../../../domain/timeline/timeline'
import { calendar, day, dueAndEnd, event, facts, obligationsOf, planOn, TO_18, twoChildren } from '../facts'
import { closed } from './grounds'

const came = (on: string, more = {}) => event('transferred-in', on, {}, more)
const left = (on: string, team?: string) => event('transferred-out', on, team === undefined ? {} : { team })
const discussed = (on: string) => event('discussed-in-supervision', on, { session: 's1' })
const months = (events: readonly ChronologyEvent[], known: string, more = {}) =>
  obligationsOf('gcs-month', knownOn(facts(events, more), day(known))).map((one) => `${one.trigger} ${dueAndEnd(one)}`)

describe('gcs-month: open in a Family Safeguarding team on any day of a month, discussed by its last working day', () => {
  it.each<{ events: ChronologyEvent[]; known: string; gives: string[]; because: string }>([
    { events: planOn('2026-03-02'), known: '2026-05-10', gives: [], because: 'never recorded as transferred in' },
    {
      events: [came('2026-04-20')],
      known: '2026-04-20',
      gives: [`2026-04 2026-04-30 ${TO_18}`, `2026-05 2026-05-29 ${TO_18}`],
      because: 'the month it came, and the next one; 30 and 31 May are a weekend',
    },
    {
      events: [came('2026-04-20'), discussed('2026-04-28'), discussed('2026-05-12')],
      known: '2026-05-20',
      gives: ['2026-04 2026-04-30 met 2026-04-28', '2026-05 2026-05-29 met 2026-05-12', `2026-06 2026-06-30 ${TO_18}`],
      because: 'discussed every month',
    },
    {
      events: [came('2026-04-20'), discussed('2026-05-12')],
      known: '2026-05-20',
      gives: ['2026-04 2026-04-30 met 2026-05-12', '2026-05 2026-05-29 met 2026-05-12', `2026-06 2026-06-30 ${TO_18}`],
      because: 'a month left out is met late by the next discussion',
    },
    {
      events: [came('2026-04-20'), left('2026-05-04')],
      known: '2026-07-01',
      gives: ['2026-04 2026-04-30 cancelled 2026-05-04', '2026-05 2026-05-29 cancelled 2026-05-04'],
      because: 'transferred out',
    },
    {
      events: [came('2026-04-20'), closed('2026-05-04')],
      known: '2026-07-01',
      gives: ['2026-04 2026-04-30 cancelled 2026-05-04', '2026-05 2026-05-29 cancelled 2026-05-04'],
      because: 'closed',
    },
    {
      events: [came('2026-04-20'), discussed('2026-05-04'), closed('2026-05-04')],
      known: '2026-07-01',
      gives: ['2026-04 2026-04-30 met 2026-05-04', '2026-05 2026-05-29 met 2026-05-04'],
      because: 'discussed on the day it closed',
    },
    {
      events: [came('2026-04-20'), closed('2026-05-04'), event('case-reopened', '2026-05-18', {})],
      known: '2026-05-20',
      gives: ['2026-04 2026-04-30 cancelled 2026-05-04', `2026-05 2026-05-29 ${TO_18}`, `2026-06 2026-06-30 ${TO_18}`],
      because: 'reopened in the same month',
    },
    {
      events: [came('2026-02-02'), left('2026-02-20'), came('2026-05-18')],
      known: '2026-05-20',
      gives: ['2026-02 2026-02-27 cancelled 2026-02-20', `2026-05 2026-05-29 ${TO_18}`, `2026-06 2026-06-30 ${TO_18}`],
      because: 'no month between two stays',
    },
    {
      events: [
        event('transferred-in', '2026-04-01', { team: 'a' }),
        event('transferred-in', '2026-04-15', { team: 'b' }),
        left('2026-04-15', 'a'),
        left('2026-04-17', 'a'),
      ],
      known: '2026-04-20',
      gives: [`2026-04 2026-04-30 ${TO_18}`, `2026-05 2026-05-29 ${TO_18}`],
      because: 'from one team to another it goes on',
    },
    {
      events: [came('2026-04-20'), event('child-left', '2026-05-04', { reason: 'died' })],
      known: '2026-07-01',
      gives: ['2026-04 2026-04-30 cancelled 2026-05-04', '2026-05 2026-05-29 cancelled 2026-05-04'],
      because: 'the child died',
    },
    {
      events: [came('2026-04-20'), came('2026-05-04', { supersedes: 'transferred-in 2026-04-20' })],
      known: '2026-05-10',
      gives: [`2026-05 2026-05-29 ${TO_18}`, `2026-06 2026-06-30 ${TO_18}`],
      because: 'the date of the transfer corrected',
    },
    {
      events: [came('2026-04-20'), came('2026-05-04', { supersedes: 'transferred-in 2026-04-20', void: true })],
      known: '2026-05-10',
      gives: [],
      because: 'the transfer taken back',
    },
    {
      events: [came('2026-01-31')],
      known: '2026-01-31',
      gives: [`2026-01 2026-01-31 ${TO_18}`, `2026-02 2026-02-27 ${TO_18}`],
      because: 'it came on the Saturday after the last working day: due that day, never before it',
    },
  ])('$because', ({ events, known, gives }) => {
    expect(months(events, known)).toEqual(gives)
  })

  it('is one of the case, and lasts while any child is in the team', () => {
    const died = event('child-left', '2026-05-04', { reason: 'died' }, { children: ['c1'] })
    expect(months([came('2026-04-20'), died], '2026-05-10', twoChildren)).toEqual([
      `2026-04 2026-04-30 ${TO_18}`,
      `2026-05 2026-05-29 ${TO_18}`,
      `2026-06 2026-06-30 ${TO_18}`,
    ])
    expect(months([came('2026-04-20', { children: ['c1'] }), died], '2026-05-10', twoChildren)).toHaveLength(2)
  })

  it('says why, and tells the team manager on the third last working day, never before the case came', () => {
    const given = knownOn(facts([came('2026-12-30')]), day('2026-12-30'))
    const [december, january] = obligationsOf('gcs-month', given)
    expect(january?.explanation.map(sentence)).toEqual([
      'Case transferred in on 30 December 2026',
      'the last working day of January 2027 is 29 January 2027',
      'a Friday and a working day',
    ])
    // 31, 30, 29 December are the last three.
    expect(december?.late).toMatchObject([{ on: day('2026-12-30'), to: ['team-manager'] }])
    expect(january?.late).toMatchObject([{ on: day('2027-01-27'), to: ['team-manager'] }])
  })

  it('without a day on which it was known, months go on to the one after the last event', () => {
    const given = facts([came('2026-04-20'), discussed('2026-06-09')])
    expect(obligationsOf('gcs-month', given).map(({ trigger }) => trigger)).toEqual([
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
    ])
  })

  it('what lay before going live is not known from the import', () => {
    const given = { ...knownOn(facts([came('2026-04-20')]), day('2026-06-10')), liveSince: day('2026-06-01') }
    expect(obligationsOf('gcs-month', given).map(({ notKnownFromImport }) => notKnownFromImport)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('a case that sleeps for months is told each month', () => {
  const sleeping = facts([came('2026-03-02')])

  it('by the third last working day of each', () => {
    const notices = agendaOver(sleeping, always(policy), calendar, day('2026-03-02'), day('2026-08-31'))
    const first = notices.filter(({ rule, to }) => rule === 'gcs-month' && to === 'team-manager')
    expect(first.map(({ on, step, dueOn }) => `${on} ${step} ${dueOn}`)).toEqual([
      '2026-03-27 late 2026-03-31',
      '2026-04-28 late 2026-04-30',
      '2026-05-27 late 2026-05-29',
      '2026-06-26 late 2026-06-30',
      '2026-07-29 late 2026-07-31',
      '2026-08-26 late 2026-08-28',
    ])
  })

  it('and whoever wakes only at the moment named before never misses one', () => {
    const minute = 6 * 60
    const woken: string[] = []
    let now = londonMoment(day('2026-03-02'), 8 * 60)
    let today = day('2026-03-02')
    for (let wakes = 0; wakes < 6; wakes += 1) {
      const { obligations } = timeline(knownOn(sleeping, today), always(policy), calendar)
      const own = obligations.filter(({ rule }) => rule === 'gcs-month')
      const next = agenda({ obligations: own, told: [], now, today, minute, momentOf: londonMoment })
      expect(next.nextMoment).toBeGreaterThan(now)
      now = next.nextMoment ?? 0
      today = day(new Date(now).toISOString().slice(0, 10))
      woken.push(today.toString())
    }
    expect(woken).toEqual(['2026-03-27', '2026-04-28', '2026-05-27', '2026-06-26', '2026-07-29', '2026-08-26'])
  })
})
