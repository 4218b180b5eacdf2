import type { Database } from '../../../prisma/database'
import { CommandFailed, EXIT } from '../io'
import { teamsAsked } from '../teamsAsked'

/** The one team a text means, by id. None or several end the command. */
export async function teamNamed(db: Database, text: string): Promise<string> {
  const [only, ...others] = (await teamsAsked(db, text)).filter((id) => id !== null)
  if (only !== undefined && others.length === 0) return only
  throw new CommandFailed(EXIT.usage, `${text} could be several teams. Give the whole name, or the id.`)
}
