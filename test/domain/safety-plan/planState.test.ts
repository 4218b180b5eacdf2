import { clockWords } from '../../../domain/safety-plan/clockWords'
import { event, obligationsOf, facts, planOn } from '../facts'
import { line, plan, withLines } from './examplePlan'
import { factsOfPlan, stateOf, versionOf } from './stateOf'

const clocksOf = (...given: Parameters<typeof stateOf>) =>
  stateOf(...given).clocks.map((clock) => `${clockWords(clock)} ${clock.dueOn.toString()} ${clock.state}`)
const byHand = event('safety-plan-agreed', '2026-02-27', { how: 'handwritten', reviewMode: 'six-weekly' })

describe('the five clocks of a safety plan (handbook 7)', () => {
  const events = [byHand, ...factsOfPlan(plan())]

  it('are written up, the time offered, each line’s own day, validity and review', () => {
    expect(clocksOf(events, '2026-03-02', versionOf(plan()))).toEqual([
      'Written up 2026-03-04 met',
      'Time offered 2026-03-16 upcoming',
      'Line care-1 2026-04-20 upcoming',
      'Line safety-1 2026-04-20 upcoming',
      'Valid until 2026-09-02 upcoming',
      'Review 2026-04-10 upcoming',
    ])
  })

  it('run on: a line that nobody looked at is late, time that was offered is over', () => {
    expect(clocksOf(events, '2026-04-21', versionOf(plan()))).toEqual([
      'Written up 2026-03-04 met',
      'Time offered 2026-03-16 over',
      'Line care-1 2026-04-20 overdue',
      'Line safety-1 2026-04-20 overdue',
      'Valid until 2026-09-02 upcoming',
      'Review 2026-04-10 overdue',
    ])
  })

  it('what was written down by hand only runs to be written up', () => {
    expect(clocksOf([byHand], '2026-03-02')).toEqual(['Written up 2026-03-04 upcoming', 'Review 2026-04-10 upcoming'])
  })

  it('a line that asks social care to see the children every 5 days starts those visits on a child protection plan', () => {
    const asks = withLines({
      ensuringSafety: [line('safety-1', { agency: 'Social care', frequency: 'every 5 days', duty: 'social-worker' })],
    })
    const visits = (content: typeof asks) =>
      obligationsOf('visit-safety-plan', facts([...planOn('2026-02-02'), ...factsOfPlan(content)]))
    expect(visits(asks)[0]?.dueOn.toString()).toBe('2026-03-07')
    expect(visits(plan())).toEqual([])
  })
})

describe('the page of a safety plan', () => {
  const events = factsOfPlan(plan())

  it('names who still has to be given a copy of this version', () => {
    const shared = (document: string, to: string) =>
      event('safety-plan-shared', '2026-03-03', { with: to, document }, { id: to })
    const given = [...events, shared('d1', 'mother'), shared('d0', 'father'), shared('d1', 'Team manager')]
    expect(stateOf(given, '2026-03-04', versionOf(plan())).copiesToGive).toEqual(['father', 'social-worker'])
  })

  it('holds the newest version before those it replaced, and what each review found', () => {
    const second = plan({ date: '2026-03-20' })
    const reviewed = event('safety-plan-reviewed', '2026-04-01', { lines: [{ line: 'care-1', kept: 'partly' }] })
    const again = event('safety-plan-agreed', '2026-03-20', { how: 'formal', reviewMode: 'six-weekly', document: 'd2' })
    const state = stateOf([...events, again, reviewed], '2026-04-02', versionOf(plan()), versionOf(second, 2))
    expect([state.document?.number, state.earlier.map(({ number }) => number)]).toEqual([2, [1]])
    expect(state.lines.find(({ id }) => id === 'care-1')?.reviews).toMatchObject([{ kept: 'partly' }])
  })

  it('says who a breach waits for, step by step', () => {
    const breach = event('safety-plan-breached', '2026-03-05', { line: 'safety-1' }, { id: 'b1' })
    const passed = event('safety-plan-breach-passed-on', '2026-03-06', { breach: 'b1', to: 'detective-sergeant' })
    const decided = event('safety-plan-breach-decided', '2026-03-09', { breach: 'b1', decision: 'caution' })
    const waits = (...steps: readonly (typeof breach)[]) =>
      stateOf([...events, breach, ...steps], '2026-03-10', versionOf(plan())).breaches[0]?.waitsFor
    expect([waits(), waits(passed), waits(passed, decided)]).toEqual(['team-manager', 'detective-sergeant', null])
  })

  it('shows a caution’s three months, and the day on which compliance is asked, also once it has been', () => {
    const caution = event('caution-given', '2026-03-10', { person: 'f1' }, { id: 'k1' })
    const asked = event('caution-compliance-asked', '2026-05-27', { caution: 'k1' })
    const [one] = stateOf([caution, asked], '2026-05-28').cautions
    expect([one?.dueOn, one?.askOn, one?.askedOn].map(String)).toEqual(['2026-06-10', '2026-05-27', '2026-05-27'])
  })

  it('is of no plan, or of one that has ended', () => {
    expect(stateOf([], '2026-03-10').state).toBe('none')
    const ended = event('safety-plan-ended', '2026-03-20', {})
    expect(stateOf([...events, ended], '2026-03-21', versionOf(plan())).state).toBe('ended')
    expect(stateOf(events, '2026-09-03', versionOf(plan())).state).toBe('ended')
    expect(stateOf(events, '2026-09-02', versionOf(plan())).state).toBe('written')
  })
})
