import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { dueAndEnd, event, obligationsOf } from '../facts'

type Of = 'icpc' | 'review'
const quorum = (quorate?: boolean) => (quorate === undefined ? {} : { quorate })

export const strategy = (on: string) => event('strategy-discussion', on, { opensSection47: true })
export const booked = (on: string, to: string, id = `booked ${on}`) => event('icpc-booked', on, { for: to }, { id })
export const reviewBooked = (on: string, to: string, id = `booked ${on}`) =>
  event('review-booked', on, { for: to }, { id })
export const cancelled = (on: string, booking: string) => event('meeting-cancelled', on, { booking })
export const shared = (on: string, of: Of) => event('report-shared', on, { for: of }, { id: `shared ${on}` })
export const icpc = (on: string, quorate?: boolean) => event('icpc-held', on, { outcome: 'plan', ...quorum(quorate) })
export const review = (on: string, outcome: 'continue' | 'end' = 'continue', quorate?: boolean) =>
  event('review-held', on, { outcome, ...quorum(quorate) })
export const coreGroup = (on: string, quorate?: boolean) => event('core-group-held', on, quorum(quorate))
export const notified = (on: string) => event('transfer-in-notified', on, {})
export const transferHeld = (on: string, quorate = true) =>
  event('transfer-in-conference-held', on, { outcome: 'plan', quorate })
export const circulated = (on: string, of: 'decision' | 'record', meeting: string) =>
  event('record-circulated', on, { of, meeting }, { id: `${of} ${on}` })
export const ended = (on: string) => event('plan-ended', on, { plan: 'cpp', reason: 'moved' })

/** Each obligation of a rule by its trigger: `booked 2026-03-02: 2026-03-16 met 2026-03-12`. */
export const byTrigger = (rule: string, given: CaseFacts) =>
  obligationsOf(rule, given).map((one) => `${one.trigger}: ${dueAndEnd(one)}`)
