import { sentence } from '../../../domain/timeline/sentence'
import { event, facts, obligationsOf, summary, TO_18 } from '../facts'
import { decided, received } from './frontDoorEvents'
import { closed, left, reopened, takenBack } from './grounds'
import { stateOf, toldOf } from './telling'

describe('referrer-feedback: 5 working days from the decision until the referrer is told', () => {
  const told = (on: string) => event('referrer-told', on, {})
  const start = [received('2026-08-24'), decided('2026-08-25')]
  it.each([
    { events: start, gives: [`2026-09-02 ${TO_18}`], because: 'over the summer bank holiday' },
    { events: [received('2026-08-24')], gives: [], because: 'nothing is decided' },
    {
      events: [received('2026-08-24'), decided('2026-08-25', 'no-action')],
      gives: [`2026-09-02 ${TO_18}`],
      because: 'no further action ends the referral, and the feedback is still owed',
    },
    { events: [...start, told('2026-09-02')], gives: ['2026-09-02 met 2026-09-02'], because: 'told on the last day' },
    { events: [...start, told('2026-08-24')], gives: [`2026-09-02 ${TO_18}`], because: 'told before it was decided' },
    {
      events: [...start, closed('2026-08-27')],
      gives: ['2026-09-02 cancelled 2026-08-27'],
      because: 'closing the case ends everything but follow-ups',
    },
    {
      events: [...start, closed('2026-08-27'), told('2026-08-27')],
      gives: ['2026-09-02 met 2026-08-27'],
      because: 'told on the day it closed',
    },
    {
      events: [...start, closed('2026-08-27'), reopened('2026-10-01')],
      gives: [`2026-09-02 ${TO_18}`],
      because: 'a closing that was taken back only interrupts',
    },
    {
      events: [...start, left('2026-08-27', 'died')],
      gives: ['2026-09-02 cancelled 2026-08-27'],
      because: 'the child died',
    },
    {
      events: [
        received('2026-03-02', 'r1'),
        closed('2026-03-10'),
        event('referral-decided', '2026-03-12', { outcome: 'accepted', referral: 'r1' }),
      ],
      gives: [],
      because: 'decided after the case had closed',
    },
    {
      events: [
        received('2026-03-02'),
        decided('2026-03-02'),
        closed('2026-08-25'),
        received('2026-08-25', 'r2'),
        decided('2026-08-25', 'accepted', 'd2'),
      ],
      gives: ['2026-03-09 cancelled 2026-08-25', `2026-09-02 ${TO_18}`],
      because: 'the closing on the day of a new referral is that of the old one',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('referrer-feedback', facts(events))).toEqual(gives)
  })

  it('is late on the day after, is told to the team manager after three working days, and says from which day it runs', () => {
    expect(stateOf('referrer-feedback', facts([...start, told('2026-09-03')]))).toEqual(['met-late'])
    expect(toldOf('referrer-feedback', facts(start))).toEqual([
      '2026-09-01 due-1wd front-door-manager',
      '2026-09-07 morning late team-manager',
    ])
    const refused = facts([received('2026-08-24'), decided('2026-08-25', 'no-action')])
    expect(obligationsOf('referrer-feedback', refused)[0]?.explanation.map(sentence)[0]).toBe(
      'Referral decided on 25 August 2026',
    )
  })

  it('a decision corrected keeps the name; one taken back owes nothing', () => {
    const corrected = event(
      'referral-decided',
      '2026-08-26',
      { outcome: 'no-action' },
      { id: 'x', supersedes: 'decided 2026-08-25' },
    )
    const [one] = obligationsOf('referrer-feedback', facts([...start, corrected]))
    expect([one?.trigger, one?.dueOn.toString()]).toEqual(['decided 2026-08-25', '2026-09-03'])
    expect(summary('referrer-feedback', facts([...start, takenBack(decided('2026-08-25'))]))).toEqual([])
  })
})
