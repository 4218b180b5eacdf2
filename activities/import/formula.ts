/** A name that a spreadsheet would run: no name begins so. Cells come trimmed, so no tab or line end stands before it. */
export const isFormula = (text: string): boolean => /^[=+@]|^-./.test(text)
