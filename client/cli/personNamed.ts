import { findPerson, type KnownAs } from '../queries/findPerson'
import type { Database } from '../../prisma/database'
import { CommandFailed, EXIT } from './io'

/** The one person a text means. None or several end the command with who it could be. */
export async function personNamed(db: Database, option: string, text: string): Promise<KnownAs> {
  // A part of a name is enough, and nothing is a part of every name.
  const found = text.trim() === '' ? [] : await findPerson(db, text)
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  throw new CommandFailed(
    EXIT.usage,
    only === undefined
      ? `${option} ${text}: nobody is known by that. Give a staff number, an id or a name.`
      : `${option} ${text} could be ${found
          .slice(0, 5)
          .map(({ name, job_title }) => `${name} (${job_title})`)
          .join(', ')}. Say which.`,
  )
}
