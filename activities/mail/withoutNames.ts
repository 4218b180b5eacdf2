import type { AnswerRow } from './answerSentence'

/** The parts of a surname up to so long may be other words. */
const SHORT = 2

const LETTER = String.raw`[\p{L}\p{M}\p{N}]`

type Named = readonly { readonly forename: string; readonly surname: string }[]

/** A text without the names of these children. Whole words only, in whatever case. */
export function textWithoutNames(text: string, children: Named): string {
  const names = children
    .flatMap(({ forename, surname }) => [
      ...[`${forename} ${surname}`, forename, surname],
      ...forename.split(/\s+/),
      // Somebody writes Jones for Smith-Jones; but Mc and la may be other words.
      ...surname.split(/[\s-]+/u).filter((part) => part.length > SHORT),
    ])
    .map((name) => name.trim())
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
  return names.reduce((words, name) => words.replace(wordOf(name), '[name]'), text)
}

/** Answers without the children's names that somebody may have typed into a reason: no child's name leaves in a mail (design.md 6); the page of the case shows what was typed. */
export const withoutNames = <Row extends AnswerRow>(answers: readonly Row[], children: Named): readonly Row[] =>
  answers.map((answer) => ({ ...answer, reason: textWithoutNames(answer.reason, children) }))

const wordOf = (name: string): RegExp =>
  new RegExp(`(?<!${LETTER})${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!${LETTER})`, 'giu')
