import { caseMinute } from '../../domain/agenda/caseMinute'
import { londonDay, londonMoment } from '../../domain/calendar/london'
import { sessionAgenda } from '../../domain/supervision/session/sessionAgenda'
import { sessionMatters } from '../../domain/supervision/session/sessionMatters'
import type { Transaction } from '../../prisma/database'
import { readClock, type ClockReading } from '../clock'
import type { RulesInForce } from '../planning/rulesInForce'
import { giveSessionMessages } from './giveSessionMessages'
import { inviteNow } from './inviteNow'
import { readyNow } from './readyNow'
import { loadSessionFacts, lockSession } from './sessionFacts'
import { sessionReaders } from './sessionReaders'
import { teamRecipients } from './teamRecipients'
import { tellLines } from './tellLines'
import { lockUnsentOf, standingOf, withdrawGone } from './withdrawGone'

export interface AdvancedSession {
  readonly clock: ClockReading
  readonly teamId: string
  /** Nothing ahead. */
  readonly closed: boolean
  /** Epoch milliseconds. */
  readonly nextMoment: number | null
}

/**
 * Takes one session on: who is invited, or told that it is off; what is asked of whom by now, and who is told that it is late. Locks the session, asks the time, and writes all of
 * it. Twice is the same as once. Undefined when the session is not there (a restored backup).
 */
export async function advanceOne(
  tx: Transaction,
  rulesInForce: RulesInForce,
  sessionId: string,
): Promise<AdvancedSession | undefined> {
  const row = await lockSession(tx, sessionId)
  if (row === undefined) return undefined
  const clock = await readClock(tx)
  const { now } = clock
  const today = londonDay(now)
  const rules = await rulesInForce(tx, today)
  const facts = await loadSessionFacts(tx, row)
  const matters = sessionMatters(facts, rules.calendar)
  const people = await teamRecipients(tx, { teamId: row.team_id, day: today })
  const unsent = await lockUnsentOf(tx, sessionId)
  const readers = await sessionReaders(tx, { facts, people, today })
  await withdrawGone(tx, unsent, { row, matters, readers, now })
  await inviteNow(tx, { row, people, today, now })
  await readyNow(tx, { row, facts, people, today, now })
  const told = await standingOf(tx, sessionId)
  const minute = caseMinute(sessionId)
  const agenda = sessionAgenda({ matters, told, now, today, minute, momentOf: londonMoment, calendar: rules.calendar })
  await tellLines(tx, agenda.write, { row, readers, today, now })
  await giveSessionMessages(tx, { teamId: row.team_id, sessionId, rules, now })
  const nextMoment = row.state === 'cancelled' ? null : agenda.nextMoment
  await tx.$executeRaw`
    update session set planned_version = ${row.facts_version}, problem = null,
      next_moment = ${nextMoment === null ? null : new Date(nextMoment).toISOString()}::timestamptz where id = ${sessionId}::uuid`
  return { clock, teamId: row.team_id, closed: nextMoment === null, nextMoment }
}
