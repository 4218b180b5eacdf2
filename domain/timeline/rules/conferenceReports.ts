import type { LocalDate } from '@js-joda/core'
import { asEnd, earlier, ofKind, type End } from '../../chronology/childHistory'
import { standingClosings } from '../../chronology/closings'
import type { Effective } from '../../chronology/effectiveEvents'
import { buildObligation, type Drafted } from '../buildObligation'
import { dueBefore } from '../dueDate'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { bookedConferences, type BookedConference } from './bookedConference'
import { caseGround } from './caseGround'
import { circulated } from './circulated'
import { enquiries } from './enquiries'
import { planBooked } from './planBooked'

interface About {
  readonly report: 'icpc' | 'review'
  /** The first day on which a report shared can be of this conference, so that one shared before the booking counts; null for any. */
  readonly sharedFrom: LocalDate | null
  readonly ground: End | null
}

/**
 * 2 working days before the day the initial conference is booked for: the report shared with the family. See `reportOf`; it also ends with the enquiry's
 * ground, and when no enquiry is left that needs a conference.
 */
export function icpcReport(input: RuleInput): Drafted[] {
  const { history } = input
  const settled = withoutConference(input)
  const closings = standingClosings(history)
  return bookedConferences(history, 'icpc-booked').flatMap((one) => {
    const { on } = one.event
    const isBefore = (event: { readonly on: LocalDate }): boolean => event.on.isBefore(on)
    const notNeeded = settled.find((event) => !isBefore(event) && one.held?.on.isAfter(event.on) !== false)
    const last = latest(settled.findLast(isBefore)?.on, closings.findLast(isBefore)?.on)
    return reportOf(input, one, {
      report: 'icpc',
      sharedFrom: last?.plusDays(1) ?? null,
      ground: earlier(asEnd(notNeeded), caseGround(input, on)),
    })
  })
}

/** What left no enquiry that needs a conference: the decision that none is needed, or an end without one, while no other enquiry was open. */
function withoutConference(input: RuleInput): readonly Effective[] {
  const ends = enquiries(input.history).map(({ strategy, answered }) => ({
    from: strategy.on,
    over: earlier(asEnd(answered), caseGround(input, strategy.on))?.on,
  }))
  return ofKind(input.history.events, 'icpc-not-required', 'section-47-ended').filter(
    (event) =>
      (event.kind === 'icpc-not-required' || event.data.outcome === 'no-conference') &&
      ends.every(({ from, over }) => from.isAfter(event.on) || over?.isAfter(event.on) === false),
  )
}

const latest = (a: LocalDate | undefined, b: LocalDate | undefined): LocalDate | undefined =>
  a === undefined || b?.isAfter(a) === true ? b : a

/** 5 working days before the day a review conference is booked for: the report shared. See `reportOf`; only for a plan that runs, or the next one. */
export function reviewReport(input: RuleInput): Drafted[] {
  const { history, plans } = input
  return bookedConferences(history, 'review-booked').flatMap((one) => {
    const plan = planBooked(plans, one)
    if (plan === undefined) return []
    return reportOf(input, one, { report: 'review', sharedFrom: plan.startedOn, ground: plan.end })
  })
}

/**
 * The report of one booked conference. A booking taken back or replaced falls away, by that event; a report shared since the conference before counts,
 * also before the booking or its replacement. A conference held again because it was inquorate has a report of its own.
 *
 * Held without its report, it stays late: nobody can say it was shared. It is kept until the report is shared after all, until the conference's
 * record is circulated, which tells the family what the report would have told, or until the next conference is booked: from then on a report
 * would help nobody, and the matter must not climb for ever.
 */
function reportOf(
  { history, rules, calendar, liveSince }: RuleInput,
  { event: booking, for: day, held, before, end: over }: BookedConference,
  { report, sharedFrom, ground }: About,
): Drafted[] {
  const met = ofKind(history.events, 'report-shared').find(
    ({ on, data }) => data.for === report && before?.on.isBefore(on) !== false && sharedFrom?.isAfter(on) !== true,
  )
  const told = asEnd(held === undefined ? undefined : circulated(history, 'record', held))
  return buildObligation(
    {
      rules,
      subject: history.child.id,
      trigger: booking,
      end: outcomeOf(met, [over, told, ground].reduce<End | null>(earlier, null)),
      liveSince,
      due: (rule) => dueBefore(rule, booking, { kind: booking.kind, on: day }, calendar),
    },
    calendar,
  )
}
