/**
 * What a command answers, for somebody on a page: options of the command line are left out, and so are sentences that send people there. Empty words stay as they are.
 */
export const onPage = (todo: string): string =>
  todo
    .split(/(?<=[.?!])\s+(?=[A-Z`])/)
    .filter((sentence) => !/`?caseclock [a-z]/.test(sentence) || /^[^:]*: (it|nothing|there)/.test(sentence))
    .map((sentence) =>
      sentence
        .replace(/,? with --[a-z-]+/g, '')
        .replace(/:? --[a-z-]+( "[^"]*")?(?=[.\s]|$)/g, '')
        .replace(/^--([a-z-]+) /, (_all, name: string) => `The field “${name.replaceAll('-', ' ')}” `)
        .replace(/:? `?caseclock [^.]*?`?(?=\.?$)/, ''),
    )
    .join(' ')
    .trim() || 'This could not be done. Nothing was saved.'
