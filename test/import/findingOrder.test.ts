import fc from 'fast-check'
import type { Finding } from '../../activities/import/finding'
import { inFileOrder } from '../../activities/import/findingOrder'

const finding = (file: string, line: number | null, field: string | null): Finding => ({
  kind: 'not-a-day',
  file,
  line,
  record: null,
  field,
  problem: 'Not a day.',
  taken: 'warning',
})

describe('the order of findings', () => {
  const ordered = [
    finding('ssd_cp_plans.csv', null, null),
    finding('ssd_cp_plans.csv', 2, 'cppl_cp_plan_start_date'),
    finding('ssd_cp_plans.csv', 10, 'cppl_cp_plan_end_date'),
    finding('ssd_cp_plans.csv', 10, 'cppl_cp_plan_start_date'),
    finding('ssd_cp_visits.csv', 3, null),
    finding('ssd_cp_visits.csv', 3, 'cppv_cp_visit_date'),
  ]

  it('is by file, then line as a number, then field; a whole file before its lines, a whole row before its fields', () => {
    const shuffled = fc.shuffledSubarray(ordered, { minLength: ordered.length })
    fc.assert(fc.property(shuffled, (some) => expect(inFileOrder(some)).toEqual(ordered)))
  })

  it('leaves two findings about one cell as they came, and the list it was given alone', () => {
    const [first, second] = [
      { ...finding('a.csv', 1, 'x'), problem: 'b' },
      { ...finding('a.csv', 1, 'x'), problem: 'a' },
    ]
    const given = [finding('b.csv', 1, 'x'), first, second]
    expect(inFileOrder(given)).toEqual([first, second, given[0]])
    expect(given[1]).toBe(first)
  })
})
