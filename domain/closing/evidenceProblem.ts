import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../calendar/isoDay'
import { ofKind, type ChildHistory } from '../chronology/childHistory'
import type { EventData } from '../chronology/eventKinds'
import { govukDate } from '../timeline/govukDate'
import { closingNumbers } from './closingNumbers'

export type Evidence = NonNullable<EventData['closure-proposed']['evidence']>

/**
 * Why this is not enough to propose that a case is stepped down or closed: change that has not held long enough without a reason, a child not seen on the day
 * that is named, a day to come, or something left blank. Source: handbook, section 9.
 */
export function evidenceProblem(
  evidence: Evidence,
  { on, children }: { readonly on: LocalDate; readonly children: readonly ChildHistory[] },
): string | undefined {
  const [since, seenOn] = [isoDay(evidence.changeSince), isoDay(evidence.childSeenOn)]
  const asked = { 'what was tried': evidence.tried, 'who will notice if it slips': evidence.whoNotices }
  const blank = Object.entries(asked).find(([, said]) => said.trim() === '')
  if (blank !== undefined) return `Say ${blank[0]}.`
  if (since.isAfter(on) || seenOn.isAfter(on))
    return `${govukDate(since.isAfter(on) ? since : seenOn)} lies after the day it is proposed, ${govukDate(on)}. Check both days.`
  const months = closingNumbers.changeHeldMonths
  if (since.plusMonths(months).isAfter(on) && (evidence.sooner ?? '').trim() === '')
    return `The change has held since ${govukDate(since)}, which is less than ${String(months)} months before ${govukDate(on)}. Wait, or say why that is enough.`
  return children.some((child) => wasSeen(child, seenOn))
    ? undefined
    : `No visit with the child seen is recorded for ${govukDate(seenOn)}. Give the day of one that is, or record it first: visit-made.`
}

/** Seen in a visit that is recorded for that day; before the birth a visit to the parents counts. */
const wasSeen = ({ events, bornOn }: ChildHistory, day: LocalDate): boolean =>
  ofKind(events, 'visit-made').some(
    ({ on, data }) => on.equals(day) && (data.seen || bornOn === null || bornOn.isAfter(day)),
  )
