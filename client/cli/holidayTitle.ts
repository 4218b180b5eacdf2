import { hiddenCharacter } from '../../domain/hiddenCharacter'
import { CommandFailed, EXIT } from './io'

/** A holiday's title as it is stored and read: spaces as one. One with characters that do not show ends the command. */
export function holidayTitle(typed: string): string {
  const title = typed.replace(/\s+/g, ' ').trim()
  const hidden = hiddenCharacter(title)
  if (hidden === undefined) return title
  throw new CommandFailed(
    EXIT.usage,
    `The title holds a character that does not show (${hidden}). Type it again; it is the reason people read when a date moves.`,
  )
}
