import type { LocalDate } from '@js-joda/core'

/** What is known of one session today. All days are civil dates, London; nothing in it lies in the future but `on`. */
export interface SessionFacts {
  readonly id: string
  /** The day it is planned for. */
  readonly on: LocalDate
  /** The day this date was diarised; of a session that was moved, the day it was moved. */
  readonly plannedOn: LocalDate
  readonly state: 'planned' | 'cancelled' | 'held' | 'not-held'
  /** The day it was held; missing or null counts as `on`. */
  readonly heldOn?: LocalDate | null
  /** The day on which somebody recorded that it was held, or that it was not. */
  readonly recordedHeldOn: LocalDate | null
  readonly papersOutOn: LocalDate | null
  readonly minutesOutOn: LocalDate | null
  readonly qualityCheckedOn: LocalDate | null
  /** Whether it is one of those checked for quality: `sampled`. */
  readonly sampled: boolean
  readonly invitees: readonly Invitee[]
  readonly cases: readonly SessionCase[]
}

export interface Invitee {
  readonly personId: string
  readonly invitedOn: LocalDate
  /** Any answer is a reply, `tentative` too. */
  readonly reply: 'accepted' | 'declined' | 'tentative' | null
  /** Null beside a reply counts as the day of the invitation. */
  readonly repliedOn: LocalDate | null
  readonly exception: AttendanceException | null
}

/** Whether somebody who declined may stay away. Of an approval and a refusal the later holds; on one day the refusal. */
export interface AttendanceException {
  readonly reasonGiven?: boolean
  readonly approvedOn: LocalDate | null
  readonly refusedOn: LocalDate | null
}

export interface SessionCase {
  readonly caseId: string
  /** The day it got its place in this session; of a session that was moved, at the soonest the day it was moved. */
  readonly placedOn: LocalDate
  readonly summaryWrittenOn: LocalDate | null
  readonly summaryReviewedOn: LocalDate | null
}

/** The day it was held, or is to be. */
export const dayOf = ({ on, heldOn }: Pick<SessionFacts, 'on' | 'heldOn'>): LocalDate => heldOn ?? on
