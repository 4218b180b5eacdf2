import { event, facts, obligationsOf, planOn } from '../facts'
import { sentence } from '../../../domain/timeline/sentence'
import { keysOf, stalls, table } from './stalls'

const RULE = 'booking-without-outcome'
const booked = (on: string, day: string) => event('review-booked', on, { for: day })
const held = (on: string) => event('review-held', on, { outcome: 'continue' })
const plan = planOn('2026-01-05')
const one = [...plan, booked('2026-02-16', '2026-04-01')]

describe('booked meeting passed with no outcome recorded for 2 wd', () => {
  it.each(
    table(
      { events: one, gives: ['c1 2026-04-07 open'], because: 'Good Friday and Easter Monday do not count' },
      { events: [...one, held('2026-04-01')], gives: ['c1 2026-04-07 met 2026-04-01'], because: 'held on its day' },
      { events: [...one, held('2026-04-20')], gives: ['c1 2026-04-07 met 2026-04-20'], because: 'held later' },
      { events: [...one, held('2026-03-16')], gives: ['c1 2026-04-07 met 2026-03-16'], because: 'brought forward' },
      {
        events: [...plan, held('2026-02-16'), booked('2026-02-16', '2026-04-01')],
        gives: ['c1 2026-04-07 open'],
        because: 'the meeting at which the next one was booked is not that one',
      },
      {
        events: [...one, event('core-group-held', '2026-04-01', {})],
        gives: ['c1 2026-04-07 open'],
        because: 'another kind of meeting',
      },
      {
        events: [...one, event('meeting-cancelled', '2026-04-08', { booking: 'review-booked 2026-02-16' })],
        gives: ['c1 2026-04-07 met 2026-04-08'],
        because: 'cancelled',
      },
      {
        events: [...one, booked('2026-04-02', '2026-05-11')],
        gives: ['c1 2026-04-07 met 2026-04-02', 'c1 2026-05-13 open'],
        because: 'booked again',
      },
      {
        events: [...plan, booked('2026-02-16', '2026-09-07'), booked('2026-02-23', '2026-04-01'), held('2026-04-01')],
        gives: ['c1 2026-04-07 met 2026-04-01', 'c1 2026-09-09 met 2026-02-23'],
        because: 'two bookings, the later one takes the place of the first',
      },
      {
        events: [...one, event('plan-ended', '2026-03-02', { plan: 'cpp', reason: 'moved' })],
        gives: ['c1 2026-04-07 cancelled 2026-03-02'],
        because: 'the plan has ended',
      },
      {
        events: [...plan, booked('2026-04-10', '2026-04-01')],
        gives: ['c1 2026-04-14 open'],
        because: 'a booking recorded after its day counts from the record',
      },
      {
        events: [
          event('icpc-booked', '2026-03-02', { for: '2026-03-16' }),
          event('icpc-not-required', '2026-03-10', { reason: 'moved' }),
        ],
        gives: ['c1 2026-03-18 met 2026-03-10'],
        because: 'no conference is needed any more',
      },
      {
        events: [
          event('icpc-booked', '2026-03-02', { for: '2026-03-16' }),
          event('section-47-ended', '2026-03-10', { outcome: 'conference' }),
        ],
        gives: ['c1 2026-03-18 open'],
        because: 'an enquiry that ends by calling the conference is no outcome of it',
      },
    ),
  )('$gives: $because', ({ events, gives }) => {
    expect(stalls(RULE, facts(events))).toEqual(gives)
  })

  it.each([
    event('transfer-in-conference-booked', '2026-03-02', { for: '2026-03-16' }),
    event('core-group-booked', '2026-03-02', { for: '2026-03-16' }),
    event('cin-review-booked', '2026-03-02', { for: '2026-03-16' }),
  ])('also of $kind', (booking) => {
    expect(stalls(RULE, facts([booking]))).toEqual(['c1 2026-03-18 open'])
  })

  it('says what was booked for when, and a corrected booking keeps its name', () => {
    const [found] = obligationsOf(RULE, facts(one))
    expect(found?.explanation.map(sentence)).toEqual([
      'Review conference booked on 16 February 2026',
      'Review conference booked for 1 April 2026',
      'plus 2 working days is 7 April 2026 (not counted: 3 April 2026, Good Friday; 6 April 2026, Easter Monday)',
      'a Tuesday and a working day',
      'A booked meeting passed with no outcome recorded for 2 working days: found on 7 April 2026',
    ])
    const moved = event(
      'review-booked',
      '2026-02-16',
      { for: '2026-03-30' },
      { id: 'k', supersedes: 'review-booked 2026-02-16' },
    )
    expect(keysOf(RULE, facts([...one, moved]))).toEqual(['review-booked 2026-02-16'])
    expect(stalls(RULE, facts([...one, moved]))).toEqual(['c1 2026-04-01 open'])
  })
})
