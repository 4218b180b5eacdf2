import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { countedFrom, sessionDue, type Counting } from './sessionDue'
import type { MatterStanding, SessionMatter } from './sessionMatter'
import { sessionStep, type SessionStepId, type SessionSteps } from './sessionSteps'

/** What the days of a session’s matters are counted under. */
export interface MadeUnder {
  readonly steps: SessionSteps
  readonly calendar: WorkingCalendar
}

/** A matter whose days are not counted yet: most of what happened long ago is never asked for them. */
export interface Undated extends Counting {
  readonly step: SessionStepId
  readonly subject: string
  readonly standing: MatterStanding
  /** Reminders of earlier days are left out; where missing, those from before it was known. */
  readonly remindedFrom?: LocalDate
}

/** One matter with its days. A reminder that would fall before the matter was known is left out, or asked on that day where the step says so; on that very day it is kept. */
export function dated(
  { step: id, subject, standing, remindedFrom, ...counting }: Undated,
  { steps, calendar }: MadeUnder,
): SessionMatter {
  const step = sessionStep(id, steps)
  const { session, from, known } = counting
  return {
    ...{ step: id, subject, ladder: step.ladder },
    ...sessionDue(step, counting, calendar),
    speaksUntil: step.silentAfter === undefined ? null : countedFrom(step.silentAfter, session, calendar),
    reminders: remindersFrom(
      remindedFrom ?? known.on,
      step.reminders.map(({ step: name, workingDays, to }) => ({
        step: name,
        on: countedFrom(workingDays, from.on, calendar),
        to,
      })),
      step.asksWhenKnown === true,
    ),
    ...standing,
  }
}

type Reminders = SessionMatter['reminders']

/** Those from a day on, in order of time; `asks`: in place of those before it, one on that day, for each reader who has none on it. */
function remindersFrom(day: LocalDate, all: Reminders, asks: boolean): Reminders {
  const kept = all.filter(({ on }) => !on.isBefore(day))
  const missed = asks ? [...new Set(all.filter(({ on }) => on.isBefore(day)).map(({ to }) => to))] : []
  const asked = missed
    .filter((to) => !kept.some((one) => one.to === to && one.on.equals(day)))
    .map((to) => ({ step: 'asked', on: day, to }))
  return [...asked, ...kept].sort((a, b) => a.on.compareTo(b.on))
}
