import type { Transaction } from '../../prisma/database'

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
}

/** Writes what changed; an obligation whose ground was taken back is kept as `gone`. Answers the ids by key. */
export async function saveObligations(
  tx: Transaction,
  caseId: string,
  rows: readonly ObligationRow[],
): Promise<ReadonlyMap<string, string>> {
  const json = JSON.stringify(rows)
  await tx.$executeRaw`
    insert into obligation select * from json_populate_recordset(null::obligation, ${json}::json)
    on conflict (case_id, rule, subject, trigger, part) do update set
      title = excluded.title, trigger_on = excluded.trigger_on, due_on = excluded.due_on, limit_on = excluded.limit_on,
      booked_for = excluded.booked_for, due_revision = excluded.due_revision, state = excluded.state, ended_by = excluded.ended_by,
      ended_on = excluded.ended_on, late_on = excluded.late_on, late_unit = excluded.late_unit, policy = excluded.policy,
      explanation = excluded.explanation
    where (obligation.due_on, obligation.limit_on, obligation.booked_for, obligation.due_revision, obligation.state, obligation.ended_by,
        obligation.ended_on, obligation.late_on, obligation.policy, obligation.explanation, obligation.trigger_on)
      is distinct from (excluded.due_on, excluded.limit_on, excluded.booked_for, excluded.due_revision, excluded.state, excluded.ended_by,
        excluded.ended_on, excluded.late_on, excluded.policy, excluded.explanation, excluded.trigger_on)`
  await tx.$executeRaw`
    update obligation set state = 'gone' where case_id = ${caseId}::uuid and state <> 'gone' and not exists (
      select 1 from json_populate_recordset(null::obligation, ${json}::json) r
      where r.rule = obligation.rule and r.subject = obligation.subject and r.trigger = obligation.trigger and r.part = obligation.part)`
  const ids = await tx.$queryRaw<{ id: string; rule: string; subject: string; trigger: string; part: string }[]>`
    select id, rule, subject, trigger, part from obligation where case_id = ${caseId}::uuid`
  return new Map(ids.map((row) => [keyText(row), row.id]))
}

/** The key of an obligation as one text. */
export const keyText = (key: { rule: string; subject: string; trigger: string; part: string }): string =>
  [key.rule, key.subject, key.trigger, key.part].join('|')
