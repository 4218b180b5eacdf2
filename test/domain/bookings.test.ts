import { childHistories } from '../../domain/chronology/childHistory'
import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import { bookings } from '../../domain/timeline/bookings'
import { event, facts, obligationsOf, planOn, summary } from './facts'
import { stalls } from './stalls/stalls'

const coreGroupBooked = (on: string, to: string) => event('core-group-booked', on, { for: to }, { id: `for ${to}` })
const coreGroup = (on: string) => event('core-group-held', on, { quorate: true })
const reviewBooked = (on: string, to: string) => event('review-booked', on, { for: to }, { id: `for ${to}` })
const review = (on: string) => event('review-held', on, { outcome: 'continue', quorate: true })
const cancelled = (on: string, booking: string) => event('meeting-cancelled', on, { booking })

const MAY = reviewBooked('2026-03-10', '2026-05-26')
const NOVEMBER = reviewBooked('2026-03-10', '2026-11-24')

/** Each booking of a review: what it became of, or that it stands. */
const became = (...events: ChronologyEvent[]): readonly string[] =>
  childHistories(facts(events)).children.flatMap((history) =>
    bookings(history, 'review-booked').map(({ event: { id }, held, end }) =>
      [
        id,
        ...(held === undefined ? [] : [`held ${held.on.toString()}`]),
        end === null ? 'stands' : `until ${end.by}`,
      ].join(', '),
    ),
  )

describe('which bookings stand', () => {
  it.each([
    {
      events: [MAY, NOVEMBER],
      gives: ['for 2026-05-26, stands', 'for 2026-11-24, stands'],
      because: 'a series booked ahead keeps all',
    },
    {
      events: [NOVEMBER, MAY],
      gives: ['for 2026-11-24, stands', 'for 2026-05-26, stands'],
      because: 'in whatever order it was recorded',
    },
    {
      events: [MAY, reviewBooked('2026-04-01', '2026-06-09')],
      gives: ['for 2026-05-26, stands', 'for 2026-06-09, stands'],
      because: 'a later day may be the next of a series',
    },
    {
      events: [MAY, NOVEMBER, reviewBooked('2026-04-01', '2026-05-19')],
      gives: ['for 2026-05-26, until for 2026-05-19', 'for 2026-11-24, stands', 'for 2026-05-19, stands'],
      because: 'moved to an earlier day: the soonest later one, and only that',
    },
    {
      events: [MAY, event('review-booked', '2026-04-01', { for: '2026-05-26' }, { id: 'again' })],
      gives: ['for 2026-05-26, until again', 'again, stands'],
      because: 'booked for the same day once more',
    },
    {
      events: [MAY, NOVEMBER, reviewBooked('2026-05-29', '2026-06-09')],
      gives: ['for 2026-05-26, until for 2026-06-09', 'for 2026-11-24, stands', 'for 2026-06-09, stands'],
      because: 'its day had passed when it was booked again; the next of the series is left alone',
    },
    {
      events: [MAY, NOVEMBER, review('2026-05-26')],
      gives: ['for 2026-05-26, held 2026-05-26, stands', 'for 2026-11-24, stands'],
      because: 'held on its day: the next one is still to come',
    },
    {
      events: [MAY, NOVEMBER, review('2026-05-19')],
      gives: ['for 2026-05-26, held 2026-05-19, stands', 'for 2026-11-24, stands'],
      because: 'brought forward: the soonest one',
    },
    {
      events: [MAY, reviewBooked('2026-04-01', '2026-05-19'), cancelled('2026-04-08', 'for 2026-05-19')],
      gives: ['for 2026-05-26, stands', 'for 2026-05-19, until meeting-cancelled 2026-04-08'],
      because: 'a booking that was cancelled has moved nothing',
    },
    {
      events: [MAY, NOVEMBER, reviewBooked('2026-06-01', '2026-04-28')],
      gives: ['for 2026-05-26, until for 2026-04-28', 'for 2026-11-24, stands', 'for 2026-04-28, stands'],
      because: 'recorded after its day it moves nothing that is ahead',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(became(...events)).toEqual(gives)
  })
})

describe('core groups booked as a series', () => {
  const series = [
    ...planOn('2026-03-02'),
    coreGroup('2026-03-10'),
    coreGroupBooked('2026-03-10', '2026-04-14'),
    coreGroupBooked('2026-03-10', '2026-05-12'),
  ]

  it('booked meeting passed with no outcome recorded for 2 wd', () => {
    expect(stalls('booking-without-outcome', facts(series))).toEqual(['c1 2026-04-16 open', 'c1 2026-05-14 open'])
    expect(stalls('booking-without-outcome', facts([...series, coreGroup('2026-04-10')]))).toEqual([
      'c1 2026-04-16 met 2026-04-10',
      'c1 2026-05-14 open',
    ])
  })

  it('shows the soonest, and the next one once that was held', () => {
    const shown = (...more: ChronologyEvent[]) =>
      obligationsOf('core-group', facts([...series, ...more])).map((one) => one.bookedFor?.toString())
    expect(shown()).toEqual(['2026-04-14'])
    expect(shown(coreGroup('2026-04-14'))).toEqual(['2026-04-14', '2026-05-12'])
    expect(shown(coreGroup('2026-04-10'))).toEqual([undefined, '2026-05-12'])
  })
})

describe('reviews booked as a series', () => {
  const series = [...planOn('2026-03-02'), MAY, NOVEMBER]
  const toMay = [...series, review('2026-05-26')]

  it('each has its report, due 5 working days before it and kept until it is shared', () => {
    const RUNS = 'cancelled 2040-01-05'
    expect(summary('review-report', facts(series))).toEqual([`2026-05-18 ${RUNS}`, `2026-11-17 ${RUNS}`])
    const shared = event('report-shared', '2026-05-18', { for: 'review' })
    expect(summary('review-report', facts([...toMay, shared]))).toEqual([
      '2026-05-18 met 2026-05-18',
      `2026-11-17 ${RUNS}`,
    ])
  })

  it('each has its measure of the care, 10 working days before it', () => {
    const parts = (given: readonly ChronologyEvent[]) =>
      obligationsOf('baseline', facts(given)).flatMap(({ part, dueOn, end }) =>
        part === 'review'
          ? [`${dueOn.toString()} ${end.outcome === 'open' || end.by === 'birthday' ? 'open' : end.on.toString()}`]
          : [],
      )
    expect(parts(series)).toEqual(['2026-05-11 open', '2026-11-10 open'])
    expect(parts(toMay)).toEqual(['2026-05-11 2026-05-26', '2026-11-10 open'])
  })
})
