import { closeSync, openSync, readSync } from 'node:fs'
import { parse, type Options } from 'csv-parse/sync'
import { physicalLines } from '../../../activities/import/physicalLines'
import { CommandFailed, EXIT } from '../io'

/** A hundred thousand children, which no authority has. */
const MOST_BYTES = 5 * 2 ** 20
const CHUNK = 2 ** 20

/** A record of the file. */
export interface CsvRecord {
  /** The physical line where it starts, from 1. */
  readonly line: number
  /** Without the space around them. */
  readonly cells: readonly string[]
}

/** The records of a CSV file in UTF-8, its header first. What cannot be read to its end ends the command with file, line and what to do. */
export function csvTable(file: string): readonly CsvRecord[] {
  const text = textOf(file)
  const linesOf = physicalLines()
  let readTo = 0
  const withLine = (record: readonly string[], { lines }: { readonly lines: number }): CsvRecord => {
    const { from, to } = linesOf(record, lines)
    readTo = to
    return { line: from, cells: record.map((cell) => cell.trim()) }
  }
  const options = { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, on_record: withLine }
  try {
    return (parse(text, options as unknown as Options) as unknown as readonly CsvRecord[]).filter(
      ({ cells }) => cells.length > 1 || (cells[0] ?? '') !== '',
    )
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message?: unknown }
    const why = code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote was opened and never closed' : String(message)
    throw refused(file, readTo + 1, `the file cannot be read to its end (${why}). Save it again as CSV`)
  }
}

function textOf(file: string): string {
  const bytes = boundedBytes(file)
  const start = bytes.subarray(0, 2).toString('hex')
  if (start === 'fffe' || start === 'feff') throw refused(file, 1, 'the file is UTF-16. Save it as CSV in UTF-8')
  const nul = bytes.indexOf(0)
  if (nul >= 0)
    throw refused(file, lineAt(bytes, nul), 'there is a NUL character, which no CSV file holds. Save it again as CSV')
  try {
    return decoded(bytes)
  } catch {
    throw refused(file, firstBadLine(bytes), 'there are letters that are not UTF-8. Save the file as CSV in UTF-8')
  }
}

/** Takes the byte order mark away. Throws where a byte is no UTF-8. */
const decoded = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

const LINE_FEED = 10

const lineAt = (bytes: Buffer, offset: number): number =>
  bytes.subarray(0, offset).filter((byte) => byte === LINE_FEED).length + 1

function firstBadLine(bytes: Buffer): number {
  for (let from = 0, line = 1; ; line += 1) {
    const end = bytes.indexOf(LINE_FEED, from)
    try {
      decoded(bytes.subarray(from, end < 0 ? bytes.length : end))
    } catch {
      return line
    }
    if (end < 0) return line
    from = end + 1
  }
}

/** Never reads beyond the limit, whatever the file says of its size. */
function boundedBytes(file: string): Buffer {
  const chunks: Buffer[] = []
  let size = 0
  try {
    const opened = openSync(file, 'r')
    try {
      for (;;) {
        const chunk = Buffer.alloc(CHUNK)
        const read = readSync(opened, chunk)
        if (read === 0) break
        size += read
        if (size > MOST_BYTES)
          throw refused(
            file,
            undefined,
            'it is larger than 5 MB, which is a hundred thousand children. Give fewer at once',
          )
        chunks.push(chunk.subarray(0, read))
      }
    } finally {
      closeSync(opened)
    }
  } catch (error) {
    if (error instanceof CommandFailed) throw error
    const because = error instanceof Error ? error.message : 'unknown'
    throw refused(file, undefined, `it cannot be read: ${because}. Give a CSV file of cohort rows`)
  }
  return Buffer.concat(chunks)
}

const refused = (file: string, line: number | undefined, problem: string): CommandFailed =>
  new CommandFailed(EXIT.usage, `${file}${line === undefined ? '' : `, line ${String(line)}`}: ${problem}.`)
