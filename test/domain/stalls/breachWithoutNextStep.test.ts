import { event, facts } from '../facts'
import { saysOf, stalls, table } from './stalls'

const RULE = 'breach-without-next-step'
const breach = event('safety-plan-breached', '2026-04-02', {}, { id: 'b1' })
const decided = (on: string, of: string) => event('safety-plan-breach-decided', on, { breach: of, decision: 'support' })

describe('safety plan breached with no next step for 1 wd', () => {
  it.each(
    table(
      { events: [breach], gives: ['c1 2026-04-07 open'], because: 'the next working day, after Easter' },
      {
        events: [breach, decided('2026-04-02', 'b1')],
        gives: ['c1 2026-04-07 met 2026-04-02'],
        because: 'decided at once',
      },
      {
        events: [breach, decided('2026-04-09', 'b1')],
        gives: ['c1 2026-04-07 met 2026-04-09'],
        because: 'decided late',
      },
      {
        events: [breach, decided('2026-04-02', 'another')],
        gives: ['c1 2026-04-07 open'],
        because: 'a decision on another breach',
      },
      {
        events: [breach, event('safety-plan-ended', '2026-04-03', {})],
        gives: ['c1 2026-04-07 open'],
        because: 'the plan’s end decides nothing about the breach',
      },
      {
        events: [breach, event('case-closed', '2026-04-03', { reason: 'RC7' })],
        gives: ['c1 2026-04-07 cancelled 2026-04-03'],
        because: 'the case was closed',
      },
      {
        events: [
          breach,
          event('safety-plan-breached', '2026-04-02', {}, { id: 'b2', supersedes: 'b1' }),
          decided('2026-04-08', 'b2'),
        ],
        gives: ['c1 2026-04-07 met 2026-04-08'],
        because: 'a decision that names the corrected breach',
      },
    ),
  )('$gives: $because', ({ events, gives }) => {
    expect(stalls(RULE, facts(events))).toEqual(gives)
  })

  it('names the breach', () => {
    expect(saysOf(RULE, facts([breach]))).toEqual({
      evidence: ['b1'],
      what: 'Safety plan breached with no next step recorded for 1 working day: found on 7 April 2026',
    })
  })
})
