import { matterAgenda, type Asked } from './matterAgenda'
import type { SessionLine, SessionTold } from './sessionLine'
import type { SessionMatter } from './sessionMatter'

export interface SessionAgendaInput extends Asked {
  readonly matters: readonly SessionMatter[]
}

export interface SessionAgenda {
  /** What the session says now: due on or before, and not yet told. */
  readonly write: readonly SessionLine[]
  /** When to look again, epoch milliseconds, after now, once `write` is written today; null when nothing more will be said unless a fact changes. */
  readonly nextMoment: number | null
  /** Every matter is done or has ended. */
  readonly closed: boolean
}

/**
 * What one session tells whom now, and when to look again. Pure: the clock and the time zone are handed in. A cancelled session says nothing and is closed: that it
 * is cancelled is told elsewhere.
 */
export function sessionAgenda({ matters, told, ...asked }: SessionAgendaInput): SessionAgenda {
  const answers = matters
    .filter(({ standing }) => standing === 'open')
    .map((matter) => matterAgenda(matter, { ...asked, told: toldOf(matter, told) }))
  const moments = answers.flatMap(({ ahead }) => ahead)
  return {
    write: answers.flatMap(({ write }) => write),
    nextMoment: moments.length === 0 ? null : moments.reduce((first, moment) => Math.min(first, moment)),
    closed: matters.every(({ standing }) => standing === 'done' || standing === 'ended'),
  }
}

/** What was told of a matter's present due date: of a day it had before nothing counts. */
function toldOf({ step, subject, dueOn }: SessionMatter, told: readonly SessionTold[]): readonly SessionTold[] {
  const due = dueOn.toString()
  return told.filter((one) => one.step === step && one.subject === subject && one.dueOn === due)
}
