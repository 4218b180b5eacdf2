import { writeFileSync } from 'node:fs'
import { CommandFailed, EXIT } from './io'

/** Writes a file somebody asked for. One that cannot be written ends the command with its name and why. */
export function writeText(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    const because = error instanceof Error ? error.message : 'unknown'
    throw new CommandFailed(EXIT.usage, `${file} cannot be written: ${because}. Give a file in a folder that exists.`)
  }
}
