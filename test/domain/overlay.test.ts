import { always } from '../../domain/policy/policySchedule'
import { englandFamilySafeguarding1 as pack } from '../../domain/policy/englandFamilySafeguarding1'
import { overlayProblem, withOverlay, type Overlay } from '../../domain/policy/overlay'
import { rulePart, ruleOf } from '../../domain/policy/policyPack'
import { overlaySchema, policySchema } from '../../domain/policy/policySchema'
import { timeline } from '../../domain/timeline/timeline'
import { calendar, event, facts } from './facts'

const WEEKLY: Overlay = {
  id: 'north-county@2',
  extends: pack.id,
  approvedBy: { name: 'A. Head', post: 'Head of safeguarding', on: '2026-10-01' },
  changes: [{ rule: 'visit', why: 'North County visiting standard 2026', interval: { n: 5, unit: 'working-days' } }],
}
const given = facts([event('plan-started', '2026-11-02', { plan: 'cpp' })])
const dueOn = (policy: typeof pack, rule: string) =>
  timeline(given, always(policy), calendar)
    .obligations.find((one) => one.rule === rule)
    ?.dueOn.toString()

describe('a council overlay', () => {
  it('changes single values of single rules, and nothing else', () => {
    const council = withOverlay(pack, WEEKLY)
    expect(dueOn(pack, 'visit')).toBe('2026-11-16')
    expect(dueOn(council, 'visit')).toBe('2026-11-09')
    expect(council.id).toBe('north-county@2')
    expect(council.rules.filter(({ id }) => id !== 'visit')).toEqual(pack.rules.filter(({ id }) => id !== 'visit'))
    expect(ruleOf(council, 'visit').reminders).toEqual(ruleOf(pack, 'visit').reminders)
  })

  it('what it changed is local from then on, and cites the council', () => {
    const { basis, source } = ruleOf(withOverlay(pack, WEEKLY), 'visit')
    expect(basis).toBe('local')
    expect(source).toBe(
      `North County visiting standard 2026 (north-county@2); otherwise: ${ruleOf(pack, 'visit').source}`,
    )
  })

  const [weekly] = WEEKLY.changes
  it.each([
    ['another pack', { extends: 'england-family-safeguarding@9' }, ['extends'], /this version of Caseclock has/],
    ['the name of the pack', { id: pack.id }, ['id'], /a name of its own/],
    [
      'a rule the pack has not',
      { changes: [{ rule: 'horoscope', why: 'because' }] },
      ['changes', 0, 'rule'],
      /has no such rule. It has referral-decision/,
    ],
    [
      'a rule that only an option brings',
      { changes: [{ rule: 'individual-supervision', why: 'because' }] },
      ['changes', 0, 'rule'],
      /individual-supervision is off in .*: choose the option individual-supervision, then change it/,
    ],
    ['a rule twice', { changes: [weekly!, weekly!] }, ['changes', 1, 'rule'], /changed twice/],
  ])('does not fit with %s', (_, change: Partial<Overlay>, path, problem) => {
    const wrong = { ...WEEKLY, ...change }
    expect(overlayProblem(pack, wrong)).toEqual({ path, problem: expect.stringMatching(problem) as string })
    expect(() => withOverlay(pack, wrong)).toThrow(problem)
  })

  const because = 'North County standard 2026'
  const director = [{ step: 'late' as const, afterWorkingDays: 1, to: ['director' as const] }]
  it.each([
    ['nobody to tell', { rule: 'review-first', late: [] }, ['late'], /nobody above the worker/],
    [
      'somebody the ladder does not tell',
      { rule: 'visit', late: director },
      ['late'],
      /ladder begins with team-manager/,
    ],
    [
      'a ladder that tells somebody else',
      { rule: 'visit', ladder: [{ role: 'director', afterWorkingDays: 0 }] },
      ['late'],
      /late-2 names team-manager, but the ladder begins with director/,
    ],
    ['no day to hold on', { rule: 'visit', validFrom: '2027-01-01', validTo: '2026-01-01' }, ['validTo'], /never hold/],
    ['a birth nobody looks at', { rule: 'visit', afterBirth: { n: 1, unit: 'weeks' } }, ['afterBirth'], /a birth/],
    ['a first day that cannot count', { rule: 'goal', firstDayCounts: true }, ['firstDayCounts'], /counts no days/],
  ] as const)('does not fit with %s', (_, change, path, problem) => {
    const wrong: Overlay = { ...WEEKLY, changes: [...WEEKLY.changes.slice(1), { ...change, why: because }] }
    expect(overlayProblem(pack, wrong)).toEqual({
      path: ['changes', 0, ...path],
      problem: expect.stringMatching(problem) as string,
    })
  })

  it('days late are counted as the new interval is, for the rule and for each part', () => {
    const council = withOverlay(pack, {
      ...WEEKLY,
      options: ['weekly-visits'],
      changes: [
        {
          ...{ rule: 'cin-review', why: because },
          parts: [
            { part: 'first', interval: { n: 30, unit: 'working-days' } },
            { part: 'next', interval: { n: 3, unit: 'months' } },
          ],
        },
      ],
    })
    const lateIn = (id: string, part = '') => rulePart(ruleOf(council, id), part).lateUnit
    expect(lateIn('visit')).toBe('calendar-days')
    expect([lateIn('cin-review', 'first'), lateIn('cin-review', 'next')]).toEqual(['working-days', 'calendar-days'])
  })

  it('the parts of a rule keep whom they tell unless that is said too', () => {
    const stages = ruleOf(pack, 'dispute').parts ?? []
    const shorter = stages.map(({ part }) => ({ part, interval: { n: 1, unit: 'working-days' as const } }))
    const lastLate = shorter.map((stage) => (stage.part === '4' ? { ...stage, late: director } : stage))
    const { parts } = ruleOf(
      withOverlay(pack, { ...WEEKLY, changes: [{ rule: 'dispute', why: because, parts: lastLate }] }),
      'dispute',
    )
    expect(parts).toEqual(
      stages.map((stage, at) => ({
        ...stage,
        interval: shorter[at]?.interval,
        ...(at === 3 ? { late: director } : {}),
      })),
    )
  })

  it('what it makes is a whole pack, with every option chosen too', () => {
    const all = withOverlay(pack, { ...WEEKLY, options: (pack.options ?? []).map(({ name }) => name) })
    expect(policySchema.parse(structuredClone(all))).toEqual(all)
  })

  it('an option may switch on a rule, which keeps its own source unless the council changes it', () => {
    const chosen = { ...WEEKLY, options: ['individual-supervision'] }
    const asItComes = ruleOf(withOverlay(pack, chosen), 'individual-supervision')
    expect([asItComes]).toEqual(pack.options?.flatMap(({ adds = [] }) => adds))
    const change = { rule: 'individual-supervision', why: 'Our standard', interval: { n: 6, unit: 'weeks' as const } }
    const changed = ruleOf(withOverlay(pack, { ...chosen, changes: [change] }), 'individual-supervision')
    expect(changed.interval).toEqual({ n: 6, unit: 'weeks' })
    expect(changed.source).toBe(`Our standard (north-county@2); otherwise: ${asItComes.source}`)
    expect(pack.rules.some(({ id }) => id === 'individual-supervision')).toBe(false)
  })

  it('fits otherwise, and is what its schema allows', () => {
    expect(overlayProblem(pack, WEEKLY)).toBeUndefined()
    expect(overlaySchema.parse(structuredClone(WEEKLY))).toEqual(WEEKLY)
  })

  it.each([
    ['nobody who approved it', { approvedBy: undefined }, 'approvedBy'],
    ['no post', { approvedBy: { name: 'A. Head', on: '2026-10-01' } }, 'approvedBy.post'],
    ['a day that does not exist', { approvedBy: { ...WEEKLY.approvedBy, on: '2026-02-30' } }, 'approvedBy.on'],
    ['no change', { changes: [] }, 'changes'],
    ['a character jsonb cannot hold', { changes: [{ ...weekly, why: 'x\0' }] }, 'changes.0.why'],
    ['half a character', { changes: [{ ...weekly, why: 'x\ud800' }] }, 'changes.0.why'],
    ['what clears a screen', { approvedBy: { ...WEEKLY.approvedBy, name: '\u001b[2J' } }, 'approvedBy.name'],
    ['two lines', { changes: [{ ...weekly, why: 'one\ntwo' }] }, 'changes.0.why'],
    ['an option twice', { options: ['weekly-visits', 'weekly-visits'] }, 'options.1'],
    ['a change without a value', { changes: [{ rule: 'visit', why: because }] }, 'changes.0'],
    ['no reason', { changes: [{ rule: 'visit' }] }, 'changes.0.why'],
    ['what a rule means', { changes: [{ ...weekly, metBy: 'a telephone call' }] }, 'changes.0'],
    [
      'a reminder without its distance',
      { changes: [{ ...weekly, reminders: [{ step: 'due-5wd', to: ['social-worker'] }] }] },
      'changes.0.reminders.0.back',
    ],
    [
      'a reminder of a part without its distance',
      {
        changes: [
          {
            ...{ rule: 'long-plan', why: because },
            parts: [
              { part: '15m', interval: { n: 15, unit: 'months' }, reminders: [{ step: 'due-0', to: ['director'] }] },
            ],
          },
        ],
      },
      'changes.0.parts.0.reminders.0.back',
    ],
  ])('is refused with %s', (_, change, at) => {
    expect(overlaySchema.safeParse({ ...WEEKLY, ...change }).error?.issues[0]?.path.join('.')).toBe(at)
  })
})
