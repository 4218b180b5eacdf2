import { readFileSync } from 'node:fs'
import { isMap, isNode, isPair, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml'
import { aboutFile } from './aboutFile'
import { CommandFailed, EXIT } from './io'
import { yamlProblem } from './yamlProblem'

export interface Place {
  /** From 1. */
  readonly line: number
  readonly column: number
}

/** What a file of YAML or JSON holds, and where in it. */
export interface PositionedFile {
  readonly content: unknown
  /** Where a path stands; of one that is not there the nearest around it. */
  placeOf(path: readonly PropertyKey[]): Place
}

/** Reads a file of YAML, of which JSON is a part. One that cannot be read ends the command with line and column. */
export const readPositioned = (file: string, what: string): PositionedFile =>
  aboutFile(file, () => positioned(textOf(file, what), file, what))

/** The same of a text that is here already; `called`: what its problems call it. */
export const positionedText = (text: string, called: string, what: string): PositionedFile =>
  aboutFile(called, () => positioned(text, called, what))

function positioned(text: string, file: string, what: string): PositionedFile {
  const lines = new LineCounter()
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error !== undefined) {
    const { line, column } = placeAt(error.pos[0])
    throw new CommandFailed(
      EXIT.usage,
      `${file}, line ${String(line)}, column ${String(column)}: ${yamlProblem(error)}. Give ${what}.`,
    )
  }
  return {
    content: contentOf(document, file),
    placeOf: (path) => placeAt(offsetOf(document.contents, path)),
  }
}

/** Aliases that multiply are not followed. */
function contentOf(document: Document, file: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    if (error instanceof RangeError) throw error
    const because = error instanceof Error ? error.message : String(error)
    throw new CommandFailed(EXIT.usage, `${file}: ${because}. Write the values out.`)
  }
}

function textOf(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const because = error instanceof Error ? error.message : 'unknown'
    throw new CommandFailed(EXIT.usage, `${file} cannot be read: ${because}. Give ${what}.`)
  }
}

/** The offset of the last part of a path that is there: of a key where the path ends in one. */
function offsetOf(root: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = root
  let offset = startOf(root)
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isNode(key) && String(key) === String(part))
      if (!isPair(pair)) return offset
      offset = startOf(pair.key)
      node = pair.value
    } else if (isSeq(node) && typeof part === 'number' && part < node.items.length) {
      node = node.items[part]
      offset = startOf(node)
    } else return offset
  }
  return offset
}

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0)
