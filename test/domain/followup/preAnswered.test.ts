import { preAnswered } from '../../../domain/followup/preAnswered'
import { followUpAnswerProblem } from '../../../domain/followup/followUpAnswerProblem'
import { whyNotAsked } from '../../../domain/followup/whyNotAsked'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { foldCase } from '../../../domain/timeline/timeline'
import { day, event, facts, planOn } from '../facts'

const plan = planOn('2026-03-02')
const answers = (more: readonly ChronologyEvent[], today = '2026-06-02'): Readonly<Record<string, unknown>> => {
  const [child] = foldCase(facts([...plan, ...more])).children
  return Object.fromEntries(
    preAnswered(child!, { anchor: 'plan-start', since: day('2026-03-02'), today: day(today) }).map(
      ({ question, answer }) => [question, answer],
    ),
  )
}

describe('a follow-up is answered from the record where facts answer it', () => {
  it.each([
    {
      more: [],
      gives: { now: 'on-plan', secondPlan: false, reReferral: false, safetyPlanKept: 'none', goalsMet: 0 },
      because: 'the plan runs on',
    },
    {
      more: [event('looked-after-started', '2026-05-01', {})],
      gives: { now: 'looked-after' },
      because: 'looked after comes before the plan that still runs',
    },
    {
      more: [event('looked-after-started', '2026-05-01', {}), event('looked-after-ended', '2026-05-08', {})],
      gives: { now: 'on-plan' },
      because: 'home again in a week',
    },
    {
      more: [
        event('review-held', '2026-05-28', { outcome: 'end', quorate: true }),
        event('plan-started', '2026-05-28', { plan: 'cin' }),
      ],
      gives: { now: 'stepped-down' },
      because: 'stepped down to a child in need plan',
    },
    {
      more: [event('review-held', '2026-05-28', { outcome: 'end', quorate: true })],
      gives: { now: 'ended' },
      because: 'ended by a review',
    },
    {
      more: [
        event('plan-ended', '2026-04-01', { plan: 'cpp', reason: 'other' }),
        event('plan-started', '2026-05-01', { plan: 'cpp' }),
      ],
      gives: { now: 'on-plan', secondPlan: true },
      because: 'a second plan',
    },
    {
      more: [event('referral-received', '2026-05-01', { source: '1A' })],
      gives: { reReferral: true },
      because: 'referred again',
    },
    {
      more: [event('referral-received', '2026-06-03', { source: '1A' })],
      gives: { reReferral: false },
      because: 'what happened after today is not known yet',
    },
    {
      more: [
        event('goal-reviewed', '2026-05-01', { goal: 'home', outcome: 'met' }),
        event('goal-reviewed', '2026-05-20', { goal: 'home', outcome: 'met' }),
      ],
      gives: { goalsMet: 1 },
      because: 'a goal counts once',
    },
  ])('$because', ({ more, gives }) => {
    expect(answers(more)).toMatchObject(gives)
  })

  it('whether a safety plan was kept is for people to say', () => {
    const agreed = event('safety-plan-agreed', '2026-03-10', { how: 'formal', reviewMode: 'six-weekly' })
    expect(answers([agreed])).not.toHaveProperty('safetyPlanKept')
  })
})

describe('an answer', () => {
  it.each([
    { given: undefined, why: undefined, says: 'Nothing is answered' },
    { given: {}, why: undefined, says: 'Nothing is answered' },
    { given: { now: 'somewhere' }, why: undefined, says: 'answers.now' },
    { given: { goalsMet: -1 }, why: undefined, says: 'answers.goalsMet' },
    { given: 'yes', why: undefined, says: 'answers' },
    { given: undefined, why: ' ', says: 'in a word or two' },
  ])('$given with $why is refused', ({ given, why, says }) => {
    expect(followUpAnswerProblem(given, why)).toContain(says)
  })

  it('may leave questions open, or say why none can be answered', () => {
    expect(followUpAnswerProblem({ now: 'ended' }, undefined)).toBeUndefined()
    expect(followUpAnswerProblem(undefined, 'the family moved')).toBeUndefined()
  })
})

describe('a follow-up that fell away says why', () => {
  const on = day('2026-08-19')
  it.each([
    { by: 'birthday', says: 'turned 18' },
    { by: 'left', says: 'the child moved away' },
    { by: 'back', says: 'The closing was taken back' },
    { by: 'nothing', says: 'Its ground was taken back' },
  ])('$by', ({ by, says }) => {
    const story = facts([
      event('child-left', '2026-08-19', { reason: 'moved' }, { id: 'left' }),
      event('case-reopened', '2026-08-19', {}, { id: 'back' }),
    ])
    expect(whyNotAsked(by, on, story)).toContain(says)
  })
})
