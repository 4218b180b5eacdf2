/** Control characters, what only formats, and line ends that look like none (see `hiddenCharacter`). */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/gu

/** Text of a person's file as a terminal may show it: what acts on a terminal or does not show is written as `U+202E`. */
export const shownText = (text: string): string =>
  text.replace(HIDDEN, (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
