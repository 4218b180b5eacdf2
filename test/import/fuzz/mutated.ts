import type { Mutation } from './mutation'

/** A file after some mutations, one by one. `file` is Latin-1 text: a letter is a byte. */
export const mutated = (file: string, mutations: readonly Mutation[]): Buffer =>
  Buffer.from(mutations.reduce(once, file), 'latin1')

function once(file: string, mutation: Mutation): string {
  const at = mutation.at % (file.length + 1)
  switch (mutation.kind) {
    case 'flip':
      return file.slice(0, at) + flipped(file.slice(at, at + 1), mutation.by) + file.slice(at + 1)
    case 'cut-off':
      return file.slice(0, at)
    case 'cut-out':
      return file.slice(0, at) + file.slice(at + mutation.length)
    case 'insert':
      return file.slice(0, at) + mutation.bytes.repeat(mutation.times) + file.slice(at)
    case 'swap-cells':
      return inPieces(file, CELL, (cells) => swapped(cells, mutation.at, mutation.with))
    case 'fill-cell':
      return inPieces(file, CELL, (cells) => replaced(cells, mutation.at, asBytes(mutation.text)))
    case 'repeat-line':
    case 'drop-line':
    case 'move-line':
      return inPieces(file, /(\n)/, (lines) => lined(lines, mutation))
  }
}

const CELL = /([,\n])/
const asBytes = (text: string): string => `"${Buffer.from(text, 'utf8').toString('latin1').replaceAll('"', '""')}"`
const flipped = (byte: string, by: number): string => (byte === '' ? '' : String.fromCharCode(byte.charCodeAt(0) ^ by))

/** Splits at separators, which keep their place, and joins what `change` makes of the pieces between them. */
function inPieces(file: string, separator: RegExp, change: (pieces: readonly string[]) => readonly string[]): string {
  const parts = file.split(separator)
  const marks = parts.filter((_, index) => index % 2 === 1)
  const pieces = change(parts.filter((_, index) => index % 2 === 0))
  return pieces.map((piece, index) => piece + (marks[index] ?? (index < pieces.length - 1 ? '\n' : ''))).join('')
}

function swapped(pieces: readonly string[], at: number, other: number): readonly string[] {
  const changed = [...pieces]
  const [a, b] = [at % pieces.length, other % pieces.length]
  ;[changed[a], changed[b]] = [pieces[b] ?? '', pieces[a] ?? '']
  return changed
}

const replaced = (pieces: readonly string[], at: number, text: string): readonly string[] =>
  pieces.map((piece, index) => (index === at % pieces.length ? text : piece))

function lined(lines: readonly string[], { kind, at, to }: Mutation & { readonly to: number }): readonly string[] {
  const from = at % lines.length
  const line = lines[from] ?? ''
  const rest = kind === 'repeat-line' ? [...lines] : lines.filter((_, index) => index !== from)
  if (kind !== 'drop-line') rest.splice(to % (rest.length + 1), 0, line)
  return rest
}
