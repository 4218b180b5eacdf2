import { LocalDate } from '@js-joda/core'
import { setsWords } from '../../../client/web/record/setsWords'

const line = (title: string, day: string, children = 1) => ({
  ...{ rule: 'x', title, dueOn: LocalDate.parse(day), children },
})

describe('what recording a fact sets, in words', () => {
  it('says what is done, what is next, what moves and what falls away; siblings are counted', () => {
    const { lists, saying } = setsWords({
      meets: [line('Core group', '2026-06-18', 3)],
      sets: [line('Core group', '2027-01-12')],
      moves: [{ ...line('Visit', '2027-01-05'), from: LocalDate.parse('2026-12-22') }],
      ends: [line('Review conference', '2027-02-26')],
    })
    expect(lists).toEqual([
      { title: 'Done by this', lines: ['Core group, due Thursday 18 June 2026 (3 children)'] },
      { title: 'Next', lines: ['Core group by Tuesday 12 January 2027'] },
      { title: 'Moved', lines: ['Visit from Tuesday 22 December 2026 to Tuesday 5 January 2027'] },
      { title: 'No longer needed', lines: ['Review conference, due Friday 26 February 2027'] },
    ])
    expect(saying).toBe('Next: Core group by Tuesday 12 January 2027.')
  })

  it('says nothing where no date changes', () => {
    expect(setsWords({ meets: [], sets: [], moves: [], ends: [] })).toEqual({ lists: [], saying: '' })
  })
})
