import { gapMonths } from '../../../client/web/year/gapMonths'

const gap = (ref: string, month: string, minutes = 20) => ({
  ...{ ref, href: `/cases/${ref}`, month, why: 'Full.' },
  longer: { action: '/x', minutes: 60 + minutes, text: `Add ${String(minutes)} minutes on Tuesday 7 April 2026` },
  add: null,
})

describe('the cases without a place', () => {
  it('stand by month, each remedy of a month once, and only the soonest is unfolded', () => {
    const months = gapMonths([gap('N-1', 'April 2026'), gap('N-2', 'April 2026'), gap('N-3', 'May 2026', 40)])
    expect(months.map(({ title, open }) => [title, open])).toEqual([
      ['April 2026: 2 without a place', true],
      ['May 2026: 1 without a place', false],
    ])
    expect(
      months.map(({ reasons, longer }) => [reasons.map(({ cases }) => cases.map(({ ref }) => ref)), longer.length]),
    ).toEqual([
      [[['N-1', 'N-2']], 1],
      [[['N-3']], 1],
    ])
  })

  it('are none where every case has its place', () => {
    expect(gapMonths([])).toEqual([])
  })
})
