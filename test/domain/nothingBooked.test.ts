import { agendaOver } from '../../domain/agenda/agendaOver'
import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../domain/policy/policySchedule'
import { calendar, day, event, facts, planOn } from './facts'

/** What a team manager is told of a matter up to a day, if nothing else happened. */
const managerIsTold = (rule: string, events: readonly ChronologyEvent[], until: string) =>
  agendaOver(facts(events), always(englandFamilySafeguarding1), calendar, day('2026-03-01'), day(until))
    .filter((one) => one.rule === rule && one.to === 'team-manager')
    .map(({ on, lane, step }) => `${on} ${lane} ${step}`)

const plan = planOn('2026-03-02')
const enquiry = event('strategy-discussion', '2026-03-02', { opensSection47: true })
const booked = (on: string, to: string) => event('review-booked', on, { for: to })
const cancelled = event('meeting-cancelled', '2026-04-17', { booking: 'review-booked 2026-03-10' })

describe('escalate when nothing is booked by the lead time: the team manager is told beside those who book', () => {
  it.each([
    { events: [], tells: ['2026-04-21 digest book-6w'], because: 'nothing is booked six weeks before' },
    { events: [booked('2026-03-10', '2026-06-02')], tells: [], because: 'booked for the last lawful day' },
    { events: [booked('2026-04-20', '2026-05-28')], tells: [], because: 'booked the day before the lead time' },
    {
      events: [booked('2026-03-10', '2026-06-03')],
      tells: ['2026-04-21 digest book-6w'],
      because: 'the booking lies beyond the last lawful day',
    },
    {
      events: [booked('2026-03-10', '2026-05-28'), cancelled],
      tells: ['2026-04-21 digest book-6w'],
      because: 'the booking was cancelled',
    },
    {
      events: [booked('2026-03-10', '2026-04-14')],
      tells: ['2026-04-21 digest book-6w'],
      because: 'the day that was booked has passed',
    },
    {
      events: [event('review-held', '2026-04-14', { outcome: 'continue' })],
      tells: [],
      because: 'it was held already',
    },
  ])('first review: $tells, $because', ({ events, tells }) => {
    expect(managerIsTold('review-first', [...plan, ...events], '2026-06-01')).toEqual(tells)
  })

  it('the next review is asked about in the same way', () => {
    const held = event('review-held', '2026-04-14', { outcome: 'continue' })
    expect(managerIsTold('review-next', [...plan, held], '2026-10-13')).toEqual(['2026-09-02 digest book-6w'])
  })

  it('an initial conference ten working days before, five after the strategy discussion', () => {
    const icpc = event('icpc-booked', '2026-03-05', { for: '2026-03-20' })
    expect(managerIsTold('strategy-to-icpc', [enquiry], '2026-03-22')).toEqual(['2026-03-09 digest book-10wd'])
    expect(managerIsTold('strategy-to-icpc', [enquiry, icpc], '2026-03-22')).toEqual([])
  })

  it('starts no ladder: the first rung is told on the due day, and every other counts from there', () => {
    const notices = agendaOver(
      facts(plan),
      always(englandFamilySafeguarding1),
      calendar,
      day('2026-03-01'),
      day('2026-06-20'),
    )
    expect(
      notices
        .filter(({ rule, lane }) => rule === 'review-first' && lane === 'at-once')
        .map(({ on, to, step }) => `${on} ${to} ${step}`),
    ).toEqual([
      '2026-06-02 independent-reviewing-officer late',
      '2026-06-02 team-manager late',
      '2026-06-05 service-manager rung-2',
      '2026-06-12 head-of-service rung-3',
      '2026-06-19 director rung-4',
    ])
  })
})
