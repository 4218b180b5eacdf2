import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../calendar/isoDay'
import { ofKind } from '../../chronology/childHistory'
import type { EventOf } from '../../chronology/chronologyEvent'
import type { Effective } from '../../chronology/effectiveEvents'
import { govukDate } from '../../timeline/govukDate'
import type { Obligation } from '../../timeline/obligation'
import { daysLate, standing, type Standing } from '../../timeline/standing'
import type { Drafting } from './drafting'
import { lateWords } from '../../timeline/lateWords'

/** How an action stands today. Days late by the rule's own count. */
export type ActionState =
  | { readonly state: 'done'; readonly on: LocalDate; readonly daysLate: number }
  | { readonly state: 'not-done' }
  | { readonly state: 'late'; readonly daysLate: number }
  | { readonly state: 'no-longer-needed'; readonly on: LocalDate }

export interface ActionNow {
  /** The date that holds: moved once at most, before it has passed. */
  readonly by: LocalDate
  readonly now: ActionState
  readonly lateUnit: Obligation['lateUnit']
  /** The record of its being done. */
  readonly doneBy: string | undefined
}

/** By the rules, where they date it; else by the record alone: a council's rules may leave actions out. */
export function actionNow(agreed: Effective<EventOf<'action-agreed'>>, drafting: Drafting): ActionNow {
  const { obligations, today, calendar } = drafting
  const due = obligations.find(({ rule, trigger }) => rule === 'action' && trigger === agreed.first)
  if (due === undefined) return recordedNow(agreed, drafting)
  const { dueOn: by, lateUnit, end } = due
  const now = standing(due, today, calendar)
  return { by, lateUnit, doneBy: end.outcome === 'met' ? end.by : undefined, now: stateOf(now) }
}

function stateOf(now: Standing): ActionState {
  switch (now.state) {
    case 'met':
      return { state: 'done', on: now.metOn, daysLate: 0 }
    case 'met-late':
      return { state: 'done', on: now.metOn, daysLate: now.daysLate }
    case 'overdue':
      return { state: 'late', daysLate: now.daysLate }
    case 'cancelled':
      return { state: 'no-longer-needed', on: now.cancelledOn }
    case 'upcoming':
    case 'due':
      return { state: 'not-done' }
  }
}

function recordedNow(agreed: Effective<EventOf<'action-agreed'>>, { folded, today, calendar }: Drafting): ActionNow {
  const by = isoDay(agreed.data.by)
  const done = ofKind(folded.all, 'action-done').find(
    ({ on, data: { action } }) =>
      !on.isBefore(agreed.on) && (folded.firstOf(action) === agreed.first || action === agreed.data.action),
  )
  const days = daysLate(by, done?.on ?? today, 'calendar-days', calendar)
  const open: ActionState = days === 0 ? { state: 'not-done' } : { state: 'late', daysLate: days }
  return {
    by,
    lateUnit: 'calendar-days',
    doneBy: done?.id,
    now: done === undefined ? open : { state: 'done', on: done.on, daysLate: days },
  }
}

/** `done on 18 June 2026, 2 days late`, `not done, 5 months late`. */
export function actionStateWords(now: ActionState, by: LocalDate, unit: ActionNow['lateUnit']): string {
  switch (now.state) {
    case 'done':
      return `done on ${govukDate(now.on)}${now.daysLate === 0 ? '' : `, ${lateWords({ dueOn: by, days: now.daysLate, unit })}`}`
    case 'late':
      return `not done, ${lateWords({ dueOn: by, days: now.daysLate, unit })}`
    case 'not-done':
      return 'not done yet'
    case 'no-longer-needed':
      return `no longer needed since ${govukDate(now.on)}`
  }
}
