import { createReadStream } from 'node:fs'
import { CommandFailed, EXIT } from './io'

/** The bytes of a file, or of standard input (`-`). Not read beyond `most` bytes: a file that is larger ends the command. */
export async function readBounded(file: string, most: number): Promise<Buffer> {
  const from = file === '-' ? process.stdin : createReadStream(file)
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of from) {
      const bytes = Buffer.from(chunk as Uint8Array)
      size += bytes.length
      if (size > most) break
      chunks.push(bytes)
    }
  } catch (error) {
    const code = (error as { code?: unknown }).code
    throw new CommandFailed(
      EXIT.usage,
      `${file} cannot be read (${typeof code === 'string' ? code : 'unknown error'}).`,
    )
  }
  if (size > most)
    throw new CommandFailed(
      EXIT.usage,
      `${file} is larger than ${String(Math.floor(most / 1024 / 1024))} MB, which no report about a mail of ours is. Nothing was recorded.`,
    )
  return Buffer.concat(chunks)
}
