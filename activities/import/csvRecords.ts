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
  info: true,
  max_record_size: 8_000_000,
} satisfies Options

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** The records of a CSV file with the physical line on which each starts, streamed. Throws ExtractRefused when it cannot be read to its end. */
export async function* csvRecords(
  folder: string,
  file: string,
): AsyncGenerator<{ readonly record: readonly string[]; readonly line: number }> {
  const source = createReadStream(path.join(folder, file))
  const parser = parse(OPTIONS)
  const plain = withoutMark(file)
  // a pipe does not hand errors on
  source.on('error', (error) => parser.destroy(error))
  plain.on('error', (error) => parser.destroy(error))
  const lineOf = physicalLines()
  try {
    for await (const { record, info } of source.pipe(plain).pipe(parser) as AsyncIterable<Parsed>) {
      yield { record, line: lineOf(record, info.lines) }
    }
  } catch (error) {
    throw error instanceof ExtractRefused ? error : unreadable(file, error)
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

function unreadable(file: string, error: unknown): ExtractRefused {
  const at = typeof error === 'object' && error !== null && 'lines' in error ? `, line ${String(error.lines)}` : ''
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  const why =
    code === 'CSV_MAX_RECORD_SIZE'
      ? 'one row is longer than 8 MB: a quote was opened and never closed'
      : reasonOf(error)
  return new ExtractRefused(
    `${file}${at}: the file cannot be read to its end (${why}). Export it again; nothing was imported.`,
  )
}
