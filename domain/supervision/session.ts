import type { LocalDate } from '@js-joda/core'

/** A session of group case supervision and the cases that are discussed in it. */
export interface Session {
  readonly id: string
  readonly team: string
  readonly on: LocalDate
  /** London wall time, `09:30`. */
  readonly at: string
  /** Cases it holds. */
  readonly capacity: number
  readonly cases: readonly string[]
}

/** `north-1:2027-03-02T09:30`. A team has one session at a time, or its input is refused: so the id names one, in every plan. */
export const sessionId = (team: string, on: LocalDate, at: string): string => `${team}:${on.toString()}T${at}`
