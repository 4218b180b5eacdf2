import { cohortSvg } from '../../../domain/cohort/cohortSvg'
import { cohortTable } from '../../../domain/cohort/cohortTable'
import { everythingShown } from '../../../domain/cohort/shown'
import { suppressed } from '../../../domain/cohort/suppressed'
import { described, pictureOf, titles } from '../svgOf'
import { publishedRows, row } from './publishedRows'

const table = cohortTable(publishedRows())

describe('the chart of cohorts', () => {
  it('says every figure with its numerator and denominator, in its bars and in its description', () => {
    const svg = pictureOf(cohortSvg(table.map(everythingShown)))
    expect(described(svg)).toContain('CPP by 3 months, all: 2017 86/193 (44.6 %), 2019 47/201 (23.4 %).')
    expect(titles(svg)).toContain('Outcome 20, 2019: 1/201 (0.5 %)')
    expect(titles(svg)).toHaveLength(14)
  })

  it('draws no bar for what is hidden, and says so', () => {
    const text = cohortSvg(table.map((one) => suppressed(one, 5)))
    expect(titles(pictureOf(text))).toHaveLength(12)
    expect(described(pictureOf(text))).toContain('CPP by 6 months, all: 2017 86/193 (44.6 %), 2019 not shown.')
    expect(text).not.toContain('1/201 (0.5 %)')
  })

  it('takes any name, and no children at all', () => {
    const odd = cohortTable([row({ cohort: '<b>"&\u0007', priorCpp: null })]).map(everythingShown)
    expect(described(pictureOf(cohortSvg(odd)))).toContain('Prior CPP: <b>"&\uFFFD 0/0.')
    expect(titles(pictureOf(cohortSvg([])))).toEqual([])
  })
})
