import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { knownOn } from '../../../domain/chronology/knownOn'
import { englandFamilySafeguarding1 as pack } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { sentence } from '../../../domain/timeline/sentence'
import { timeline } from '../../../domain/timeline/timeline'
import { calendar, day, event, facts, obligationsOf, planOn, summary } from '../facts'

interface GoalWords {
  readonly goal?: string
  readonly plan?: string
  readonly by?: string
}
interface More {
  readonly id?: string
  readonly supersedes?: string
  readonly void?: boolean
  readonly children?: readonly string[]
}
const PLAN = 'plan-started 2026-03-02'
const set = (on: string, { goal = 'school', plan = PLAN, by = '2026-06-15' }: GoalWords = {}, more: More = {}) =>
  event(
    'goal-set',
    on,
    {
      ...{ goal, plan, by, change: 'in school every day', sign: 'the register' },
      ...{ otherwise: 'a meeting with the head', otherwiseBy: '2026-06-30' },
    },
    { id: `set ${on}`, ...more },
  )
const reviewed = (
  on: string,
  outcome: 'met' | 'part' | 'not' = 'part',
  more: More & { readonly goal?: string } = {},
) => {
  const { goal = 'school', ...rest } = more
  return event('goal-reviewed', on, { goal, outcome }, rest)
}
const contingency = (on: string, goal = 'school') => event('contingency-started', on, { goal })
const given = (...events: ChronologyEvent[]) => facts([...planOn('2026-03-02'), ...events])
const problems = (of: ReturnType<typeof facts>) => timeline(of, always(pack), calendar).problems
const ONE_NAME = 'two goals of one name run at once; what is recorded under that name counts for both'
const NO_PLAN =
  'a goal names no plan of the child that is known, and no single plan ran that day; it ends with the case only'
const TO_18 = 'cancelled 2040-01-05'
const two = { children: ['c1', 'c2'].map((id) => ({ id, bornOn: day('2022-01-05'), expectedOn: null })) }

describe("goal: goal's by-date: outcome recorded: met, part met, not met", () => {
  const goalSet = set('2026-03-09')
  it.each([
    { events: [goalSet], gives: [`2026-06-15 ${TO_18}`], because: 'nothing recorded' },
    { events: [goalSet, reviewed('2026-06-15', 'met')], gives: ['2026-06-15 met 2026-06-15'], because: 'met' },
    { events: [goalSet, reviewed('2026-06-15', 'part')], gives: ['2026-06-15 met 2026-06-15'], because: 'part met' },
    {
      events: [goalSet, reviewed('2026-06-18', 'not')],
      gives: ['2026-06-15 met 2026-06-18'],
      because: 'not met, late',
    },
    {
      events: [goalSet, reviewed('2026-06-01', 'met', { goal: 'teeth' })],
      gives: [`2026-06-15 ${TO_18}`],
      because: 'another goal',
    },
    {
      events: [goalSet, reviewed('2026-03-06')],
      gives: [`2026-06-15 ${TO_18}`],
      because: 'reviewed before it was set',
    },
    {
      events: [set('2026-03-09', { by: '2026-06-13' })],
      gives: [`2026-06-13 ${TO_18}`],
      because: 'a Saturday: the day agreed stays',
    },
    {
      events: [goalSet, event('plan-ended', '2026-05-04', { plan: 'cpp', reason: 'moved' })],
      gives: ['2026-06-15 cancelled 2026-05-04'],
      because: 'its plan ended',
    },
    {
      events: [goalSet, event('case-closed', '2026-05-04', { reason: 'RC7' })],
      gives: ['2026-06-15 cancelled 2026-05-04'],
      because: 'the case was closed',
    },
    {
      events: [goalSet, event('child-left', '2026-05-04', { reason: 'died' })],
      gives: ['2026-06-15 cancelled 2026-05-04'],
      because: 'the child died',
    },
    {
      events: [goalSet, set('2026-03-09', {}, { id: 'taken', supersedes: 'set 2026-03-09', void: true })],
      gives: [],
      because: 'taken back',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('goal', given(...events))).toEqual(gives)
  })

  it('is named by its goal, runs from its first version, reminds 10 and 2 wd before, and says why', () => {
    const [one] = obligationsOf('goal', given(goalSet))
    expect([one?.subject, one?.trigger]).toEqual(['school', 'set 2026-03-09'])
    expect(one?.reminders.map(({ step, on }) => `${step} ${on.toString()}`)).toEqual([
      'due-10wd 2026-06-01',
      'due-2wd 2026-06-11',
    ])
    expect(one?.explanation.map(sentence)).toEqual([
      'Goal set on 9 March 2026',
      'the day agreed is 15 June 2026',
      'a Monday and a working day',
    ])
  })

  it.each([
    { events: [], told: ['late 2026-06-22 team-manager'], because: 'no contingency step' },
    { events: [contingency('2026-06-22')], told: [], because: 'one was taken by that day' },
    { events: [contingency('2026-05-20')], told: [], because: 'one was taken ahead of the by-date' },
    { events: [contingency('2026-06-23')], told: ['late 2026-06-22 team-manager'], because: 'one was taken too late' },
    {
      events: [contingency('2026-06-16', 'teeth')],
      told: ['late 2026-06-22 team-manager'],
      because: 'of another goal',
    },
    {
      events: [reviewed('2026-06-16', 'not')],
      told: ['late 2026-06-22 team-manager'],
      because: 'what was met is told to nobody as it is',
    },
  ])('team manager +5 wd if no contingency step taken: $told, $because', ({ events, told }) => {
    const [one] = obligationsOf('goal', given(goalSet, ...events))
    expect(one?.late.map(({ step, on, to }) => `${step} ${on.toString()} ${to.join()}`)).toEqual(told)
  })

  it('what fell due before going live is not known from the import', () => {
    const [one] = obligationsOf('goal', { ...given(goalSet), liveSince: day('2026-07-01') })
    expect(one?.notKnownFromImport).toBe(true)
  })
})

describe('a by-date moved after it has passed stays late', () => {
  const first = set('2026-03-09', { by: '2026-05-01' }, { id: 'v1' })
  const visit = event('visit-made', '2026-05-06', { seen: true })
  const moved = (on: string, by: string, id = 'v2', supersedes = 'v1') => set(on, { by }, { id, supersedes })
  const due = (...events: ChronologyEvent[]) =>
    obligationsOf('goal', given(...events)).map(({ dueOn, trigger, triggerOn }) =>
      [dueOn.toString(), trigger, triggerOn.toString()].join(' '),
    )
  it.each([
    { events: [first, moved('2026-04-20', '2026-07-01')], by: '2026-07-01', because: 'moved ahead of it' },
    { events: [first, moved('2026-05-01', '2026-07-01')], by: '2026-07-01', because: 'moved on the day itself' },
    { events: [first, moved('2026-05-02', '2026-07-01')], by: '2026-05-01', because: 'moved the day after' },
    {
      events: [first, visit, moved('2026-03-09', '2026-07-01')],
      by: '2026-05-01',
      because: 'dated back, and appended after something of a later day',
    },
    {
      events: [first, moved('2026-03-09', '2026-07-01'), visit],
      by: '2026-07-01',
      because: 'corrected before anything of a later day was appended',
    },
    {
      events: [first, moved('2026-04-20', '2026-06-01'), moved('2026-05-11', '2026-07-01', 'v3', 'v2')],
      by: '2026-07-01',
      because: 'moved twice, both times ahead',
    },
    {
      events: [first, moved('2026-04-20', '2026-05-08'), moved('2026-05-11', '2026-07-01', 'v3', 'v2')],
      by: '2026-05-08',
      because: 'moved ahead, then after the new day had passed',
    },
    {
      events: [first, moved('2026-05-11', '2026-07-01'), moved('2026-06-15', '2026-08-01', 'v3', 'v2')],
      by: '2026-05-01',
      because: 'pushed back again and again',
    },
    { events: [first, moved('2026-04-20', '2026-04-24')], by: '2026-04-24', because: 'brought forward' },
  ])('due $by: $because; the key and the day it was set stay', ({ events, by }) => {
    expect(due(...events)).toEqual([`${by} v1 2026-03-09`])
  })

  it('says so', () => {
    const [one] = obligationsOf('goal', given(first, moved('2026-05-11', '2026-07-01')))
    expect(one?.explanation.map(sentence).at(-1)).toBe(
      'moved to 1 July 2026 on 11 May 2026, when that day had passed: it stays late',
    )
  })

  it('a day that was itself a mistake, and corrected, proves nothing', () => {
    const typo = event('visit-made', '2026-12-06', { seen: true }, { id: 'typo' })
    const right = event('visit-made', '2026-04-06', { seen: true }, { id: 'right', supersedes: 'typo' })
    expect(due(first, typo, right, moved('2026-03-09', '2026-07-01'))).toEqual(['2026-07-01 v1 2026-03-09'])
  })

  it('a version that leaves the by-date corrects the day it was set', () => {
    expect(due(first, moved('2026-03-11', '2026-05-01'))).toEqual(['2026-05-01 v1 2026-03-11'])
  })

  it('is not known before it happened', () => {
    const all = given(first, moved('2026-05-11', '2026-07-01'))
    expect(
      obligationsOf('goal', knownOn(all, day('2026-05-10')))[0]
        ?.explanation.map(sentence)
        .at(-1),
    ).toBe('a Friday and a working day')
  })

  it('a goal called otherwise keeps its key, and answers to both names', () => {
    const renamed = set('2026-03-09', { goal: 'in school', by: '2026-05-01' }, { id: 'v2', supersedes: 'v1' })
    for (const goal of ['school', 'in school']) {
      const [one] = obligationsOf('goal', given(first, renamed, reviewed('2026-04-30', 'met', { goal })))
      expect([one?.subject, one?.trigger, one?.end.outcome]).toEqual(['school', 'v1', 'met'])
    }
  })
})

describe('two goals of one name', () => {
  const again = set('2026-04-13', { by: '2026-07-15' })
  it('at once are a problem; each has its key, and an outcome is of both', () => {
    const both = given(set('2026-03-09'), again)
    expect(problems(both)).toEqual([{ events: ['set 2026-03-09', 'set 2026-04-13'], problem: ONE_NAME }])
    expect(obligationsOf('goal', both).map(({ trigger }) => trigger)).toEqual(['set 2026-03-09', 'set 2026-04-13'])
    expect(summary('goal', given(set('2026-03-09'), again, reviewed('2026-06-01')))).toEqual([
      '2026-06-15 met 2026-06-01',
      '2026-07-15 met 2026-06-01',
    ])
  })

  it('one after the other are none: an outcome recorded on the day it is set anew is of the first', () => {
    for (const events of [
      [reviewed('2026-04-13', 'not'), again],
      [again, reviewed('2026-04-13', 'not')],
    ]) {
      const both = given(set('2026-03-09'), ...events)
      expect(problems(both)).toEqual([])
      expect(summary('goal', both)).toEqual(['2026-06-15 met 2026-04-13', `2026-07-15 ${TO_18}`])
    }
  })

  it('set and reviewed on one day, with none before it, is met', () => {
    expect(summary('goal', given(set('2026-03-09'), reviewed('2026-03-09')))).toEqual(['2026-06-15 met 2026-03-09'])
  })

  it('of two children are none, and each is met by its own child', () => {
    const mine = set('2026-03-09', {}, { id: 'one', children: ['c1'] })
    const yours = set('2026-03-10', {}, { id: 'other', children: ['c2'] })
    const both = facts([...planOn('2026-03-02'), mine, yours, reviewed('2026-06-01', 'met', { children: ['c2'] })], two)
    expect(problems(both)).toEqual([])
    expect(obligationsOf('goal', both).map(({ trigger, end }) => `${trigger} ${end.outcome}`)).toEqual([
      'one cancelled',
      'other met',
    ])
  })
})

describe('a goal of several children', () => {
  const goalSet = set('2026-03-09')
  const of = (child: string, on: string) => reviewed(on, 'met', { id: `${child} ${on}`, children: [child] })
  const end = (...events: ChronologyEvent[]) =>
    summary('goal', facts([...planOn('2026-03-02'), goalSet, ...events], two))
  it.each([
    { events: [], gives: `2026-06-15 ${TO_18}`, because: 'it is one matter' },
    { events: [of('c1', '2026-06-01')], gives: `2026-06-15 ${TO_18}`, because: 'nobody answered for the other' },
    {
      events: [of('c1', '2026-06-01'), of('c2', '2026-06-03')],
      gives: '2026-06-15 met 2026-06-03',
      because: 'answered for both',
    },
    { events: [reviewed('2026-06-01')], gives: '2026-06-15 met 2026-06-01', because: 'answered for both at once' },
    {
      events: [event('child-left', '2026-05-04', { reason: 'moved' }, { children: ['c2'] }), of('c1', '2026-06-01')],
      gives: '2026-06-15 met 2026-06-01',
      because: 'one had left',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(end(...events)).toEqual([gives])
  })

  it('is being handled when it is for each of them', () => {
    const step = (child: string) =>
      event('contingency-started', '2026-06-17', { goal: 'school' }, { id: `step ${child}`, children: [child] })
    const late = (...events: ChronologyEvent[]) =>
      obligationsOf('goal', facts([...planOn('2026-03-02'), goalSet, ...events], two))[0]?.late.length
    expect([late(step('c1')), late(step('c1'), step('c2'))]).toEqual([1, 0])
  })
})

describe('which plan a goal is of', () => {
  const cin = (on: string) => event('plan-started', on, { plan: 'cin' }, { id: 'cin' })
  const cinEnded = event('plan-ended', '2026-05-04', { plan: 'cin', reason: 'other' })
  const cppEnded = event('plan-ended', '2026-05-11', { plan: 'cpp', reason: 'moved' })
  const both = [...planOn('2026-03-02'), cin('2026-03-03')]
  it.each([
    { events: [...both, cinEnded, cppEnded], plan: 'cin', ends: '2026-05-04', because: 'the one it names' },
    { events: [...both, cinEnded, cppEnded], plan: 'cpp', ends: '2026-05-11', because: 'the only one of that kind' },
    {
      events: [...planOn('2026-03-02'), cppEnded],
      plan: 'icpc-held 2026-03-02',
      ends: '2026-05-11',
      because: 'named by its conference',
    },
    { events: [...planOn('2026-03-02'), cppEnded], plan: 'a sibling', ends: '2026-05-11', because: 'the only one' },
    { events: [cin('2026-03-03'), cinEnded], plan: 'a sibling', ends: '2026-05-04', because: 'the only one' },
    {
      events: [
        event('safety-plan-agreed', '2026-03-03', { how: 'formal', reviewMode: 'no-end' }, { id: 'safety' }),
        event('safety-plan-ended', '2026-05-18', {}),
      ],
      plan: 'safety',
      ends: '2026-05-18',
      because: 'a safety plan has goals too',
    },
  ])('ends $ends: $because', ({ events, plan, ends }) => {
    expect(summary('goal', facts([...events, set('2026-03-09', { plan })]))).toEqual([`2026-06-15 cancelled ${ends}`])
  })

  it.each([
    { events: both, because: 'two ran, and nobody guesses' },
    { events: [], because: 'none ran' },
  ])('none that is known is a problem, and the goal keeps its clock: $because', ({ events }) => {
    const goal = facts([...events, set('2026-03-09', { plan: 'a plan' })])
    expect(summary('goal', goal)).toEqual([`2026-06-15 ${TO_18}`])
    expect(problems(goal)).toContainEqual({ events: ['set 2026-03-09'], problem: NO_PLAN })
  })

  it('a brother or sister without a plan has no part in it', () => {
    const mine = facts(
      [
        event('plan-started', '2026-03-02', { plan: 'cpp' }, { id: 'mine', children: ['c1'] }),
        set('2026-03-09', { plan: 'mine' }),
      ],
      two,
    )
    expect(problems(mine)).toEqual([])
    const met = { ...mine, events: [...mine.events, reviewed('2026-06-01', 'met', { children: ['c1'] })] }
    expect(summary('goal', met)).toEqual(['2026-06-15 met 2026-06-01'])
  })
})

describe('plan-gate: CPP or CIN plan start: 10 wd: at least one goal, and every goal has all it needs', () => {
  const gate = (...events: ChronologyEvent[]) => summary('plan-gate', facts(events))
  const plan = planOn('2026-03-02')
  const cin = event('plan-started', '2026-03-27', { plan: 'cin' }, { id: 'cin' })
  it.each([
    { events: plan, gives: [`2026-03-16 ${TO_18}`], because: 'no goal' },
    { events: [...plan, set('2026-03-16')], gives: ['2026-03-16 met 2026-03-16'], because: 'a goal on the last day' },
    { events: [...plan, set('2026-03-18')], gives: ['2026-03-16 met 2026-03-18'], because: 'a goal, late' },
    {
      events: [...plan, set('2026-03-11', { goal: 'teeth' }), set('2026-03-09')],
      gives: ['2026-03-16 met 2026-03-09'],
      because: 'the first of them, whichever was recorded first',
    },
    {
      events: [...plan, set('2026-03-09'), set('2026-04-20', { by: '2026-07-01' }, { supersedes: 'set 2026-03-09' })],
      gives: ['2026-03-16 met 2026-03-09'],
      because: 'a by-date moved later leaves the day it was met',
    },
    {
      events: [
        ...plan,
        set('2026-03-09'),
        set('2026-03-09', {}, { id: 'taken', supersedes: 'set 2026-03-09', void: true }),
      ],
      gives: [`2026-03-16 ${TO_18}`],
      because: 'the only goal was taken back',
    },
    { events: [cin], gives: [`2026-04-14 ${TO_18}`], because: 'a CIN plan, over Good Friday and Easter Monday' },
    {
      events: [cin, set('2026-04-01', { plan: 'cin' })],
      gives: ['2026-04-14 met 2026-04-01'],
      because: 'of a CIN plan',
    },
    {
      events: [...plan, event('plan-ended', '2026-03-12', { plan: 'cpp', reason: 'moved' })],
      gives: ['2026-03-16 cancelled 2026-03-12'],
      because: 'the plan ended',
    },
    {
      events: [...plan, event('case-closed', '2026-03-12', { reason: 'RC7' })],
      gives: ['2026-03-16 cancelled 2026-03-12'],
      because: 'the case was closed',
    },
    { events: [event('plan-started', '2026-03-02', { plan: 'plo' })], gives: [], because: 'pre-proceedings have none' },
  ])('$gives: $because', ({ events, gives }) => {
    expect(gate(...events)).toEqual(gives)
  })

  it('asks each plan for goals of its own', () => {
    const ended = event('plan-ended', '2026-06-01', { plan: 'cpp', reason: 'moved' })
    const next = event('plan-started', '2026-06-10', { plan: 'cin' }, { id: 'next' })
    expect(gate(...plan, set('2026-03-09'), ended, next)).toEqual(['2026-03-16 met 2026-03-09', `2026-06-24 ${TO_18}`])
  })

  it('reminds 5 wd before, tells the team manager 1 wd late, and asks each child', () => {
    const [one, other] = obligationsOf('plan-gate', facts([...plan, set('2026-03-09', {}, { children: ['c2'] })], two))
    expect(one?.reminders).toMatchObject([{ step: 'due-5wd', on: day('2026-03-09'), to: ['social-worker'] }])
    expect(one?.late).toMatchObject([{ step: 'late', on: day('2026-03-17'), to: ['team-manager'] }])
    expect([one, other].map((gated) => `${gated?.subject ?? ''} ${gated?.end.outcome ?? ''}`)).toEqual([
      'c1 cancelled',
      'c2 met',
    ])
  })
})
