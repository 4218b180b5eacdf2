import { event, facts, obligationsOf } from '../facts'
import { saysOf, stalls, table } from './stalls'

const RULE = 'worker-changes'
const worker = (on: string, person: string) => event('worker-allocated', on, { person })
const three = [worker('2026-01-05', 'w1'), worker('2026-03-02', 'w2'), worker('2026-05-05', 'w3')]

describe('three workers in six months', () => {
  it.each(
    table(
      {
        events: three,
        gives: ['c1 2026-05-05 cancelled 2026-07-06'],
        because: 'until the first of them lies more than six months back',
      },
      { events: three.slice(0, 2), gives: [], because: 'two are not three' },
      {
        events: [...three.slice(0, 2), worker('2026-07-05', 'w3')],
        gives: ['c1 2026-07-05 cancelled 2026-07-06'],
        because: 'six months to the day are within six months',
      },
      { events: [...three.slice(0, 2), worker('2026-07-06', 'w3')], gives: [], because: 'a day more is not' },
      {
        events: [worker('2025-08-31', 'w1'), worker('2025-12-01', 'w2'), worker('2026-02-28', 'w3')],
        gives: ['c1 2026-02-28 cancelled 2026-03-01'],
        because: '31 August and six months is 28 February',
      },
      {
        events: [...three.slice(0, 2), worker('2026-05-05', 'w1')],
        gives: [],
        because: 'a worker who comes back is no third',
      },
      {
        events: [...three, worker('2026-06-01', 'w4')],
        gives: ['c1 2026-05-05 cancelled 2026-09-03'],
        because: 'a fourth worker prolongs it and opens none',
      },
      {
        events: [...three, worker('2026-10-01', 'w4'), worker('2026-10-12', 'w5')],
        gives: ['c1 2026-05-05 cancelled 2026-07-06', 'c1 2026-10-12 cancelled 2026-11-06'],
        because: 'once it has fallen away the next three are another',
      },
      {
        events: [...three, event('case-closed', '2026-06-01', { reason: 'RC7' })],
        gives: ['c1 2026-05-05 cancelled 2026-06-01'],
        because: 'the case was closed',
      },
      {
        events: [event('case-closed', '2026-04-01', { reason: 'RC7' }), ...three],
        gives: ['c1 2026-05-05 cancelled 2026-04-01'],
        because: 'the case was closed already',
      },
    ),
  )('$gives: $because', ({ events, gives }) => {
    expect(stalls(RULE, facts(events))).toEqual(gives)
  })

  it('names the three allocations, and the end the one that no longer counts', () => {
    expect(saysOf(RULE, facts(three))).toEqual({
      evidence: three.map(({ id }) => id),
      what: '3 different workers allocated within 6 calendar months: found on 5 May 2026',
    })
    expect(obligationsOf(RULE, facts(three))[0]?.end).toMatchObject({
      outcome: 'cancelled',
      by: 'worker-allocated 2026-01-05',
    })
  })
})
