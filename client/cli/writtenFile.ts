import { statSync, writeFileSync } from 'node:fs'
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

/** Ends the command where a file to write is one it reads, by whatever name: it would be replaced, and with it the facts. Asked before anything is said. */
export function refuseInput(option: string, file: string | undefined, inputs: readonly (string | undefined)[]): void {
  const written = file === undefined ? undefined : identityOf(file)
  if (file === undefined || written === undefined) return
  if (inputs.some((input) => input !== undefined && identityOf(input) === written))
    throw new CommandFailed(
      EXIT.usage,
      `${option} ${file} is a file this command reads: it would be replaced. Give the picture a file of its own.`,
    )
}

/** What a file is, whichever path or link leads to it; undefined where there is none yet. */
function identityOf(file: string): string | undefined {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found === undefined ? undefined : `${String(found.dev)}/${String(found.ino)}`
}
