import { sentence } from '../../../domain/timeline/sentence'
import { day, event, obligationsOf, summary, TO_18 } from '../facts'
import { given, reviewed, set } from './goalEvents'

describe("goal: goal's by-date: outcome recorded: met, part met, not met", () => {
  const contingency = (on: string, goal = 'school') => event('contingency-started', on, { goal })
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
