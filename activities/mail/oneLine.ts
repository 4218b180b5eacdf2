/** A line break in a name, reference or subject could add a header, or a line that looks like ours. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
