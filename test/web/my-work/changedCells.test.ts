import { changedCells } from '../../../client/web/my-work/changedCells'
import type { WorkChanged } from '../../../client/queries/web/workChanged'

const row: WorkChanged = {
  ...{ ref: 'N-1042', kind: 'visit-made', occurred_on: '2026-11-20', recorded_at: new Date('2026-11-20T09:00:00Z') },
  ...{ name: 'Priya Shah', corrects: false, voids: false, facts: 1, children: 1 },
}
const what = (change: Partial<WorkChanged>): string | undefined => changedCells({ ...row, ...change })[1]

describe('what changed on a case', () => {
  it('says what, on which day it happened, and who recorded it when', () => {
    expect(changedCells(row)).toEqual([
      'N-1042',
      'Visit made',
      'Friday 20 November 2026',
      'Priya Shah, Friday 20 November 2026, 09:00',
    ])
  })

  it.each([
    [{ facts: 3, children: 3 }, 'Visit made, 3 children'],
    [{ facts: 2, children: 0 }, 'Visit made, 2 times'],
    [{ corrects: true }, 'Visit made (corrected)'],
    [{ corrects: true, voids: true }, 'Visit made (taken back)'],
    [{ kind: null, occurred_on: null, name: null, facts: 65 }, 'Brought in for the first time, with 65 facts'],
    [{ kind: null, facts: 1 }, 'Brought in for the first time, with 1 fact'],
  ])('%j is %s', (change, words) => {
    expect(what(change)).toBe(words)
  })
})
