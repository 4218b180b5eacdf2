import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import { workingDaysAfter, workingDaysBefore } from '../calendar/workingDays'
import type { ConferenceKind } from './conferenceKind'
import { conferenceSteps, CONFERENCE_STEP_IDS, type ConferenceStep, type ConferenceStepId } from './conferenceSteps'

/** What is known of the paperwork of a conference that is booked and not yet held. */
export interface Paperwork {
  readonly kind: ConferenceKind
  readonly bookedFor: LocalDate
  /** The day on which the booking became known. */
  readonly bookedSeenOn: LocalDate
  readonly invitationsOut: boolean
  /** Agencies that were asked for a report which has not come. */
  readonly reportsMissing: number
}

/** What is asked about the paperwork on which day. The name carries the conference's day: of a new day it is asked anew. */
export interface PaperworkLine {
  readonly step: string
  readonly on: LocalDate
  readonly to: ConferenceStep['to']
}

/** Every line that still has a reason, in the order of its day; none on or after the day of the conference. */
export function paperworkLines(
  paperwork: Paperwork,
  calendar: WorkingCalendar,
  steps: readonly ConferenceStep[] = conferenceSteps,
): readonly PaperworkLine[] {
  const { kind, bookedFor, bookedSeenOn } = paperwork
  return steps
    .filter(({ id }) => isWanted(id, paperwork))
    .flatMap((step): PaperworkLine[] => {
      const before = step.workingDaysBefore[kind]
      if (before === undefined) return []
      const planned = workingDaysBefore(before, bookedFor, calendar)
      const soonest = workingDaysAfter(step.notSoonerThan, bookedSeenOn, calendar)
      const on = planned.isBefore(soonest) ? soonest : planned
      return on.isBefore(bookedFor) ? [{ step: stepName(step.id, bookedFor), on, to: step.to }] : []
    })
    .sort((a, b) => a.on.compareTo(b.on))
}

const isWanted = (id: ConferenceStepId, { invitationsOut, reportsMissing }: Paperwork): boolean =>
  id === 'invitations' ? !invitationsOut : reportsMissing > 0

/** `invitations-for-2026-06-02`. */
const stepName = (id: ConferenceStepId, bookedFor: LocalDate): string => `${id}-for-${bookedFor.toString()}`

/** Which step of the paperwork a notice told; undefined for every other notice. */
export const paperworkStep = (step: string): ConferenceStepId | undefined =>
  CONFERENCE_STEP_IDS.find((id) => step.startsWith(`${id}-for-`))

/** What it says beside what is due. */
export const PAPERWORK_WORDS: Readonly<Record<ConferenceStepId, string>> = {
  invitations: 'the invitations have not been recorded as sent',
  'reports-asked': 'reports that were asked for have not come yet',
  'reports-late': 'reports that were asked for have not come',
}
