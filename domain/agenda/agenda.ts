import type { LocalDate } from '@js-joda/core'
import { earliest } from '../calendar/earliest'
import { keyOf, type Obligation } from '../timeline/obligation'
import type { AgendaLine } from './agendaLine'
import { agendaLines, lateMoment, type MomentOf } from './agendaLines'

/** A notice that was written and still stands. */
export interface Told {
  readonly rule: string
  readonly subject: string
  readonly trigger: string
  readonly part: string
  readonly step: string
  readonly to: string
  /** ISO date: the due date it spoke of. */
  readonly dueOn: string
}

export interface AgendaInput {
  readonly obligations: readonly Obligation[]
  readonly told: readonly Told[]
  readonly now: number
  readonly today: LocalDate
  /** Minute of the day at which this case looks at its dates. */
  readonly minute: number
  readonly momentOf: MomentOf
  /** By key: what has a process of its own, which keeps its appointments; only that it is late still wakes the case. */
  readonly keptElsewhere?: ReadonlySet<string>
}

export interface Agenda {
  /** What the case says now: due on or before, and not yet told. */
  readonly write: readonly AgendaLine[]
  /** Matters whose first word above the worker is due; the escalation says it. */
  readonly openEscalations: readonly Obligation[]
  /** When to look again, after now; null when nothing lies ahead. */
  readonly nextMoment: number | null
  /** The same of each matter that is kept elsewhere and has anything ahead, by key. */
  readonly aheadElsewhere: ReadonlyMap<string, number>
  /** The first due date of an open matter that is not late yet; null when there is none. */
  readonly nextDue: LocalDate | null
  /** Open matters that are late: their day has passed, or the moment at which somebody is first told so. */
  readonly late: number
  /** Nothing is open and nothing lies ahead. */
  readonly closed: boolean
}

/**
 * What to tell whom now, what to open, and when to look again. Steps whose moment has passed are told as one: the newest, per obligation and
 * reader. A step told for the same due date is never told again. Ended matters, and what is not known from the import, say nothing.
 */
export function agenda({ obligations, told, now, today, minute, momentOf, keptElsewhere }: AgendaInput): Agenda {
  const write: AgendaLine[] = []
  const openEscalations: Obligation[] = []
  const moments: number[] = []
  const ahead = (moment: number): void => {
    if (moment > now) moments.push(moment)
  }
  const aheadElsewhere = new Map<string, number>()
  const open = obligations.filter((obligation) => isOpen(obligation, today))
  for (const obligation of open) {
    if (obligation.end.outcome === 'cancelled') ahead(momentOf(obligation.end.on, minute))
    const lines = agendaLines(obligation, minute, momentOf)
    const key = keptElsewhere === undefined ? '' : keyOf(obligation)
    const isElsewhere = keptElsewhere?.has(key) === true
    for (const line of lines) {
      if (!isElsewhere || line.speaker === 'escalation') ahead(line.moment)
      else if (line.moment > now) aheadElsewhere.set(key, Math.min(line.moment, aheadElsewhere.get(key) ?? line.moment))
    }
    const passed = lines.filter((line) => line.moment <= now)
    if (passed.some((line) => line.speaker === 'escalation')) openEscalations.push(obligation)
    // Whoever is told by the alert that it is late needs no reminder that it will be.
    const alerted = new Set(passed.flatMap((line) => (line.speaker === 'escalation' ? [line.to] : [])))
    const newest = new Map(passed.map((line) => [line.to, line]))
    for (const line of newest.values()) if (!alerted.has(line.to) && !isTold(line, { told, lines })) write.push(line)
  }
  const isLate = ({ dueOn, late }: Obligation): boolean =>
    dueOn.isBefore(today) || late.some((step) => lateMoment(step, minute, momentOf) <= now)
  const nextMoment = moments.length === 0 ? null : moments.reduce((first, moment) => Math.min(first, moment))
  return {
    write,
    openEscalations,
    nextMoment,
    aheadElsewhere,
    nextDue: earliest(
      open.filter((obligation) => obligation.kind === 'obligation' && !isLate(obligation)).map(({ dueOn }) => dueOn),
    ),
    late: open.filter(isLate).length,
    closed: nextMoment === null && open.length === 0,
  }
}

/** Whether a matter waits for somebody on a day: neither met, nor fallen away by then (an eighteenth birthday lies ahead), nor from before the import. */
export const isOpen = ({ end, notKnownFromImport }: Obligation, today: LocalDate): boolean =>
  !notKnownFromImport && (end.outcome === 'open' || (end.outcome === 'cancelled' && end.on.isAfter(today)))

const isTold = (
  line: AgendaLine,
  { told, lines }: { readonly told: readonly Told[]; readonly lines: readonly AgendaLine[] },
): boolean => {
  const dueOn = line.dueOn.toString()
  return told.some(
    (notice) =>
      notice.dueOn === dueOn &&
      notice.to === line.to &&
      sameMatter(notice, line) &&
      isAtOrAfter(notice.step, line, lines),
  )
}

const sameMatter = (notice: Told, line: AgendaLine): boolean =>
  notice.rule === line.rule &&
  notice.subject === line.subject &&
  notice.trigger === line.trigger &&
  notice.part === line.part

/** Whether a step told stands at or after a line in the order of time; one no longer known counts as before. */
function isAtOrAfter(step: string, line: AgendaLine, lines: readonly AgendaLine[]): boolean {
  const told = lines.filter((candidate) => candidate.step === step && candidate.to === line.to).at(-1)
  return told !== undefined && told.moment >= line.moment
}
