import type { SearchWord } from '../../queries/web/searchCases'

/** More words than a name has find nothing more. */
const MOST_WORDS = 6
const MOST_LETTERS = 80

/** What was typed, cut to what the box takes. */
export const typedWords = (asked: unknown): string =>
  typeof asked === 'string'
    ? asked
        .normalize('NFC')
        .replaceAll(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, MOST_LETTERS)
    : ''

/** The words to look for. One letter alone is passed over where there are others: it stands at the start of too much to tell anything. */
export function searchWords(typed: string): readonly SearchWord[] {
  const words = typed
    .toLowerCase()
    .split(' ')
    .flatMap((word): SearchWord[] => {
      const parts = withoutAccents(word)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((part) => part !== '')
      if (parts.length === 0) return []
      return [
        {
          reference: word.replaceAll(/[\\%_]/g, String.raw`\$&`),
          names: parts.map((part) => `${part}:*`).join(' & '),
        },
      ]
    })
  return words.slice(0, MOST_WORDS)
}

/** As `name_words` of the database has them. */
const withoutAccents = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[łøđıðþ]/g, (letter) => OTHERS[letter] ?? letter)

/** Letters of their own that an English keyboard has no key for. */
const OTHERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ð: 'd', þ: 't' }

/** Whether there is enough to look for: two letters or numbers in one word. */
export const isEnough = (words: readonly SearchWord[]): boolean =>
  words.some(({ names }) => names.replaceAll(/[^\p{L}\p{N}]/gu, '').length >= 2)
