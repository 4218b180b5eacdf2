import { SaxesParser } from 'saxes'
import type { CensusElement } from './censusElement'
import { CENSUS_SHAPE, PIECES } from './censusShape'
import { refused } from './refused'

/** No value of a census takes more than 200 characters; a text this long is a broken file. */
const LONGEST_TEXT = 10_000
/** Characters of one tag, comment, text or declaration that the parser holds at once. */
const LONGEST_MARKUP = 1_000_000
/** A census is seven elements deep. */
const DEEPEST = 32
/** A child with a long history has some hundred elements. */
const MOST_ELEMENTS = 50_000

const COPY_AGAIN = 'Copy or export the file again'

/** More names than any census year has brought: after so many a file is told no more of them. */
const MOST_UNKNOWN = 100

/** The first element of a name that is not known. */
export interface UnknownElement {
  readonly name: string
  readonly line: number
  /** Whether it stands in the piece it came with, or before that. */
  readonly inside: boolean
}

export interface CensusPiece {
  /** A `Header` or a `Child`; null for what comes after the last. */
  readonly element: CensusElement | null
  readonly unknown: readonly UnknownElement[]
}

export interface PieceBuilder {
  /** Takes the next characters and answers the pieces that are complete. */
  take(text: string): readonly CensusPiece[]
  /** To be called after the last character. */
  end(): CensusPiece
}

interface Open extends CensusElement {
  text: string
  readonly children: CensusElement[]
}

/**
 * Puts characters together to headers and children, and refuses what is not well-formed, is no census, declares entities (they are never
 * expanded or fetched) or is out of all proportion. One piece in memory, whatever the file's size.
 */
export function pieceBuilder(file: string): PieceBuilder {
  const parser = new SaxesParser()
  const stack: Open[] = []
  const unknownNames = new Set<string>()
  let unknown: UnknownElement[] = []
  let done: CensusPiece[] = []
  let unknownDepth = 0
  let elements = 0
  let progressAt = 0
  const inPiece = (): boolean => stack.some(({ name }) => PIECES.has(name))
  const refuse = (problem: string, todo: string, line = parser.line): never => {
    throw refused(file, line, problem, todo)
  }
  parser.on('error', ({ message }) =>
    refuse(`the file is cut short or no well-formed XML (${message.replace(/^\d+:\d+: /, '')})`, COPY_AGAIN),
  )
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^utf-?8$/i.test(encoding))
      refuse(`the first line says that the encoding is ${encoding}`, 'Export the census as UTF-8')
  })
  parser.on('doctype', () =>
    refuse('the file has a DOCTYPE, which a census never has; it was not followed', 'Export it without one'),
  )
  parser.on('opentagstart', ({ name }) => {
    progressAt = parser.position
    // The name may be followed by a line end, which has been read already.
    const line = parser.columnIndex === 0 ? parser.line - 1 : parser.line
    const parent = stack.at(-1)
    if (parent === undefined && name !== 'Message')
      refuse(`the file starts with ${shortened(name)}, not with Message: it is no census`, 'Give the CIN census', line)
    if (stack.length + unknownDepth >= DEEPEST)
      refuse(`elements stand in each other more than ${DEEPEST} deep`, COPY_AGAIN, line)
    if (parent !== undefined && (unknownDepth > 0 || CENSUS_SHAPE[parent.name]?.includes(name) !== true)) {
      if (unknownDepth === 0 && !unknownNames.has(name) && unknownNames.size < MOST_UNKNOWN) {
        unknownNames.add(name)
        unknown.push({ name: shortened(name), line, inside: inPiece() })
      }
      unknownDepth += 1
      return
    }
    elements = PIECES.has(name) ? 1 : elements + 1
    if (elements > MOST_ELEMENTS) refuse(`one child has more than ${MOST_ELEMENTS} elements`, COPY_AGAIN, line)
    stack.push({ name, line, text: '', children: [] })
  })
  parser.on('closetag', () => {
    progressAt = parser.position
    if (unknownDepth > 0) {
      unknownDepth -= 1
      return
    }
    const closed = stack.pop()
    if (closed === undefined) return
    const element = { ...closed, text: closed.text.trim() }
    if (PIECES.has(element.name)) {
      done.push({ element, unknown })
      unknown = []
    } else if (inPiece()) stack.at(-1)?.children.push(element)
  })
  const addText = (text: string): void => {
    const into = stack.at(-1)
    if (into === undefined || unknownDepth > 0) return
    into.text += text.trim() === '' && into.text === '' ? '' : text
    if (into.text.length > LONGEST_TEXT)
      refuse(`the text of ${into.name} is longer than ${LONGEST_TEXT} characters`, COPY_AGAIN, into.line)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  return {
    take: (text) => {
      parser.write(text)
      if (parser.position - progressAt > LONGEST_MARKUP)
        refuse(`a tag, comment or text is longer than ${LONGEST_MARKUP} characters`, COPY_AGAIN)
      const complete = done
      done = []
      return complete
    },
    end: () => {
      parser.close()
      return { element: null, unknown }
    },
  }
}

const shortened = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name)
