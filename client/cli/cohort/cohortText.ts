import { ANCHOR_WORDS } from '../../../domain/cohort/anchor'
import { PART_WORDS, shareWords, whyWords } from '../../../domain/cohort/cohortWords'
import type { Difference } from '../../../domain/cohort/differences'
import { MEASURE, MEASURES } from '../../../domain/cohort/measures'
import { published, publishedT } from '../../../domain/cohort/published'
import type { ShownCohort } from '../../../domain/cohort/shown'
import { suppressionMark } from '../../../domain/cohort/suppressed'
import { govukDate } from '../../../domain/timeline/govukDate'
import { shownText } from '../shownText'
import { textTable } from '../textTable'
import type { CohortReport, Source } from '../../../domain/cohort/cohortReport'

/** The report for a terminal. With `isPublishedAsked` the columns of the evaluation stand beside the cohorts they are named like, or after them. */
export function cohortText(report: CohortReport, isPublishedAsked: boolean): string {
  const columns = isPublishedAsked ? withPublished(report.cohorts) : report.cohorts.map(own)
  const figures = textTable(
    ['', ...columns.map(({ heading }) => heading)],
    ['Children', ...MEASURES.map((name) => MEASURE[name].title)].map((title, row) => [
      title,
      ...columns.map(({ cells }) => cells[row] ?? ''),
    ]),
  )
  return [
    `${headWords(report)}\n`,
    figures,
    leftOutText(report.cohorts),
    differencesText(report.differences, isPublishedAsked),
    ...(isPublishedAsked
      ? [`Published: ${published.source}.\n${published.notes.map((note) => `${note}\n`).join('')}`]
      : []),
  ].join('\n')
}

interface Shown {
  readonly heading: string
  readonly cells: readonly string[]
}

const own = ({ cohort, children, shares }: ShownCohort): Shown => ({
  heading: shownText(cohort),
  cells: [children === null ? 'not shown' : String(children), ...MEASURES.map((name) => shareWords(shares[name]))],
})

function withPublished(cohorts: readonly ShownCohort[]): readonly Shown[] {
  const beside = published.cohorts.map(({ cohort, children, ...shares }) => ({
    ...{ cohort, heading: `published ${cohort}` },
    cells: [String(children), ...MEASURES.map((name) => shareWords({ ...shares[name], hidden: null }))],
  }))
  const named = (name: string) => beside.filter(({ cohort }) => cohort === name)
  const others = beside.filter(({ cohort }) => !cohorts.some((one) => one.cohort === cohort))
  return [...cohorts.flatMap((one) => [own(one), ...named(one.cohort)]), ...others]
}

/** What the table is of: whose rows, which anchor, from when the windows run, and as of which day. */
function headWords({ source, below }: CohortReport): string {
  const publication =
    below === null
      ? ''
      : `\nFor publication: counts from 1 to ${String(below - 1)} (${suppressionMark(below)}), and what would tell them, are not shown.`
  return `${sourceWords(source)}${publication}`
}

function sourceWords(source: Source): string {
  if (source.from === 'file') {
    const anchor = source.anchor === null ? '' : `, by ${ANCHOR_WORDS[source.anchor]}`
    const windows = source.windows === 'index-date' ? 'each child’s index date' : 'the end of the sample period'
    return `Cohorts of ${shownText(source.file)}${anchor}. Windows of 3 and 6 calendar months from ${windows}.`
  }
  const { anchor, window, sampleEnd, team, today, laterIndexDates } = source
  const windows =
    sampleEnd === null ? 'each child’s index date' : `the end of the sample period, ${govukDate(sampleEnd)}`
  const again =
    laterIndexDates === null || laterIndexDates === 0
      ? ''
      : `\nA child is in it once, by the first index date: ${String(laterIndexDates)} later ${laterIndexDates === 1 ? 'one is' : 'ones are'} not counted again.`
  return `Children whose index date, ${ANCHOR_WORDS[anchor]}, lies from ${govukDate(window.from)} to ${govukDate(window.to)}${team === null ? '' : `, of teams named ${shownText(team)}`}, as it stands on ${govukDate(today)}.
Windows of 3 and 6 calendar months from ${windows}.${again}`
}

function leftOutText(cohorts: readonly ShownCohort[]): string {
  const lines = cohorts.flatMap(({ cohort, leftOut }) =>
    leftOut.map(({ part, reason, n }) => [
      shownText(cohort),
      PART_WORDS[part],
      whyWords(reason),
      n === null ? 'few' : String(n),
    ]),
  )
  return lines.length === 0
    ? 'Nobody was left out.\n'
    : `Left out, and never counted as no\n${textTable(['Cohort', 'Of', 'Why', 'Children'], lines)}`
}

function differencesText(all: readonly Difference[], isPublishedAsked: boolean): string {
  if (all.length === 0) return 'One cohort: there is none to compare it with.\n'
  const headings = ['Difference', 'From', 'To', 'To minus from', 't, from minus to']
  const table = textTable(
    isPublishedAsked ? [...headings, 'published t'] : headings,
    all.map((one) => {
      const printed = isPublishedAsked ? publishedT(one.measure, one.from, one.to) : undefined
      return [
        ...[MEASURE[one.measure].title, shownText(one.from), shownText(one.to)],
        one.difference === null ? 'none' : fixed(one.difference, 4),
        one.t === null ? `none: ${one.why}` : fixed(one.t, 2),
        ...(isPublishedAsked ? [printed === undefined ? '' : fixed(printed, 2)] : []),
      ]
    }),
  )
  return table
}

/** Never -0.00. */
const fixed = (value: number, decimals: number): string => value.toFixed(decimals).replace(/^-(0(?:\.0*)?)$/, '$1')
