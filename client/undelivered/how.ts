/** How a reader was told whom a mail did not reach. */
export const HOWS = ['telephone', 'in-person', 'letter', 'another-address', 'not-needed'] as const

export type How = (typeof HOWS)[number]

/** As the log of an alert says it; null: nobody was told, because nothing was left to tell. */
export const HOW_WORDS: Readonly<Record<How, string | null>> = {
  telephone: 'told by telephone',
  'in-person': 'told in person',
  letter: 'told by letter',
  'another-address': 'told by mail to another address',
  'not-needed': null,
}

export const isHow = (text: string): text is How => HOWS.some((how) => how === text)
