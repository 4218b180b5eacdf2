import { LocalDate } from '@js-joda/core'
import type { Role } from '../../domain/access/role'
import { agenda } from '../../domain/agenda/agenda'
import type { Lane } from '../../domain/agenda/agendaLine'
import { EVENING } from '../../domain/agenda/agendaLines'
import { agendaOver } from '../../domain/agenda/agendaOver'
import { caseMinute } from '../../domain/agenda/caseMinute'
import { londonMoment } from '../../domain/calendar/london'
import { nextWorkingDayFrom } from '../../domain/calendar/workingDays'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import { knownOn } from '../../domain/chronology/knownOn'
import { nextRungOn, rungStep } from '../../domain/escalation/ladder'
import { ruleBehind } from '../../domain/policy/policySchedule'
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
  const climbing = obligations.filter((one) => isLateBefore(one, span.from))
  const daily = agendaOver(facts, policy, calendar, span.from, span.to)
    .filter(
      (notice) =>
        !(
          isLadder(notice.step, notice.to) &&
          climbing.some((matter) => isAbout(notice, matter) && !isAtOnce(notice.step, matter))
        ),
    )
    .map(({ on, to, dueOn, ...rest }) =>
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
  return [...firstLook(obligations, span), ...daily, ...climbing.flatMap((matter) => ladderFrom(matter, rules, span))]
}

const isLateBefore = (obligation: Obligation, day: LocalDate): boolean => {
  const first = firstAbove(obligation)
  return isOpenOn(obligation, day) && first !== undefined && first.on.isBefore(day)
}
const firstAbove = ({ late }: Obligation): Obligation['late'][number] | undefined =>
  late.find(({ to }) => to.some((role) => role !== 'social-worker'))

/** Told whatever the day and whatever rung the matter stands on. */
const isAtOnce = (step: string, { late }: Obligation): boolean =>
  late.some((one) => one.step === step && one.at === 'at-once')

const isOpenOn = ({ end, notKnownFromImport }: Obligation, day: LocalDate): boolean =>
  !notKnownFromImport && (end.outcome === 'open' || (end.outcome === 'cancelled' && end.on.isAfter(day)))

export const isLadder = (step: string, to: string): boolean =>
  step.startsWith('rung-') || (step.startsWith('late') && to !== 'social-worker')

const isAbout = (
  notice: { rule: string; subject: string; occurrence: number; dueOn: string },
  matter: Obligation,
): boolean =>
  notice.rule === matter.rule &&
  notice.subject === matter.subject &&
  notice.occurrence === matter.occurrence &&
  notice.dueOn === matter.dueOn.toString()

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
  }))
}

/** The rungs of a matter that was late before the first day: the first is told on it, or on the working day after. */
function ladderFrom(matter: Obligation, { policy, calendar }: Rules, { from, to }: Span): ExpectedNotice[] {
  const first = firstAbove(matter)
  let on = nextWorkingDayFrom(from, calendar)
  return ruleBehind(policy, matter).ladder.flatMap((rung, index) => {
    if (index > 0) on = nextRungOn(rung, { toldOn: on, below: 'unanswered' }, calendar)
    const told = on
    if (told.isAfter(to) || !isOpenOn(matter, told)) return []
    const step = rungStep(index + 1, first?.step ?? 'late')
    return [rung.role, ...(rung.beside ?? [])].map((role) =>
      expected({ ...matter, step, to: role, lane: 'at-once', on: told, writtenOn: told }, 0),
    )
  })
}

function expected(notice: Omit<ExpectedNotice, 'moment' | 'ladder'>, minuteOfCase: number): ExpectedNotice {
  const { rule, subject, occurrence, step, to, lane, dueOn, on, writtenOn } = notice
  const ladder = isLadder(step, to)
  // After 17:00 of the due date itself, or of the day somebody was missed; a morning after it.
  const evening = step === 'at-once' || (step.startsWith('late') && on.equals(dueOn))
  // `late-3` is told on its day at whatever hour, working day or not.
  const minute = step === 'late-3' ? 0 : evening ? EVENING : ladder ? ALERTS_FROM : minuteOfCase
  return { rule, subject, occurrence, step, to, lane, dueOn, on, writtenOn, moment: londonMoment(on, minute), ladder }
}
