import type { Role } from '../access/role'
import type { ConferenceKind } from './conferenceKind'
import file from './conference-steps.json'

export const CONFERENCE_STEP_IDS = ['invitations', 'reports-asked', 'reports-late'] as const
export type ConferenceStepId = (typeof CONFERENCE_STEP_IDS)[number]

/** One thing asked about a booked conference, as data with its citation. Working days of England and Wales. */
export interface ConferenceStep {
  readonly id: ConferenceStepId
  readonly title: string
  /** Said on the working day so long before the conference, by its kind; a kind that is missing has no such step. */
  readonly workingDaysBefore: Readonly<Partial<Record<ConferenceKind, number>>>
  /** Said at the soonest so many working days after the booking became known. */
  readonly notSoonerThan: number
  readonly to: readonly Role[]
  readonly basis: 'local' | 'product'
  readonly source: string
}

/** The built-in steps, from their file: every number is a default. Source: each step's own. */
export const conferenceSteps = file.steps as readonly ConferenceStep[]
