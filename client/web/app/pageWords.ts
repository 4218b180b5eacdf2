/** What a command says to do, for a page: sentences about the command line are left out, because the page has buttons for what they speak of. */
export function pageWords(todo: string): string {
  const sentences = todo.match(/(?:`[^`]*`|[^.:`]|[.:](?!\s|$))+[.:]?(?:\s+|$)/g) ?? [todo]
  const kept = sentences.filter((sentence) => !/caseclock |(?:^|\s)--[a-z]/.test(sentence))
  const words = kept.join('').trim().replace(/:$/, '.')
  return words === '' ? todo : words
}
