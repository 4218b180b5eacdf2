import { agendaOver } from '../../../domain/agenda/agendaOver'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { comparePolicies } from '../../../domain/policy/comparePolicies'
import { englandFamilySafeguarding1 as pack } from '../../../domain/policy/englandFamilySafeguarding1'
import { always, withVersion } from '../../../domain/policy/policySchedule'
import { sentence } from '../../../domain/timeline/sentence'
import { timeline } from '../../../domain/timeline/timeline'
import { choosing } from '../choosing'
import { calendar, day, dueAndEnd, event, facts, obligationsOf, TO_18, twoChildren } from '../facts'
import { closed, left, reopened } from './grounds'

const policy = always(choosing('individual-supervision'))
const given = (on: string, person = 'w1', more = {}) => event('worker-allocated', on, { person }, more)
const ended = (on: string, person = 'w1', more = {}) => event('worker-ended', on, { person }, more)
const held = (on: string, more = {}) => event('individual-supervision-held', on, {}, more)

const planned = (events: readonly ChronologyEvent[], more = {}) =>
  timeline(facts(events, more), policy, calendar).obligations.filter(({ rule }) => rule === 'individual-supervision')
const dues = (events: readonly ChronologyEvent[], more = {}) => planned(events, more).map(dueAndEnd)

describe('individual-supervision: 4 weeks from the allocation of the worker, then from the last one', () => {
  it.each<{ events: ChronologyEvent[]; gives: string[]; because: string }>([
    { events: [], gives: [], because: 'nobody was ever allocated' },
    { events: [held('2026-03-02')], gives: [], because: 'a supervision of a case that nobody holds' },
    { events: [given('2026-03-02')], gives: [`2026-03-30 ${TO_18}`], because: '28 days' },
    {
      events: [given('2026-03-02'), held('2026-03-20'), held('2026-04-17')],
      gives: ['2026-03-30 met 2026-03-20', '2026-04-17 met 2026-04-17', `2026-05-15 ${TO_18}`],
      because: 'each starts the next',
    },
    {
      events: [given('2026-03-08')],
      gives: [`2026-04-05 ${TO_18}`],
      because: 'it stays where it falls, on Easter Sunday too',
    },
    {
      events: [given('2026-03-02'), held('2026-04-20')],
      gives: ['2026-03-30 met 2026-04-20', `2026-05-18 ${TO_18}`],
      because: 'one left out is met late by the next, which counts from its own day',
    },
    {
      events: [given('2026-03-02'), held('2026-03-02')],
      gives: [`2026-03-30 ${TO_18}`, '2026-03-30 met 2026-03-02'],
      because: 'held on the day of the allocation',
    },
    {
      events: [given('2026-03-02'), held('2026-03-20'), held('2026-03-20', { id: 'again' })],
      gives: ['2026-03-30 met 2026-03-20', `2026-04-17 ${TO_18}`],
      because: 'two records of one day are one',
    },
    {
      events: [given('2026-03-02'), given('2026-03-23', 'w2'), given('2026-04-13', 'w3')],
      gives: [`2026-03-30 ${TO_18}`],
      because: 'another worker moves no date',
    },
    {
      events: [given('2026-03-02'), ended('2026-03-23'), given('2026-03-23', 'w2')],
      gives: [`2026-03-30 ${TO_18}`],
      because: 'handed on within a day',
    },
    {
      events: [given('2026-03-02'), ended('2026-03-23'), given('2026-03-25', 'w2')],
      gives: ['2026-03-30 cancelled 2026-03-23', `2026-04-22 ${TO_18}`],
      because: 'two days without anybody: the new worker begins anew',
    },
    {
      events: [given('2026-03-02'), ended('2026-03-23', 'w9')],
      gives: [`2026-03-30 ${TO_18}`],
      because: 'the end of somebody who did not hold it',
    },
    {
      events: [given('2026-03-02'), held('2026-03-23'), closed('2026-03-23'), held('2026-04-01')],
      gives: ['2026-03-30 met 2026-03-23', '2026-04-20 cancelled 2026-03-23'],
      because: 'closed, whether or not the end of the worker was recorded',
    },
    {
      events: [given('2026-03-02'), closed('2026-03-23'), reopened('2026-04-06')],
      gives: ['2026-03-30 cancelled 2026-03-23', `2026-05-04 ${TO_18}`],
      because: 'reopened, it is back with whoever had it',
    },
    {
      events: [given('2026-03-02'), left('2026-03-23', 'moved'), given('2026-04-06')],
      gives: ['2026-03-30 cancelled 2026-03-23', `2026-05-04 ${TO_18}`],
      because: 'moved away and came back',
    },
    {
      events: [given('2026-03-02'), left('2026-03-23', 'died'), given('2026-04-06')],
      gives: ['2026-03-30 cancelled 2026-03-23'],
      because: 'after a child has died nothing begins',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(dues(events)).toEqual(gives)
  })

  it.each([
    {
      events: [given('2026-03-02', 'w1', { children: ['c1'] }), given('2026-03-16', 'w2', { children: ['c2'] })],
      gives: [`2026-03-30 ${TO_18}`],
      because: 'once for the case, from the first child that has somebody',
    },
    {
      events: [given('2026-03-02'), ended('2026-03-09', 'w1', { children: ['c1'] })],
      gives: [`2026-03-30 ${TO_18}`],
      because: 'somebody still holds the other child',
    },
    {
      events: [given('2026-03-02'), held('2026-03-16', { children: ['c1'] })],
      gives: ['2026-03-30 met 2026-03-16', `2026-04-13 ${TO_18}`],
      because: 'a supervision about one child is of the case',
    },
  ])('two children: $gives, $because', ({ events, gives }) => {
    expect(dues(events, twoChildren)).toEqual(gives)
  })

  it('says what it counted, and where the four weeks come from', () => {
    const [first, next] = planned([given('2026-03-02'), held('2026-03-20')])
    expect(first?.subject).toBe('case')
    expect(first?.explanation.map(sentence).slice(0, 2)).toEqual([
      'Worker allocated on 2 March 2026',
      'plus 4 weeks is 30 March 2026',
    ])
    expect(next?.explanation.map(sentence)[0]).toBe('Individual supervision held on 20 March 2026')
  })

  it('asks the team manager and the worker, and climbs from the team manager', () => {
    const notices = agendaOver(facts([given('2026-03-02')]), policy, calendar, day('2026-03-01'), day('2026-04-16'))
    expect(
      notices
        .filter(({ rule }) => rule === 'individual-supervision')
        .map(({ on, lane, to, step }) => `${on} ${lane} ${to} ${step}`),
    ).toEqual([
      '2026-03-23 digest social-worker due-7d',
      '2026-03-23 digest team-manager due-7d',
      '2026-03-27 digest social-worker due-1wd',
      '2026-03-27 digest team-manager due-1wd',
      '2026-03-31 at-once team-manager late',
      '2026-04-07 at-once service-manager rung-2',
      '2026-04-14 at-once head-of-service rung-3',
    ])
  })

  it('what fell due before going live is told to nobody, and the next supervision starts the clock', () => {
    const events = [given('2024-01-08'), held('2026-03-20')]
    const known = planned(events, { liveSince: day('2026-03-01') })
    expect(known.map((one) => `${dueAndEnd(one)} ${String(one.notKnownFromImport)}`)).toEqual([
      '2024-02-05 met 2026-03-20 false',
      `2026-04-17 ${TO_18} false`,
    ])
    const [before] = planned(events.slice(0, 1), { liveSince: day('2026-03-01') })
    expect(before?.notKnownFromImport).toBe(true)
  })

  it('switched on, it begins with what is recorded from then on; with open work, with every case that somebody holds', () => {
    const open = facts([given('2026-03-02')])
    const from = { policy: always(pack), calendar }
    const today = day('2026-03-20')
    const appears = (appliesToOpenWork: boolean) =>
      comparePolicies(open, {
        from,
        to: {
          policy: withVersion(from.policy, {
            pack: choosing('individual-supervision'),
            from: today,
            appliesToOpenWork,
          }),
          calendar,
        },
        today,
      }).changes.map(({ rule, change, to }) => `${change} ${rule} ${String(to)}`)
    expect(appears(true)).toEqual(['appears individual-supervision 2026-03-30'])
    expect(appears(false)).toEqual([])
  })

  it('is off unless a council chooses it', () => {
    expect(obligationsOf('individual-supervision', facts([given('2026-03-02')]))).toEqual([])
  })
})
