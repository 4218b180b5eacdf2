/** A cell that a spreadsheet would run; some read the wide forms of East Asian keyboards as the same signs. */
const RUNS = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

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
