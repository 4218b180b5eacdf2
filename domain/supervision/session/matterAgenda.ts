import type { LocalDate } from '@js-joda/core'
import type { Role } from '../../access/role'
import type { MomentOf } from '../../agenda/agendaLines'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import { rungOfStep, rungStep } from '../../escalation/ladder'
import { nextRung } from './nextRung'
import type { SessionLine, SessionTold } from './sessionLine'
import type { SessionMatter } from './sessionMatter'
import type { SessionReader } from './sessionSteps'

export interface Asked {
  readonly told: readonly SessionTold[]
  readonly now: number
  /** The London day of `now`. */
  readonly today: LocalDate
  /** Minute of the day at which this session looks at its dates. */
  readonly minute: number
  readonly momentOf: MomentOf
  /** Rungs are told on working days, and count them. */
  readonly calendar: WorkingCalendar
}

interface MatterAgenda {
  readonly write: readonly SessionLine[]
  /** Moments after now at which something may be said. */
  readonly ahead: readonly number[]
}

/** Whom lateness reaches with the morning's digest; whoever else stands on a rung is told at once. */
const TOLD_IN_THE_MORNING: readonly Role[] = ['social-worker', 'coordinator']

/**
 * What one open matter says now and when it may speak again. `told` is of this matter and its present due date. Of reminders whose moment has passed each reader is
 * told the newest; whoever has been told that it is late needs no reminder that it will be.
 */
export function matterAgenda(matter: SessionMatter, asked: Asked): MatterAgenda {
  if (matter.speaksUntil?.isBefore(asked.today) === true) return { write: [], ahead: [] }
  const rungs = climbed(matter, asked)
  const readers = new Set(rungs.readers)
  const reminders = reminded(matter, asked, readers)
  const line = (tell: string, to: SessionReader): SessionLine => ({
    ...{ step: matter.step, subject: matter.subject, tell, to, dueOn: matter.dueOn },
    lane: rungOfStep(tell) === undefined || TOLD_IN_THE_MORNING.some((role) => role === to) ? 'digest' : 'at-once',
  })
  return {
    write: [...reminders.tells, ...rungs.tells].map(({ tell, to }) => line(tell, to)),
    ahead: [...reminders.ahead, ...rungs.ahead],
  }
}

interface Tells {
  readonly tells: readonly { readonly tell: string; readonly to: SessionReader }[]
  readonly ahead: readonly number[]
}

/** The rung told now, at the session's own minute or after it, and the moment of the one above it. */
function climbed(matter: SessionMatter, asked: Asked): Tells & { readonly readers: readonly SessionReader[] } {
  const { today, now, minute, momentOf, calendar } = asked
  const told: Pick<SessionTold, 'tell' | 'toldOn' | 'to'>[] = asked.told.filter(
    ({ tell }) => rungOfStep(tell) !== undefined,
  )
  const before = told.length
  const ahead: number[] = []
  for (;;) {
    const next = nextRung(matter, { told, today, calendar })
    if (next === undefined || matter.speaksUntil?.isBefore(next.on) === true) break
    const moment = momentOf(next.on, minute)
    if (moment > now) {
      ahead.push(moment)
      break
    }
    told.push({ tell: rungStep(next.rung, 'rung-1'), toldOn: today.toString(), to: next.to })
  }
  return { tells: told.slice(before), ahead, readers: told.map(({ to }) => to) }
}

function reminded(
  { reminders, speaksUntil }: SessionMatter,
  { told, now, minute, momentOf }: Asked,
  late: ReadonlySet<SessionReader>,
): Tells {
  const places = new Map(reminders.map(({ step, to }, place) => [`${step} ${to}`, place]))
  const lastTold = (reader: SessionReader): number =>
    told.reduce((last, { tell, to }) => (to === reader ? Math.max(last, places.get(`${tell} ${to}`) ?? -1) : last), -1)
  const untold = reminders.filter(({ to }, place) => !late.has(to) && place > lastTold(to))
  const isAhead = ({ on }: (typeof untold)[number]): boolean => momentOf(on, minute) > now
  const newest = new Map(untold.filter((one) => !isAhead(one)).map(({ step, to }) => [to, step]))
  return {
    tells: [...newest].map(([to, tell]) => ({ tell, to })),
    ahead: untold
      .filter((one) => isAhead(one) && speaksUntil?.isBefore(one.on) !== true)
      .map(({ on }) => momentOf(on, minute)),
  }
}
