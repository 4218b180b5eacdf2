import { day, event, facts } from '../facts'
import { saysOf, stalls, table } from './stalls'

const RULE = 'not-seen-twice'
const visit = (on: string, seen: boolean) => event('visit-made', on, { seen }, { id: `${on} ${seen ? 'seen' : 'not'}` })
const two = [visit('2026-03-02', false), visit('2026-03-12', false)]

describe('child not seen at two visits running', () => {
  it.each(
    table(
      { events: two, gives: ['c1 2026-03-12 open'], because: 'two running' },
      {
        events: [...two, visit('2026-03-20', false)],
        gives: ['c1 2026-03-12 open'],
        because: 'a third is the same drift',
      },
      {
        events: [...two, visit('2026-03-20', true)],
        gives: ['c1 2026-03-12 met 2026-03-20'],
        because: 'a visit with the child seen ends it',
      },
      {
        events: [visit('2026-03-02', false), visit('2026-03-05', true), visit('2026-03-12', false)],
        gives: [],
        because: 'seen in between',
      },
      {
        events: [visit('2026-03-02', false), visit('2026-03-12', false), visit('2026-03-12', true)],
        gives: [],
        because: 'seen later that day',
      },
      {
        events: [...two, event('child-left', '2026-03-16', { reason: 'moved' })],
        gives: ['c1 2026-03-12 cancelled 2026-03-16'],
        because: 'the child has left',
      },
      {
        events: [
          visit('2025-03-03', false),
          event('case-closed', '2025-04-01', { reason: 'RC7' }),
          event('referral-received', '2026-03-02', { source: '2A' }),
          visit('2026-03-12', false),
        ],
        gives: [],
        because: 'the case was closed in between',
      },
    ),
  )('$gives: $because', ({ events, gives }) => {
    expect(stalls(RULE, facts(events))).toEqual(gives)
  })

  it('a child not yet born cannot be seen', () => {
    const unborn = (events: typeof two, bornOn: string | null) =>
      stalls(
        RULE,
        facts(events, {
          children: [{ id: 'c1', bornOn: bornOn === null ? null : day(bornOn), expectedOn: day('2026-03-10') }],
        }),
      )
    expect(unborn(two, null)).toEqual([])
    expect(unborn(two, '2026-03-10')).toEqual([])
    expect(unborn([...two, visit('2026-03-23', false)], '2026-03-10')).toEqual(['c1 2026-03-23 open'])
  })

  it('names both visits', () => {
    expect(saysOf(RULE, facts(two))).toEqual({
      evidence: ['2026-03-02 not', '2026-03-12 not'],
      what: 'Child not seen at 2 visits running: found on 12 March 2026',
    })
  })
})
