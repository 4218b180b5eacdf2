import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { day, event, facts, obligationsOf, twoChildren } from '../facts'

const REFERRED = event('referral-received', '2026-01-12', { source: '2A' })

describe('a case that came by an extract, in a team that holds group supervision', () => {
  const months = (given: CaseFacts): readonly string[] =>
    obligationsOf('gcs-month', given).map(
      // What nothing ends before ends on the eighteenth birthday.
      ({ trigger, end }) => `${trigger} ${end.outcome === 'open' || end.on.year() === 2040 ? 'open' : end.outcome}`,
    )
  const of = (events: CaseFacts['events'], more: Partial<CaseFacts> = {}): readonly string[] =>
    months(facts(events, { supervised: [{ from: day('2026-03-10'), to: null }], knownOn: day('2026-05-04'), ...more }))

  it('is asked for in every month from the one in which the team began', () => {
    expect(of([REFERRED])).toEqual(['2026-03 open', '2026-04 open', '2026-05 open', '2026-06 open'])
  })

  it('is asked for nothing in a team that does not', () => {
    expect(of([REFERRED], { supervised: [] })).toEqual([])
  })

  it('is asked for from the month in which it came, where that is later', () => {
    expect(of([event('referral-received', '2026-04-20', { source: '2A' })])).toEqual([
      '2026-04 open',
      '2026-05 open',
      '2026-06 open',
    ])
  })

  it('is asked for until it closes, and again when it is reopened or referred anew', () => {
    const closed = event('case-closed', '2026-03-20', { reason: 'done' })
    expect(of([REFERRED, closed])).toEqual(['2026-03 cancelled'])
    const before = event('case-closed', '2026-02-20', { reason: 'done' })
    expect(of([REFERRED, before])).toEqual([])
    expect(of([REFERRED, closed, event('case-reopened', '2026-05-04', {})])).toEqual([
      '2026-03 cancelled',
      '2026-05 open',
      '2026-06 open',
    ])
    expect(of([REFERRED, before, event('referral-received', '2026-05-04', { source: '2A' })])).toEqual([
      '2026-05 open',
      '2026-06 open',
    ])
  })

  it('is asked for as long as one of its children is there', () => {
    const left = event('child-left', '2026-03-12', { reason: 'moved' }, { children: ['c1'] })
    expect(of([REFERRED, left], twoChildren)).toContain('2026-05 open')
    expect(of([REFERRED, left])).toEqual(['2026-03 cancelled'])
  })

  it('is asked for until it leaves such a team, and not for what was before it came', () => {
    const times = [
      { from: day('2026-03-10'), to: day('2026-04-14') },
      { from: day('2026-06-02'), to: null },
    ]
    expect(of([REFERRED], { supervised: times, knownOn: day('2026-06-03') })).toEqual([
      '2026-03 cancelled',
      '2026-04 cancelled',
      '2026-06 open',
      '2026-07 open',
    ])
  })

  it('is asked for once, also where a transfer in is recorded', () => {
    expect(of([REFERRED, event('transferred-in', '2026-02-02', {})])).toEqual([
      '2026-02 open',
      '2026-03 open',
      '2026-04 open',
      '2026-05 open',
      '2026-06 open',
    ])
  })

  it('says from which day it counts', () => {
    const [first] = obligationsOf(
      'gcs-month',
      facts([REFERRED], { supervised: [{ from: day('2026-03-10'), to: null }], knownOn: day('2026-03-12') }),
    )
    expect(first?.dueOn.toString()).toBe('2026-03-31')
  })
})
