import { inTime } from '../../../../domain/supervision/figures/inTime'
import { day, calendar } from '../../facts'
import { figuresOf, known, onlyMonth, place, session, words } from './exampleRows'

/** Wednesday 31 March 2027: Good Friday, 26 March, and Easter Monday, 29 March, lie in the days before it. */
const ON = '2027-03-31'
const summary = (writtenOn: string | null, placedOn = '2026-09-01', diarisedOn = '2026-09-01') =>
  inTime(
    session(ON, { diarisedOn: day(diarisedOn) }),
    [place(ON, '1', { placedOn: day(placedOn), summaryWrittenOn: writtenOn === null ? null : day(writtenOn) })],
    calendar,
  ).summaries.map(({ dueOn, time }) => `${time}, due ${dueOn.toString()}`)
const minutes = (outOn: string | null) =>
  inTime(session(ON, { minutesOutOn: outOn === null ? null : day(outOn) }), [], calendar).minutes.map(
    ({ dueOn, time }) => `${time}, due ${dueOn.toString()}`,
  )

describe('summaries and minutes against their due days (steps summary and minutes)', () => {
  it.each([
    ['2027-03-22', 'on-time, due 2027-03-22'],
    ['2027-03-23', 'late, due 2027-03-22'],
    [null, 'never, due 2027-03-22'],
  ])('a summary written on %s is %s', (writtenOn, expected) => {
    expect(summary(writtenOn)).toEqual([expected])
  })

  it('of a case placed late it is due later; of a session that was moved, after the day it was moved', () => {
    expect(summary('2027-03-30', '2027-03-25')).toEqual(['on-time, due 2027-03-30'])
    expect(summary('2027-03-30', '2026-09-01', '2027-03-25')).toEqual(['on-time, due 2027-03-30'])
  })

  it.each([
    ['2027-04-02', 'in-time, due 2027-04-02'],
    ['2027-04-03', 'late, due 2027-04-02'],
    [null, 'not-out, due 2027-04-02'],
  ])('minutes out on %s are %s', (outOn, expected) => {
    expect(minutes(outOn)).toEqual([expected])
  })

  it('only sessions that were held count, and only the cases discussed in them', () => {
    const [held, ahead] = ['2027-03-02', ON]
    const written = { summaryWrittenOn: day('2027-01-05') }
    const month = onlyMonth(
      figuresOf({
        cases: [known('1'), known('2', { restricted: true })],
        sessions: [session(held, { minutesOutOn: day('2027-03-04') }), session(ahead, { state: 'planned' })],
        places: [
          ...[place(held, '1', written), place(held, '2'), place(held, '3', { discussed: false })],
          place(ahead, '4', { ...written, discussed: null }),
        ],
      }),
    )
    expect(Object.values(month.summaries).map(words)).toEqual(['1 of 2', '0 of 2', '1 of 2'])
    expect(month.behind.summaries).toMatchObject([{ ref: 'N-2', restricted: true, time: 'never' }])
    expect(Object.values(month.minutes).map(words)).toEqual(['1 of 1', '0 of 1', '0 of 1'])
  })

  it('of the held sessions that are sampled, those checked and those to be', () => {
    const sessions = [
      session('2027-03-02', { sampled: true, checked: true }),
      session('2027-03-03', { sampled: true }),
      session('2027-03-04'),
    ]
    const { quality, behind } = onlyMonth(figuresOf({ sessions }))
    expect(quality).toEqual({ checked: { n: 1, of: 2 }, 'to-check': { n: 1, of: 2 } })
    expect(behind.toCheck.map(({ id }) => id)).toEqual(['2027-03-03'])
  })
})
