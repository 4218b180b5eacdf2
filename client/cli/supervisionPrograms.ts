import type { Command } from 'commander'
import type { ExitCode, Io } from './io'
import { sessionPrograms } from './supervision/sessionPrograms'
import { yearPrograms } from './supervision/yearPrograms'

export interface Registering {
  /** Ends a command with its code. */
  readonly ending: <A extends unknown[]>(
    run: (...args: A) => ExitCode | Promise<ExitCode>,
  ) => (...args: A) => Promise<void>
  readonly io: Io
  /** The folder of an `up` that was not told another. */
  readonly data: string
}

/** The commands about group case supervision. */
export function supervisionPrograms(caseclock: Command, registering: Registering): void {
  const supervision = caseclock.command('supervision').description('group case supervision')
  yearPrograms(supervision, registering)
  sessionPrograms(supervision, registering)
}
