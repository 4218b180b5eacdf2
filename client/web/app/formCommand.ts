import { randomUUID } from 'node:crypto'
import { isId } from '../../commands/isId'

/** The id that a form was given when it was shown: sent twice, it is the same command. A form without one, or with one of its own making, is a new command. */
export const formCommand = ({ command }: Readonly<Record<string, unknown>>): string =>
  typeof command === 'string' && isId(command) ? command : randomUUID()
