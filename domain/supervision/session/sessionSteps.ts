import type { Role } from '../../access/role'
import type { Rung } from '../../policy/policyPack'
import steps from './session-steps.json'

export const SESSION_STEP_IDS = [
  'attend',
  'reply',
  'exception',
  'summary',
  'summary-review',
  'papers',
  'held',
  'minutes',
  'quality-check',
] as const

export type SessionStepId = (typeof SESSION_STEP_IDS)[number]

/** Who is told: a role of the session's team, the person invited, or the worker of the case. */
export type SessionReader = Role | 'invitee' | 'case-worker'

/** One thing that has to happen for a session, as data with its citation. All numbers are working days of England and Wales. */
export interface SessionStep {
  readonly id: SessionStepId
  /** What people read: `Case summary written`. */
  readonly title: string
  /** What there is one of for each: the matter's subject. */
  readonly of: 'invitee' | 'case' | 'session'
  /** The day its own days are counted from: the session's, that of a decline, the one it was held on, or the one the minutes went out on. */
  readonly countedFrom: 'session' | 'decline' | 'held' | 'minutes-out'
  /** Negative before that day, 0 that day, positive after it. */
  readonly dueWorkingDays: number
  /** Due at the soonest so many working days after it became known: nobody is late with what they could not know. */
  readonly notSoonerThan: number
  /** Due at the latest so many working days after the session's day, negative before it; null for no such limit. */
  readonly notLaterThan: number | null
  /** The last day on which anything is said of it, counted from the session's day; missing where it is said until it has happened. */
  readonly silentAfter?: number
  /** Whoever learns of it after a reminder should have come is asked on that day: nothing else tells them. */
  readonly asksWhenKnown?: boolean
  /** `workingDays` counts from the same day as `dueWorkingDays`. `step` is its name in what was told. */
  readonly reminders: readonly { readonly step: string; readonly workingDays: number; readonly to: SessionReader }[]
  /** The first rung counts from the due date, each further one from the day on which the one below was told. */
  readonly ladder: readonly Pick<Rung, 'role' | 'afterWorkingDays'>[]
  readonly basis: 'practice' | 'product'
  readonly source: string
}

export interface SessionSteps {
  /** One held session in so many is checked for quality. */
  readonly sample: { readonly oneIn: number; readonly basis: SessionStep['basis']; readonly source: string }
  readonly steps: readonly SessionStep[]
}

/** The built-in steps, from their file: every number is a default. A test asks `sessionStepsProblem` about them. Source: each step's own. */
export const sessionSteps = steps as SessionSteps

/** A step by id. Throws for a missing one: a step cannot vanish from under its matters. */
export function sessionStep(id: SessionStepId, { steps: all }: SessionSteps): SessionStep {
  const step = all.find((candidate) => candidate.id === id)
  if (step === undefined)
    throw new Error(`There is no session step ${id}. There are ${all.map((known) => known.id).join(', ')}.`)
  return step
}
