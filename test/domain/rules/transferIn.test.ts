import { event, facts, obligationsOf, summary, TO_18 } from '../facts'
import { icpc, notified, transferHeld } from './conferenceEvents'
import { closed, left } from './grounds'
import { stateOf, toldOf } from './telling'

describe('transfer-in-conference: 15 working days from another authority’s notice', () => {
  const start = notified('2026-03-18')
  it.each([
    { events: [], gives: [`2026-04-10 ${TO_18}`], because: 'Easter does not count' },
    { events: [transferHeld('2026-04-10')], gives: ['2026-04-10 met 2026-04-10'], because: 'held on the last day' },
    { events: [transferHeld('2026-04-10', false)], gives: ['2026-04-10 met 2026-04-10'], because: 'held inquorate' },
    { events: [icpc('2026-04-01')], gives: [`2026-04-10 ${TO_18}`], because: 'an initial conference is another' },
    { events: [transferHeld('2026-03-11')], gives: [`2026-04-10 ${TO_18}`], because: 'held before it' },
    { events: [closed('2026-03-25')], gives: ['2026-04-10 cancelled 2026-03-25'], because: 'the case closed' },
    { events: [left('2026-03-25', 'moved')], gives: ['2026-04-10 cancelled 2026-03-25'], because: 'moved on' },
    { events: [left('2026-03-25', 'died')], gives: ['2026-04-10 cancelled 2026-03-25'], because: 'died' },
    {
      events: [notified('2026-03-20'), transferHeld('2026-04-09')],
      gives: ['2026-04-10 met 2026-04-09', '2026-04-14 met 2026-04-09'],
      because: 'one conference answers every notice that is open',
    },
    {
      events: [event('transfer-in-notified', '2026-03-18', {}, { id: 'the same again' })],
      gives: [`2026-04-10 ${TO_18}`],
      because: 'two records of one day are one notice',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('transfer-in-conference', facts([start, ...events]))).toEqual(gives)
  })

  it('shows the day it is booked for, reminds five working days before, tells the team manager the day after', () => {
    const booking = event('transfer-in-conference-booked', '2026-03-19', { for: '2026-04-14' })
    expect(obligationsOf('transfer-in-conference', facts([start, booking]))[0]?.bookedFor?.toString()).toBe(
      '2026-04-14',
    )
    expect(toldOf('transfer-in-conference', facts([start]))).toEqual([
      '2026-04-01 due-5wd social-worker and conference-service',
      '2026-04-13 morning late team-manager',
    ])
    expect(stateOf('transfer-in-conference', facts([start, transferHeld('2026-04-13')]))).toEqual(['met-late'])
  })
})
