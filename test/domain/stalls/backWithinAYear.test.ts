import { event, facts, planOn } from '../facts'
import { keysOf, saysOf, stalls, table } from './stalls'

const RULE = 'back-within-a-year'
const received = (on: string) => event('referral-received', on, { source: '2A' })
const decided = (on: string, outcome: 'accepted' | 'no-action') => event('referral-decided', on, { outcome })
const closed = event('case-closed', '2025-06-02', { reason: 'RC7' })
const down = event('stepped-down', '2025-06-02', { from: 'cpp', to: 'cin' })

describe('stepped down or closed and back within 12 months (cycle; also show 6 months)', () => {
  it.each(
    table(
      { events: [closed, received('2026-03-02')], gives: ['c1 2026-03-02 open'], because: 'closed and referred again' },
      { events: [closed, received('2026-06-02')], gives: ['c1 2026-06-02 open'], because: 'twelve months to the day' },
      { events: [closed, received('2026-06-03')], gives: [], because: 'a day more' },
      {
        events: [closed, received('2025-06-02')],
        gives: [],
        because: 'on the day itself one record took the place of another',
      },
      { events: [received('2026-03-02')], gives: [], because: 'never away' },
      {
        events: [down, ...planOn('2026-03-02')],
        gives: ['c1 2026-03-02 open'],
        because: 'stepped down, and on a plan again',
      },
      {
        events: [down, event('plan-started', '2026-03-02', { plan: 'cin' })],
        gives: [],
        because: 'a child in need plan is no return',
      },
      {
        events: [closed, event('case-reopened', '2025-06-09', {}), ...planOn('2026-03-02')],
        gives: [],
        because: 'a closing that was followed by a reopening',
      },
      {
        events: [closed, received('2026-03-02'), decided('2026-03-02', 'accepted'), ...planOn('2026-03-20')],
        gives: ['c1 2026-03-02 met 2026-03-20'],
        because: 'the plan made upon the referral ends it and is no return of its own',
      },
      {
        events: [
          closed,
          received('2026-03-02'),
          decided('2026-03-02', 'accepted'),
          event('assessment-authorised', '2026-04-20', {}),
        ],
        gives: ['c1 2026-03-02 met 2026-04-20'],
        because: 'accepting answers nothing, the assessment does',
      },
      {
        events: [closed, received('2026-03-02'), decided('2026-03-03', 'no-action')],
        gives: ['c1 2026-03-02 met 2026-03-03'],
        because: 'the referral was refused',
      },
      {
        events: [closed, received('2026-03-02'), event('case-closed', '2026-03-09', { reason: 'RC7' })],
        gives: ['c1 2026-03-02 cancelled 2026-03-09'],
        because: 'the case was closed again',
      },
      {
        events: [down, ...planOn('2026-03-02'), event('review-held', '2026-05-29', { outcome: 'continue' })],
        gives: ['c1 2026-03-02 met 2026-05-29'],
        because: 'the first review of the plan',
      },
    ),
  )('$gives: $because', ({ events, gives }) => {
    expect(stalls(RULE, facts(events))).toEqual(gives)
  })

  it('shows whether it was within six months too', () => {
    const words = 'Back within 12 calendar months of stepping down or closing,'
    expect(saysOf(RULE, facts([closed, received('2025-12-02')]))).toEqual({
      evidence: ['case-closed 2025-06-02', 'referral-received 2025-12-02'],
      what: `${words} also within 6 calendar months: found on 2 December 2025`,
    })
    expect(saysOf(RULE, facts([closed, received('2025-12-03')])).what).toBe(
      `${words} not within 6 calendar months: found on 3 December 2025`,
    )
    expect(keysOf(RULE, facts([closed, received('2025-12-02')]))).toEqual(['referral-received 2025-12-02'])
  })
})
