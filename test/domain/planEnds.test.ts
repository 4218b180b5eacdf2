import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import type { EventData } from '../../domain/chronology/eventKinds'
import { day, event, facts, obligationsOf, planOn, problemsOf, summary, twoChildren } from './facts'

const review = (on: string, outcome: 'continue' | 'end', quorate = true) =>
  event('review-held', on, { outcome, quorate })
const ended = (on: string, data: Partial<EventData['plan-ended']> = {}, children?: readonly string[]) =>
  event('plan-ended', on, { plan: 'cpp', reason: 'moved', ...data }, children === undefined ? {} : { children })
const problems = (events: readonly ChronologyEvent[], more = {}) => problemsOf(facts(events, more))
const RUNS = '2026-06-18 cancelled 2040-01-05'

describe('the end of another plan does not stop ours', () => {
  const theirs = event('plan-started', '2025-09-01', { plan: 'cpp', authority: 'other' }, { id: 'theirs' })
  const ours = [
    event('transfer-in-conference-held', '2026-03-18', { outcome: 'plan' }, { id: 'conference' }),
    event('plan-started', '2026-03-18', { plan: 'cpp' }, { id: 'ours' }),
  ]
  it.each([
    { end: ended('2026-03-18'), because: 'theirs ends by the conference that makes ours' },
    { end: ended('2026-03-23'), because: 'they recorded the move some days later' },
    { end: ended('2026-03-23', { of: 'theirs' }), because: 'it names theirs' },
    { end: review('2026-03-18', 'end'), because: 'a review on the very day ours starts is of the plan before' },
  ])('$because', ({ end }) => {
    expect(summary('review-first', facts([theirs, ...ours, end]))).toEqual([RUNS])
  })

  it.each([
    { end: ended('2026-05-04', { of: 'ours' }), because: 'it names the start' },
    { end: ended('2026-05-04', { of: 'conference' }), because: 'it names the conference' },
    { end: ended('2026-05-04', { reason: 'left-country' }), because: 'it names none, and only ours runs' },
  ])('ours ends where $because', ({ end }) => {
    expect(summary('review-first', facts([theirs, ...ours, end]))).toEqual(['2026-06-18 cancelled 2026-05-04'])
  })

  it('a second move ends ours where theirs has ended', () => {
    const given = facts([theirs, ...ours, ended('2026-03-18', { of: 'theirs' }), ended('2026-05-04')])
    expect(summary('review-first', given)).toEqual(['2026-06-18 cancelled 2026-05-04'])
  })
})

describe('the end of the plan of a brother or sister does not stop ours', () => {
  const start = (child: string) =>
    event('plan-started', '2026-03-18', { plan: 'cpp' }, { id: `start ${child}`, children: [child] })
  it.each([
    { end: ended('2026-05-04', {}, ['c2']), because: 'it concerns the other child' },
    { end: ended('2026-05-04', { of: 'start c2' }), because: 'it names the plan of the other child' },
  ])('$because', ({ end }) => {
    const given = facts([start('c1'), start('c2'), end], twoChildren)
    expect(
      obligationsOf('review-first', given).map(({ subject, end: { outcome, ...by } }) => [subject, outcome, by]),
    ).toEqual([
      ['c1', 'cancelled', { by: 'birthday', on: day('2040-01-05') }],
      ['c2', 'cancelled', { by: end.id, on: day('2026-05-04') }],
    ])
  })
})

describe('a plan that ended without one of its grounds is flagged (handbook 3)', () => {
  const child = (on: string, reason: 'died' | 'adult' | 'moved' | 'adopted') => event('child-left', on, { reason })
  it.each([
    { end: [review('2026-05-04', 'end')], because: 'a quorate review ended it' },
    { end: [review('2026-05-04', 'end'), ended('2026-05-04', { reason: 'review' })], because: 'both are one end' },
    { end: [ended('2026-05-04')], because: 'moved' },
    { end: [ended('2026-05-04', { reason: 'died' })], because: 'died' },
    { end: [ended('2026-05-04', { reason: 'left-country' })], because: 'left the country' },
    { end: [child('2026-05-04', 'moved')], because: 'the child moved' },
    { end: [child('2026-05-04', 'died')], because: 'the child died' },
    { end: [ended('2040-01-05', { reason: 'adult' })], because: 'the eighteenth birthday' },
    { end: [], because: 'it has not ended but by the birthday ahead' },
  ])('not flagged: $because', ({ end }) => {
    expect(problems([...planOn('2026-03-18'), ...end])).toEqual([])
  })

  it.each([
    {
      end: [ended('2026-05-04', { reason: 'review' })],
      says: 'no quorate review conference that ended it is recorded',
    },
    {
      end: [review('2026-05-04', 'end', false), ended('2026-05-04', { reason: 'review' })],
      says: 'with a review conference that was inquorate',
    },
    { end: [ended('2026-05-04', { reason: 'looked-after' })], says: 'became looked after' },
    { end: [ended('2026-05-04', { reason: 'in-error' })], says: 'without a ground (reason: in-error)' },
    { end: [ended('2026-05-04', { reason: 'other' })], says: 'without a ground (reason: other)' },
    { end: [ended('2026-05-04', { reason: 'not-known' })], says: 'without a ground (reason: not-known)' },
    { end: [ended('2026-05-04', { reason: 'adult' })], says: 'before the eighteenth birthday' },
    { end: [child('2026-05-04', 'adult')], says: 'before the eighteenth birthday' },
    { end: [child('2026-05-04', 'adopted')], says: 'was adopted' },
  ])('flagged: $says', ({ end, says }) => {
    const [problem, ...others] = problems([...planOn('2026-03-18'), ...end])
    expect(problem?.problem).toContain(says)
    expect(problem?.events).toEqual(['plan-started 2026-03-18', end.at(-1)?.id])
    expect(others).toEqual([])
  })

  it('an inquorate end with any recorded end beside it is flagged', () => {
    const both = [review('2026-05-04', 'end', false), ended('2026-05-04', { reason: 'moved' })]
    expect(
      problems([...planOn('2026-03-18'), ...both])
        .map(({ problem }) => problem)
        .join(),
    ).toContain('inquorate')
  })

  it('one that had already ended when the case was first imported is not', () => {
    const events = [...planOn('2026-03-18'), ended('2026-05-04', { reason: 'not-known' })]
    expect(problems(events, { liveSince: day('2026-05-05') })).toEqual([])
    expect(problems(events, { liveSince: day('2026-05-04') })).toHaveLength(1)
  })
})
