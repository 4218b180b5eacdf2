import { LocalDate } from '@js-joda/core'
import { figureWords } from '../../../domain/figures/figure'
import { furtherPlans } from '../../../domain/figures/furtherPlans'
import { longPlans } from '../../../domain/figures/longPlans'
import { median } from '../../../domain/figures/median'
import { overFifteen } from '../../../domain/figures/overFifteen'
import { reReferrals } from '../../../domain/figures/reReferrals'
import { waitsForAnswer } from '../../../domain/figures/waitsForAnswer'
import { workerChanges } from '../../../domain/figures/workerChanges'
import { workload } from '../../../domain/figures/workload'
import type { EntryKind } from '../../../domain/escalation/story'

const day = (text: string): LocalDate => LocalDate.parse(text)
const TODAY = day('2026-06-30')

describe('figures (handbook, section 10)', () => {
  it.each([
    { before: '2025-06-30', within: [true, false], because: 'twelve months to the day are within twelve' },
    { before: '2025-06-29', within: [false, false], because: 'a day more is not' },
    { before: '2025-12-30', within: [true, true], because: 'six months to the day' },
    { before: null, within: [false, false], because: 'the first referral comes back to nothing' },
  ])('re-referrals: $because', ({ before, within }) => {
    const one = { ref: 'N-1', child: 'A B', on: TODAY, before: before === null ? null : day(before) }
    expect(reReferrals([one]).map(({ counted }) => counted.length === 1)).toEqual(within)
  })

  it.each([
    { startedOn: '2025-03-30', over: [1, 0, 0], because: 'fifteen months to the day' },
    { startedOn: '2025-03-31', over: [1, 0, 0], because: 'June has no 31st: its last day is fifteen months' },
    { startedOn: '2025-04-01', over: [0, 0, 0], because: 'a day less' },
    { startedOn: '2024-06-30', over: [1, 1, 1], because: 'one of two years is in all three' },
  ])('long plans: $because', ({ startedOn, over }) => {
    const plan = { ref: 'N-1', child: 'A B', startedOn: day(startedOn) }
    expect(longPlans([plan], TODAY).map(({ counted }) => counted.length)).toEqual(over)
  })

  it('further plans are counted with and without a reason', () => {
    const plan = { ref: 'N-1', child: 'A B', startedOn: TODAY }
    const [found] = furtherPlans([
      { ...plan, hasReason: true },
      { ...plan, hasReason: false },
    ])
    expect(found === undefined ? '' : figureWords(found)).toBe('1 of 2 (50 %)')
  })

  it('15 children are not over 15; who holds none is not of them', () => {
    const workers = [0, 15, 16].map((children) => ({ name: String(children), children }))
    expect(figureWords(overFifteen(workers))).toBe('1 of 2 (50 %)')
  })

  it('the first worker is no change', () => {
    const [found] = workerChanges([
      { ref: 'A', changes: 0 },
      { ref: 'B', changes: 2 },
      { ref: 'C', changes: 1 },
    ])
    expect(found === undefined ? '' : figureWords(found)).toBe('2 of 3 (66.6 %), median 1.5 among them')
  })

  it('a meeting without a day counts when it is late or due in six weeks, a booked one does not', () => {
    const meeting = { ref: 'N-1', title: 'Core group', bookedFor: null, isMeeting: true, dueOn: TODAY }
    const matters = [
      meeting,
      { ...meeting, dueOn: TODAY.plusDays(42) },
      { ...meeting, dueOn: TODAY.plusDays(43) },
      { ...meeting, bookedFor: TODAY },
      { ...meeting, isMeeting: false },
    ]
    const unbooked = workload({ cases: [], matters }, TODAY).find(({ id }) => id === 'unbooked')
    expect(unbooked === undefined ? '' : figureWords(unbooked)).toBe('2 of 3 (66.6 %)')
  })

  it.each([
    [[], null],
    [[3], 3],
    [[5, 1, 3], 3],
    [[4, 1], 2.5],
  ])('the median of %j is %s', (values, middle) => {
    expect(median(values)).toBe(middle)
  })

  it.each([
    [['told'], 'open', true],
    [['told', 'acknowledged'], 'open', false],
    [['told', 'acknowledged', 'told'], 'open', true],
    [['told', 'promised'], 'open', false],
    [[], 'open', false],
    [['told'], 'withdrawn', false],
  ] as const)(
    'an alert with the log %j that is %s waits for an answer: %s',
    (log: readonly EntryKind[], state, waits) => {
      const line = { rung: 1, personId: 'p', at: 0, reason: '', untilOn: null }
      expect(waitsForAnswer({ state, log: log.map((entry) => ({ ...line, entry })) })).toBe(waits)
    },
  )
})
