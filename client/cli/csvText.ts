/** A cell that a spreadsheet would run. */
const RUNS = /^[=+\-@\t\r]/

/** One cell of a CSV file (RFC 4180) that a spreadsheet may open: text it would run starts with an apostrophe. */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = RUNS.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** CSV with a header line, CR LF as the standard has it. */
export const csvText = (header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string =>
  [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
