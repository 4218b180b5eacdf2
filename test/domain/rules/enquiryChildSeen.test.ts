import { event, facts, obligationsOf, summary, TO_18, twoChildren } from '../facts'
import { strategy, unborn, visit } from './frontDoorEvents'
import { closed, left, takenBack } from './grounds'
import { stateOf, toldOf } from './telling'

describe('enquiry-child-seen: 1 working day from the strategy discussion that opens section 47 to a visit with the child seen, seen alone recorded', () => {
  const start = strategy('2026-04-02')
  it.each([
    { events: [start], gives: [`2026-04-07 ${TO_18}`], because: 'Thursday before Easter: the Tuesday after' },
    { events: [start, visit('2026-04-04')], gives: ['2026-04-07 met 2026-04-04'], because: 'seen on the Saturday' },
    {
      events: [start, visit('2026-04-03', { seen: true, seenAlone: false })],
      gives: ['2026-04-07 met 2026-04-03'],
      because: 'not alone, and that was recorded',
    },
    {
      events: [start, visit('2026-04-03', { seen: true })],
      gives: [`2026-04-07 ${TO_18}`],
      because: 'alone not recorded',
    },
    {
      events: [start, visit('2026-04-03', { seen: false, seenAlone: false })],
      gives: [`2026-04-07 ${TO_18}`],
      because: 'not seen',
    },
    { events: [start, visit('2026-04-01')], gives: [`2026-04-07 ${TO_18}`], because: 'seen before it' },
    { events: [start, visit('2026-04-02')], gives: ['2026-04-07 met 2026-04-02'], because: 'seen that day' },
    {
      events: [start, event('section-47-ended', '2026-04-10', { outcome: 'conference' })],
      gives: ['2026-04-07 cancelled 2026-04-10'],
      because: 'the enquiry ended',
    },
    {
      events: [start, event('section-47-ended', '2026-04-10', { outcome: 'no-conference', enquiry: 'another' })],
      gives: [`2026-04-07 ${TO_18}`],
      because: 'another enquiry ended',
    },
    {
      events: [start, event('icpc-held', '2026-04-20', { outcome: 'no-plan' })],
      gives: [`2026-04-07 ${TO_18}`],
      because: 'a conference sees no child',
    },
    { events: [start, closed('2026-04-08')], gives: ['2026-04-07 cancelled 2026-04-08'], because: 'the case closed' },
    { events: [start, left('2026-04-08', 'moved')], gives: ['2026-04-07 cancelled 2026-04-08'], because: 'moved away' },
    { events: [start, left('2026-04-08', 'died')], gives: ['2026-04-07 cancelled 2026-04-08'], because: 'died' },
    {
      events: [event('strategy-discussion', '2026-04-02', { opensSection47: false })],
      gives: [],
      because: 'it opens no enquiry',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('enquiry-child-seen', facts(events))).toEqual(gives)
  })

  it('one visit answers every enquiry that is open', () => {
    const given = facts([start, strategy('2026-04-08'), visit('2026-04-09')])
    expect(summary('enquiry-child-seen', given)).toEqual(['2026-04-07 met 2026-04-09', '2026-04-09 met 2026-04-09'])
    expect(stateOf('enquiry-child-seen', given)).toEqual(['met-late', 'met'])
  })

  it('before birth any visit to the parents counts', () => {
    expect(summary('enquiry-child-seen', facts([start, visit('2026-04-03', { seen: false })], unborn))).toEqual([
      '2026-04-07 met 2026-04-03',
    ])
  })

  it('reminds the worker at once, and the team manager after 17:00 of the day it is due', () => {
    expect(toldOf('enquiry-child-seen', facts([start]))).toEqual([
      '2026-04-02 at-once social-worker',
      '2026-04-07 evening late team-manager',
    ])
  })

  it('a corrected discussion keeps the name; each child of two has its own', () => {
    const corrected = { ...strategy('2026-03-31', 'x'), supersedes: start.id }
    const [one] = obligationsOf('enquiry-child-seen', facts([start, corrected]))
    expect([one?.trigger, one?.dueOn.toString()]).toEqual([start.id, '2026-04-01'])
    expect(summary('enquiry-child-seen', facts([start, takenBack(start)]))).toEqual([])
    const own = { ...visit('2026-04-07'), children: ['c2'] }
    expect(stateOf('enquiry-child-seen', facts([start, own], twoChildren))).toEqual(['overdue', 'met'])
  })
})
