import { facts, obligationsOf, planOn, summary, TO_18 } from '../facts'
import { coreGroup, icpc, notified, review, strategy, transferHeld } from './conferenceEvents'

describe('a conference or core group recorded inquorate that made its decision meets its rule and starts the next', () => {
  it.each([
    {
      met: 'strategy-to-icpc',
      starts: 'review-first',
      events: [strategy('2026-03-02'), icpc('2026-03-18', false)],
      gives: ['2026-03-23 met 2026-03-18', `2026-06-18 ${TO_18}`],
    },
    {
      met: 'transfer-in-conference',
      starts: 'core-group-first',
      events: [notified('2026-03-02'), transferHeld('2026-03-18', false)],
      gives: ['2026-03-23 met 2026-03-18', `2026-04-01 ${TO_18}`],
    },
    {
      met: 'core-group-first',
      starts: 'core-group',
      events: [...planOn('2026-03-18'), coreGroup('2026-03-31', false)],
      gives: ['2026-04-01 met 2026-03-31', `2026-05-12 ${TO_18}`],
    },
    {
      met: 'review-first',
      starts: 'review-next',
      events: [...planOn('2026-03-18'), review('2026-06-10', 'continue', false)],
      gives: ['2026-06-18 met 2026-06-10', `2026-12-10 ${TO_18}`],
    },
    {
      met: 'review-first',
      starts: 'review-next',
      events: [...planOn('2026-03-18'), review('2026-06-10', 'end', false)],
      gives: ['2026-06-18 met 2026-06-10', `2026-12-10 ${TO_18}`],
    },
  ])('$met, then $starts', ({ met, starts, events, gives }) => {
    expect([...summary(met, facts(events)), ...summary(starts, facts(events))]).toEqual(gives)
    expect(obligationsOf('reconvene', facts(events))).toHaveLength(1)
  })

  it('an inquorate end counts as continue: visits and core groups go on, and the one held again can end the plan', () => {
    const given = [...planOn('2026-03-18'), review('2026-06-10', 'end', false)]
    expect(summary('visit', facts(given))).toEqual([`2026-04-01 ${TO_18}`])
    expect(summary('visit', facts([...given, review('2026-06-17', 'end', true)]))).toEqual([
      '2026-04-01 cancelled 2026-06-17',
    ])
  })
})
