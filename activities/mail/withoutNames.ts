import type { AnswerRow } from './answerSentence'

/** The parts of a surname up to so long may be other words. */
const SHORT = 2

const LETTER = String.raw`[\p{L}\p{M}\p{N}]`

/** Answers without the children's names that somebody may have typed into a reason: no child's name leaves in a mail (design.md 6). Whole words only, in whatever case; the page of the case shows what was typed. */
export function withoutNames<Row extends AnswerRow>(
  answers: readonly Row[],
  children: readonly { readonly forename: string; readonly surname: string }[],
): readonly Row[] {
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
  return answers.map((answer) => ({
    ...answer,
    reason: names.reduce((text, name) => text.replace(wordOf(name), '[name]'), answer.reason),
  }))
}

const wordOf = (name: string): RegExp =>
  new RegExp(`(?<!${LETTER})${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!${LETTER})`, 'giu')
