import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { reasonOf } from '../reasonOf'
import { refused } from './refused'

const NEWLINE = 0x0a
const REMEDY = 'Export the census as UTF-8'

/** First bytes of files in other encodings, with a mark or, where a file without one starts with `<`, without. */
const OTHER_ENCODINGS: readonly (readonly [name: string, start: readonly number[]])[] = [
  ['UTF-32', [0xff, 0xfe, 0, 0]],
  ['UTF-32', [0, 0, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
  ['UTF-16', [0x3c, 0]],
  ['UTF-16', [0, 0x3c]],
]

/** The text of a file in pieces, memory flat. Throws ExtractRefused when the file cannot be read or a byte of it is no UTF-8. */
export async function* utf8Text(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let line = 1
  let first = true
  for await (const bytes of bytesOf(file)) {
    if (first) refuseOtherEncoding(file, bytes)
    first = false
    yield decoded(bytes, () => decoder.decode(bytes, { stream: true }))
    line += newlines(bytes)
  }
  yield decoded(Buffer.alloc(0), () => decoder.decode())

  function decoded(bytes: Buffer, decode: () => string): string {
    try {
      return decode()
    } catch {
      throw refused(file, line + brokenLine(bytes), 'here are bytes that are no UTF-8', REMEDY)
    }
  }
}

async function* bytesOf(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file)
  try {
    for await (const bytes of source) yield bytes as Buffer
  } catch (error) {
    throw refused(file, null, `the file cannot be read (${reasonOf(error)})`, 'Give the XML file of the census')
  } finally {
    source.destroy()
  }
}

function refuseOtherEncoding(file: string, bytes: Buffer): void {
  const [name] = OTHER_ENCODINGS.find(([, start]) => start.every((byte, at) => bytes[at] === byte)) ?? []
  if (name !== undefined) throw refused(file, 1, `the file is written in ${name}`, REMEDY)
}

function newlines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1
  return count
}

/** Which line of a piece is no UTF-8, counted from 0. The first may start, the last may end, inside a letter. */
function brokenLine(bytes: Buffer): number {
  let line = 0
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(NEWLINE, from)
    if (end < 0) return line
    while (line === 0 && from < 3 && ((bytes[from] ?? 0) & 0xc0) === 0x80) from += 1
    if (!isUtf8(bytes.subarray(from, end))) return line
    from = end + 1
  }
  return line
}
