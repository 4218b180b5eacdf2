import { facts, planOn, TO_18 } from '../facts'
import { byTrigger, ended, review, reviewBooked, shared } from './conferenceEvents'
import { stateOf, toldOf } from './telling'

describe('review-report: shared 5 working days before the day the review is booked for, while the plan runs', () => {
  const plan = planOn('2026-03-02')
  it.each([
    {
      events: [reviewBooked('2026-04-01', '2026-05-28')],
      gives: [`booked 2026-04-01: 2026-05-20 ${TO_18}`],
      because: 'over the spring bank holiday',
    },
    {
      events: [reviewBooked('2026-04-01', '2026-05-28'), shared('2026-05-20', 'review')],
      gives: ['booked 2026-04-01: 2026-05-20 met 2026-05-20'],
      because: 'shared on the day',
    },
    {
      events: [reviewBooked('2026-04-01', '2026-05-28'), ended('2026-05-04')],
      gives: ['booked 2026-04-01: 2026-05-20 cancelled 2026-05-04'],
      because: 'the plan ended',
    },
    {
      events: [reviewBooked('2026-04-01', '2026-05-28'), review('2026-05-28', 'end', true)],
      gives: ['booked 2026-04-01: 2026-05-20 cancelled 2026-05-28'],
      because: 'the review without it ended the plan',
    },
    {
      events: [ended('2026-05-04'), reviewBooked('2026-05-11', '2026-05-28')],
      gives: [],
      because: 'booked after the plan had ended',
    },
    {
      events: [
        reviewBooked('2026-04-01', '2026-05-28'),
        review('2026-05-28'),
        reviewBooked('2026-06-01', '2026-11-16'),
      ],
      gives: ['booked 2026-04-01: 2026-05-20 cancelled 2026-06-01', `booked 2026-06-01: 2026-11-09 ${TO_18}`],
      because: 'held without it, late until the next one is booked',
    },
    {
      events: [
        reviewBooked('2026-04-01', '2026-05-28', 'first'),
        reviewBooked('2026-04-01', '2026-11-16', 'second'),
        shared('2026-05-20', 'review'),
        review('2026-05-28'),
      ],
      gives: ['first: 2026-05-20 met 2026-05-20', `second: 2026-11-09 ${TO_18}`],
      because: 'two booked ahead: the first was held, the second has a report of its own',
    },
    {
      events: [reviewBooked('2026-04-01', '2026-05-28'), shared('2026-05-12', 'review'), review('2026-05-19')],
      gives: ['booked 2026-04-01: 2026-05-20 met 2026-05-12'],
      because: 'held before the day booked',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(byTrigger('review-report', facts([...plan, ...events]))).toEqual(gives)
  })

  it('is met late when it is shared after its day; reminds twice, tells the team manager on the day', () => {
    const start = [...plan, reviewBooked('2026-04-01', '2026-05-28')]
    expect(stateOf('review-report', facts([...start, shared('2026-05-21', 'review')]))).toEqual(['met-late'])
    expect(toldOf('review-report', facts(start))).toEqual([
      '2026-05-13 due-5wd social-worker',
      '2026-05-19 due-1wd social-worker',
      '2026-05-20 evening late team-manager',
    ])
  })
})
