import type { ChildEntry } from './childEntries'
import type { DraftLine, DraftPart } from './draftLine'
import { summaryPrompts, type PartName, type PromptId } from './prompts'
import type { RecordedLine } from './recordedLines'
import { summaryNumbers } from './summaryNumbers'

/** What one part of the summary answers. */
export interface PromptLink {
  readonly part: PartName
  readonly sentence: string
  /** The lines of the part that answer it; none where the whole part does. */
  readonly lines: readonly DraftLine[]
  /** How many older lines were left out. */
  readonly more: number
}

/** A question of the discussion, with what the record already answers. Nothing there: the record answers nothing. */
export interface AnsweredPrompt {
  readonly id: PromptId
  readonly words: string
  readonly links: readonly PromptLink[]
  /** One for each child of the family where the question is asked of each; else none. */
  readonly children: readonly ChildEntry[]
}

/** `recorded`: every line of what was recorded since, those left out of the part as well. */
export const promptAnswers = (
  parts: Readonly<Record<PartName, DraftPart>>,
  recorded: readonly RecordedLine[],
  children: readonly ChildEntry[],
): readonly AnsweredPrompt[] =>
  summaryPrompts.prompts.map(({ id, words, parts: whole, kinds }) => {
    const bearing = recorded.filter(({ kind }) => kinds.includes(kind))
    const lines = bearing.slice(-summaryNumbers.linesShown)
    const more = bearing.length - lines.length
    return {
      id,
      words,
      links: [
        ...whole.map((part): PromptLink => ({ part, sentence: parts[part].sentence, lines: [], more: 0 })),
        ...(lines.length === 0 ? [] : [{ part: 'happened', sentence: 'Recorded since:', lines, more } as const]),
      ],
      children: id === 'each-child' ? children : [],
    }
  })
