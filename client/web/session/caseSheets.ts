import type { LocalDate } from '@js-joda/core'
import { caseRecord } from '../../queries/supervision/caseRecord'
import type { SessionCaseRow } from '../../queries/supervision/web/sessionCases'
import type { Database } from '../../../prisma/database'
import type { PartName, PromptId } from '../../../domain/supervision/summary/prompts'
import { promptSheet } from '../../papers/promptSheet'
import { recordSheet, type RecordSheet } from '../../papers/recordSheet'
import { lineWords } from './summaryText'

/** A question with what the record answers, all in words. */
export interface PromptOnPage {
  readonly id: PromptId
  readonly words: string
  /** Sentences, each with its lines. */
  readonly parts: readonly { readonly sentence: string; readonly lines: readonly string[] }[]
  readonly lines: readonly string[]
  readonly more: string
  readonly children: readonly { readonly name: string; readonly sentences: readonly string[] }[]
  /** Empty where the record answers something. */
  readonly nothing: string
}

export interface CaseSheets {
  readonly record: RecordSheet
  readonly prompts: readonly PromptOnPage[]
  readonly worker: string | null
}

/** What the record of a case says on a day since its last discussion, for somebody who may open it. */
export async function caseSheets(db: Database, row: SessionCaseRow, day: LocalDate): Promise<CaseSheets> {
  const { draft, worker } = await caseRecord(db, row, day)
  const children = row.children.map(({ id, name }) => ({ id, name, bornOn: null, expectedOn: null }))
  const record = recordSheet(draft, children)
  return {
    ...{ record, worker },
    prompts: draft.prompts.map((prompt): PromptOnPage => {
      const { words, parts, lines, more, children: each, nothing } = promptSheet(prompt, children)
      return {
        ...{ id: prompt.id, words, more, children: each, nothing, lines: lines.map(lineWords) },
        parts: parts.map(({ part, sentence }) => ({ sentence, lines: linesOf(record, part) })),
      }
    }),
  }
}

const linesOf = (record: RecordSheet, part: PartName): readonly string[] =>
  part === 'lastDecisions'
    ? record.decisions.rows.map(({ action, owner, by, now }) => `${action} (${owner}, by ${by}). ${now}`)
    : record[part].lines.map(lineWords)
