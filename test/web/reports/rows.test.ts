import { LocalDate } from '@js-joda/core'
import { cohortFigures, cohortLines } from '../../../client/web/reports/cohortRows'
import { forecastLines, forecastTable } from '../../../client/web/reports/forecastRows'
import { cohortTable } from '../../../domain/cohort/cohortTable'
import type { CohortMember } from '../../../domain/cohort/cohortMember'
import { everythingShown } from '../../../domain/cohort/shown'
import type { Forecast } from '../../../domain/forecast/forecastCase'
import { teamFigures } from '../../../domain/forecast/forecastFigures'
import { forecastSvg } from '../../../domain/forecast/forecastSvg'
import { weekOf, weeksFrom } from '../../../domain/forecast/week'
import { pictureOf, titles } from '../../domain/svgOf'

const day = (text: string): LocalDate => LocalDate.parse(text)
const TODAY = day('2026-06-29')

const line = (more: Partial<Forecast>): Forecast => ({
  ...{ team: 'North 1', ref: 'N-1', rule: 'review-next', title: 'Review', kind: 'review', subject: 'c1', part: '' },
  ...{ dueOn: TODAY, bookedFor: null, on: TODAY, week: weekOf(TODAY).name, basis: 'open' },
  ...more,
})

describe('the forecast of a page', () => {
  const lines = [
    line({}),
    line({ subject: 'c2' }),
    line({ ref: 'N-2' }),
    line({ kind: 'visit', title: 'Visit' }),
    line({ kind: 'visit', title: 'Visit', subject: 'c2', dueOn: TODAY.minusDays(3), week: 'late' }),
  ]
  const figures = teamFigures('North 1', lines, weeksFrom(TODAY, 2))

  it('has lists as long as its numbers: children of one case who are due together are one conference', () => {
    const cells: { week: string; kind: Forecast['kind'] }[] = []
    const table = forecastTable(figures, (cell) => {
      cells.push(cell)
      return `${cell.week} ${cell.kind}`
    })
    const counted = table.rows.flatMap((row) => row.filter(({ href }) => href !== undefined))
    expect(counted.map(({ text, href }) => [text, href])).toEqual([
      ['1', 'late visit'],
      ['2', '2026-W27 review'],
      ['1', '2026-W27 visit'],
    ])
    expect(cells.map((cell) => forecastLines(lines, cell).length)).toEqual([1, 2, 1])
    expect(
      forecastLines(lines, { week: '2026-W27', kind: 'review' }).map(
        ({ words }) => /\d child(?:ren)?$/.exec(words)?.[0],
      ),
    ).toEqual(['2 children', '1 child'])
  })

  it('has the numbers of its picture', () => {
    const pieces = titles(pictureOf(forecastSvg({ today: TODAY, teams: [figures] }))).map((one) =>
      Number(/: (\d+)/.exec(one)?.[1]),
    )
    const counted = forecastTable(figures, () => '#').rows.flatMap((row) =>
      row.flatMap(({ text, href }) => (href === undefined ? [] : [Number(text)])),
    )
    expect([...pieces].sort()).toEqual([...counted].sort())
  })
})

describe('a cohort on a page', () => {
  it('has a list behind every number, and a line for each child without a name', () => {
    const row = {
      cohort: 'c',
      child: 'x',
      indexDate: day('2025-06-01'),
      priorCpp: true,
      cppDates: [day('2025-07-01')],
      outcome: null,
    }
    const member: CohortMember = {
      row: { ...row, windowsFrom: row.indexDate, followed: null },
      ref: 'N-1',
      age: 4,
      markers: {},
    }
    const shown = cohortTable([member.row]).map(everythingShown)
    const [table] = shown.map((one) => cohortFigures(one, (list) => list))
    expect(
      table?.rows.map((cells) => cells.flatMap(({ href, text }) => (href === undefined ? [] : [`${href} ${text}`]))),
    ).toContainEqual(['cpp3m 1/1 (100.0 %)', 'cpp3m-of 1'])
    expect(cohortLines([member])).toEqual([
      { ref: 'N-1', words: '1 June 2025, aged 4, plan started after on 1 July 2025' },
    ])
  })
})
