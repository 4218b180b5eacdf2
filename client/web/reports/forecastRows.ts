import type { Forecast } from '../../../domain/forecast/forecastCase'
import { meetingOf, type TeamFigures, type WeekFigures } from '../../../domain/forecast/forecastFigures'
import { CONFERENCES, FORECAST_KINDS, KIND_TITLES, type ForecastKind } from '../../../domain/forecast/forecastKind'
import { govukDate } from '../../../domain/timeline/govukDate'
import { grouped } from '../../../domain/supervision/summary/grouped'
import type { FigureLine } from '../../../domain/figures/figure'
import { cells, howMany, type Table } from '../app/table'

/** A column of one week: a kind. `late` is a week too. */
export interface ForecastCell {
  readonly week: string
  readonly kind: ForecastKind
}

/** Conferences are counted as meetings, all else once for each child: as the picture does. */
const countOf = ({ together, kinds }: WeekFigures, kind: ForecastKind): number =>
  CONFERENCES.includes(kind) ? together[kind] : kinds[kind]

/** The table twin of the picture: every number in it opens its list. */
export const forecastTable = ({ late, weeks }: TeamFigures, hrefOf: (cell: ForecastCell) => string): Table => ({
  caption: 'Expected week by week',
  head: ['Week from', ...FORECAST_KINDS.map((kind) => KIND_TITLES[kind])],
  empty: 'Nothing is late and nothing is expected.',
  rows: [late, ...weeks].map((one) =>
    cells(
      one.week === null ? 'Late today' : govukDate(one.week.monday),
      ...FORECAST_KINDS.map((kind) => {
        const count = countOf(one, kind)
        return count === 0 ? '0' : { text: String(count), href: hrefOf({ week: one.week?.name ?? 'late', kind }) }
      }),
    ),
  ),
})

/** The list behind one number: as long as it says. */
export function forecastLines(lines: readonly Forecast[], { week, kind }: ForecastCell): readonly FigureLine[] {
  const own = lines.filter((one) => one.week === week && one.kind === kind)
  if (!CONFERENCES.includes(kind)) return own.map((one) => ({ ref: one.ref, words: lineWords(one) }))
  return [...grouped(own, meetingOf).values()].map((together) => ({
    ref: together[0].ref,
    words: `${lineWords(together[0])}, ${howMany(together.length, 'child', 'children')}`,
  }))
}

const lineWords = ({ title, on, dueOn, bookedFor, basis, week }: Forecast): string =>
  [
    `${title}, ${week === 'late' ? `due ${govukDate(dueOn)}, late` : `${govukDate(on)}, by ${govukDate(dueOn)} at the latest`}`,
    ...(bookedFor === null ? [] : [`booked for ${govukDate(bookedFor)}`]),
    ...(basis === 'expected' ? ['if what comes before is held on its day'] : []),
  ].join(', ')
