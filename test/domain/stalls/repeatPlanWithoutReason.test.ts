import { day, event, facts, obligationsOf, planOn } from '../facts'
import { keysOf, saysOf, stalls, table } from './stalls'

const RULE = 'repeat-plan-without-reason'
const first = [...planOn('2024-01-08'), event('plan-ended', '2024-09-02', { plan: 'cpp', reason: 'moved' })]
const second = event('plan-started', '2026-03-02', { plan: 'cpp' })
const imported = event('plan-started', '2026-03-02', { plan: 'cpp', previousPlans: 2 })
const reason = event(
  'plan-started',
  '2026-03-02',
  { plan: 'cpp', previousPlans: 2, repeatReason: 'not known' },
  { id: 'reason', supersedes: 'plan-started 2026-03-02' },
)

describe('second or later plan without a recorded reason (ended too early / circumstances changed / not known)', () => {
  it.each(
    table(
      { events: planOn('2026-03-02'), gives: [], because: 'a first plan' },
      { events: [...first, second], gives: ['c1 2026-03-02 open'], because: 'a second one' },
      { events: [imported], gives: ['c1 2026-03-02 open'], because: 'one that came with two before it' },
      {
        events: [event('plan-started', '2026-03-02', { plan: 'cpp', previousPlans: 0 })],
        gives: [],
        because: 'one that came with none',
      },
      {
        events: [event('plan-started', '2026-03-02', { plan: 'cin', previousPlans: 2 })],
        gives: [],
        because: 'no child protection plan',
      },
      {
        events: [imported, reason],
        gives: ['c1 2026-03-02 met 2026-03-02'],
        because: 'a reason given later, also that it is not known',
      },
      {
        events: [imported, event('plan-ended', '2026-04-01', { plan: 'cpp', reason: 'moved' })],
        gives: ['c1 2026-03-02 cancelled 2026-04-01'],
        because: 'the plan has ended',
      },
      {
        events: [...first, ...planOn('2026-03-02').slice(0, 1)],
        gives: ['c1 2026-03-02 open'],
        because: 'a second one of which only the conference is recorded',
      },
    ),
  )('$gives: $because', ({ events, gives }) => {
    expect(stalls(RULE, facts(events))).toEqual(gives)
  })

  it('says which plan it is, and the reason keeps its name', () => {
    expect(saysOf(RULE, facts([imported])).what).toBe(
      'Plan number 3 of this child has no reason recorded for a further one: found on 2 March 2026',
    )
    expect(saysOf(RULE, facts([...first, second])).evidence).toEqual([
      'plan-started 2024-01-08',
      'plan-started 2026-03-02',
    ])
    expect(keysOf(RULE, facts([imported, reason]))).toEqual(keysOf(RULE, facts([imported])))
  })

  it('a plan that began before going live is not asked about', () => {
    expect(obligationsOf(RULE, facts([imported], { liveSince: day('2026-05-01') }))[0]?.notKnownFromImport).toBe(true)
  })
})
