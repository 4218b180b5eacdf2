import type { LocalDate } from '@js-joda/core'
import type { Database } from '../../../prisma/database'
import type { ReadableCase } from '../reading/readableCase'

/** What is open on the case: what to record first. */
export interface OpenOnCase {
  readonly id: string
  readonly rule: string
  readonly title: string
  readonly due_on: string
  readonly children: number
}

/** What is open on a case and due within five weeks, late first; siblings who share a day are one line. */
export async function openOnCase(
  db: Database,
  { id }: Pick<ReadableCase, 'id'>,
  today: LocalDate,
): Promise<readonly OpenOnCase[]> {
  return db.$queryRaw<OpenOnCase[]>`
    select min(o.id::text) as id, o.rule, o.title, o.due_on::text, count(distinct o.subject)::int as children from obligation o
    where o.case_id = ${id}::uuid and o.state = 'open' and o.kind = 'obligation' and o.due_on <= ${today.plusDays(35).toString()}::date
    group by o.rule, o.title, o.due_on order by o.due_on, o.rule`
}
