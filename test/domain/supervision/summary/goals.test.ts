import type { EventData } from '../../../../domain/chronology/eventKinds'
import { day, event, facts, planOn, twoChildren } from '../../facts'
import { draftOf, sentences } from './draftOf'

const goal = (name: string, by: string, more: Partial<EventData['goal-set']> = {}) =>
  event(
    'goal-set',
    '2026-01-12',
    { goal: name, plan: 'cpp', change: 'x', sign: 'x', by, otherwise: 'x', otherwiseBy: by, ...more },
    { id: name },
  )
const reviewed = (name: string, on: string, outcome: EventData['goal-reviewed']['outcome']) =>
  event('goal-reviewed', on, { goal: name, outcome })

const goals = (events: Parameters<typeof facts>[0], today = '2026-04-07') =>
  draftOf(facts([...planOn('2026-01-05'), ...events], twoChildren), today, null).goals

describe('the goals of a summary', () => {
  it('are the open ones, with their date, their last outcome and how long it is past', () => {
    const { sentence, lines } = goals([
      goal('school', '2026-03-18'),
      goal('teeth', '2026-05-01'),
      reviewed('school', '2026-02-02', 'not'),
      reviewed('school', '2026-03-02', 'part'),
    ])
    expect(sentence).toBe('2 goals are open, 1 past its date.')
    expect(lines.map((line) => line.sentence)).toEqual([
      'Child protection plan, goal “school”: by 18 March 2026, 20 days past its date. Last outcome: met in part, 2 March 2026.',
      'Child protection plan, goal “teeth”: by 1 May 2026. No outcome recorded.',
    ])
    expect(lines[0]).toMatchObject({ goal: 'school', plan: 'cpp', daysPast: 20, contingencyOn: null, about: [] })
  })

  it('are not those that were met', () => {
    expect(goals([goal('school', '2026-03-18'), reviewed('school', '2026-03-02', 'met')])).toEqual({
      sentence: 'No goal is open.',
      lines: [],
    })
  })

  it('are not those of a plan that has ended', () => {
    const ended = event('plan-ended', '2026-03-30', { plan: 'cpp', reason: 'moved' })
    expect(goals([goal('school', '2026-05-18'), ended]).lines).toEqual([])
  })

  it('show a goal that was set again once, with its new date', () => {
    const again = event(
      'goal-set',
      '2026-03-03',
      {
        goal: 'school',
        plan: 'cpp',
        change: 'x',
        sign: 'x',
        by: '2026-06-01',
        otherwise: 'x',
        otherwiseBy: '2026-06-01',
      },
      { id: 'again' },
    )
    const { lines } = goals([goal('school', '2026-02-18'), reviewed('school', '2026-03-02', 'not'), again])
    expect(lines.map(({ by }) => by.toString())).toEqual(['2026-06-01'])
  })

  it('say which step was taken instead, and a date that was moved in vain', () => {
    const moved = event(
      'goal-set',
      '2026-03-20',
      {
        goal: 'school',
        plan: 'cpp',
        change: 'x',
        sign: 'x',
        by: '2026-06-01',
        otherwise: 'x',
        otherwiseBy: '2026-06-01',
      },
      { id: 'moved', supersedes: 'school' },
    )
    const step = event('contingency-started', '2026-03-25', { goal: 'school' })
    expect(sentences(goals([goal('school', '2026-03-18'), moved, step]))).toEqual([
      'Child protection plan, goal “school”: by 18 March 2026, 20 days past its date. No outcome recorded. Contingency step started on 25 March 2026. Moved to 1 June 2026 when that date had passed.',
    ])
  })

  it('are one line where children of the family stand alike, and two where they do not', () => {
    const forOne = event('goal-reviewed', '2026-03-02', { goal: 'school', outcome: 'met' }, { children: ['c1'] })
    expect(goals([goal('school', '2026-05-18')]).lines.map(({ about }) => about)).toEqual([[]])
    expect(goals([goal('school', '2026-05-18'), forOne]).lines.map(({ about }) => about)).toEqual([['c2']])
  })

  it('of a safety plan and of a child in need plan say so', () => {
    const given = facts([
      event('plan-started', '2026-01-05', { plan: 'cin' }, { id: 'p' }),
      event('safety-plan-agreed', '2026-01-05', { how: 'formal', reviewMode: 'no-end' }, { id: 's' }),
      goal('fed', '2026-05-01', { plan: 's' }),
      goal('school', '2026-05-01', { plan: 'p' }),
    ])
    const { lines } = draftOf(given, '2026-04-07', null).goals
    expect(lines.map(({ plan, goal: name }) => `${String(plan)} ${name}`)).toEqual(['cin school', 'safety fed'])
    expect(lines.every(({ on }) => on.equals(day('2026-05-01')))).toBe(true)
  })
})
