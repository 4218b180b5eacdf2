import type { LocalDate } from '@js-joda/core'
import { workingDaysAfter } from '../../../domain/calendar/workingDays'
import { govukDate } from '../../../domain/timeline/govukDate'
import { readDay } from '../readDay'
import type { Refusal } from '../command'
import { refuse, type Answering } from './answering'

/** The day a promise or a request names: from today to so many working days ahead; or why it cannot be. `what`: how a sentence begins. */
export function readUntil(
  { command, today, rules }: Answering,
  atMost: number,
  what: 'A promise' | 'More time',
): LocalDate | Refusal {
  const until = command.until === undefined ? undefined : readDay(command.until)
  if (until === undefined)
    return refuse(
      'bad-data',
      `${what} needs the day it ends, written as 2026-03-02, not ${command.until ?? 'nothing'}.`,
    )
  if (until.isBefore(today)) return refuse('bad-data', `${govukDate(until)} has passed. ${what} ends today or later.`)
  const last = workingDaysAfter(atMost, today, rules.calendar)
  return until.isAfter(last)
    ? refuse(
        'bad-data',
        `${what} ends at most ${String(atMost)} working days ahead: by ${govukDate(last)}. If that is too soon, pass the alert up.`,
      )
    : until
}

export const isDay = (until: LocalDate | Refusal): until is LocalDate => !('refused' in until)
