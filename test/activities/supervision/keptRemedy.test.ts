import { LocalDate } from '@js-joda/core'
import { keptRemedy, remedyOf } from '../../../activities/supervision/keptRemedy'
import type { Remedy } from '../../../domain/supervision/yearPlan'

const day = (text: string): LocalDate => LocalDate.parse(text)

describe('what would mend a gap', () => {
  it('comes back from the database as it was', () => {
    const all: readonly Remedy[] = [
      { extraSession: null, moreMinutes: null },
      { extraSession: { first: day('2026-04-01'), last: day('2026-04-30'), whole: true }, moreMinutes: null },
      {
        extraSession: null,
        moreMinutes: { team: 'North 1', on: day('2026-04-07'), at: '09:30', minutes: 20, along: 2 },
      },
    ]
    for (const remedy of all)
      expect(remedyOf(JSON.parse(JSON.stringify(keptRemedy(remedy))) as ReturnType<typeof keptRemedy>)).toEqual(remedy)
  })
})
