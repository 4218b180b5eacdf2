import type { LocalDate } from '@js-joda/core'
import type { AgendaLine } from '../../domain/agenda/agendaLine'
import { isOpen } from '../../domain/agenda/agenda'
import { isoDay } from '../../domain/calendar/isoDay'
import { londonMoment } from '../../domain/calendar/london'
import type { ConferenceDue } from '../../domain/conference/conferencesDue'
import { conferenceStanding, type ConferenceStanding } from '../../domain/conference/conferenceStanding'
import { paperworkLines, type PaperworkLine } from '../../domain/conference/paperworkLines'
import { keyOf } from '../../domain/timeline/obligation'
import type { ConferenceRow } from './appointmentRows'
import type { Keeping } from './keepAppointments'

/** What a plan makes of one conference. */
export interface ConferencePlan {
  readonly conference: ConferenceDue
  /** As it was; undefined for a new one. */
  readonly row: ConferenceRow | undefined
  /** Others that have become one with it. */
  readonly merged: readonly ConferenceRow[]
  readonly standing: ConferenceStanding
  readonly bookedSeenOn: LocalDate | null
  /** Every line of its paperwork that still has a reason. */
  readonly lines: readonly PaperworkLine[]
  /** Those to say now. */
  readonly write: readonly AgendaLine[]
  /** Epoch milliseconds; null: nothing ahead. */
  readonly nextMoment: number | null
}

/** How a conference stands, what is said of its paperwork now, and when it is looked at again. */
export function conferencePlan(
  conference: ConferenceDue,
  { row, merged }: Pick<ConferencePlan, 'row' | 'merged'>,
  { ahead, told, rules, today, minute, now }: Keeping,
): ConferencePlan {
  const standing = conferenceStanding(conference, today)
  const { bookedFor } = standing
  const bookedSeenOn = seenOn(bookedFor, row, today)
  const lines =
    standing.state !== 'due' || bookedFor === null || bookedSeenOn === null || row?.has_paperwork !== true
      ? []
      : paperworkLines(
          {
            ...{ kind: conference.kind, bookedFor, bookedSeenOn },
            ...{ invitationsOut: row.invitations_out, reportsMissing: row.reports_missing },
          },
          rules.calendar,
        )
  const momentOf = ({ on }: PaperworkLine): number => londonMoment(on, minute)
  const isPast = bookedFor !== null && !bookedFor.isAfter(today)
  const passed = lines.filter((line) => momentOf(line) <= now)
  const moments = [
    ...lines.filter((line) => momentOf(line) > now).map(momentOf),
    ...[...conference.due, ...conference.papers].flatMap((one) => ahead.get(keyOf(one)) ?? []),
  ]
  return {
    ...{ conference, row, merged, standing, bookedSeenOn, lines },
    write: isPast ? [] : newestOf(passed).flatMap((line) => linesOf(line, { conference, told, today, minute })),
    nextMoment: moments.length === 0 ? null : Math.min(...moments),
  }
}

/** The day on which a booking became known: a new one today. */
function seenOn(bookedFor: LocalDate | null, row: ConferenceRow | undefined, today: LocalDate): LocalDate | null {
  if (bookedFor === null) return null
  const isKnown = row?.booked_for === bookedFor.toString() && row.booked_seen_on !== null
  return isKnown ? isoDay(row.booked_seen_on) : today
}

/** That reports are late says all that a reminder of them would. */
const newestOf = (passed: readonly PaperworkLine[]): readonly PaperworkLine[] =>
  passed.some(({ step }) => step.startsWith('reports-late'))
    ? passed.filter(({ step }) => !step.startsWith('reports-asked'))
    : passed

interface About extends Pick<Keeping, 'told' | 'today' | 'minute'> {
  readonly conference: ConferenceDue
}

/** What is not yet told of a line, to each of its roles, beside the first child for whom the conference is due. */
function linesOf(
  { step, on, to }: PaperworkLine,
  { conference: { due }, told, today, minute }: About,
): readonly AgendaLine[] {
  const lead = due.find((one) => isOpen(one, today)) ?? due[0]
  const { rule, subject, trigger, part, dueOn } = lead
  const members = new Set(due.map(keyOf))
  const isTold = (role: string): boolean =>
    told.some((notice) => notice.step === step && notice.role === role && members.has(keyOf(notice)))
  return to
    .filter((role) => !isTold(role))
    .map((role): AgendaLine => ({
      ...{ rule, subject, trigger, part, dueOn, on, step },
      ...{ to: role, lane: 'digest', speaker: 'case', moment: londonMoment(on, minute) },
    }))
}
