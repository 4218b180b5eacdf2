import { LocalDate } from '@js-joda/core'
import { gapLine } from '../../../client/web/year/gapLine'

const day = (text: string): LocalDate => LocalDate.parse(text)

describe('what would mend a gap', () => {
  const moreMinutes = { team: 'North 1', on: day('2026-03-31'), at: null, minutes: 20, along: 0 }
  const gap = { ref: 'T-1', month: '2026-03', why: 'It is full.', remedy: { extraSession: null, moreMinutes } }
  const session = { id: 's', on: '2026-03-31', at: '09:30', state: 'planned', minutes: 60 }
  const year = { row: {}, sessions: [session], skipped: [] } as unknown as Parameters<typeof gapLine>[1]

  it('is a longer session while there is a day left to place the case in it, and none on its own day', () => {
    expect(gapLine(gap, year, day('2026-03-30')).longer).toMatchObject({ minutes: 80 })
    expect(gapLine(gap, year, day('2026-03-31')).longer).toBeNull()
  })
})
