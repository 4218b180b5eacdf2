import type { AnsweredPrompt } from '../../domain/supervision/summary/promptAnswers'
import type { PartName } from '../../domain/supervision/summary/prompts'
import type { PaperChild } from './paperView'
import { moreWords, recordLine, type RecordLine } from './recordSheet'

/** A question of the discussion with what the record answers, as a page shows it. */
export interface PromptSheet {
  readonly words: string
  /** Parts above that answer it, each with its place on the page. */
  readonly parts: readonly { readonly sentence: string; readonly see: string; readonly part: PartName }[]
  readonly lines: readonly RecordLine[]
  readonly more: string
  readonly children: readonly { readonly name: string; readonly sentences: readonly string[] }[]
  /** Empty where the record answers something. */
  readonly nothing: string
}

/** What the parts are headed on the page. */
export const PART_HEADINGS: Readonly<Record<PartName, string>> = {
  happened: 'What was recorded',
  lastDecisions: 'Actions agreed',
  goals: 'Goals',
  late: 'Late',
  dueNext: 'Due next',
}

export function promptSheet({ words, links, children }: AnsweredPrompt, named: readonly PaperChild[]): PromptSheet {
  const whole = links.filter(({ lines }) => lines.length === 0)
  const some = links.filter(({ lines }) => lines.length > 0)
  return {
    words,
    parts: whole.map(({ part, sentence }) => ({ part, sentence, see: PART_HEADINGS[part] })),
    lines: some.flatMap(({ lines }) => lines.map((line) => recordLine(line, named))),
    more: moreWords(some.reduce((sum, { more }) => sum + more, 0)),
    children: children.map(({ child, sentences }) => ({
      name: named.find(({ id }) => id === child)?.name ?? 'A child not named here',
      sentences,
    })),
    nothing: links.length === 0 && children.length === 0 ? 'The record does not answer this.' : '',
  }
}
