import { knownOn } from '../../domain/chronology/knownOn'
import { always } from '../../domain/policy/policySchedule'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { timeline } from '../../domain/timeline/timeline'
import { calendar, day, event, facts, planOn } from './facts'

const expected = { children: [{ id: 'c1', bornOn: null, expectedOn: day('2026-04-01') }] }
const plan = planOn('2026-02-02')

const problemsOn = (on: string, ...events: Parameters<typeof facts>[0]): readonly string[] =>
  timeline(
    knownOn(facts([...plan, ...events], expected), day(on)),
    always(englandFamilySafeguarding1),
    calendar,
  ).problems.map(({ problem }) => problem)

describe('before birth any visit to the parents: a birth that nobody recorded is asked for', () => {
  it('from the day after the one expected, by the id of the child', () => {
    expect(problemsOn('2026-04-01')).toEqual([])
    expect(problemsOn('2026-04-02')).toEqual([expect.stringMatching(/^child c1 .* record the birth/)])
  })

  it('also where nothing was recorded since but a visit', () => {
    const visit = event('visit-made', '2026-10-05', { seen: false })
    const [said] = timeline(facts([...plan, visit], expected), always(englandFamilySafeguarding1), calendar).problems
    expect(said?.problem).toContain('child c1')
  })

  it.each([
    { gone: event('child-born', '2026-04-06', {}), because: 'the birth is recorded' },
    { gone: event('child-left', '2026-03-09', { reason: 'died' }), because: 'there will be none' },
    { gone: event('case-closed', '2026-03-09', { reason: 'moved' }), because: 'nobody works with the family any more' },
  ])('not where $because', ({ gone }) => {
    expect(problemsOn('2026-05-01', gone).filter((problem) => problem.startsWith('child '))).toEqual([])
  })

  it('not of a child whose date of birth nobody knows, who was born', () => {
    const known = facts(plan, { children: [{ id: 'c1', bornOn: null, expectedOn: null }] })
    expect(timeline(known, always(englandFamilySafeguarding1), calendar).problems).toEqual([])
  })
})
