import { always } from '../../domain/policy/policySchedule'
import { englandFamilySafeguarding1 as policy } from '../../domain/policy/englandFamilySafeguarding1'
import {
  isImmediate,
  ruleComingWith,
  rulePart,
  ruleOf,
  type Distance,
  type LateRule,
  type Rule,
} from '../../domain/policy/policyPack'
import { policySchema } from '../../domain/policy/policySchema'
import { RULE_IDS } from '../../domain/policy/ruleIds'
import { timeline } from '../../domain/timeline/timeline'
import { calendar, event, facts, planOn } from './facts'

const partsOf = (rule: Rule): readonly Rule[] => rule.parts?.map(({ part }) => rulePart(rule, part)) ?? [rule]

const distance = ({ n, unit, before }: Distance) => `${String(n)} ${unit}${before === true ? ' before' : ''}`

const lateWords = (late: readonly LateRule[]) =>
  late
    .map((told) => {
      const after = isImmediate(told)
        ? `at once after ${distance(told.afterTrigger)}`
        : `${told.afterWorkingDays < 0 ? '' : '+'}${String(told.afterWorkingDays)}`
      return `${told.to.join(' and ')} ${after}`
    })
    .join(', ')

const dates = ({ interval, parts }: Rule) =>
  parts
    ?.map(
      ({ part, late, ...one }) =>
        `${part}: ${distance(one.interval)}${late === undefined ? '' : ` (${lateWords(late)})`}`,
    )
    .join(', ') ?? (interval === null ? 'the day named' : distance(interval))

const says = (id: string) => {
  const rule = ruleComingWith(policy, id)
  return `${dates(rule)} | ${rule.reminders.map(({ step }) => step).join(' ')} | ${lateWords(rule.late)} | ${rule.basis}`
}

describe('the built-in pack says what the handbook, section 3, says', () => {
  it.each([
    ['referral-decision', '1 working-days | due-0 | service-manager +1 | statutory'],
    ['referrer-feedback', '5 working-days | due-1wd | team-manager +3 | product'],
    ['assessment', '45 working-days | due-15wd due-5wd due-1wd | team-manager +1 | statutory'],
    ['assessment-child-seen', '10 working-days | due-3wd | team-manager +1 | local'],
    ['enquiry-child-seen', '1 working-days | at-once | team-manager +0 | local'],
    [
      'strategy-to-icpc',
      '15 working-days | book-10wd due-3wd due-1wd | team-manager and conference-service +0 | statutory',
    ],
    ['icpc-report', '2 working-days before | due-2wd | team-manager +0 | local'],
    ['transfer-in-conference', '15 working-days | due-5wd | team-manager +1 | statutory'],
    ['reconvene', '10 working-days | due-5wd due-1wd | team-manager and independent-reviewing-officer +1 | local'],
    ['conference-decision', '1 working-days | due-2wd | conference-service +1 | local'],
    ['conference-record', '20 working-days | due-2wd | conference-service +1 | local'],
    ['core-group-first', '10 working-days | due-5wd due-1wd | team-manager +1 | statutory'],
    ['core-group', '6 weeks | due-7d due-1wd | team-manager +1 | local'],
    [
      'visit',
      '10 working-days | due-2wd | social-worker +1, team-manager +2, team-manager at once after 28 days | local',
    ],
    ['visit-safety-plan', '5 days | due-1d | team-manager +1 | practice'],
    [
      'review-first',
      '3 months | book-6w due-10wd due-2wd | team-manager and independent-reviewing-officer +0 | statutory',
    ],
    [
      'review-next',
      '6 months | book-6w due-10wd due-2wd | team-manager and independent-reviewing-officer +0 | statutory',
    ],
    ['review-report', '5 working-days before | due-5wd due-1wd | team-manager +0 | local'],
    ['plan-gate', '10 working-days | due-5wd | team-manager +1 | product'],
    ['goal', 'the day named | due-10wd due-2wd | team-manager +5 | product'],
    ['long-plan', '15m: 15 months, 18m: 18 months, 24m: 24 months (head-of-service +0) | due-0 |  | local'],
    ['cpp-follow-up-3m', '3 months | due-10wd due-2wd | team-manager +5 | product'],
    ['cpp-follow-up-6m', '6 months | due-10wd due-2wd | team-manager +5 | product'],
    ['closure-follow-up', '3m: 3 months, 6m: 6 months, 12m: 12 months | due-5wd | team-manager +10 | product'],
    ['baseline', 'start: 20 working-days, review: 10 working-days before | due-5wd | team-manager +2 | product'],
    ['cin-visit', '20 working-days | due-3wd | social-worker +1, team-manager +3 | local'],
    ['cin-review', 'first: 6 weeks, next: 3 months | due-10wd due-2wd | team-manager +5 | local'],
    ['plo-review', '8 weeks | due-10wd due-2wd | service-manager +1 | local'],
    ['plo-end', '16 weeks | due-10wd due-2wd | service-manager +1 | local'],
    ['safety-plan-written', '5 days | due-3d due-1d | team-manager and detective-sergeant +1 | practice'],
    ['safety-plan-signed', '2 working-days | due-1wd | team-manager +1 | product'],
    ['safety-plan-review', '6 weeks | due-5wd due-1wd | team-manager +1 | practice'],
    ['conditional-caution', '3 months | due-14d due-3d | detective-sergeant and team-manager +0 | practice'],
    ['gcs-month', 'the day named |  | team-manager -2 | practice'],
    [
      'dispute',
      '1: 2 working-days (team-manager +0), 2: 5 working-days (service-manager +0), 3: 5 working-days (head-of-service +0), 4: 8 working-days (director +0) | due-1wd | team-manager +0 | local',
    ],
    ['individual-supervision', '4 weeks | due-7d due-1wd | team-manager +1 | local'],
    ['information-request', '10 working-days | due-2wd | team-manager +1 | product'],
    ['handover', '5 working-days | due-2wd | team-manager and receiving-team-manager +1 | product'],
    ['handshake', '10 working-days | due-3wd | team-manager +1 | product'],
    ['action', 'the day named | due-2wd | team-manager +5 | product'],
    ['allocation', '2 working-days | at-once | team-manager +0 | product'],
    ['no-progress', '20 working-days |  | team-manager +0 | product'],
    ['reviews-without-goal-met', 'the day named |  | team-manager +0 | product'],
    ['absent-twice', 'the day named |  | team-manager +0 | product'],
    ['summary-late-twice', '5 working-days before |  | team-manager +0 | product'],
    ['worker-changes', 'the day named |  | team-manager +0 | product'],
    ['back-within-a-year', 'the day named |  | team-manager +0 | product'],
    ['repeat-plan-without-reason', 'the day named |  | team-manager +0 | product'],
    ['specialist-vacant', 'the day named |  | team-manager +0 | product'],
    ['booking-without-outcome', '2 working-days |  | team-manager +0 | product'],
    ['breach-without-next-step', '1 working-days |  | team-manager +0 | product'],
    ['not-seen-twice', 'the day named |  | team-manager +0 | product'],
    ['appointments-missed', 'the day named |  | team-manager +0 | product'],
    ['plan-ended-without-ground', 'the day named |  | team-manager +0 | product'],
  ])('%s: %s', (id, text) => {
    expect(says(id)).toBe(text)
  })

  it.each(policy.rules.map((rule) => [rule.id, rule] as const))(
    '%s climbs as the ladder of the handbook does, from its first rung to its top',
    (_, rule) => {
      const whole = ['team-manager +0', 'service-manager +3', 'head-of-service +5', 'director +5']
      for (const { ladder } of partsOf(rule)) {
        const rungs = ladder.map(({ role, afterWorkingDays }) => `${role} +${String(afterWorkingDays)}`)
        const own = rungs.slice(ladder[0]?.role === 'conference-service' ? 1 : 0)
        const from = whole.findIndex((rung) => rung.split(' ')[0] === own[0]?.split(' ')[0])
        expect(own.slice(1)).toEqual(whole.slice(from + 1, from + own.length))
      }
    },
  )

  it('whoever stands above the worker hears at the lead time that nothing is booked, beside those who book', () => {
    const booking = policy.rules.flatMap(({ id, reminders }) =>
      reminders.filter(({ step }) => step.startsWith('book-')).map(({ step, to }) => `${id} ${step}: ${to.join(', ')}`),
    )
    expect(booking).toEqual([
      'strategy-to-icpc book-10wd: social-worker, conference-service, team-manager',
      'review-first book-6w: social-worker, conference-service, team-manager',
      'review-next book-6w: social-worker, conference-service, team-manager',
    ])
  })

  it('a stall finds so many of a kind running, or within a time', () => {
    const numbers = policy.rules.flatMap(({ id, count, within, alsoWithin }) => {
      const words = [within, alsoWithin].map((one) => (one === undefined ? '' : ` within ${distance(one)}`)).join('')
      return count === undefined && words === ''
        ? []
        : [`${id}: ${count === undefined ? 'one' : String(count)}${words}`]
    })
    expect(numbers).toEqual([
      'reviews-without-goal-met: 2',
      'absent-twice: 2',
      'summary-late-twice: 2',
      'worker-changes: 3 within 6 months',
      'back-within-a-year: one within 12 months within 6 months',
      'not-seen-twice: 2',
      'appointments-missed: 2',
    ])
  })

  it('meetings are due on the working day before, everything else stays; extracts carry what their tables hold', () => {
    const which = (pick: (rule: (typeof policy.rules)[number]) => boolean) =>
      policy.rules.filter(pick).map(({ id }) => id)
    expect(which(({ roll }) => roll === 'back')).toEqual([
      'strategy-to-icpc',
      'transfer-in-conference',
      'reconvene',
      'core-group-first',
      'core-group',
      'review-first',
      'review-next',
      'cin-review',
      'safety-plan-review',
    ])
    expect(which(({ carriedBySource }) => carriedBySource)).toEqual([
      'referral-decision',
      'assessment',
      'strategy-to-icpc',
      'transfer-in-conference',
      'reconvene',
      'visit',
      'review-first',
      'review-next',
      'cin-visit',
      'allocation',
      'worker-changes',
      'back-within-a-year',
      'not-seen-twice',
      'plan-ended-without-ground',
    ])
  })
})

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
    [{ changes: [{ rule: 'horoscope', firstDayCounts: true }] }, 'changes.0.rule: this pack has no such rule'],
    [{ changes: [{ rule: 'visit', late: [] }] }, 'changes.0.late: nobody above the worker'],
    [{ changes: [{ rule: 'goal', interval: back(5) }] }, 'changes.0.interval: the facts name the day'],
    [{ name: 'cin-review-4-weekly' }, 'name: this option stands twice'],
    [{ changes: [] }, 'changes: an option changes or adds something'],
    [{ adds: [ruleOf(policy, 'visit')] }, 'adds.0.id: this rule stands twice'],
    [{ adds: supervision }, 'adds.0.id: this rule stands twice'],
    [{ adds: supervision.map((rule) => ({ ...rule, late: [] })) }, 'adds.0.late: nobody above the worker'],
  ])('refuses an option with %j', (change, says) => {
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
