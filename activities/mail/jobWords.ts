/** `Team Manager` in a sentence: `team manager`. Abbreviations stay: `social worker (ASYE)`. */
export const jobWords = (title: string): string =>
  title.replace(/\p{Lu}(?=\p{Ll})/gu, (capital) => capital.toLowerCase())
