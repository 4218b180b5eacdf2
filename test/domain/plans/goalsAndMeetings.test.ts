import { event, facts, planOn } from '../facts'
import { goal } from '../misfits/asRecorded'
import { plansOf } from './plansOf'

const plan = planOn('2026-03-18')
const set = event('goal-set', '2026-03-20', goal())
const found = (on: string, outcome: 'met' | 'part' | 'not', more: object = {}) =>
  event('goal-reviewed', on, { goal: 'school', outcome, ...more }, { id: `found ${on} ${outcome}` })
const of = (...events: Parameters<typeof facts>[0][number][]) => plansOf(facts([...plan, ...events]))[0]

describe('a goal', () => {
  it('carries how far it was found to be, and in which meeting: by the name they share, else by the day', () => {
    const review = event('review-held', '2026-06-10', { outcome: 'continue', meeting: 'm1' })
    const group = event('core-group-held', '2026-05-05', {})
    const shown = of(
      set,
      group,
      review,
      found('2026-05-05', 'not', { progress: 'one day of five' }),
      found('2026-06-11', 'part', { meeting: 'm1' }),
      found('2026-07-01', 'met'),
    )?.goals[0]
    expect(shown?.progress.map(({ outcome, meeting, progress }) => [outcome, meeting, progress])).toEqual([
      ['not', group.id, 'one day of five'],
      ['part', review.id, null],
      ['met', null, null],
    ])
  })

  it('set again under its name after its outcome begins anew', () => {
    const again = event('goal-set', '2026-06-02', goal({ by: '2026-09-01', otherwiseBy: '2026-09-08' }))
    const goals = of(set, found('2026-06-01', 'part'), again, found('2026-08-01', 'met'))?.goals
    expect(goals?.map(({ progress }) => progress.map(({ outcome }) => outcome))).toEqual([['part'], ['met']])
  })

  it('whose day was moved after it had passed stays late; moved before, it is not', () => {
    const later = goal({ by: '2026-12-24', otherwiseBy: '2027-01-04' })
    const move = (on: string) => event('goal-set', on, later, { id: `moved ${on}`, supersedes: set.id })
    const late = plansOf(facts([...plan, set, move('2026-06-02')]), '2026-06-03')[0]?.goals[0]
    expect([late?.by.toString(), late?.movedInVain?.to.toString(), late?.isLate]).toEqual([
      '2026-06-01',
      '2026-12-24',
      true,
    ])
    const inTime = plansOf(facts([...plan, set, move('2026-05-29')]), '2026-06-03')[0]?.goals[0]
    expect([inTime?.by.toString(), inTime?.movedInVain, inTime?.isLate]).toEqual(['2026-12-24', null, false])
  })

  it('is late the day after it was due and until its outcome is recorded, and not once its plan has ended', () => {
    const isLate = (today: string, ...more: Parameters<typeof of>) =>
      plansOf(facts([...plan, set, ...more]), today)[0]?.goals[0]?.isLate
    expect([isLate('2026-06-01'), isLate('2026-06-02')]).toEqual([false, true])
    expect(isLate('2026-06-02', found('2026-06-02', 'not'))).toBe(false)
    expect(isLate('2026-06-02', event('plan-ended', '2026-05-01', { plan: 'cpp', reason: 'moved' }))).toBe(false)
  })
})

describe('the gate of a plan', () => {
  const lacks = (...events: Parameters<typeof of>) =>
    of(...events)?.gate?.lacks.map((one) => `${one.goal ?? 'plan'}: ${one.lacks}`)

  it('is due 10 working days after its start, and lacks a goal until one is set', () => {
    const gate = of()?.gate
    expect([gate?.dueOn?.toString(), gate?.metOn]).toEqual(['2026-04-01', null])
    expect(lacks()).toEqual(['plan: at least one goal'])
    expect(of(set)?.gate?.metOn?.toString()).toBe('2026-03-20')
    expect(lacks(set)).toEqual([])
  })

  it('says what is missing on which goal', () => {
    expect(lacks(event('goal-set', '2026-03-20', goal({ sign: ' ', otherwiseBy: '2026-05-31' })))).toEqual([
      'school: a sign of progress',
      'school: a day for what happens otherwise that is not before its own',
    ])
  })

  it('stands before child protection and child in need plans alone', () => {
    const others = [
      event('plan-started', '2026-03-18', { plan: 'plo' }),
      event('safety-plan-agreed', '2026-03-18', { how: 'verbal', reviewMode: 'no-end' }),
    ]
    expect(plansOf(facts(others)).map(({ gate }) => gate)).toEqual([null, null])
  })
})

describe('the reviews of a plan', () => {
  it('say whose view is missing; core groups and conferences are not asked', () => {
    const meetings = of(
      event('core-group-held', '2026-04-01', {}),
      event('review-held', '2026-06-10', { outcome: 'continue', childView: 'wants to stay', decisions: ['a dentist'] }),
      event('review-held', '2026-12-01', { outcome: 'continue', parentsView: 'not there: ill' }),
    )?.meetings
    expect(meetings?.map(({ kind, missing, decisions }) => [kind, missing, decisions])).toEqual([
      ['icpc-held', [], []],
      ['core-group-held', [], []],
      ['review-held', ['parents'], ['a dentist']],
      ['review-held', ['child'], []],
    ])
  })

  it('are those of its own days: one on the day it starts is of the plan before, and none comes after its end', () => {
    const events = [
      event('review-held', '2026-03-18', { outcome: 'continue' }),
      event('review-held', '2026-06-10', { outcome: 'end', quorate: true }),
      event('review-held', '2026-06-11', { outcome: 'continue' }),
    ]
    expect(of(...events)?.meetings.map(({ on }) => on.toString())).toEqual(['2026-03-18', '2026-06-10'])
  })
})
