const BY_CODE: Readonly<Record<string, string>> = {
  NEG: 'neglect',
  EMO: 'emotional abuse',
  PHY: 'physical abuse',
  SAB: 'sexual abuse',
  MUL: 'multiple',
}
const WORDS = new Set(Object.values(BY_CODE))

/** The category of abuse in words. Extracts write a code or the words; undefined when it is neither, or empty. */
export function categoryOf(text: string): string | undefined {
  const word = text.toLowerCase().replace(/\/not recommended$/, '')
  return BY_CODE[text.toUpperCase()] ?? (WORDS.has(word) ? word : undefined)
}
