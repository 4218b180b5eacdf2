import { sentence } from '../../domain/timeline/sentence'
import { day, event, facts, obligationsOf } from './facts'

describe('one day is a day, one week a week', () => {
  const gives = day('2026-03-03')
  it.each([
    {
      step: { step: 'working-days-added', days: 1, gives, notCounted: [] },
      says: 'plus 1 working day is 3 March 2026',
    },
    {
      step: { step: 'working-days-added', days: 2, gives, notCounted: [] },
      says: 'plus 2 working days is 3 March 2026',
    },
    { step: { step: 'days-added', days: 1, gives }, says: 'plus 1 day is 3 March 2026' },
    { step: { step: 'weeks-added', weeks: 1, gives }, says: 'plus 1 week is 3 March 2026' },
    { step: { step: 'months-added', months: 1, gives }, says: 'plus 1 calendar month is 3 March 2026' },
    { step: { step: 'months-added', months: 3, gives }, says: 'plus 3 calendar months is 3 March 2026' },
  ] as const)('$says', ({ step, says }) => {
    expect(sentence(step)).toBe(says)
  })

  it('as the decision on a referral says it', () => {
    const [one] = obligationsOf(
      'referral-decision',
      facts([event('referral-received', '2026-03-02', { source: '2A' })]),
    )
    expect(one?.explanation.map(sentence)).toContain('plus 1 working day is 3 March 2026')
  })
})
