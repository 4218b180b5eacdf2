import { always } from '../../domain/policy/policySchedule'
import { englandFamilySafeguarding1 as policy } from '../../domain/policy/englandFamilySafeguarding1'
import { ruleOf } from '../../domain/policy/policyPack'
import { policySchema } from '../../domain/policy/policySchema'
import { RULE_IDS } from '../../domain/policy/ruleIds'
import { timeline } from '../../domain/timeline/timeline'
import { calendar, event, facts, planOn } from './facts'

/** Something for every rule. */
const busy = facts([
  event('referral-received', '2026-02-20', { source: '2A' }),
  event('referral-decided', '2026-02-20', { outcome: 'accepted' }),
  event('plan-started', '2026-02-23', { plan: 'cin' }),
  event('strategy-discussion', '2026-02-27', { opensSection47: true }),
  event('cin-review-held', '2026-03-11', { independentChair: true }),
  ...planOn('2026-03-18'),
  event('plan-started', '2026-03-20', { plan: 'plo' }),
  event('core-group-held', '2026-03-31', {}),
  event('review-held', '2026-06-10', { outcome: 'continue' }),
  event('case-closed', '2026-07-01', { reason: 'RC7' }),
])

describe('a pack in a file is checked', () => {
  it('the built-in pack is one, and names every rule that can be computed', () => {
    expect(policySchema.parse(structuredClone(policy))).toEqual(policy)
    const added = (policy.options ?? []).flatMap(({ adds = [] }) => adds)
    expect(new Set([...policy.rules, ...added].map(({ id }) => id))).toEqual(new Set(RULE_IDS))
    expect(timeline(facts([]), always(policy), calendar)).toEqual({ obligations: [], problems: [] })
  })

  const [first, ...others] = policy.rules
  it.each([
    { wrong: { ...policy, id: 'no number' }, at: 'id' },
    { wrong: { ...policy, rules: [] }, at: 'rules' },
    { wrong: { ...policy, rules: [{ ...first, id: 'horoscope' }, ...others] }, at: 'rules.0.id' },
    { wrong: { ...policy, rules: [...policy.rules, first] }, at: `rules.${String(policy.rules.length)}.id` },
    { wrong: { ...policy, rules: [{ ...first, interval: { n: 0, unit: 'days' } }] }, at: 'rules.0.interval.n' },
    { wrong: { ...policy, rules: [{ ...first, interval: { n: 1.5, unit: 'days' } }] }, at: 'rules.0.interval.n' },
    { wrong: { ...policy, rules: [{ ...first, source: undefined }] }, at: 'rules.0.source' },
    { wrong: { ...policy, rules: [{ ...first, ladder: [] }] }, at: 'rules.0.ladder' },
    {
      wrong: { ...policy, rules: [{ ...first, reminders: [{ step: 'due-5wd', to: ['social-worker'] }] }] },
      at: 'rules.0.reminders.0.back',
    },
    { wrong: { ...policy, rules: [{ ...first, surprise: true }] }, at: 'rules.0' },
  ])('refuses what is wrong at $at', ({ wrong, at }) => {
    expect(policySchema.safeParse(wrong).error?.issues[0]?.path.join('.')).toBe(at)
  })

  it.each([
    { rule: 'long-plan', change: { parts: undefined }, at: '', says: 'say its parts: 15m, 18m, 24m' },
    {
      rule: 'cin-review',
      change: { parts: [{ part: 'later', interval: { n: 6, unit: 'weeks' } }] },
      at: 'parts',
      says: 'the parts of cin-review are: first, next',
    },
    { rule: 'visit', change: { interval: null }, at: 'interval', says: 'visit has one interval' },
    { rule: 'goal', change: { interval: { n: 5, unit: 'days' } }, at: 'interval', says: 'the facts name the day' },
    {
      rule: 'icpc-report',
      change: { interval: { n: 2, unit: 'working-days' } },
      at: 'interval.before',
      says: 'write before: true',
    },
    { rule: 'absent-twice', change: { count: undefined }, at: '', says: 'needs count' },
    { rule: 'back-within-a-year', change: { alsoWithin: undefined }, at: '', says: 'needs alsoWithin' },
    { rule: 'visit', change: { kind: 'stall' }, at: 'kind', says: 'visit is an obligation' },
  ])('refuses $rule in a shape its function cannot compute: $says', ({ rule: id, change, at, says }) => {
    const rules = policy.rules.map((one) => (one.id === id ? { ...one, ...change } : one))
    // As from a file: what is undefined is not there.
    const [issue] = policySchema.safeParse(JSON.parse(JSON.stringify({ ...policy, rules }))).error?.issues ?? []
    const index = policy.rules.findIndex((one) => one.id === id)
    expect(issue?.path.join('.')).toBe(['rules', index, at].filter((part) => part !== '').join('.'))
    expect(issue?.message).toContain(says)
  })

  /** A rule of the pack with other values, all that its schema says of it, by where in the rule. */
  const problemsWith = (id: string, change: object): readonly string[] => {
    const index = policy.rules.findIndex((one) => one.id === id)
    const rules = policy.rules.map((one) => (one.id === id ? { ...one, ...change } : one))
    const read = policySchema.safeParse(JSON.parse(JSON.stringify({ ...policy, options: [], rules })))
    return (read.error?.issues ?? []).map(({ path, message }) => {
      expect(path.slice(0, 2)).toEqual(['rules', index])
      return `${path.slice(2).join('.')}: ${message}`
    })
  }
  const late = (role: string, step = 'late') => ({ step, afterWorkingDays: 1, to: [role] })
  const back = (n: number, unit = 'working-days') => ({ n, unit })
  const long = ruleOf(policy, 'long-plan').parts ?? []

  it.each([
    ['review-first', { late: [] }, /^late: nobody above the worker would be told that review-first is late/],
    ['review-first', { late: [late('social-worker')] }, /^late: nobody above the worker/],
    ['long-plan', { parts: long.map(({ part, interval }) => ({ part, interval })) }, /^late: nobody above the worker/],
    ['core-group-first', { late: [late('service-manager')] }, /^late: late names service-manager, .* team-manager/],
    ['reconvene', { late: [late('team-manager')] }, /^late: late names team-manager, .*independent-reviewing-officer/],
    [
      'long-plan',
      { parts: long.map((part) => ({ ...part, late: [late('director')] })) },
      /^parts.0.late: .*head-of-service/,
    ],
    ['action', { late: [late('team-manager'), late('service-manager', 'late-2')] }, /^late: late-2 would not be told/],
    ['visit', { validFrom: '2027-01-01', validTo: '2026-12-31' }, /^validTo: validTo lies before validFrom/],
    ['visit', { interval: back(7, 'days') }, /^lateUnit: visit is counted in days, .* write calendar-days/],
    ['visit', { afterBirth: back(10) }, /^afterBirth: visit does not look at a birth/],
    ['goal', { firstDayCounts: true }, /^firstDayCounts: goal counts no days/],
    ['icpc-report', { firstDayCounts: true }, /^firstDayCounts: icpc-report counts no days/],
    ['review-next', { firstDayCounts: true }, /^firstDayCounts: review-next counts no days/],
    ['visit', { count: 2 }, /^count: visit does not look at count/],
    [
      'visit',
      { reminders: [{ step: 'due-5wd', back: back(4), to: ['social-worker'] }] },
      /^reminders.0.step: .* this one is due-4wd/,
    ],
    ['visit', { reminders: [{ step: 'due-0d', back: back(0, 'days'), to: ['social-worker'] }] }, /this one is due-0$/],
    [
      'visit',
      { reminders: [1, 2].map(() => ({ step: 'due-2wd', back: back(2), to: ['social-worker'] })) },
      /^reminders.1.step: due-2wd stands twice/,
    ],
    [
      'long-plan',
      { parts: long.map((part) => ({ ...part, reminders: [{ step: 'due-0', to: ['team-manager'] }] })) },
      /^parts.0.reminders.0.back: at-once has no distance back/,
    ],
  ])('refuses %s with values that tell nobody, somebody else or change nothing: %j', (id, change, says) => {
    expect(problemsWith(id, change)[0]).toMatch(says)
  })

  it.each([
    ['visit', { firstDayCounts: true }],
    ['review-first', { afterBirth: back(10) }],
    ['long-plan', { late: [late('head-of-service')] }],
    ['visit', { validFrom: '2027-01-01', validTo: '2027-01-01' }],
    ['action', { late: [late('social-worker'), late('team-manager', 'late-2')] }],
  ])('takes %s with %j', (id, change) => {
    expect(problemsWith(id, change)).toEqual([])
  })

  const supervision = (policy.options ?? []).flatMap(({ adds = [] }) => adds)
  const [weekly] = (policy.options ?? []).filter(({ name }) => name === 'weekly-visits')
  it.each([
    ['changes.0.rule: this pack has no such rule', { changes: [{ rule: 'horoscope', firstDayCounts: true }] }],
    ['changes.0.late: nobody above the worker', { changes: [{ rule: 'visit', late: [] }] }],
    ['changes.0.interval: the facts name the day', { changes: [{ rule: 'goal', interval: back(5) }] }],
    ['name: this option stands twice', { name: 'cin-review-4-weekly' }],
    ['changes: an option changes or adds something', { changes: [] }],
    ['adds.0.id: this rule stands twice', { adds: [ruleOf(policy, 'visit')] }],
    ['adds.0.id: this rule stands twice', { adds: supervision }],
    ['adds.0.late: nobody above the worker', { adds: supervision.map((rule) => ({ ...rule, late: [] })) }],
  ])('refuses an option, at %s', (says, change) => {
    const options = [...(policy.options ?? []), { ...weekly, name: 'more-visits', ...change }]
    const [issue] = policySchema.safeParse({ ...policy, options }).error?.issues ?? []
    expect(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`).toContain(`options.4.${says}`)
  })

  it('a pack with other numbers moves every date: no interval stands in code', () => {
    const days = { n: 11, unit: 'days' as const }
    const other = {
      ...policy,
      rules: policy.rules.map((rule) => ({
        ...rule,
        roll: 'none' as const,
        ...(rule.interval === null ? {} : { interval: days }),
        ...(rule.parts === undefined ? {} : { parts: rule.parts.map((part) => ({ ...part, interval: days })) }),
      })),
    }
    const { obligations } = timeline(busy, always(other), calendar)
    expect(obligations.filter(({ triggerOn, dueOn }) => !dueOn.equals(triggerOn.plusDays(11)))).toEqual([])
  })

  it('a rule that cannot be computed is refused, never silently skipped', () => {
    const unknown = { ...policy, rules: policy.rules.map((rule) => ({ ...rule, id: `${rule.id}-x` })) }
    expect(() => timeline(facts([]), always(unknown), calendar)).toThrow('referral-decision-x')
  })
})
