import type { LocalDate } from '@js-joda/core'
import { govukDate } from '../timeline/govukDate'

/** A conference to be booked, and by whom. */
export interface Booking {
  readonly for: LocalDate
  readonly today: LocalDate
  /** The last lawful day of the conference. */
  readonly limitOn: LocalDate
  /** The day it is booked for so far. */
  readonly agreed: LocalDate | null
  readonly reason: string | undefined
  /** Whether somebody who may approved it: a manager of the case, or its chair; the chair, or the chair's manager. */
  readonly approved: { readonly beyond: boolean; readonly move: boolean }
}

/** Why a conference cannot be booked for that day, or undefined when it can. Source: handbook 3, due date and booked date; issue 8: who moves an agreed date. */
export function bookingProblem({ for: day, today, limitOn, agreed, reason, approved }: Booking): string | undefined {
  if (day.isBefore(today)) return `${govukDate(day)} has passed. Record that it was held, or book another day.`
  if (agreed?.equals(day) === true) return undefined
  const hasReason = reason !== undefined && reason.trim() !== ''
  if (agreed !== null) {
    if (!hasReason) return `It is booked for ${govukDate(agreed)}. Say why that day is moved, with --reason.`
    if (!approved.move)
      return `It is booked for ${govukDate(agreed)}. Only the chair, or the chair’s manager, moves an agreed day: name who approved it with --approved-by.`
  }
  if (day.isAfter(limitOn)) {
    const beyond = `${govukDate(day)} is beyond ${govukDate(limitOn)}, the last lawful day.`
    if (!hasReason) return `${beyond} Book a day by then, or say why not with --reason.`
    if (!approved.beyond)
      return `${beyond} A manager of the case or the chair has to approve that: name them with --approved-by.`
  }
  return undefined
}
