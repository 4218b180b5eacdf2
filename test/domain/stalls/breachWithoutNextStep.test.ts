import { event, facts, obligationsOf } from '../facts'
import { keysOf, saysOf, stalls, table } from './stalls'

const RULE = 'breach-without-next-step'
const breach = event('safety-plan-breached', '2026-04-02', {}, { id: 'b1' })
const decided = (on: string, of: string) => event('safety-plan-breach-decided', on, { breach: of, decision: 'support' })

const passedOn = (on: string, to: 'team-manager' | 'detective-sergeant') =>
  event('safety-plan-breach-passed-on', on, { breach: 'b1', to }, { id: 'p1' })

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

  it.each(
    table(
      {
        events: [breach, passedOn('2026-04-02', 'detective-sergeant')],
        gives: ['c1 2026-04-07 met 2026-04-02', 'c1 2026-04-07 open'],
        because: 'passed on to the detective sergeant, who is then waited for',
      },
      {
        events: [breach, passedOn('2026-04-07', 'detective-sergeant'), decided('2026-04-08', 'b1')],
        gives: ['c1 2026-04-07 met 2026-04-07', 'c1 2026-04-08 met 2026-04-08'],
        because: 'each step has a day of its own',
      },
      {
        events: [breach, passedOn('2026-04-02', 'team-manager')],
        gives: ['c1 2026-04-07 open'],
        because: 'the team manager has it already: that is no next step',
      },
      {
        events: [breach, decided('2026-04-02', 'b1'), passedOn('2026-04-03', 'detective-sergeant')],
        gives: ['c1 2026-04-07 met 2026-04-02'],
        because: 'nobody is waited for once it is decided',
      },
    ),
  )('$gives: $because', ({ events, gives }) => {
    expect(stalls(RULE, facts(events))).toEqual(gives)
  })

  it('tells the team manager on the day of the breach, and the detective sergeant on the day it is passed on', () => {
    const given = facts([breach, passedOn('2026-04-03', 'detective-sergeant')])
    expect(keysOf(RULE, given)).toEqual(['b1', 'p1 / passed-on'])
    expect(
      obligationsOf(RULE, given).flatMap(({ reminders }) =>
        reminders.map(({ step, on, to }) => `${step} ${on.toString()} ${to.join(' ')}`),
      ),
    ).toEqual(['at-once 2026-04-02 team-manager', 'at-once 2026-04-03 detective-sergeant'])
  })
})
