import { CommandFailed, EXIT } from './io'

/**
 * What a file of the person's makes of a piece of work without server or database: if that fails unforeseen, no service is away, and the command ends
 * with the file's name and what to do.
 */
export function aboutFile<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CommandFailed) throw error
    throw new CommandFailed(EXIT.usage, `${file} cannot be worked out: ${whyOf(error)}`)
  }
}

function whyOf(error: unknown): string {
  if (error instanceof RangeError) return 'it is nested too deeply or too large. Give a file that says less.'
  const because = error instanceof Error ? error.message : String(error)
  return `${because} This is a fault of Caseclock: report it, with a file that shows it and names nobody.`
}
