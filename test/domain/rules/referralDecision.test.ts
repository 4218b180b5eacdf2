import { event, facts, obligationsOf, problemsOf, summary, TO_18, twoChildren } from '../facts'
import { decided, received } from './frontDoorEvents'
import { closed, left, takenBack } from './grounds'
import { stateOf, toldOf } from './telling'

describe('referral-decision: 1 working day from the referral received to its decision', () => {
  it.each([
    { on: '2026-09-01', due: '2026-09-02', because: 'a Tuesday: the Wednesday' },
    { on: '2026-09-04', due: '2026-09-07', because: 'a Friday: the Monday' },
    { on: '2026-09-05', due: '2026-09-07', because: 'a Saturday: the Monday' },
    { on: '2026-08-28', due: '2026-09-01', because: 'over the summer bank holiday, 31 August' },
  ])('received on $on, by $due: $because', ({ on, due }) => {
    expect(summary('referral-decision', facts([received(on)]))).toEqual([`${due} ${TO_18}`])
  })

  it.each([
    { events: [decided('2026-09-02')], state: 'met', because: 'accepted on the day it was due' },
    { events: [decided('2026-09-02', 'no-action')], state: 'met', because: 'no further action is a decision' },
    { events: [decided('2026-09-02', 'early-help')], state: 'met', because: 'so is early help' },
    { events: [decided('2026-09-03')], state: 'met-late', because: 'a day later' },
    {
      events: [event('referral-decided', '2026-09-02', { outcome: 'accepted' })],
      state: 'met',
      because: 'an import carries no reason',
    },
    { events: [closed('2026-09-02')], state: 'cancelled', because: 'the case closed undecided' },
    { events: [left('2026-09-02', 'died')], state: 'cancelled', because: 'the child died' },
    { events: [left('2026-09-02', 'moved')], state: 'cancelled', because: 'the child moved away' },
    { events: [closed('2026-09-02'), decided('2026-09-02')], state: 'met', because: 'both on one day' },
    { events: [], state: 'overdue', because: 'nobody decided' },
  ])('$state: $because', ({ events, state }) => {
    expect(stateOf('referral-decision', facts([received('2026-09-01'), ...events]))).toEqual([state])
  })

  it('a child has one open referral at a time: a second is a problem, and the first keeps its clock', () => {
    const given = facts([received('2026-09-01'), received('2026-09-08')])
    expect(obligationsOf('referral-decision', given).map(({ trigger }) => trigger)).toEqual(['received 2026-09-01'])
    expect(problemsOf(given).map(({ events }) => events)).toEqual([['received 2026-09-01', 'received 2026-09-08']])
  })

  it('one received after the case had closed has its own', () => {
    const given = facts([received('2026-03-02'), closed('2026-03-10'), received('2026-09-01'), decided('2026-09-01')])
    expect(summary('referral-decision', given)).toEqual([
      '2026-03-03 cancelled 2026-03-10',
      '2026-09-02 met 2026-09-01',
    ])
  })

  it('the front-door manager is reminded on the due day, the service manager told a working day later', () => {
    expect(toldOf('referral-decision', facts([received('2026-09-03')]))).toEqual([
      '2026-09-04 due-0 front-door-manager',
      '2026-09-07 morning late service-manager',
    ])
  })

  it('a corrected day moves the date and keeps the name; a referral taken back has no clock; siblings have their own', () => {
    const corrected = event('referral-received', '2026-09-03', { source: '2A' }, { supersedes: 'received 2026-09-01' })
    const [one] = obligationsOf('referral-decision', facts([received('2026-09-01'), corrected]))
    expect([one?.trigger, one?.dueOn.toString()]).toEqual(['received 2026-09-01', '2026-09-04'])
    const first = received('2026-09-01')
    expect(summary('referral-decision', facts([first, takenBack(first)]))).toEqual([])
    const own = { ...decided('2026-09-02'), children: ['c1'] }
    expect(stateOf('referral-decision', facts([first, own], twoChildren))).toEqual(['met', 'overdue'])
  })
})
