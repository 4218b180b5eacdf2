import { englandFamilySafeguarding1 as policy } from '../../domain/policy/englandFamilySafeguarding1'
import { isImmediate, ruleOf } from '../../domain/policy/policyPack'
import { policySchema } from '../../domain/policy/policySchema'
import { RULE_IDS } from '../../domain/policy/ruleIds'
import { timeline } from '../../domain/timeline/timeline'
import { calendar, event, facts, planOn } from './facts'

const says = (id: string) => {
  const rule = ruleOf(policy, id)
  const { n, unit } = rule.interval
  const late = rule.late
    .map((told) => {
      const after = isImmediate(told)
        ? `at once after ${String(told.afterTrigger.n)} ${told.afterTrigger.unit}`
        : `+${String(told.afterWorkingDays)}`
      return `${told.to.join(' and ')} ${after}`
    })
    .join(', ')
  return `${String(n)} ${unit} | ${rule.reminders.map(({ step }) => step).join(' ')} | ${late} | ${rule.basis}`
}

describe('the built-in pack says what the handbook, section 3, says', () => {
  it.each([
    ['assessment', '45 working-days | due-15wd due-5wd due-1wd | team-manager +1 | statutory'],
    [
      'strategy-to-icpc',
      '15 working-days | book-10wd due-3wd due-1wd | team-manager and conference-service +0 | statutory',
    ],
    ['core-group-first', '10 working-days | due-5wd due-1wd | team-manager +1 | statutory'],
    ['core-group', '6 weeks | due-7d due-1wd | team-manager +1 | local'],
    [
      'visit',
      '10 working-days | due-2wd | social-worker +1, team-manager +2, team-manager at once after 28 days | local',
    ],
    [
      'review-first',
      '3 months | book-6w due-10wd due-2wd | team-manager and independent-reviewing-officer +0 | statutory',
    ],
    [
      'review-next',
      '6 months | book-6w due-10wd due-2wd | team-manager and independent-reviewing-officer +0 | statutory',
    ],
    ['cpp-follow-up-3m', '3 months | due-10wd due-2wd | team-manager +5 | product'],
    ['cpp-follow-up-6m', '6 months | due-10wd due-2wd | team-manager +5 | product'],
    ['allocation', '2 working-days | at-once | team-manager +0 | product'],
  ])('%s: %s', (id, text) => {
    expect(says(id)).toBe(text)
  })

  it.each(policy.rules.map((rule) => [rule.id, rule] as const))(
    '%s climbs from the manager of the team to the director',
    (_, rule) => {
      expect(rule.ladder.map(({ role, afterWorkingDays }) => `${role} +${String(afterWorkingDays)}`)).toEqual([
        'team-manager +0',
        'service-manager +3',
        'head-of-service +5',
        'director +5',
      ])
    },
  )

  it('a step is named after its distance', () => {
    const units = { 'working-days': 'wd', weeks: 'w', days: 'd', months: 'm' }
    for (const { step, back } of policy.rules.flatMap(({ reminders }) => reminders))
      expect(step).toMatch(back === undefined ? 'at-once' : new RegExp(`-${String(back.n)}${units[back.unit]}$`))
  })

  it('meetings are due on the working day before, everything else stays; extracts carry all but core groups and answers', () => {
    const which = (pick: (rule: (typeof policy.rules)[number]) => boolean) =>
      policy.rules.filter(pick).map(({ id }) => id)
    expect(which(({ roll }) => roll === 'back')).toEqual([
      'strategy-to-icpc',
      'core-group-first',
      'core-group',
      'review-first',
      'review-next',
    ])
    expect(which(({ carriedBySource }) => !carriedBySource)).toEqual([
      'core-group-first',
      'core-group',
      'cpp-follow-up-3m',
      'cpp-follow-up-6m',
    ])
  })
})

/** Something for every rule. */
const busy = facts([
  event('referral-received', '2026-02-20', { source: '2A' }),
  event('referral-decided', '2026-02-20', { outcome: 'accepted' }),
  event('strategy-discussion', '2026-02-27', { opensSection47: true }),
  ...planOn('2026-03-18'),
  event('core-group-held', '2026-03-31', {}),
  event('review-held', '2026-06-10', { outcome: 'continue' }),
])

describe('a pack in a file is checked', () => {
  it('the built-in pack is one, and names every rule that can be computed', () => {
    expect(policySchema.parse(structuredClone(policy))).toEqual(policy)
    expect(policy.rules.map(({ id }) => id)).toEqual([...RULE_IDS])
    expect(timeline(facts([]), policy, calendar)).toEqual({ obligations: [], problems: [] })
  })

  const [first, ...others] = policy.rules
  it.each([
    { wrong: { id: 'no number', rules: policy.rules }, at: 'id' },
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

  it('a pack with other numbers moves every date: no interval stands in code', () => {
    const days = { n: 11, unit: 'days' as const }
    const other = { ...policy, rules: policy.rules.map((rule) => ({ ...rule, roll: 'none' as const, interval: days })) }
    const { obligations } = timeline(busy, other, calendar)
    expect(new Set(obligations.map(({ rule }) => rule))).toEqual(new Set(RULE_IDS))
    expect(obligations.filter(({ triggerOn, dueOn }) => !dueOn.equals(triggerOn.plusDays(11)))).toEqual([])
  })

  it('a rule that cannot be computed is refused, never silently skipped', () => {
    const unknown = { ...policy, rules: policy.rules.map((rule) => ({ ...rule, id: `${rule.id}-x` })) }
    expect(() => timeline(facts([]), unknown, calendar)).toThrow('assessment-x')
  })
})
