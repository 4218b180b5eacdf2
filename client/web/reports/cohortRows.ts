import { PART_WORDS, shareWords, whyWords } from '../../../domain/cohort/cohortWords'
import type { CohortMember } from '../../../domain/cohort/cohortMember'
import { MEASURE, MEASURES } from '../../../domain/cohort/measures'
import type { ShownCohort } from '../../../domain/cohort/shown'
import type { FigureLine } from '../../../domain/figures/figure'
import { govukDate } from '../../../domain/timeline/govukDate'
import { cells, type Table } from '../app/table'

/** The table twin of the picture; `hrefOf` a list of domain/cohort/cohortLists. */
export const cohortFigures = (
  { children, shares }: Pick<ShownCohort, 'children' | 'shares'>,
  hrefOf: (list: string) => string,
): Table => ({
  ...{ caption: 'What became of them', head: ['Figure', 'Counted', 'Of whom'], empty: '' },
  rows: [
    cells('Children', { text: String(children ?? 0), href: hrefOf('children') }, ''),
    ...MEASURES.map((name) => {
      const share = shares[name]
      return cells(
        MEASURE[name].title,
        { text: shareWords(share), href: hrefOf(name) },
        { text: String(share.of ?? 0), href: hrefOf(`${name}-of`) },
      )
    }),
  ],
})

/** Who is in no answer, and why: never counted as no. */
export const cohortLeftOut = ({ leftOut }: Pick<ShownCohort, 'leftOut'>): Table => ({
  ...{ caption: 'Left out, and never counted as no', head: ['Of', 'Why', 'Children'], empty: 'Nobody was left out.' },
  rows: leftOut.map(({ part, reason, n }) => cells(PART_WORDS[part], whyWords(reason), n === null ? '' : String(n))),
})

/** A line for each child; no names, as the file of the command line has none. */
export const cohortLines = (members: readonly CohortMember[]): readonly FigureLine[] =>
  members.map(({ ref, row: { indexDate, cppDates }, age }) => ({
    ref: ref ?? '',
    words: [
      govukDate(indexDate),
      ...(age === null ? [] : [`aged ${String(age)}`]),
      cppDates.length === 0
        ? 'no plan started after'
        : `plan started after on ${[...cppDates].map(govukDate).join(', ')}`,
    ].join(', '),
  }))
