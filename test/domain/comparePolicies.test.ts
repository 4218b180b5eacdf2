import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { always, withVersion } from '../../domain/policy/policySchedule'
import { whatDiffers } from '../../domain/policy/whatDiffers'
import fc from 'fast-check'
import { knownOn } from '../../domain/chronology/knownOn'
import { comparePolicies } from '../../domain/policy/comparePolicies'
import { englandFamilySafeguarding1 as pack } from '../../domain/policy/englandFamilySafeguarding1'
import { ruleOf, type PolicyPack, type Rule } from '../../domain/policy/policyPack'
import { anyFacts } from './anyFacts'
import { calendar, day, event, facts } from './facts'
import { SEED } from '../seed'

const changed = (id: string, change: Partial<Rule>): PolicyPack => ({
  id: 'north-county@1',
  rules: pack.rules.map((rule) => (rule.id === id ? { ...rule, ...change } : rule)),
})
const ruling = (one: PolicyPack) => ({ policy: always(one), calendar })
const compare = (to: PolicyPack, today: string, given = seen) =>
  comparePolicies(knownOn(given, day(today)), { from: ruling(pack), to: ruling(to), today: day(today) })
/** A plan since 2 November, the child seen on the 9th: the next visit is due on the 23rd. */
const seen = facts([
  event('plan-started', '2026-11-02', { plan: 'cpp' }),
  event('visit-made', '2026-11-09', { seen: true }),
])

describe('two packs compared on one case', () => {
  it('say what moves, and who is told of it on day one', () => {
    const weekly = changed('visit', { interval: { n: 5, unit: 'working-days' } })
    const { changes, told } = compare(weekly, '2026-11-16')
    expect(changes).toEqual([
      {
        ...{ case: 'T-1', rule: 'visit', subject: 'c1', trigger: 'visit-made 2026-11-09', part: '' },
        ...{ change: 'moves', from: '2026-11-23', to: '2026-11-16' },
      },
    ])
    // The reminder two working days before was on the 12th: it has passed, and is told now.
    expect(told).toEqual([
      {
        ...{ case: 'T-1', to: 'social-worker', lane: 'digest', rule: 'visit', subject: 'c1' },
        ...{ step: 'due-2wd', dueOn: '2026-11-16' },
      },
    ])
  })

  it('what becomes late is told to the first rung at once', () => {
    const { told } = compare(changed('visit', { interval: { n: 1, unit: 'working-days' } }), '2026-11-18')
    expect(told.map(({ to, lane, step }) => `${to} ${lane} ${step}`)).toEqual([
      'social-worker digest late',
      'team-manager at-once late',
    ])
  })

  it.each([
    ['a rung that would have been told by then', [0, 1, 5, 5], '2026-11-26', ['service-manager at-once rung-2']],
    ['none, the day before', [0, 1, 5, 5], '2026-11-25', []],
    ['none where it takes longer', [0, 9, 9, 9], '2026-11-26', []],
    ['one at a time', [0, 1, 1, 1], '2026-11-27', ['service-manager at-once rung-2']],
  ])('what climbs already tells of another ladder %s', (_what, days, today, said) => {
    const roles = ['team-manager', 'service-manager', 'head-of-service', 'director'] as const
    const ladder = roles.map((role, rung) => ({ role, afterWorkingDays: days[rung] ?? 0 }))
    const { changes, told } = compare(changed('visit', { ladder }), today)
    expect(changes).toEqual([])
    expect(told.map(({ to, lane, step }) => `${to} ${lane} ${step}`)).toEqual(said)
  })

  it('what is told at once after fewer days is told on day one', () => {
    const late = ruleOf(pack, 'visit').late.map((one) =>
      one.step === 'late-3' ? { ...one, afterTrigger: { n: 16, unit: 'days' as const } } : one,
    )
    const { told } = compare(changed('visit', { late }), '2026-11-26')
    expect(told.map(({ to, lane, step }) => `${to} ${lane} ${step}`)).toEqual(['team-manager at-once late-3'])
  })

  it('what was told under the first pack is not told again', () => {
    const later = changed('visit', { late: [{ step: 'late', afterWorkingDays: 9, to: ['team-manager'] }] })
    expect(compare(pack, '2026-11-25').told).toEqual([])
    expect(compare(later, '2026-11-25')).toEqual({ changes: [], told: [] })
  })

  it('say what appears and what vanishes', () => {
    const without = { ...pack, rules: pack.rules.filter(({ id }) => id !== 'visit') }
    expect(compare(without, '2026-11-16').changes.map(({ rule, change, from }) => [rule, change, from])).toEqual([
      ['visit', 'vanishes', '2026-11-23'],
    ])
    const back = comparePolicies(seen, { from: ruling(without), to: ruling(pack), today: day('2026-11-16') })
    expect(back.changes.map(({ rule, change, to }) => [rule, change, to])).toEqual([['visit', 'appears', '2026-11-23']])
  })

  it('compared over just the rules that differ they say the same, whatever the facts and the versions', () => {
    const weekly = changed('visit', { interval: { n: 5, unit: 'working-days' } })
    const sooner = { ...changed('assessment', { interval: { n: 30, unit: 'working-days' } }), id: 'north-county@2' }
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 900 }), fc.boolean(), (given, days, appliesToOpenWork) => {
        const today = day('2026-01-01').plusDays(days)
        const before = withVersion(always(pack), { pack: weekly, from: today.minusDays(40), appliesToOpenWork })
        const after = withVersion(before, { pack: sooner, from: today, appliesToOpenWork: !appliesToOpenWork })
        const comparing = { from: { policy: before, calendar }, to: { policy: after, calendar }, today }
        const known = knownOn(given, today)
        expect(comparePolicies(known, whatDiffers(comparing))).toEqual(comparePolicies(known, comparing))
      }),
      { numRuns: 200, seed: SEED },
    )
    const all = { from: ruling(pack), to: ruling(changed('visit', { roll: 'back' })), today: day('2026-11-16') }
    expect(whatDiffers(all).to.policy.versions[0].pack.rules.map(({ id }) => id)).toEqual(['visit'])
    const other = { ...all, to: { ...ruling(pack), calendar: englandAndWales([['2027-05-10', 'A day']]) } }
    expect(whatDiffers(other)).toBe(other)
  })

  it('a pack compared with itself says nothing, whatever the facts', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 900 }), (given, days) => {
        const today = day('2026-01-01').plusDays(days)
        const same = comparePolicies(knownOn(given, today), { from: ruling(pack), to: ruling(pack), today })
        expect(same).toEqual({ changes: [], told: [] })
      }),
      { numRuns: 200, seed: SEED },
    )
  })
})
