import type { DraftLine, DraftPart } from '../../domain/supervision/summary/draftLine'
import type { SummaryDraft } from '../../domain/supervision/summary/summaryDraft'
import { govukDate } from '../../domain/timeline/govukDate'
import type { PaperChild } from './paperView'

/** A line of the record with the names of the children it is about; none where it is about all of them. */
export interface RecordLine {
  readonly sentence: string
  readonly names: readonly string[]
}

export interface RecordPart {
  readonly sentence: string
  readonly lines: readonly RecordLine[]
}

/** What the record says of a case, as a page shows it. */
export interface RecordSheet {
  readonly since: string
  readonly happened: RecordPart & { readonly more: string }
  readonly goals: RecordPart
  readonly late: RecordPart
  readonly dueNext: RecordPart
  readonly decisions: {
    readonly sentence: string
    readonly rows: readonly {
      readonly action: string
      readonly names: readonly string[]
      readonly owner: string
      readonly by: string
      readonly now: string
    }[]
  }
}

export const recordSheet = (draft: SummaryDraft, children: readonly PaperChild[]): RecordSheet => ({
  since: draft.since.sentence,
  happened: { ...part(draft.happened, children), more: moreWords(draft.happened.more) },
  goals: part(draft.goals, children),
  late: part(draft.late, children),
  dueNext: part(draft.dueNext, children),
  decisions: {
    sentence: draft.lastDecisions.sentence,
    rows: draft.lastDecisions.lines.map(({ action, owner, by, nowWords, about }) => ({
      action,
      names: namesOf(about, children),
      owner,
      by: govukDate(by),
      now: `${nowWords.charAt(0).toUpperCase()}${nowWords.slice(1)}`,
    })),
  },
})

/** `And 12 older lines, not shown.` */
export const moreWords = (more: number): string =>
  more === 0 ? '' : more === 1 ? 'And 1 older line, not shown.' : `And ${String(more)} older lines, not shown.`

export const recordLine = ({ sentence, about }: DraftLine, children: readonly PaperChild[]): RecordLine => ({
  sentence,
  names: namesOf(about, children),
})

const part = ({ sentence, lines }: DraftPart, children: readonly PaperChild[]): RecordPart => ({
  sentence,
  lines: lines.map((line) => recordLine(line, children)),
})

/** A child the caller did not name is not named by its id either. */
const namesOf = (about: readonly string[], children: readonly PaperChild[]): readonly string[] =>
  about.map((id) => children.find((child) => child.id === id)?.name ?? 'a child not named here')
