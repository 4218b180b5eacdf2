import { amendmentProblems } from '../../../domain/safety-plan/amendmentProblems'
import type { PlanDocument } from '../../../domain/safety-plan/planDocument'
import { line, plan, withLines } from './examplePlan'

const problemsOf = (given: PlanDocument, ...earlier: readonly PlanDocument[]) =>
  amendmentProblems(given, earlier).map(({ path, problem }) => `${path.join('.')}: ${problem}`)
const left = (outcome: 'met' | 'part' | 'not' = 'met', id = 'care-1') => ({
  leftOut: [{ line: id, outcome, words: 'no longer needed' }],
})

describe('a version that amends a safety plan', () => {
  it('may move a line’s day and words, and add lines', () => {
    const moved = line('care-1', { by: '2026-05-20', achieve: 'three meals every day' })
    expect(problemsOf(withLines({ basicCare: [moved, line('care-2')] }), plan())).toEqual([])
  })

  it('says what became of every line that it leaves out', () => {
    expect(problemsOf(withLines({ basicCare: [] }), plan())).toEqual([
      expect.stringContaining('line care-1 is in the version before and not in this one'),
    ])
    expect(problemsOf(withLines({ basicCare: [] }, left()), plan())).toEqual([])
  })

  it.each([
    ['is of an earlier day', plan({ date: '2026-03-01' }), /its own date is that day or later/],
    ['gives a line another duty', withLines({ basicCare: [line('care-1', { duty: 'father' })] }), /another duty than/],
    [
      'gives a line another agency and frequency',
      withLines({ basicCare: [line('care-1', { agency: 'School', frequency: 'daily' })] }),
      /another agency and frequency than/,
    ],
    ['leaves out what it keeps', plan(left()), /is no line that this version leaves out/],
  ])('is refused where it %s', (_what, given, problem) => {
    expect(problemsOf(given, plan())).toEqual([expect.stringMatching(problem)])
  })

  it('never uses a name again for another line', () => {
    const second = withLines({ basicCare: [] }, left())
    expect(problemsOf(plan(), plan(), second)).toEqual([
      expect.stringContaining('care-1 was another line in an earlier version'),
    ])
  })

  it('ends what social care itself does as met: it is no longer asked for', () => {
    const visits = withLines({ basicCare: [line('care-1', { agency: 'Social care', frequency: 'every 5 days' })] })
    expect(problemsOf(withLines({ basicCare: [] }, left('not')), visits)).toEqual([
      expect.stringContaining('no longer asked for: outcome met'),
    ])
    expect(problemsOf(withLines({ basicCare: [] }, left('met')), visits)).toEqual([])
  })

  it('leaves nothing out where there is no version before', () => {
    expect(problemsOf(plan(left()))).toEqual(['leftOut: a first version leaves nothing out'])
  })
})
