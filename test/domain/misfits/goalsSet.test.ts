import { event, facts, planOn, twoChildren } from '../facts'
import { goal, refused } from './asRecorded'

const plan = planOn('2026-03-18')

describe('a goal that is set', () => {
  it.each([
    ['by the day its plan started', goal({ by: '2026-03-18', otherwiseBy: '2026-03-18' }), 'taken'],
    ['by a day before its plan', goal({ by: '2026-03-17' }), 'the goal is due, 17 March 2026'],
    [
      'with something else before its plan',
      goal({ otherwiseBy: '2026-03-01' }),
      'something else is to happen, 1 March 2026',
    ],
    ['of a kind of plan nobody has', goal({ plan: 'plo' }), '"plo"'],
    ['by the name of the start of its plan', goal({ plan: 'plan-started 2026-03-18' }), 'taken'],
    ['by the name of its conference', goal({ plan: 'icpc-held 2026-03-18' }), 'taken'],
  ])('%s', (_what, data, says) => {
    const said = refused(plan, ['goal-set', '2026-03-20', data])
    expect(said ?? 'taken').toContain(says)
  })

  it('is refused where no plan ran that day, and where two could be meant', () => {
    expect(refused([], ['goal-set', '2026-03-20', goal()])).toContain('record the plan first')
    expect(refused(plan, ['goal-set', '2026-03-17', goal()])).toContain('17 March 2026')
    const two = [...plan, event('plan-started', '2026-03-19', { plan: 'cin' })]
    expect(refused(two, ['goal-set', '2026-03-20', goal({ plan: 'the plan' })])).toContain('no single plan')
    expect(refused(two, ['goal-set', '2026-03-20', goal({ plan: 'cin' })])).toBeUndefined()
  })

  it('is of the safety plan that was agreed', () => {
    const agreed = event('safety-plan-agreed', '2026-03-10', { how: 'verbal', reviewMode: 'six-weekly' })
    expect(refused([agreed], ['goal-set', '2026-03-10', goal({ plan: 'safety' })])).toBeUndefined()
    expect(refused([agreed], ['goal-set', '2026-03-10', goal({ plan: 'safety', by: '2026-03-09' })])).toBeDefined()
  })

  it('for all children is of the plan of the one who has one', () => {
    const family = facts([event('plan-started', '2026-03-18', { plan: 'cpp' }, { children: ['c2'] })], twoChildren)
    expect(refused(family, ['goal-set', '2026-03-20', goal()])).toBeUndefined()
    expect(refused(family, ['goal-set', '2026-03-20', goal(), { children: ['c1'] }])).toBeDefined()
  })
})

describe('the outcome of a goal, and a step taken for it', () => {
  const set = event('goal-set', '2026-03-20', goal())
  const renamed = event('goal-set', '2026-03-20', goal({ goal: 'attendance' }), { id: 'g2', supersedes: set.id })

  it('are taken by any name it has had, from the day it was set', () => {
    for (const name of ['school', 'attendance']) {
      expect(
        refused([...plan, set, renamed], ['goal-reviewed', '2026-03-20', { goal: name, outcome: 'met' }]),
      ).toBeUndefined()
      expect(refused([...plan, set, renamed], ['contingency-started', '2026-06-08', { goal: name }])).toBeUndefined()
    }
  })

  it.each([
    ['of a goal nobody set', 'teeth', '2026-05-01', 'Set were: "school"'],
    ['before the goal was set', 'school', '2026-03-19', 'None had been set'],
  ])('%s are refused with the goals there are', (_what, name, on, says) => {
    expect(refused([...plan, set], ['goal-reviewed', on, { goal: name, outcome: 'part' }])).toContain(says)
    expect(refused([...plan, set], ['contingency-started', on, { goal: name }])).toContain(says)
  })

  it('of one that was taken back are refused', () => {
    const back = event('goal-set', '2026-03-20', goal(), { id: 'back', supersedes: set.id, void: true })
    expect(
      refused([...plan, set, back], ['goal-reviewed', '2026-05-01', { goal: 'school', outcome: 'met' }]),
    ).toBeDefined()
  })
})
