/** A text as people type it, in its paragraphs: an empty line begins another. */
export const paragraphs = (text: string): readonly string[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
