import type { Refusal } from '../commands/command'
import { CommandFailed, EXIT } from './io'

/** A refusal as the command line ends with it: who may not, with a code of its own. */
export const refusedAs = ({ refused, todo }: Refusal): CommandFailed =>
  new CommandFailed(refused === 'not-allowed' ? EXIT.refused : EXIT.usage, todo)
