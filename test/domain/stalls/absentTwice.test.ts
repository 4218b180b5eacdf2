import { event, facts, planOn, twoChildren } from '../facts'
import { keysOf, saysOf, stalls, table } from './stalls'

const RULE = 'absent-twice'
const group = (on: string, ...absent: string[]) => event('core-group-held', on, { quorate: true, absent })
const session = (on: string, ...absent: string[]) =>
  event('discussed-in-supervision', on, { session: `s ${on}`, absent })
const plan = planOn('2026-01-05')

describe('same invitee absent from two core groups or sessions running', () => {
  it.each(
    table(
      {
        events: [...plan, group('2026-01-15', 'school'), group('2026-02-16', 'school')],
        gives: ['c1 2026-02-16 open'],
        because: 'two core groups running',
      },
      {
        events: [...plan, group('2026-01-15', 'school'), group('2026-02-16', 'police')],
        gives: [],
        because: 'two invitees, once each',
      },
      {
        events: [...plan, group('2026-01-15', 'school'), group('2026-02-16'), group('2026-03-16', 'school')],
        gives: [],
        because: 'there in between',
      },
      {
        events: [
          ...plan,
          group('2026-01-15', 'school'),
          group('2026-02-16', 'school'),
          group('2026-03-16', 'school'),
          group('2026-04-14'),
        ],
        gives: ['c1 2026-02-16 met 2026-04-14'],
        because: 'a third time is the same drift, the next one present ends it',
      },
      {
        events: [
          ...plan,
          group('2026-01-15', 'school', 'police'),
          group('2026-02-16', 'school', 'police'),
          group('2026-03-16', 'police'),
        ],
        gives: ['c1 2026-02-16 open', 'c1 2026-02-16 met 2026-03-16'],
        because: 'each invitee on its own',
      },
      {
        events: [session('2026-01-15', 'school'), session('2026-02-16', 'school')],
        gives: ['case 2026-02-16 open'],
        because: 'two sessions, once for the case',
      },
      {
        events: [...plan, group('2026-01-15', 'school'), session('2026-02-16', 'school')],
        gives: [],
        because: 'a core group and a session are no two of a kind',
      },
      {
        events: [
          ...plan,
          group('2026-01-15', 'school'),
          group('2026-02-16', 'school'),
          event('plan-ended', '2026-03-02', { plan: 'cpp', reason: 'moved' }),
        ],
        gives: ['c1 2026-02-16 cancelled 2026-03-02'],
        because: 'the plan that the core group carries has ended',
      },
      {
        events: [
          session('2026-01-15', 'school'),
          session('2026-02-16', 'school'),
          event('case-closed', '2026-03-02', { reason: 'RC7' }),
        ],
        gives: ['case 2026-02-16 cancelled 2026-03-02'],
        because: 'the case was closed',
      },
      {
        events: [
          session('2026-01-15', 'school'),
          event('case-closed', '2026-02-02', { reason: 'RC7' }),
          event('referral-received', '2026-06-01', { source: '2A' }),
          session('2026-06-16', 'school'),
        ],
        gives: [],
        because: 'what was before the case closed does not run on',
      },
    ),
  )('$gives: $because', ({ events, gives }) => {
    expect([...stalls(RULE, facts(events))].sort()).toEqual([...gives].sort())
  })

  it('names both meetings and no invitee; the invitee is its part', () => {
    const given = facts([...plan, group('2026-01-15', 'A. Person'), group('2026-02-16', 'A. Person')])
    expect(saysOf(RULE, given)).toEqual({
      evidence: ['core-group-held 2026-01-15', 'core-group-held 2026-02-16'],
      what: 'The same invitee absent from 2 core groups running: found on 16 February 2026',
    })
    expect(keysOf(RULE, given)).toEqual(['core-group-held 2026-02-16 / A. Person'])
  })

  it('one session recorded for each sibling is one, and one closed for one of them goes on for the other', () => {
    const own = (on: string, child: string) =>
      event(
        'discussed-in-supervision',
        on,
        { session: `s ${on}`, absent: ['school'] },
        { id: `${on} ${child}`, children: [child] },
      )
    const one = [own('2026-01-15', 'c1'), own('2026-01-15', 'c2')]
    expect(stalls(RULE, facts(one, twoChildren))).toEqual([])
    const closed = event('case-closed', '2026-03-02', { reason: 'RC7' }, { children: ['c1'] })
    const shared = [session('2026-01-15', 'school'), session('2026-02-16', 'school'), closed]
    expect(stalls(RULE, facts(shared, twoChildren))).toEqual(['case 2026-02-16 open'])
  })
})
