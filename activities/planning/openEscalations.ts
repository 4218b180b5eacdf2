import type { LocalDate } from '@js-joda/core'
import { alertsAnew, type StandingAlert } from '../../domain/escalation/alertsAnew'
import { mattersOf, membersOf } from '../../domain/escalation/matters'
import { escalationNumbers, goesWithUnder } from '../../domain/policy/alertRules'
import { keyOf, type Obligation } from '../../domain/timeline/obligation'
import type { Transaction } from '../../prisma/database'
import { endEscalation } from '../escalation/endEscalation'
import { loadAlerts, matterOn, type MemberRow } from '../escalation/loadAlerts'
import { carryMatter, leaveAlerts, openAlert } from '../escalation/saveAlert'
import type { OpenEscalation } from './lockUnsent'
import type { Rules } from './rules'
import type { ObligationRow } from './saveObligations'

interface Matters {
  /** Open obligations whose first word above the worker is due. */
  readonly late: readonly Obligation[]
  /** Those that are open, and locked; oldest first. */
  readonly open: readonly OpenEscalation[]
  readonly obligations: readonly ObligationRow[]
  readonly ids: ReadonlyMap<string, string>
  readonly caseId: string
  readonly rules: Rules
  readonly today: LocalDate
  readonly now: number
}

/**
 * Opens one escalation per late matter, keeps those that are open with what they speak of, and ends those whose fact has happened. What a manager withdrew
 * is not told again for the same due date. Found from the facts, never clicked.
 */
export async function openEscalations(
  tx: Transaction,
  { late, open, obligations, ids, caseId, rules, today, now }: Matters,
): Promise<void> {
  if (late.length === 0 && open.length === 0) return
  const numbers = escalationNumbers(rules.policy)
  // Two calendar days for each working day, and Christmas.
  const since = today.minusDays(2 * numbers.comesBackWithin + 14)
  const { members, rungs, ended, withdrawn } = await loadAlerts(tx, caseId, since)
  const rows = new Map(obligations.map((row) => [row.id, row]))
  const rowOf = (one: Obligation): ObligationRow | undefined => rows.get(ids.get(keyOf(one)) ?? '')
  const isTold = (one: Obligation): boolean => {
    const row = rowOf(one)
    return row !== undefined && !withdrawn.has(matterOn({ obligation_id: row.id, due_on: row.due_on }))
  }
  const { goesOn, opens, over } = alertsAnew({
    matters: mattersOf(late.filter(isTold), goesWithUnder(rules.policy)),
    standing: open.map(({ id }) => standingAlert(id, members, { rows, rung: rungs.get(id) ?? 0 })),
    ended,
    ...{ today, calendar: rules.calendar, numbers },
  })
  const leads = new Map(open.map(({ id, obligation_id }) => [id, rows.get(obligation_id)]))
  for (const id of over)
    await endEscalation(tx, {
      escalationId: id,
      entry: 'resolved',
      personId: null,
      reason: whyResolved(leads.get(id)),
      now,
    })
  // First everything leaves where it no longer is: nothing is in two open alerts, in whatever order they take it up.
  const goesTo = new Map(goesOn.flatMap(({ id, matter }) => membersOf(matter).map((one) => [rowOf(one)?.id ?? '', id])))
  await leaveAlerts(
    tx,
    members.filter((one) => goesTo.get(one.obligation_id) !== one.escalation_id),
    now,
  )
  for (const { id, matter, from } of goesOn) {
    for (const other of from)
      await endEscalation(tx, {
        escalationId: other,
        entry: 'joined',
        personId: null,
        reason: `Goes on in the alert about ${rowOf(matter.leads[0])?.title ?? matter.leads[0].rule}.`,
        now,
      })
    await carryMatter(tx, { id, matter, rowOf, before: members.filter((one) => one.escalation_id === id), now })
  }
  for (const { matter, rung } of opens) await openAlert(tx, { caseId, matter, rung, rowOf, now })
}

function standingAlert(
  id: string,
  members: readonly MemberRow[],
  { rows, rung }: { readonly rows: ReadonlyMap<string, ObligationRow>; readonly rung: number },
): StandingAlert {
  const own = members.filter((one) => one.escalation_id === id)
  const keys = (of: readonly MemberRow[]): ReadonlySet<string> =>
    new Set(of.flatMap(({ obligation_id }) => [rows.get(obligation_id)].flatMap((row) => (row ? [keyOf(row)] : []))))
  return { id, rung, leads: keys(own.filter(({ leads }) => leads)), members: keys(own) }
}

function whyResolved(obligation: ObligationRow | undefined): string {
  if (obligation === undefined) return 'What it was about has been taken back.'
  switch (obligation.state) {
    case 'met':
    case 'met-late':
      return `Done on ${obligation.ended_on ?? ''}.`
    case 'cancelled':
      return `No longer needed since ${obligation.ended_on ?? ''}.`
    default:
      return `The date has moved to ${obligation.due_on}${obligation.moved_because === null ? '' : ` (${obligation.moved_because})`}.`
  }
}
