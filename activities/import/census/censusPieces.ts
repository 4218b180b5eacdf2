import { pieceBuilder, type CensusPiece } from './pieceBuilder'
import { utf8Text } from './utf8Text'

/** The header and the children of a census in the file's order, streamed. Throws ExtractRefused where the file cannot be read on. */
export async function* censusPieces(file: string): AsyncGenerator<CensusPiece> {
  const builder = pieceBuilder(file)
  for await (const text of utf8Text(file)) yield* builder.take(text)
  yield builder.end()
}
