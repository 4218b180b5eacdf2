import { LocalDate } from '@js-joda/core'
import { figureWords } from '../../../domain/figures/figure'
import { inTimeFigures, lateFigures, type DueRow } from '../../../domain/figures/timeliness'
import { calendar } from '../facts'

const TODAY = LocalDate.parse('2026-04-09')
const day = (text: string | null): LocalDate | null => (text === null ? null : LocalDate.parse(text))
const row = (state: DueRow['state'], dueOn: string, endedOn: string | null = null, rule = 'review-first'): DueRow => ({
  ...{ ref: `N-${dueOn}`, rule, title: 'Review conference', state, lateUnit: 'working-days' as const },
  dueOn: LocalDate.parse(dueOn),
  endedOn: day(endedOn),
})

describe('what was done in time (handbook, section 10)', () => {
  it.each([
    { of: [row('met', '2026-03-02', '2026-03-02')], says: '1 of 1 (100 %)', because: 'done on the day' },
    { of: [row('met-late', '2026-03-02', '2026-03-03')], says: '0 of 1 (0 %)', because: 'done a day late' },
    { of: [row('open', '2026-04-08')], says: '0 of 1 (0 %)', because: 'late, and not recorded as done' },
    { of: [row('open', '2026-04-09')], says: '0 of 0', because: 'due today is not late yet' },
    { of: [row('cancelled', '2026-03-02', '2026-03-01')], says: '0 of 0', because: 'no longer needed' },
    { of: [row('met', '2026-03-02', '2026-03-02', 'core-group')], says: '0 of 0', because: 'of another rule' },
  ])('$says: $because', ({ of, says }) => {
    const found = inTimeFigures(of, TODAY).find(({ id }) => id === 'first-review-in-time')
    expect(found === undefined ? '' : figureWords(found)).toBe(says)
  })

  it('never says 100 % where one is missing', () => {
    const rows = [
      ...Array.from({ length: 1999 }, () => row('met', '2026-03-02', '2026-03-02')),
      row('open', '2026-03-02'),
    ]
    const [, first] = inTimeFigures(rows, TODAY)
    expect(first === undefined ? '' : figureWords(first)).toBe('1999 of 2000 (99.9 %)')
  })

  it('says per rule by how much half of the late ones were late, open ones up to today', () => {
    const rows = [
      row('met', '2026-03-02', '2026-03-02'),
      row('met-late', '2026-03-02', '2026-03-04'),
      row('open', '2026-04-01'),
    ]
    const [late] = lateFigures(rows, { today: TODAY, calendar })
    expect(late === undefined ? '' : figureWords(late)).toBe('2 of 3 (66.6 %), median 3 working days late')
    expect(late?.counted.map(({ words }) => words)).toEqual([
      'Review conference, due 2 March 2026, done 4 March 2026',
      'Review conference, due 1 April 2026, not recorded as done',
    ])
  })

  it('has no line for a rule that had nothing late', () => {
    expect(lateFigures([row('met', '2026-03-02', '2026-03-02')], { today: TODAY, calendar })).toEqual([])
  })
})
