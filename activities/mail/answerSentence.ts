import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import { londonDay } from '../../domain/calendar/london'
import { govukDate } from '../../domain/timeline/govukDate'

/** What somebody answered on an alert. */
export interface AnswerRow {
  readonly entry: string
  readonly name: string
  /** Who keeps a promise. */
  readonly owner: string | null
  readonly at: Date
  /** ISO date: the last day of a promise or of more time. */
  readonly until: string | null
  readonly reason: string
}

/** An answer as a sentence for people: who, what, when, and that a promised day has passed. The alert is open, so the fact has not happened. */
export function answerSentence({ entry, name, owner, at, until, reason }: AnswerRow, today: LocalDate): string {
  const on = govukDate(londonDay(at.getTime()))
  const day = until === null ? '' : govukDate(isoDay(until))
  const isOver = until !== null && isoDay(until).isBefore(today)
  switch (entry) {
    case 'acknowledged':
      return `${name} has seen it, ${on}`
    case 'promised':
      return `${name} promised on ${on}: “${reason}”, ${owner ?? name} by ${day}${isOver ? '. That has not been recorded as done' : ''}`
    case 'more-time':
      return `${name} asked on ${on} for more time, until ${day}: “${reason}”${isOver ? '. That time is over' : ''}`
    case 'passed-up':
      return `${name} passed it up on ${on}: “${reason}”`
    case 'challenged':
      return `${name} raised a professional dispute on ${on}: “${reason}”`
    case 'owner-left':
      return `${owner ?? 'Whoever was to keep the promise'} has left: the promise is no longer waited for, ${on}`
    case 'withdrawn':
      return `${name} withdrew it on ${on}: “${reason}”`
    default:
      return reason
  }
}
