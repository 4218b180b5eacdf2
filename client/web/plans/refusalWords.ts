/**
 * What a command refused, for a page: the same words without what is typed on a command line. A sentence that only tells a command to type is left out,
 * and that nothing was saved stands over it.
 */
export function refusalWords(todo: string): string {
  const kept = todo
    .replace(/ \(--[a-z-]+\)/g, '')
    .replace(/: --[a-z-]+( "[^"]*"| [a-z]+ or [a-z]+)?(?=[.,]|$)/g, '')
    .replace(/^--[a-z-]+ (\S+) is/, '$1 is')
    .split(/(?<=[.!?])\s+(?=[A-Z`])/)
    .filter((sentence) => !/caseclock |--[a-z]|Nothing was saved/.test(sentence))
    .join(' ')
    .replaceAll('`', '')
  return kept === '' ? 'This cannot be done now. Look at the case again: it may have changed.' : kept
}
