import type { LocalDate } from '@js-joda/core'
import { agenda } from '../../domain/agenda/agenda'
import { caseMinute } from '../../domain/agenda/caseMinute'
import { londonDay, londonMoment } from '../../domain/calendar/london'
import { knownOn } from '../../domain/chronology/knownOn'
import { keyOf, type Obligation } from '../../domain/timeline/obligation'
import { timeline } from '../../domain/timeline/timeline'
import type { Transaction } from '../../prisma/database'
import type { ClockReading } from '../clock'
import { keepAppointments } from '../appointments/keepAppointments'
import { keptElsewhere } from '../appointments/keptElsewhere'
import { climbAnew } from '../escalation/climbAnew'
import { createAtOnceMessages } from '../mail/createAtOnceMessages'
import { recipientsAmong, type Recipients } from '../people/recipients'
import { peopleBy } from '../people/peopleBy'
import { followFacts } from './followFacts'
import { followSupervision, holdsSupervision } from './followSupervision'
import { loadFactsNow } from './loadFacts'
import { lockCase, type CaseRow } from './lockCase'
import { lockUnsent } from './lockUnsent'
import { obligationRow } from './obligationRow'
import { openEscalations } from './openEscalations'
import { planBefore } from './planBefore'
import type { Rules } from './rules'
import type { RulesInForce } from './rulesInForce'
import { saveObligations } from './saveObligations'
import { savePlanned } from './savePlanned'
import { leftByKey, waitsForItsMail } from './toldNotices'
import { withdrawOldGround } from './withdrawOldGround'
import { writeCaseNotices } from './writeCaseNotices'

export interface PlannedCase {
  readonly row: CaseRow
  readonly clock: ClockReading
  /** What it was planned under. */
  readonly rules: Rules
  /** Nothing ahead. */
  readonly closed: boolean
  readonly nextMoment: number | null
  /** The first due date of an open matter that is not late yet. */
  readonly nextDue: LocalDate | null
  /** Open matters that are late. */
  readonly late: number
  readonly obligations: readonly Obligation[]
  readonly obligationIds: ReadonlyMap<string, string>
  readonly recipients: Recipients
}

/**
 * The planner: locks the case, asks the time, computes every obligation and what to tell, and writes both. Twice is the same as once.
 * Undefined when the case is not there (a restored backup). Moments are epoch milliseconds.
 */
export async function planCase(
  tx: Transaction,
  rulesInForce: RulesInForce,
  caseId: string,
): Promise<PlannedCase | undefined> {
  const locked = await lockCase(tx, caseId)
  if (locked === undefined) return undefined
  const { clock, facts: recorded, held, isSupervised, ...prints } = await loadFactsNow(tx, locked) // after the lock: it may have made us wait
  const today = londonDay(clock.now)
  const rules = await rulesInForce(tx, today, prints.rulesPrint)
  const known = knownOn(recorded, today)
  const row = await followFacts(tx, locked, known, held)
  const supervised = await followSupervision(tx, {
    ...{ caseId, times: known.supervised ?? [], today },
    isSupervised: row.team_id === locked.team_id ? isSupervised : await holdsSupervision(tx, row.team_id),
  })
  const facts = { ...known, supervised }
  const { obligations, problems } = timeline(facts, rules.policy, rules.calendar)
  const everybody = await peopleBy(tx, today.toString(), prints.peoplePrint)
  const recipients = recipientsAmong(everybody, { row, facts, day: today })
  const open = await lockUnsent(tx, caseId)
  const { before, told, rungs, elsewhere } = await planBefore(tx, caseId)
  const left = leftByKey(told)
  const rows = obligations.map((obligation) =>
    obligationRow(obligation, { row, left, before, rules, today, now: clock.now }),
  )
  const ids = await saveObligations(tx, before, rows)
  const standing = await withdrawOldGround(tx, { told, rows, recipients, rungs, now: clock.now })
  const revisions = new Map(rows.map((saved) => [keyOf(saved), saved.due_revision]))
  const minute = caseMinute(caseId)
  const kept = keptElsewhere(obligations, facts, today)
  const next = agenda({
    obligations,
    told: standing
      .filter((notice) => notice.due_revision === revisions.get(keyOf(notice)))
      .map((notice) => ({ ...notice, to: notice.role, dueOn: notice.due_on })),
    now: clock.now,
    today,
    minute,
    momentOf: londonMoment,
    keptElsewhere: kept.keys,
  })
  const ofAppointments = await keepAppointments(tx, {
    ...{ caseId, kept, ids, before: elsewhere, ahead: next.aheadElsewhere, told: standing },
    ...{ rules, today, minute, now: clock.now },
  })
  const lines = [...next.write, ...ofAppointments]
  await writeCaseNotices(tx, { lines, ids, revisions, caseId, recipients, now: clock.now })
  const mayWait = lines.length > 0 || standing.length < told.length || told.some(waitsForItsMail)
  if (mayWait) await createAtOnceMessages(tx, caseId, rules, clock.now)
  const late = next.openEscalations
  await openEscalations(tx, { late, open, obligations: rows, ids, caseId, rules, today, now: clock.now })
  if (row.rules_version !== rules.version) await climbAnew(tx, caseId, clock.now)
  await savePlanned(tx, { row, rules, clock, nextMoment: next.nextMoment, problems })
  const { closed, nextMoment, nextDue } = next
  return {
    row,
    clock,
    rules,
    closed,
    nextMoment,
    nextDue,
    late: next.late,
    obligations,
    obligationIds: ids,
    recipients,
  }
}
