/** A command to type, from the colon before it or from its own start, to the end of its sentence. */
const COMMAND = /:? ?`?\bcaseclock [a-z][^.`]*(`[^.]*)?(?:\.|$)/

/** Options and the words they stand with: `, with --reason`, ` (--child-view)`, `: --by 2026-03-02 or --reason "why"`. */
const OPTIONS: readonly (readonly [RegExp, string])[] = [
  [/^--on (\d\S*) /, '$1 '],
  [/^--([a-z-]+) (?=is |has )/, 'The field “$1” '],
  [/ \(--[a-z-]+\)/g, ''],
  [/:(?: --[a-z-]+(?: "[^"]*"| [\w:|-]+(?: or [\w|-]+)?)*)+(?=[.,;]|$)/g, ''],
  [/,? (?:with|as) --[a-z-]+(?: "[^"]*")?/g, ''],
  [/, or leave --[a-z-]+ out/g, ''],
  [/--([a-z-]+) (?=\d|“)/g, ''],
]

/** Said over the list of what was not right, on every page. */
const SAVED = /^Nothing was saved(?:\.|: (\w))/

/**
 * What a command answers, for somebody on a page: without what is typed on a command line. A sentence of which nothing else is left is left out; where that is all of it, one says that
 * it could not be done.
 */
export function pageWords(todo: string): string {
  const said = todo
    .split(/(?<=[.?!])\s+(?=[A-Z`-])/)
    .map(withoutOptions)
    .filter((sentence) => sentence !== '' && !/^`|caseclock [a-z]|--[a-z]|\b(with|see)\.$/.test(sentence))
    .join(' ')
    .replaceAll('`', '')
    .trim()
  return said === '' ? 'This cannot be done now. Look at it again: it may have changed.' : said
}

function withoutOptions(sentence: string): string {
  const saved = sentence.replace(SAVED, (_all, next: string | undefined) => next?.toUpperCase() ?? '')
  // A sentence that begins with a command only tells of it, and for these a page has buttons where it can be done at all.
  if (/^`?caseclock |--(older|give-up)\b/.test(saved)) return ''
  const plain = OPTIONS.reduce((words, [found, instead]) => words.replace(found, instead), saved.replace(COMMAND, '.'))
  return plain.replace(/The field “([a-z-]+)”/, (_all, name: string) => `The field “${name.replaceAll('-', ' ')}”`)
}
