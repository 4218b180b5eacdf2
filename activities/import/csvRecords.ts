import { createReadStream } from 'node:fs'
import path from 'node:path'
import { Transform } from 'node:stream'
import { parse, type Options } from 'csv-parse'
import { ExtractRefused } from './finding'
import { physicalLines } from './physicalLines'
import { reasonOf } from './reasonOf'

/**
 * Cells come as bytes (Latin-1): which letters they are is decided cell by cell. A record beyond the limit ends the reading; it is never
 * skipped. Line ends may be mixed: left to itself the parser takes the first for all, and one stray end joins the rest of a file to one row.
 */
const OPTIONS = {
  encoding: 'latin1',
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: 8_000_000,
} satisfies Options

interface Parsed {
  readonly record: readonly string[]
  /** The physical line where it starts. */
  readonly line: number
}

/** The records of a CSV file with the physical line on which each starts, streamed. Throws ExtractRefused when it cannot be read to its end. */
export async function* csvRecords(folder: string, file: string): AsyncGenerator<Parsed> {
  const source = createReadStream(path.join(folder, file))
  const linesOf = physicalLines()
  let readTo = 0 // the last line that was read: the parser is ahead of who asks for records
  const withLine = (record: readonly string[], { lines }: { readonly lines: number }): Parsed => {
    const { from, to } = linesOf(record, lines)
    readTo = to
    return { record, line: from }
  }
  // its types let a record become something else only where columns are named
  const parser = parse({ ...OPTIONS, on_record: withLine } as unknown as Options)
  const plain = withoutMark(file)
  // a pipe does not hand errors on
  source.on('error', (error) => parser.destroy(error))
  plain.on('error', (error) => parser.destroy(error))
  try {
    yield* source.pipe(plain).pipe(parser) as AsyncIterable<Parsed>
  } catch (error) {
    throw error instanceof ExtractRefused ? error : unreadable(file, error, readTo)
  } finally {
    source.destroy()
  }
}

/** A byte order mark of UTF-16, or a first letter that takes two bytes. */
const UTF_16 = /^(?:\u00ff\u00fe|\u00fe\u00ff|\u0000|.\u0000)/

/** Takes the UTF-8 byte order mark away; UTF-16 refuses the file. */
function withoutMark(file: string): Transform {
  let first = true
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const start = first ? chunk.subarray(0, 3).toString('latin1') : ''
      first = false
      if (UTF_16.test(start)) {
        done(new ExtractRefused(`${file}, line 1: the file is UTF-16. Export it as UTF-8; nothing was imported.`))
        return
      }
      done(null, start === '\u00ef\u00bb\u00bf' ? chunk.subarray(3) : chunk)
    },
  })
}

/** `readTo`: the last physical line that could be read. The parser's own line, of an open quote, is where it gave up. */
function unreadable(file: string, error: unknown, readTo: number): ExtractRefused {
  const [line, why] = whereAndWhy(error, readTo)
  const at = line === undefined ? '' : `, line ${String(line)}`
  return new ExtractRefused(
    `${file}${at}: the file cannot be read to its end (${why}). Export it again; nothing was imported.`,
  )
}

function whereAndWhy(error: unknown, readTo: number): readonly [line: number | undefined, why: string] {
  const { code, lines } = error as { readonly code?: unknown; readonly lines?: unknown }
  if (code === 'CSV_QUOTE_NOT_CLOSED') return [readTo + 1, 'a quote was opened and never closed']
  if (code === 'CSV_MAX_RECORD_SIZE')
    return [readTo + 1, 'one row is longer than 8 MB: a quote was opened and never closed']
  return [typeof lines === 'number' ? lines : undefined, reasonOf(error)]
}
