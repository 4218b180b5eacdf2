/** Control characters, half of a pair, what only formats, and line ends that look like none: they act on a terminal, or cannot be stored. */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}]/u

/** The first character of a text that does not show, as `U+001B`; undefined where every one does. */
export function hiddenCharacter(text: string): string | undefined {
  const point = HIDDEN.exec(text)?.[0].codePointAt(0)
  return point === undefined ? undefined : `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
}
