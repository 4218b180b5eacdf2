import type { Told } from '../../../domain/agenda/agenda'
import { keyOf } from '../../../domain/timeline/obligation'
import type { Transaction } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'

/** A case as it is known before an import. */
export interface CaseSoFar {
  readonly ref: string
  /** ISO date; null for a case that has always been live. */
  readonly liveSince: string | null
  readonly said: SaidSoFar
}

/** What has been said about a case and holds when its matters stay open: one that had ended and opens again is told anew, as the planner does. */
export interface SaidSoFar {
  readonly told: readonly Told[]
  /** Keys of matters whose escalation is open, or was withdrawn by a manager, with the due day. One that its fact resolved says nothing of the next. */
  readonly escalated: ReadonlySet<string>
}

export const NOTHING_SAID: SaidSoFar = { told: [], escalated: new Set() }

interface Open {
  readonly case_id: string
  readonly rule: string
  readonly subject: string
  readonly trigger: string
  readonly part: string
  readonly due: string
}

/** Those of some cases that are known, by id, with what has been said about each: asked for all at once. */
export async function casesSoFar(tx: Transaction, caseIds: readonly string[]): Promise<ReadonlyMap<string, CaseSoFar>> {
  const these = Prisma.sql`any(${[...caseIds]}::uuid[])`
  const { cases, told, open } = await rowsOf<{
    cases: { readonly id: string; readonly ref: string; readonly live_since: string | null }
    told: Told & { readonly case_id: string }
    open: Open
  }>(tx, {
    cases: Prisma.sql`select id, ref, live_since from case_file where id = ${these}`,
    told: Prisma.sql`
      select n.case_id, o.rule, o.subject, o.trigger, o.part, n.step, n.role as to, n.due_on as "dueOn"
      from notice n join obligation o on o.id = n.obligation_id where n.case_id = ${these} and n.withdrawn_at is null
        and o.state not in ('met', 'met-late', 'cancelled', 'gone') and n.due_revision >= coalesce(o.reopened_revision, 1)`,
    open: Prisma.sql`
      select e.case_id, o.rule, o.subject, o.trigger, o.part, e.due_on as due
      from escalation e join obligation o on o.id = e.obligation_id where e.case_id = ${these} and e.state <> 'resolved'`,
  })
  const [toldOf, openOf] = [byCase(told), byCase(open)]
  return new Map(
    cases.map(({ id, ref, live_since: liveSince }) => {
      const escalated = new Set((openOf.get(id) ?? []).map((row) => `${keyOf(row)} ${row.due}`))
      return [id, { ref, liveSince, said: { told: toldOf.get(id) ?? [], escalated } }]
    }),
  )
}

/** Rows by the case they are about, in their order. */
export function byCase<Row extends { readonly case_id: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const some = found.get(row.case_id)
    if (some === undefined) found.set(row.case_id, [row])
    else some.push(row)
  }
  return found
}
