import type { LocalDate } from '@js-joda/core'
import { readDay } from '../commands/readDay'
import { CommandFailed, EXIT } from './io'

/** A day given on the command line. One that does not exist ends the command with the option's name. */
export function parseDay(option: string, text: string): LocalDate {
  const day = readDay(text)
  if (day === undefined)
    throw new CommandFailed(EXIT.usage, `${option} ${text} is not a day that exists. Write it as 2026-03-02.`)
  return day
}
