import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../domain/policy/policySchedule'
import { timeline } from '../../domain/timeline/timeline'
import { event, facts, twoChildren } from './facts'

/** An import looks ahead at no case to which it brings nothing (`previewCase`), a new one included: this is why. */
describe('a case of which nothing has been recorded', () => {
  const obligations = (...[events, more]: Parameters<typeof facts>) =>
    timeline(facts(events, more), always(englandFamilySafeguarding1), englandAndWales()).obligations

  it.each([
    ['live', { liveSince: null }],
    ['of two children', twoChildren],
  ])('owes nothing (%s)', (_, more) => {
    expect(obligations([], more)).toEqual([])
  })

  it('owes as soon as there is a first fact', () => {
    expect(obligations([event('referral-received', '2026-02-02', { source: 'school' })]).length).toBeGreaterThan(0)
  })
})
