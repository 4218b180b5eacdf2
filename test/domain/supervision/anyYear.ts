import { LocalDate } from '@js-joda/core'
import fc from 'fast-check'
import { WEEKDAYS, type Place, type Weekday } from '../../../domain/supervision/place'
import type { OneOff, Pattern, Team, TeamCase, YearInput } from '../../../domain/supervision/yearInput'

const FIRST = LocalDate.of(2026, 12, 20)

/** The size of a town to draw. */
export interface Size {
  readonly teams: number
  readonly patterns: number
  readonly cases: number
  readonly months: number
  /** Of the five weeks of a month, so many in one pattern. */
  readonly weeks: number
  /** A case is discussed in 20 minutes: sessions hold up to so many. */
  readonly capacity: number
}

/** As the issue asks: 1 to 12 patterns, 0 to 200 cases. Few months, so that many towns are drawn. */
export const LARGE: Size = { teams: 2, patterns: 12, cases: 200, months: 4, weeks: 5, capacity: 9 }
/** Small enough to try every arrangement of a month. */
export const SMALL: Size = { teams: 1, patterns: 2, cases: 5, months: 3, weeks: 2, capacity: 2 }

/** Mostly working days, sometimes not: a Saturday is a day like any other to a pattern. */
const weekday: fc.Arbitrary<Weekday> = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...WEEKDAYS.slice(0, 5)) },
  { weight: 1, arbitrary: fc.constantFrom(...WEEKDAYS.slice(5)) },
)
const nth = (weeks: number): fc.Arbitrary<number[]> =>
  fc.oneof(
    { weight: weeks === 5 ? 1 : 0, arbitrary: fc.constant<number[]>([1, 2, 3, 4, 5]) },
    { weight: 1, arbitrary: fc.subarray<number>([1, 2, 3, 4, 5], { minLength: 1, maxLength: weeks }) },
  )
const dayIn = (days: number): fc.Arbitrary<LocalDate> => fc.nat(days).map((ahead) => FIRST.plusDays(ahead))

/** Each at a time of its own: two sessions of a team are never at one time. */
const patterns = ({ patterns: most, capacity, weeks }: Size): fc.Arbitrary<Pattern[]> =>
  fc
    .array(fc.record({ weekday, nth: nth(weeks), minutes: fc.integer({ min: 1, max: capacity * 20 + 19 }) }), {
      maxLength: most,
      minLength: 1,
    })
    .map((drawn) => drawn.map((one, index) => ({ ...one, at: `${String(8 + index).padStart(2, '0')}:30` })))

const keep: fc.Arbitrary<Place | null> = fc.option(fc.record({ weekday, nth: fc.integer({ min: 1, max: 5 }) }), {
  freq: 3,
})

const open = (days: number): fc.Arbitrary<Pick<TeamCase, 'openFrom' | 'openTo'>> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant({ openFrom: FIRST.minusYears(1), openTo: null }) },
    {
      weight: 2,
      arbitrary: fc
        .record({ ahead: fc.integer({ min: -40, max: days }), stay: fc.option(fc.nat(days)) })
        .map(({ ahead, stay }) => {
          const openFrom = FIRST.plusDays(ahead)
          return { openFrom, openTo: stay === null ? null : openFrom.plusDays(stay) }
        }),
    },
  )

const team = (id: string, size: Size): fc.Arbitrary<Team> => {
  const days = 31 * size.months + 20
  const oneOff: fc.Arbitrary<OneOff> = fc.record({
    on: dayIn(days),
    at: fc.constantFrom('08:30', '09:30', '07:00'),
    minutes: fc.constantFrom(0, 40, 100),
  })
  return fc
    .record({
      pattern: patterns(size),
      oneOffs: fc.uniqueArray(oneOff, { maxLength: 2, selector: ({ on, at }) => `${on.toString()} ${at}` }),
      closedDates: fc.array(dayIn(days), { maxLength: 6 }),
      cases: fc.array(fc.record({ open: open(days), keep }), { maxLength: size.cases, size: 'max' }),
    })
    .map(({ pattern, oneOffs, closedDates, cases }) => ({
      ...{ id, pattern, oneOffs, closedDates, minutesPerCase: 20 },
      cases: cases.map((one, index) => ({
        ref: `${id}-${String(index).padStart(3, '0')}`,
        ...one.open,
        keep: one.keep,
      })),
    }))
}

/** Towns without an earlier plan. */
export const anyYear = (size: Size): fc.Arbitrary<YearInput> =>
  fc.record({
    from: dayIn(40),
    months: fc.integer({ min: 1, max: size.months }),
    teams: fc
      .integer({ min: 1, max: size.teams })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => team(`t${String(index)}`, size)))),
    existing: fc.constant([]),
  })
