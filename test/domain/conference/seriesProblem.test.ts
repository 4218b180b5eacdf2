import { seriesProblem, type DueConference } from '../../../domain/conference/seriesProblem'
import { day } from '../facts'

const review: DueConference = { agreed: null, since: day('2026-03-02'), limitOn: day('2026-06-02'), children: ['c1'] }
const agreed: DueConference = { ...review, agreed: day('2026-05-28') }
const later: DueConference = { ...review, limitOn: day('2026-12-02'), children: ['c1'] }
const recorded = {
  ...{ today: day('2026-04-01'), reason: undefined, corrects: null, children: ['c1'] },
  approved: { beyond: false, move: false },
}

describe('a booking of which nobody says what it is of', () => {
  it.each([
    { due: [], for: '2026-09-01', stands: true, because: 'stands where nothing is due' },
    { due: [review], for: '2026-06-02', stands: true, because: 'stands by the last lawful day' },
    { due: [review], for: '2026-06-03', stands: false, because: 'does not beyond it' },
    { due: [review, later], for: '2026-09-01', stands: true, because: 'stands where another one takes it' },
    { due: [agreed], for: '2026-09-01', stands: true, because: 'after the agreed day is the next of a series' },
    { due: [agreed], for: '2026-05-20', stands: false, because: 'before the agreed day moves it' },
    {
      due: [{ ...review, children: ['c2'] }],
      for: '2026-09-01',
      stands: true,
      because: 'of another child is no concern',
    },
    {
      due: [{ ...review, since: day('2026-09-02') }],
      for: '2026-09-01',
      stands: true,
      because: 'of before it runs is none',
    },
  ])('$because', ({ due, for: on, stands }) => {
    expect(seriesProblem(due, { ...recorded, for: day(on) }) === undefined).toBe(stands)
  })

  it('that corrects one is no next of a series', () => {
    const corrected = { ...recorded, for: day('2026-06-20'), corrects: day('2026-05-28') }
    expect(seriesProblem([agreed], corrected)).toContain('Say why')
  })

  it('has to be taken for each of its children', () => {
    const both = { ...recorded, for: day('2026-09-01'), children: ['c1', 'c2'] }
    const lenient = { ...later, children: ['c2'] }
    expect(seriesProblem([review, lenient], both)).toContain('beyond 2 June 2026')
  })
})
