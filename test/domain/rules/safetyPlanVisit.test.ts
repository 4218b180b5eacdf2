import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { event, facts, planOn, summary } from '../facts'
import { agreed, asksToSee, GROUNDS } from './safetyPlanEvents'

describe('visit-safety-plan: only where this plan asks for it, every 5 d while both plans run', () => {
  const safety = agreed('2026-03-02', 'formal')
  const both = [...planOn('2026-02-02'), safety]
  const seen = (on: string, was = true) => event('visit-made', on, { seen: was })

  it.each<{ events: ChronologyEvent[]; gives: string[]; because: string }>([
    { events: both, gives: [], because: 'a plan that does not ask' },
    { events: [safety, asksToSee('2026-03-02')], gives: [], because: 'no child protection plan' },
    {
      events: [...both, asksToSee('2026-03-02')],
      gives: ['2026-03-07 cancelled 2040-01-05'],
      because: 'agreed during the protection plan',
    },
    {
      events: [
        ...both,
        asksToSee('2026-03-02', { plan: 'formal 2026-03-02', frequency: 'five days', agency: 'Children’s Services' }),
      ],
      gives: ['2026-03-07 cancelled 2040-01-05'],
      because: 'by the agreement’s id and in words',
    },
    {
      events: [...both, asksToSee('2026-03-02', { agency: 'school nurse' })],
      gives: [],
      because: 'another agency’s goal',
    },
    {
      events: [...both, asksToSee('2026-03-02', { frequency: 'every 2 weeks' })],
      gives: [],
      because: 'another frequency',
    },
    { events: [...both, asksToSee('2026-03-02', { plan: 'cpp' })], gives: [], because: 'a goal of another plan' },
    {
      events: [safety, asksToSee('2026-03-02'), ...planOn('2026-03-10')],
      gives: ['2026-03-15 cancelled 2040-01-05'],
      because: 'from the protection plan, if later',
    },
    {
      events: [...both, asksToSee('2026-03-12')],
      gives: ['2026-03-17 cancelled 2040-01-05'],
      because: 'from the goal, if it came later',
    },
    {
      events: [...both, asksToSee('2026-03-02'), seen('2026-03-06'), seen('2026-03-09', false)],
      gives: ['2026-03-07 met 2026-03-06', '2026-03-11 cancelled 2040-01-05'],
      because: 'from the last visit with the child seen',
    },
    {
      events: [
        ...both,
        asksToSee('2026-03-02'),
        event('goal-reviewed', '2026-03-05', { goal: 'seen', outcome: 'met' }),
      ],
      gives: ['2026-03-07 cancelled 2026-03-05'],
      because: 'until the goal is met',
    },
    {
      events: [...both, asksToSee('2026-03-02'), GROUNDS[0]],
      gives: ['2026-03-07 cancelled 2026-03-20'],
      because: 'until the safety plan ends',
    },
    {
      events: [...both, asksToSee('2026-03-02'), event('plan-ended', '2026-03-04', { plan: 'cpp', reason: 'moved' })],
      gives: ['2026-03-07 cancelled 2026-03-04'],
      because: 'until the protection plan ends',
    },
    {
      events: [
        ...both,
        asksToSee('2026-03-02'),
        asksToSee('2026-03-03', { goal: 'second' }),
        seen('2026-03-06'),
        event('goal-reviewed', '2026-03-08', { goal: 'seen', outcome: 'met' }),
      ],
      gives: ['2026-03-07 met 2026-03-06', '2026-03-08 met 2026-03-06', '2026-03-11 cancelled 2040-01-05'],
      because: 'a second goal that asks goes on asking',
    },
  ])('$because', ({ events, gives }) => {
    expect(summary('visit-safety-plan', facts(events))).toEqual(gives)
  })
})
