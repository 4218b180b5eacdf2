import type { LocalDate } from '@js-joda/core'
import type { Alert } from '../../../activities/escalation/alerts'
import { alerts } from '../../../activities/escalation/alerts'
import { workingDaysAfter } from '../../../domain/calendar/workingDays'
import type { Scope } from '../../../domain/access/mayAct'
import { teamsAbove } from '../../../domain/access/teamsAbove'
import { ALERT_ANSWERS, answerProblem, type AlertAnswer } from '../../../domain/escalation/answerProblem'
import { nextTold, type NextTold } from '../../../domain/escalation/nextTold'
import { notOffered } from '../../../domain/escalation/notOffered'
import { escalationNumbers } from '../../../domain/policy/alertRules'
import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'
import type { Reader } from '../reading/loadReader'
import { rulesNow } from '../web/rulesNow'
import { alertScope } from './alertScope'
import { beside, membersOf, peopleFor, sentOf, type AlertMemberLine, type SentLine, type Promiser } from './alertParts'

/** One alert with everything a page shows of it. */
export interface AlertPage {
  readonly alert: Alert
  readonly scope: Scope
  readonly members: readonly AlertMemberLine[]
  readonly sent: readonly SentLine[]
  /** Null once it has ended, and at the top. */
  readonly next: NextTold | null
  /** How far ahead a promise, and more time, may reach. */
  readonly limits: Readonly<Record<'promise' | 'moreTime', { readonly workingDays: number; readonly by: LocalDate }>>
  /** Why this reader may not give an answer; null where they may. */
  readonly whyNot: Readonly<Record<AlertAnswer, string | null>>
  /** Who can be named to keep a promise. */
  readonly people: readonly Promiser[]
}

/** Undefined where there is no such alert, or this reader may not see it. */
export async function alertPage(db: Database, reader: Reader, id: string): Promise<AlertPage | undefined> {
  const about = await alertScope(db, reader, id)
  if (about === undefined) return undefined
  const { policy, version, calendar } = await rulesNow(db, reader.day)
  const where = Prisma.sql`e.id = ${id}::uuid`
  const [alert] = await alerts(db, { state: 'all', where }, { policy, version, today: reader.day })
  if (alert === undefined) return undefined
  const numbers = escalationNumbers(policy)
  const teams = teamsAbove(alert.teamId, reader.parents)
  const { members, sent, people, holds } = await rowsOf<{
    members: AlertMemberLine
    sent: SentLine
    people: Promiser
    holds: { readonly holds: boolean }
  }>(db, {
    members: membersOf(id),
    sent: sentOf(id),
    people: peopleFor(alert.caseId, { teams, day: reader.day }),
    holds: Prisma.sql`select true as holds from case_holder h where h.case_id = ${alert.caseId}::uuid and h.role = 'allocated-worker'
      and h.person_id = any(${[...reader.holderIds]}::uuid[]) limit 1`,
  })
  const who = {
    ...{ person: reader, covered: reader.covers, scope: about.scope, rule: alert.rule, ladder: alert.ladder },
    reach: { teamId: alert.teamId, parents: reader.parents, holders: new Set<string>() },
    told: alert.log.flatMap(({ entry, rung, personId }) =>
      (entry === 'told' || entry === 'skipped') && rung !== null ? [{ entry, rung, personId }] : [],
    ),
    holdsToday: holds.length > 0,
  }
  const whyNot = (answer: AlertAnswer): string | null =>
    answerProblem(answer, who) ??
    (alert.state === 'open' ? notOffered(answer, alert) : 'This alert has ended: nothing is left to answer.') ??
    null
  const limit = (workingDays: number) => ({ workingDays, by: workingDaysAfter(workingDays, reader.day, calendar) })
  return {
    ...{ alert, scope: about.scope, members: members.filter(beside(about.scope)), sent, people },
    next: alert.state === 'open' ? nextTold({ ...alert, today: reader.day, calendar, numbers }) : null,
    limits: { promise: limit(numbers.promiseAtMost), moreTime: limit(numbers.moreTimeAtMost) },
    whyNot: Object.fromEntries(ALERT_ANSWERS.map((one) => [one, whyNot(one)])) as Record<AlertAnswer, string | null>,
  }
}
