import type { Transaction } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { current } from './currentRows'
import type { ImportRun } from './importRun'

/**
 * The children about whom the extract says something else than the one before: rows that came, went, changed or moved, a worker who came or
 * left, a birthday that counts, something found fault with last time, or a
 * run since then that was given up half way. Everybody at the first import, or when the teams changed.
 */
export async function concernedChildren(db: Transaction, run: ImportRun): Promise<ReadonlySet<string> | 'all'> {
  if (run.beforeId === null) return 'all'
  const differ = Prisma.sql`
    import_row i left join upstream_row u on u.tbl = i.tbl and u.record = i.record and u.gone_on is null
    where i.run_id = ${run.id}::uuid and i.standing <> 'moved' and u.print is distinct from i.print`
  const [teams] = await db.$queryRaw<{ changed: boolean }[]>`
    select exists (select from ${differ} and i.tbl = 'ssd_department') as changed`
  if (teams?.changed === true) return 'all'
  const rows = await db.$queryRaw<{ child: string }[]>`
    with came as (
      select i.child, i.tbl, i.record, i.cells from ${differ} and i.standing <> 'gone'),
    went as (
      select u.child, u.tbl, u.record from ${differ} and u.record is not null),
    workers as (
      select record from came where tbl = 'ssd_professionals' union select record from went where tbl = 'ssd_professionals')
    select child from came union select child from went
    union select c.child from ${current(run)} c join workers w on w.record = c.cells->>'invo_professional_id' where c.tbl = 'ssd_involvements'
    union select child.source_id from child join import_finding f on f.case_id = child.case_id where f.run_id = ${run.beforeId}::uuid
    union select unnest(c.children) from import_case c join import_run r on r.id = c.run_id, import_run before
      where before.id = ${run.beforeId}::uuid and r.number > before.number and r.source = ${run.source} and r.id <> ${run.id}::uuid
    union select source_id from child, import_run before
      where before.id = ${run.beforeId}::uuid and (born_on + interval '18 years')::date > before.as_at and (born_on + interval '18 years')::date <= ${run.asAt}::date`
  return new Set(rows.map(({ child }) => child))
}
