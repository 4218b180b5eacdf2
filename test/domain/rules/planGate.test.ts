import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { day, event, facts, obligationsOf, planOn, summary, TO_18, twoChildren } from '../facts'
import { set } from './goalEvents'

describe('plan-gate: CPP or CIN plan start: 10 wd: at least one goal, and every goal has all it needs', () => {
  const gate = (...events: ChronologyEvent[]) => summary('plan-gate', facts(events))
  const plan = planOn('2026-03-02')
  const cin = event('plan-started', '2026-03-27', { plan: 'cin' }, { id: 'cin' })
  it.each([
    { events: plan, gives: [`2026-03-16 ${TO_18}`], because: 'no goal' },
    { events: [...plan, set('2026-03-16')], gives: ['2026-03-16 met 2026-03-16'], because: 'a goal on the last day' },
    { events: [...plan, set('2026-03-18')], gives: ['2026-03-16 met 2026-03-18'], because: 'a goal, late' },
    {
      events: [...plan, set('2026-03-11', { goal: 'teeth' }), set('2026-03-09')],
      gives: ['2026-03-16 met 2026-03-09'],
      because: 'the first of them, whichever was recorded first',
    },
    {
      events: [...plan, set('2026-03-09'), set('2026-04-20', { by: '2026-07-01' }, { supersedes: 'set 2026-03-09' })],
      gives: ['2026-03-16 met 2026-03-09'],
      because: 'a by-date moved later leaves the day it was met',
    },
    {
      events: [
        ...plan,
        set('2026-03-09'),
        set('2026-03-09', {}, { id: 'taken', supersedes: 'set 2026-03-09', void: true }),
      ],
      gives: [`2026-03-16 ${TO_18}`],
      because: 'the only goal was taken back',
    },
    { events: [cin], gives: [`2026-04-14 ${TO_18}`], because: 'a CIN plan, over Good Friday and Easter Monday' },
    {
      events: [cin, set('2026-04-01', { plan: 'cin' })],
      gives: ['2026-04-14 met 2026-04-01'],
      because: 'of a CIN plan',
    },
    {
      events: [...plan, event('plan-ended', '2026-03-12', { plan: 'cpp', reason: 'moved' })],
      gives: ['2026-03-16 cancelled 2026-03-12'],
      because: 'the plan ended',
    },
    {
      events: [...plan, event('case-closed', '2026-03-12', { reason: 'RC7' })],
      gives: ['2026-03-16 cancelled 2026-03-12'],
      because: 'the case was closed',
    },
    { events: [event('plan-started', '2026-03-02', { plan: 'plo' })], gives: [], because: 'pre-proceedings have none' },
  ])('$gives: $because', ({ events, gives }) => {
    expect(gate(...events)).toEqual(gives)
  })

  it('asks each plan for goals of its own', () => {
    const ended = event('plan-ended', '2026-06-01', { plan: 'cpp', reason: 'moved' })
    const next = event('plan-started', '2026-06-10', { plan: 'cin' }, { id: 'next' })
    expect(gate(...plan, set('2026-03-09'), ended, next)).toEqual(['2026-03-16 met 2026-03-09', `2026-06-24 ${TO_18}`])
  })

  it('reminds 5 wd before, tells the team manager 1 wd late, and asks each child', () => {
    const [one, other] = obligationsOf(
      'plan-gate',
      facts([...plan, set('2026-03-09', {}, { children: ['c2'] })], twoChildren),
    )
    expect(one?.reminders).toMatchObject([{ step: 'due-5wd', on: day('2026-03-09'), to: ['social-worker'] }])
    expect(one?.late).toMatchObject([{ step: 'late', on: day('2026-03-17'), to: ['team-manager'] }])
    expect([one, other].map((gated) => `${gated?.subject ?? ''} ${gated?.end.outcome ?? ''}`)).toEqual([
      'c1 cancelled',
      'c2 met',
    ])
  })
})
