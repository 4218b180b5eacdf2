import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import type { Transaction } from '../../prisma/database'
import type { Alert } from '../escalation/alerts'
import type { Links } from '../deps'
import type { Rules } from '../planning/rules'
import { readersAlerts, spanOfWeek } from './readersAlerts'
import { isQuiet, weekOfAlerts } from './weekOfAlerts'
import { weeklyMail } from './weeklyMail'

interface Writing {
  readonly readerId: string
  readonly recipientName: string
  /** ISO date: the Monday of its week. */
  readonly week: string
  readonly today: LocalDate
  readonly rules: Rules
  readonly links: Links
  readonly emergencyLine: string
  /** Cases that could not be planned. */
  readonly unclear: ReadonlyMap<string, unknown>
}

/**
 * The words of a weekly mail, from what stands when it leaves. Null when nothing is left to say, or its reader manages none of it any more. The caller has
 * planned its cases once; what changed since is told as it was planned last: during an import something of a director's always does, and the mail would never leave.
 */
export async function composeWeekly(
  tx: Transaction,
  { readerId, recipientName, week, today, rules, links, emergencyLine, unclear }: Writing,
): Promise<{ subject: string; text: string; html: string } | null> {
  const span = spanOfWeek(isoDay(week), rules.calendar)
  const all = await readersAlerts(tx, { readerId, span, today, rules })
  const said = weekOfAlerts(
    all.filter(({ caseId }) => !unclear.has(caseId)),
    span,
  )
  const cases = unclearAmong(all, unclear)
  if (isQuiet(said) && cases.length === 0) return null
  return weeklyMail({
    ...said,
    recipientName,
    today,
    calendar: rules.calendar,
    unclear: cases.map((caseRef) => ({ caseRef, link: links.caseLink(caseRef) })),
    caseLink: links.caseLink,
    preferencesLink: links.preferencesLink,
    emergencyLine,
  })
}

const unclearAmong = (all: readonly Alert[], unclear: ReadonlyMap<string, unknown>): readonly string[] => [
  ...new Set(all.filter(({ caseId }) => unclear.has(caseId)).map(({ ref }) => ref)),
]
