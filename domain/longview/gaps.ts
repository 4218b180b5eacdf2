import type { LocalDate } from '@js-joda/core'
import { workingDaysBetween } from '../calendar/workingDays'
import type { WorkingCalendar } from '../calendar/workingCalendar'
import type { ChildHistory } from '../chronology/childHistory'
import { newest, ruleBehind, type PolicySchedule } from '../policy/policySchedule'
import { plus } from '../timeline/dueDate'
import { govukDate } from '../timeline/govukDate'
import type { Obligation } from '../timeline/obligation'
import { intervalWords } from '../timeline/sentence'
import { standing } from '../timeline/standing'
import type { PlanPeriod } from './planPeriods'

/** A time in which something was late, a stall stood, or nothing was recorded. Both days belong to it. */
export interface Gap {
  readonly kind: 'late' | 'stall' | 'silent'
  readonly from: LocalDate
  /** Null while it lasts. */
  readonly to: LocalDate | null
  /** In words: `Review conference due by 18 June 2026 was done on 2 July 2026`. */
  readonly why: string
}

interface About {
  readonly policy: PolicySchedule
  readonly calendar: WorkingCalendar
  readonly today: LocalDate
  readonly liveSince: LocalDate | null
}

/** From the day after something was due until it was done or fell away, and every stall from the day it was found; what is not known from the import is none. */
export function lateGaps(obligations: readonly Obligation[], about: About): readonly Gap[] {
  return obligations.flatMap((one) => {
    if (one.notKnownFromImport) return []
    return one.kind === 'stall' ? stallGap(one, about) : lateGap(one, about)
  })
}

function lateGap(one: Obligation, { policy, calendar, today }: About): Gap[] {
  const now = standing(one, today, calendar)
  const from = one.dueOn.plusDays(1)
  const due = `${ruleBehind(policy, one).title} due by ${govukDate(one.dueOn)}`
  switch (now.state) {
    case 'met-late':
      return [{ kind: 'late', from, to: now.metOn, why: `${due} was done on ${govukDate(now.metOn)}` }]
    case 'overdue':
      return [{ kind: 'late', from, to: null, why: `${due} is not recorded as done` }]
    case 'cancelled':
      return now.cancelledOn.isAfter(one.limitOn)
        ? [
            {
              ...{ kind: 'late', from, to: now.cancelledOn },
              why: `${due} was not recorded as done and fell away on ${govukDate(now.cancelledOn)}`,
            },
          ]
        : []
    case 'met':
    case 'upcoming':
    case 'due':
      return []
  }
}

/** A stall that counts days is only found once they have passed; what ended it before that was in time. */
function stallGap(one: Obligation, { policy, today, calendar }: About): Gap[] {
  const { state } = standing(one, today, calendar)
  if (state !== 'due' && state !== 'overdue' && state !== 'met-late') return []
  const to = one.end.outcome !== 'open' && !one.end.on.isAfter(today) ? one.end.on : null
  return [{ kind: 'stall', from: one.dueOn, to, why: ruleBehind(policy, one).title }]
}

/** The rule whose interval says how long nothing may be recorded while a plan runs: nothing at all is no progress either. */
const SILENCE = 'no-progress'

/**
 * The times, while a plan of the child ran, in which nothing at all was recorded for longer than the rules allow without progress. One that began before the
 * case came here says that it may only not have been carried.
 */
export function silentGaps(
  { events }: ChildHistory,
  plans: readonly PlanPeriod[],
  { policy, calendar, today, liveSince }: About,
): readonly Gap[] {
  const allowed = newest(policy).rules.find(({ id }) => id === SILENCE)?.interval ?? null
  if (allowed === null) return []
  return joined(plans, today).flatMap(({ from, to }) => {
    const days = [from, ...events.map(({ on }) => on).filter((on) => on.isAfter(from) && on.isBefore(to)), to]
    return days.slice(1).flatMap((next, index): Gap[] => {
      const last = days[index] ?? from
      if (!next.isAfter(plus(allowed, last, calendar))) return []
      const silent = `nothing was recorded for ${String(workingDaysBetween(last, next, calendar))} working days while a plan ran; the rules allow ${intervalWords(allowed)} without progress`
      const why =
        liveSince?.isAfter(last) === true
          ? `${silent}; it began before the case came here, and may only not have been carried`
          : silent
      const isLasting = next.equals(today) && to.equals(today)
      return [{ kind: 'silent', from: last.plusDays(1), to: isLasting ? null : next, why }]
    })
  })
}

/** The times in which any plan ran, up to today. */
function joined(plans: readonly PlanPeriod[], today: LocalDate): readonly { from: LocalDate; to: LocalDate }[] {
  const found: { from: LocalDate; to: LocalDate }[] = []
  for (const { from, to } of plans) {
    const end = to ?? today
    const last = found.at(-1)
    if (last === undefined || from.isAfter(last.to)) found.push({ from, to: end })
    else if (end.isAfter(last.to)) found.splice(-1, 1, { from: last.from, to: end })
  }
  return found
}
