import { sentence } from '../../../domain/timeline/sentence'
import { event, facts, obligationsOf, summary, TO_18, twoChildren } from '../facts'
import { booked, byTrigger, cancelled, circulated, icpc, shared, strategy } from './conferenceEvents'
import { closed, left, takenBack } from './grounds'
import { stateOf, toldOf } from './telling'

describe('icpc-report: shared with the family 2 working days before the day the initial conference is booked for', () => {
  const start = [strategy('2026-03-26'), booked('2026-03-27', '2026-04-08')]
  it.each([
    { to: '2026-04-08', due: '2026-04-02', because: 'Easter does not count' },
    { to: '2026-04-15', due: '2026-04-13', because: 'a Wednesday: the Monday' },
    { to: '2026-03-30', due: '2026-03-27', because: 'never behind the day it was booked' },
  ])('booked for $to, by $due: $because', ({ to, due }) => {
    expect(summary('icpc-report', facts([strategy('2026-03-26'), booked('2026-03-27', to)]))).toEqual([
      `${due} ${TO_18}`,
    ])
  })

  it.each([
    { events: [], gives: [`2026-04-02 ${TO_18}`], because: 'not shared' },
    { events: [shared('2026-04-02', 'icpc')], gives: ['2026-04-02 met 2026-04-02'], because: 'shared on the day' },
    {
      events: [shared('2026-03-26', 'icpc')],
      gives: ['2026-04-02 met 2026-03-26'],
      because: 'shared before the booking',
    },
    { events: [shared('2026-04-02', 'review')], gives: [`2026-04-02 ${TO_18}`], because: 'a report for a review' },
    {
      events: [cancelled('2026-03-30', 'booked 2026-03-27')],
      gives: ['2026-04-02 cancelled 2026-03-30'],
      because: 'the booking was cancelled',
    },
    {
      events: [icpc('2026-04-08')],
      gives: [`2026-04-02 ${TO_18}`],
      because: 'held without it: late, for nobody can say it was shared',
    },
    {
      events: [icpc('2026-04-08'), shared('2026-04-10', 'icpc')],
      gives: ['2026-04-02 met 2026-04-10'],
      because: 'shared after the conference',
    },
    {
      events: [icpc('2026-04-08'), circulated('2026-05-01', 'record', 'icpc-held 2026-04-08')],
      gives: ['2026-04-02 cancelled 2026-05-01'],
      because: 'the record of the conference told the family',
    },
    {
      events: [icpc('2026-04-08'), circulated('2026-04-09', 'decision', 'icpc-held 2026-04-08')],
      gives: [`2026-04-02 ${TO_18}`],
      because: 'its decision alone does not',
    },
    {
      events: [event('icpc-not-required', '2026-03-30', { reason: 'not substantiated' })],
      gives: ['2026-04-02 cancelled 2026-03-30'],
      because: 'no conference is needed',
    },
    {
      events: [event('section-47-ended', '2026-03-30', { outcome: 'no-conference' })],
      gives: ['2026-04-02 cancelled 2026-03-30'],
      because: 'the enquiry ended without one',
    },
    {
      events: [event('section-47-ended', '2026-03-30', { outcome: 'conference' })],
      gives: [`2026-04-02 ${TO_18}`],
      because: 'the enquiry ended by calling it',
    },
    {
      events: [
        strategy('2026-03-27'),
        event('section-47-ended', '2026-03-30', {
          outcome: 'no-conference',
          enquiry: 'strategy-discussion 2026-03-26',
        }),
      ],
      gives: [`2026-04-02 ${TO_18}`],
      because: 'another enquiry still needs it',
    },
    { events: [closed('2026-03-30')], gives: ['2026-04-02 cancelled 2026-03-30'], because: 'the case closed' },
    { events: [left('2026-03-30', 'died')], gives: ['2026-04-02 cancelled 2026-03-30'], because: 'the child died' },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('icpc-report', facts([...start, ...events]))).toEqual(gives)
  })

  it('a later booking replaces the one before, whose report falls away by it', () => {
    const moved = booked('2026-03-31', '2026-04-15')
    expect(byTrigger('icpc-report', facts([...start, moved]))).toEqual([
      'booked 2026-03-27: 2026-04-02 cancelled 2026-03-31',
      `booked 2026-03-31: 2026-04-13 ${TO_18}`,
    ])
    const [first] = obligationsOf('icpc-report', facts([...start, moved]))
    expect(first?.end).toMatchObject({ by: 'booked 2026-03-31' })
    expect(byTrigger('icpc-report', facts([...start, moved, cancelled('2026-04-01', moved.id)]))).toEqual([
      `booked 2026-03-27: 2026-04-02 ${TO_18}`,
      'booked 2026-03-31: 2026-04-13 cancelled 2026-04-01',
    ])
  })

  it('moved to a day before, and held then, nothing is left of the first booking', () => {
    const given = [...start, booked('2026-03-30', '2026-04-01'), shared('2026-03-30', 'icpc'), icpc('2026-04-01')]
    expect(byTrigger('icpc-report', facts(given))).toEqual([
      'booked 2026-03-30: 2026-03-30 met 2026-03-30',
      'booked 2026-03-27: 2026-04-02 met 2026-03-30',
    ])
  })

  it('put off, and held between the two days after all, it was one conference with one report', () => {
    const given = [...start, booked('2026-03-30', '2026-04-15'), shared('2026-03-31', 'icpc'), icpc('2026-04-10')]
    expect(byTrigger('icpc-report', facts(given))).toEqual([
      'booked 2026-03-27: 2026-04-02 cancelled 2026-03-30',
      'booked 2026-03-30: 2026-04-13 met 2026-03-31',
    ])
  })

  it('a report shared before the booking was moved counts for both; one of the conference before for neither', () => {
    const moved = booked('2026-03-31', '2026-04-15')
    const given = facts([...start, shared('2026-03-30', 'icpc'), moved])
    expect(byTrigger('icpc-report', given)).toEqual([
      'booked 2026-03-27: 2026-04-02 met 2026-03-30',
      'booked 2026-03-31: 2026-04-13 met 2026-03-30',
    ])
    const old = [shared('2025-09-01', 'icpc'), event('icpc-held', '2025-09-04', { outcome: 'no-plan' })]
    expect(summary('icpc-report', facts([...old, ...start]))).toEqual([`2026-04-02 ${TO_18}`])
    const dropped = [shared('2025-09-01', 'icpc'), event('icpc-not-required', '2025-09-04', { reason: 'none' })]
    expect(summary('icpc-report', facts([...dropped, ...start]))).toEqual([`2026-04-02 ${TO_18}`])
  })

  it('the conference held again has a report of its own, and its booking ends what was late of the first', () => {
    const given = facts([...start, icpc('2026-04-08', false), booked('2026-04-08', '2026-04-20', 'again')])
    expect(byTrigger('icpc-report', given)).toEqual([
      'booked 2026-03-27: 2026-04-02 cancelled 2026-04-08',
      `again: 2026-04-16 ${TO_18}`,
    ])
  })

  it('says the day booked and the day counted back; reminds the worker, tells the team manager on the day', () => {
    const [one] = obligationsOf('icpc-report', facts(start))
    expect(one?.explanation.map(sentence)).toEqual([
      'Initial child protection conference booked for 8 April 2026',
      '2 working days before it is 2 April 2026 (not counted: 3 April 2026, Good Friday; 6 April 2026, Easter Monday)',
      'a Thursday and a working day',
    ])
    expect(toldOf('icpc-report', facts(start))).toEqual([
      '2026-03-31 due-2wd social-worker',
      '2026-04-02 evening late team-manager',
    ])
  })

  it('a booking corrected keeps the name; one taken back asks for nothing; siblings have their own', () => {
    const corrected = { ...booked('2026-03-27', '2026-04-15', 'x'), supersedes: 'booked 2026-03-27' }
    expect(byTrigger('icpc-report', facts([...start, corrected]))).toEqual([`booked 2026-03-27: 2026-04-13 ${TO_18}`])
    expect(summary('icpc-report', facts([...start, takenBack(start[1]!)]))).toEqual([])
    const own = { ...shared('2026-04-01', 'icpc'), children: ['c2'] }
    expect(stateOf('icpc-report', facts([...start, own], twoChildren))).toEqual(['overdue', 'met'])
  })
})
