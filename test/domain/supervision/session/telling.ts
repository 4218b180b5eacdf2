import type { LocalDate } from '@js-joda/core'
import type { MomentOf } from '../../../../domain/agenda/agendaLines'
import { sessionAgenda, type SessionAgenda } from '../../../../domain/supervision/session/sessionAgenda'
import type { SessionFacts } from '../../../../domain/supervision/session/sessionFacts'
import type { SessionTold } from '../../../../domain/supervision/session/sessionLine'
import type { SessionMatter } from '../../../../domain/supervision/session/sessionMatter'
import { sessionMatters } from '../../../../domain/supervision/session/sessionMatters'
import { calendar } from '../../facts'

/** Half past five: the minute at which the session looks at its dates. */
export const MINUTE = 5 * 60 + 30
export const MORNING = 8 * 60
/** Minutes since 1970 as if every day had the same: only their order counts. */
export const momentOf: MomentOf = (day, minutes) => day.toEpochDay() * 24 * 60 + minutes

const known = new WeakMap<SessionFacts, readonly SessionMatter[]>()

/** The matters of some facts, made once: the same facts are asked about on a hundred days. */
export function mattersOf(facts: SessionFacts): readonly SessionMatter[] {
  const matters = known.get(facts) ?? sessionMatters(facts, calendar)
  known.set(facts, matters)
  return matters
}

export const look = (
  facts: SessionFacts,
  today: LocalDate,
  told: readonly SessionTold[] = [],
  minutes = MORNING,
): SessionAgenda =>
  sessionAgenda({
    ...{ matters: mattersOf(facts), told, now: momentOf(today, minutes), today },
    ...{ minute: MINUTE, momentOf, calendar },
  })

export const noted = ({ write }: Pick<SessionAgenda, 'write'>, today: LocalDate): readonly SessionTold[] =>
  write.map((line) => ({ ...line, dueOn: line.dueOn.toString(), toldOn: today.toString() }))

/** Days from one to another, both counted, every so many. */
export function daysOver(from: LocalDate, to: LocalDate, every = 1): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from; !day.isAfter(to); day = day.plusDays(every)) days.push(day)
  return days
}

/** What is told when asked on these days in the morning with all that was told before. */
export function tellOn(
  days: readonly LocalDate[],
  facts: SessionFacts,
  before: readonly SessionTold[] = [],
): readonly SessionTold[] {
  let told = before
  for (const day of days) told = [...told, ...noted(look(facts, day, told), day)]
  return told.slice(before.length)
}

/** What makes a telling one: nothing is told twice under it. */
export const keyOf = ({ step, subject, dueOn, tell, to }: Omit<SessionTold, 'toldOn'>): string =>
  [step, subject, dueOn, tell, to].join(' ')
