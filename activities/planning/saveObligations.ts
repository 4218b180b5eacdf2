import { keyOf } from '../../domain/timeline/obligation'
import type { Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'

/** One row of `obligation` as the planner writes it. Dates are ISO text. */
export interface ObligationRow {
  readonly id: string
  readonly case_id: string
  readonly rule: string
  readonly subject: string
  readonly trigger: string
  readonly part: string
  readonly title: string
  readonly trigger_on: string
  readonly due_on: string
  readonly limit_on: string
  readonly booked_for: string | null
  readonly due_revision: number
  readonly state: string
  readonly ended_by: string | null
  readonly ended_on: string | null
  readonly late_on: string | null
  readonly late_unit: string
  readonly policy: string
  readonly explanation: readonly string[]
  readonly reopened_revision: number | null
  readonly kind: string
  /** Why the due date is another than under the rules or the calendar before. */
  readonly moved_because: string | null
}

/** The obligations of a case as its last plan left them. */
export const obligationsOf = (caseId: string): Prisma.Sql => Prisma.sql`
  select id, case_id, rule, subject, trigger, part, title, trigger_on, due_on, limit_on, booked_for, due_revision,
    state, ended_by, ended_on, late_on, late_unit, policy, explanation, reopened_revision, moved_because, kind
  from obligation where case_id = ${caseId}::uuid`

/**
 * Writes what changed, and nothing on most mornings; an obligation whose ground was taken back is kept as `gone`. The case is locked, so
 * nobody else writes its obligations meanwhile. Answers the ids by key.
 */
export async function saveObligations(
  tx: Transaction,
  before: ReadonlyMap<string, ObligationRow>,
  rows: readonly ObligationRow[],
): Promise<ReadonlyMap<string, string>> {
  const after = new Map(rows.map((row) => [keyOf(row), row]))
  const changed = rows.filter((row) => {
    const old = before.get(keyOf(row))
    return old === undefined || !saysTheSame(old, row)
  })
  if (changed.length > 0) await write(tx, changed)
  const gone = [...before.values()].filter((row) => row.state !== 'gone' && !after.has(keyOf(row))).map(({ id }) => id)
  if (gone.length > 0) await tx.$executeRaw`update obligation set state = 'gone' where id = any(${gone}::uuid[])`
  return new Map([...after, ...before].map(([key, { id }]) => [key, id]))
}

const write = (tx: Transaction, rows: readonly ObligationRow[]): Promise<number> => tx.$executeRaw`
  insert into obligation select * from json_populate_recordset(null::obligation, ${JSON.stringify(rows)}::json)
  on conflict (case_id, rule, subject, trigger, part) do update set
    title = excluded.title, trigger_on = excluded.trigger_on, due_on = excluded.due_on, limit_on = excluded.limit_on,
    booked_for = excluded.booked_for, due_revision = excluded.due_revision, state = excluded.state, ended_by = excluded.ended_by,
    ended_on = excluded.ended_on, late_on = excluded.late_on, late_unit = excluded.late_unit, policy = excluded.policy,
    explanation = excluded.explanation, reopened_revision = excluded.reopened_revision,
    moved_because = excluded.moved_because, kind = excluded.kind`

/** Everything about it but its name. */
const CONTENT = [
  'title',
  'trigger_on',
  'due_on',
  'limit_on',
  'booked_for',
  'due_revision',
  'state',
  'ended_by',
  'ended_on',
  'late_on',
  'late_unit',
  'policy',
  'reopened_revision',
  'kind',
  'moved_because',
] as const

const saysTheSame = (a: ObligationRow, b: ObligationRow): boolean =>
  CONTENT.every((field) => a[field] === b[field]) &&
  a.explanation.length === b.explanation.length &&
  a.explanation.every((sentence, index) => sentence === b.explanation[index])
