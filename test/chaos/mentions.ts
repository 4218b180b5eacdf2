/**
 * Whether a text names a word. A number counts only as a word of its own inside a text: seven digits stand by chance in the nanoseconds of an event,
 * in a sleep's milliseconds and in every few thousand of our own ids.
 */
export function mentions(text: string, word: string): boolean {
  if (!/^\d+$/.test(word)) return text.includes(word)
  return text.includes(word) && new RegExp(`(?<![0-9a-fA-F:.-])${word}(?![0-9a-fA-F.-])`).test(text)
}
