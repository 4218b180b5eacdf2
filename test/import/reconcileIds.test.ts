import type { FactsBefore } from '../../activities/import/reconcile/facts'
import { chains } from '../../activities/import/reconcile/recorded'
import { reconcileFacts } from '../../activities/import/reconcile/reconcileFacts'
import { stableId } from '../../activities/import/stableId'
import { CASE, extract, known, NOTHING, row, rowId } from './reconcileCase'
import { PLAN, visit, HAS_VISIT, OLD_VISIT, outcome, withPerson, VISIT } from './reconcileStories'

/** Events that stand, as content. */
const standing = ({ recorded }: FactsBefore): readonly string[] =>
  [...chains(recorded).values()]
    .filter(({ stands }) => stands)
    .map(({ last: { kind, on, children, data } }) => JSON.stringify([kind, on, children, data]))
    .sort()

describe('ids', () => {
  it('a later version has an id made from the first, and names the one before', () => {
    const { append } = reconcileFacts(HAS_VISIT, extract([row({ ...VISIT, on: '2026-03-03' })]))
    expect(append).toMatchObject([{ id: stableId('version', OLD_VISIT, '2'), supersedes: OLD_VISIT, void: false }])
  })

  it('an event whose id another case has gets a new one, and other rows name that', () => {
    const plan = row(PLAN)
    const review = row({
      record: 'ssd_cp_reviews/5',
      kind: 'review-held',
      on: '2026-06-02',
      data: { outcome: 'continue', quorate: true, of: plan.id },
    })
    const { append } = reconcileFacts({ ...NOTHING, taken: new Set([plan.id]) }, extract([plan, review]))
    const fresh = stableId('event', plan.id, CASE)
    expect(append).toMatchObject([{ id: fresh }, { id: review.id, data: { of: fresh } }])
  })

  it.each([
    ['an id changed', known(NOTHING, extract([row(PLAN)])), rowId(PLAN.record, PLAN.kind)],
    ['a person recorded it', withPerson({ id: 'e1', kind: 'plan-started', on: PLAN.on, data: { plan: 'cpp' } }), 'e1'],
  ])('when %s, other rows name the event that was there', (_, before, id) => {
    const plan = row({ ...PLAN, record: 'ssd_cp_plans/44' })
    const end = row({
      record: 'ssd_cp_plans/44',
      kind: 'plan-ended',
      on: '2026-09-01',
      data: { plan: 'cpp', of: plan.id, reason: 'review' },
    })
    expect(reconcileFacts(before, extract([plan, end])).append).toMatchObject([
      { kind: 'plan-ended', data: { of: id } },
    ])
  })

  it('a record that comes back beside the one that was taken for it is itself again', () => {
    const other = row({ ...VISIT, record: 'ssd_cp_visits/99' })
    const before = known(HAS_VISIT, extract([other]))
    const both = extract([visit, row({ ...VISIT, record: 'ssd_cp_visits/99', on: '2026-03-09' })])
    const after = known(before, both)
    expect(standing(after).map((one) => one.slice(0, 26))).toEqual([
      '["visit-made","2026-03-02"',
      '["visit-made","2026-03-09"',
    ])
    expect(reconcileFacts(after, both)).toEqual({ append: [], ties: [], findings: [] })
    // and from then on each goes its own way
    expect(outcome(after, extract([visit]))).toEqual(['? vanished 99'])
  })

  it.each([
    ['gone', ['? vanished 1']],
    ['elsewhere', ['back visit-made 2026-03-02', '? moved-record 1']],
  ] as const)('an event with two ids that are both %s is one matter', (where, expected) => {
    const before = known(HAS_VISIT, extract([row({ ...VISIT, record: 'ssd_cp_visits/99' })]))
    const now = extract([], where === 'gone' ? {} : { 'ssd_cp_visits/1': where, 'ssd_cp_visits/99': where })
    expect(outcome(before, now).map((one) => one.replace(/ 99$/, ' 1'))).toEqual(expected)
  })
})
