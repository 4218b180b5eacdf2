import { day, event, facts, obligationsOf, planOn, twoChildren } from '../facts'
import { keysOf, saysOf, stalls, table } from './stalls'

const RULE = 'no-progress'
const progress = (on: string) => event('progress-recorded', on, {})
const goal = (on: string, outcome: 'met' | 'part' | 'not') => event('goal-reviewed', on, { goal: 'meals', outcome })
const cin = (on: string, id = 'cin') => event('plan-started', on, { plan: 'cin' }, { id })

describe('no progress recorded on a plan for 20 wd', () => {
  it.each(
    table(
      { events: planOn('2026-03-02'), gives: ['c1 2026-03-30 open'], because: 'a child protection plan' },
      { events: [cin('2026-03-02')], gives: ['c1 2026-03-30 open'], because: 'a child in need plan' },
      {
        events: planOn('2026-03-16'),
        gives: ['c1 2026-04-15 open'],
        because: 'Good Friday and Easter Monday do not count',
      },
      {
        events: [...planOn('2026-03-02'), progress('2026-03-20')],
        gives: ['c1 2026-03-30 met 2026-03-20', 'c1 2026-04-21 open'],
        because: 'progress recorded starts the time anew',
      },
      {
        events: [...planOn('2026-03-02'), progress('2026-04-08')],
        gives: ['c1 2026-03-30 met 2026-04-08', 'c1 2026-05-07 open'],
        because: 'progress recorded later ends what was found',
      },
      {
        events: [
          ...planOn('2026-03-02'),
          goal('2026-03-09', 'met'),
          goal('2026-03-12', 'part'),
          goal('2026-03-13', 'not'),
        ],
        gives: ['c1 2026-03-30 met 2026-03-09', 'c1 2026-04-08 met 2026-03-12', 'c1 2026-04-13 open'],
        because: 'a goal met or part met is progress, one not met is none',
      },
      {
        events: [
          ...planOn('2026-03-02'),
          event('core-group-held', '2026-03-10', {}),
          event('review-held', '2026-03-20', { outcome: 'continue' }),
          event('visit-made', '2026-03-21', { seen: true }),
        ],
        gives: ['c1 2026-03-30 open'],
        because: 'a meeting alone is none',
      },
      {
        events: [...planOn('2026-03-02'), event('plan-ended', '2026-03-12', { plan: 'cpp', reason: 'moved' })],
        gives: ['c1 2026-03-30 cancelled 2026-03-12'],
        because: 'the plan has ended',
      },
      {
        events: [...planOn('2026-03-02'), event('case-closed', '2026-04-09', { reason: 'RC7' })],
        gives: ['c1 2026-03-30 cancelled 2026-04-09'],
        because: 'the case was closed',
      },
      {
        events: [cin('2026-01-05'), progress('2026-03-02'), ...planOn('2026-03-02')],
        gives: ['c1 2026-02-02 met 2026-03-02', 'c1 2026-03-30 met 2026-03-02', 'c1 2026-03-30 open'],
        because: 'progress on the day one plan took the place of another runs in the next',
      },
      {
        events: [
          ...planOn('2026-03-02'),
          cin('2026-03-09'),
          progress('2026-03-16'),
          event('plan-ended', '2026-03-23', { plan: 'cin', reason: 'other' }),
        ],
        gives: ['c1 2026-03-30 met 2026-03-16', 'c1 2026-04-08 met 2026-03-16', 'c1 2026-04-15 open'],
        because: 'two plans share a progress, and it counts as long as either runs',
      },
      {
        events: [
          ...planOn('2026-03-02'),
          progress('2026-03-10'),
          event(
            'progress-recorded',
            '2026-03-10',
            {},
            { supersedes: 'progress-recorded 2026-03-10', void: true, id: 'v' },
          ),
        ],
        gives: ['c1 2026-03-30 open'],
        because: 'progress that was taken back is none',
      },
    ),
  )('$gives: $because', ({ events, gives }) => {
    expect(stalls(RULE, facts(events))).toEqual(gives)
  })

  it('names what it counts from, the days left out, and says what was found', () => {
    const given = facts(planOn('2026-03-16'))
    expect(saysOf(RULE, given)).toEqual({
      evidence: ['plan-started 2026-03-16'],
      what: 'No progress recorded on the plan for 20 working days: found on 15 April 2026',
    })
    expect(obligationsOf(RULE, given)[0]?.explanation).toContainEqual(
      expect.objectContaining({ step: 'working-days-added', days: 20 }),
    )
  })

  it('a start corrected keeps its name; siblings have a stall each', () => {
    const corrected = event(
      'plan-started',
      '2026-03-09',
      { plan: 'cpp' },
      { id: 'k', supersedes: 'plan-started 2026-03-02' },
    )
    const given = facts([...planOn('2026-03-02'), corrected], twoChildren)
    expect(stalls(RULE, given)).toEqual(['c1 2026-04-08 open', 'c2 2026-04-08 open'])
    expect(keysOf(RULE, given)).toEqual(['icpc-held 2026-03-02', 'icpc-held 2026-03-02'])
  })

  it('what was found before going live is not known from the import; what is found after it is', () => {
    const known = (liveSince: string) =>
      obligationsOf(RULE, facts(planOn('2026-03-02'), { liveSince: day(liveSince) }))[0]?.notKnownFromImport
    expect([known('2026-03-31'), known('2026-03-30')]).toEqual([true, false])
  })
})
