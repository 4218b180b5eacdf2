import { event, facts, twoChildren } from '../facts'
import { saysOf, stalls, table } from './stalls'

const RULE = 'specialist-vacant'
const needed = (on: string, role = 'recovery') =>
  event('specialist-needed', on, { role }, { id: `needed ${role} ${on}` })
const allocated = (on: string, person = 'p1', role = 'recovery') =>
  event('specialist-allocated', on, { role, person }, { id: `allocated ${person} ${on}` })
const ended = (on: string, reason: 'done' | 'declined' | 'left') =>
  event('specialist-ended', on, { role: 'recovery', reason })

describe('specialist role the case needs is vacant', () => {
  it.each(
    table(
      { events: [needed('2026-03-02')], gives: ['case 2026-03-02 open'], because: 'needed, and nobody there' },
      {
        events: [needed('2026-03-02'), needed('2026-03-20')],
        gives: ['case 2026-03-02 open'],
        because: 'needed twice is one need',
      },
      {
        events: [needed('2026-03-02'), needed('2026-03-20', 'psychology')],
        gives: ['case 2026-03-02 open', 'case 2026-03-20 open'],
        because: 'two roles',
      },
      {
        events: [needed('2026-03-02'), allocated('2026-03-20')],
        gives: ['case 2026-03-02 met 2026-03-20'],
        because: 'somebody was allocated',
      },
      {
        events: [needed('2026-03-02'), allocated('2026-03-20', 'p1', 'psychology')],
        gives: ['case 2026-03-02 open'],
        because: 'somebody for another role',
      },
      { events: [allocated('2026-03-02'), needed('2026-03-20')], gives: [], because: 'somebody is there already' },
      {
        events: [needed('2026-03-02'), allocated('2026-03-02'), ended('2026-06-01', 'left')],
        gives: ['case 2026-03-02 met 2026-03-02', 'case 2026-06-01 open'],
        because: 'the last one left',
      },
      {
        events: [needed('2026-03-02'), allocated('2026-03-02'), ended('2026-06-01', 'declined')],
        gives: ['case 2026-03-02 met 2026-03-02'],
        because: 'a declined service is not a failure',
      },
      {
        events: [needed('2026-03-02'), ended('2026-04-01', 'declined')],
        gives: ['case 2026-03-02 met 2026-04-01'],
        because: 'declined before anybody came',
      },
      {
        events: [allocated('2026-03-02'), allocated('2026-04-01', 'p2'), ended('2026-06-01', 'left')],
        gives: [],
        because: 'one of two left',
      },
      {
        events: [allocated('2026-03-02'), ended('2026-06-01', 'left'), allocated('2026-06-15', 'p2')],
        gives: ['case 2026-06-01 met 2026-06-15'],
        because: 'somebody new came',
      },
      {
        events: [needed('2026-03-02'), event('case-closed', '2026-03-20', { reason: 'RC7' })],
        gives: ['case 2026-03-02 cancelled 2026-03-20'],
        because: 'the case was closed',
      },
      {
        events: [
          needed('2026-03-02'),
          event('case-closed', '2026-03-20', { reason: 'RC7' }),
          event('case-reopened', '2026-04-01', {}),
        ],
        gives: ['case 2026-03-02 open'],
        because: 'reopened, it needs the specialist still',
      },
      {
        events: [
          needed('2026-03-02'),
          event('case-closed', '2026-03-20', { reason: 'RC7' }),
          event('referral-received', '2026-06-01', { source: '2A' }),
          needed('2026-06-15'),
        ],
        gives: ['case 2026-03-02 cancelled 2026-03-20', 'case 2026-06-15 open'],
        because: 'the need of a later referral is another',
      },
    ),
  )('$gives: $because', ({ events, gives }) => {
    expect(stalls(RULE, facts(events))).toEqual(gives)
  })

  it('is one for all children of the case, and stands as long as for any of them', () => {
    const closed = event('case-closed', '2026-03-20', { reason: 'RC7' }, { children: ['c1'] })
    expect(stalls(RULE, facts([needed('2026-03-02'), closed], twoChildren))).toEqual(['case 2026-03-02 open'])
    expect(saysOf(RULE, facts([needed('2026-03-02')], twoChildren))).toEqual({
      evidence: ['needed recovery 2026-03-02'],
      what: 'One specialist role that the case needs has nobody in it: found on 2 March 2026',
    })
  })
})
