import type { FactsBefore, FactsNow } from '../../activities/import/reconcile/facts'
import { reconcileFacts } from '../../activities/import/reconcile/reconcileFacts'
import { extract, known, NOTHING, row } from './reconcileCase'
import { visit, HAS_VISIT, corrected, VISIT } from './reconcileStories'

describe('what a finding says', () => {
  const of = (before: FactsBefore, now: FactsNow) => reconcileFacts(before, now).findings

  it('names file, line and record, also of an id with a slash', () => {
    const odd = { ...VISIT, record: 'ssd_cp_visits/N/1' }
    const before = known(NOTHING, extract([row(odd)]))
    expect(of(before, extract([]))).toMatchObject([{ file: 'ssd_cp_visits.csv', line: null, record: 'N/1' }])
    expect(of(corrected(before, { on: '2026-03-04' }), extract([row(odd)]))).toMatchObject([
      { file: 'ssd_cp_visits.csv', line: 2, record: 'N/1', taken: 'warning' },
    ])
  })

  it('says both days', () => {
    const [finding] = of(corrected(HAS_VISIT, { on: '2026-03-04' }), extract([visit]))
    expect(finding?.problem).toContain('says visit-made of 2026-03-02, a person recorded 2026-03-04')
  })

  it('names the field that differs', () => {
    const [finding] = of(corrected(HAS_VISIT, { data: { seen: true, seenAlone: false } }), extract([visit]))
    expect(finding?.problem).toContain('differ on seenAlone of visit-made of 2026-03-02')
  })
})
