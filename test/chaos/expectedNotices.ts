import { LocalDate } from '@js-joda/core'
import type { Role } from '../../domain/access/role'
import { agenda } from '../../domain/agenda/agenda'
import type { Lane } from '../../domain/agenda/agendaLine'
import { EVENING } from '../../domain/agenda/agendaLines'
import { noticesOver, type ToldByAlert } from '../../domain/agenda/agendaOver'
import { caseMinute } from '../../domain/agenda/caseMinute'
import { londonMoment } from '../../domain/calendar/london'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import { knownOn } from '../../domain/chronology/knownOn'
import type { Obligation } from '../../domain/timeline/obligation'
import { timeline } from '../../domain/timeline/timeline'
import type { Rules } from '../../activities/planning/rules'

/** Alerts leave from 08:00 London. */
const ALERTS_FROM = 8 * 60

/** One notice that has to be written, worked out from the facts of a case alone: no database, no server, no clock. */
export interface ExpectedNotice {
  readonly rule: string
  readonly subject: string
  readonly occurrence: number
  readonly step: string
  readonly to: Role
  readonly lane: Lane
  readonly dueOn: LocalDate
  /** The day it stands under (`notice.send_on`). */
  readonly on: LocalDate
  /** The day on which it is written when nobody is late: `on`, or the first day for what had passed before it. */
  readonly writtenOn: LocalDate
  /** Epoch milliseconds: the case may write it from here. */
  readonly moment: number
  /** A word about lateness to somebody above the worker: its day counts from the day on which the rung below was told. */
  readonly ladder: boolean
  /** The alert that makes it; null for what the case itself says. */
  readonly alert: ToldByAlert['alert']
}

interface Span {
  readonly caseId: string
  readonly from: LocalDate
  readonly to: LocalDate
  /** Epoch milliseconds of the first plan, before the case's minute of `from`. */
  readonly firstLook: number
}

/**
 * Every notice of one case from its first plan to the evening of `to`, if nothing else happens: what `agendaOver` says day by day, what had
 * passed before the first day (told as one), and the ladder of matters that were late by then. In order.
 */
export function expectedNotices(facts: CaseFacts, rules: Rules, span: Span): readonly ExpectedNotice[] {
  const { policy, calendar } = rules
  const { obligations } = timeline(knownOn(facts, span.from), policy, calendar)
  const said = (before: 'told' | 'untold') =>
    noticesOver(facts, policy, calendar, span.from, span.to, before).map(({ on, to, dueOn, ...rest }) =>
      expected(
        {
          ...rest,
          to: to as Role,
          dueOn: LocalDate.parse(dueOn),
          on: LocalDate.parse(on),
          writtenOn: LocalDate.parse(on),
        },
        caseMinute(span.caseId),
      ),
    )
  return [
    ...firstLook(obligations, span),
    ...said('told').filter(({ ladder }) => !ladder),
    ...said('untold').filter(({ ladder }) => ladder),
  ]
}

export const isLadder = (step: string, to: string): boolean =>
  step.startsWith('rung-') || (step.startsWith('late') && to !== 'social-worker')

function firstLook(obligations: readonly Obligation[], { caseId, from, firstLook: now }: Span): ExpectedNotice[] {
  const minute = caseMinute(caseId)
  const said = agenda({ obligations, told: [], now, today: from, minute, momentOf: londonMoment })
  return said.write.map((line) => ({
    ...line,
    occurrence:
      obligations.find(
        (one) =>
          one.rule === line.rule &&
          one.subject === line.subject &&
          one.trigger === line.trigger &&
          one.part === line.part,
      )?.occurrence ?? 0,
    writtenOn: from,
    moment: now,
    ladder: false,
    alert: null,
  }))
}

function expected(notice: Omit<ExpectedNotice, 'moment' | 'ladder'>, minuteOfCase: number): ExpectedNotice {
  const { rule, subject, occurrence, step, to, lane, dueOn, on, writtenOn, alert } = notice
  const ladder = isLadder(step, to)
  // After 17:00 of the due date itself, or of the day somebody was missed; a morning after it.
  const evening = step === 'at-once' || (step.startsWith('late') && on.equals(dueOn))
  // `late-3` is told on its day at whatever hour, working day or not.
  const minute = step === 'late-3' ? 0 : evening ? EVENING : ladder ? ALERTS_FROM : minuteOfCase
  return {
    rule,
    subject,
    occurrence,
    step,
    to,
    lane,
    dueOn,
    on,
    writtenOn,
    moment: londonMoment(on, minute),
    ladder,
    alert,
  }
}
