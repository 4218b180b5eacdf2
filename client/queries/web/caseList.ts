import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { readableCases } from '../reading/readableCases'
import type { Reader } from '../reading/loadReader'

/** Which cases are asked for. */
export interface CaseFilter {
  readonly open: boolean
  /** Only those the reader holds, or that somebody they cover for does. */
  readonly mine: boolean
  /** A team's id; null: of any team. */
  readonly teamId: string | null
  /** A person's id; `none`: without a worker; null: whoever has it. */
  readonly worker: string | null
  readonly late: boolean
  /** From 1. */
  readonly page: number
}

export interface CaseLine {
  readonly ref: string
  readonly team: string | null
  readonly open: boolean
  readonly children: number
  readonly workers: readonly string[]
  readonly next_id: string | null
  readonly next_title: string | null
  readonly next_due: string | null
  /** How many things are late, siblings who share a day counted once. */
  readonly late: number
  /** There is an alert about it. */
  readonly alerted: boolean
}

export const CASES_A_PAGE = 50

/** A page of the cases a reader may open, and how many there are in all: what is late first, then by what is due next; those with nothing due last, by reference. */
export async function caseList(
  db: Database,
  reader: Reader,
  filter: CaseFilter,
): Promise<{ readonly count: number; readonly rows: readonly CaseLine[] }> {
  const today = reader.day.toString()
  const wanted = Prisma.sql`from case_file c where ${readableCases(reader)} and ${wantedOf(filter, reader)}`
  const [[counted], rows] = await Promise.all([
    db.$queryRaw<{ count: number }[]>`select count(*)::int as count ${wanted}`,
    db.$queryRaw<CaseLine[]>`
      select c.ref, t.name as team, c.open, (select count(*)::int from child k where k.case_id = c.id) as children,
        array(select distinct p.name from case_holder h join person p on p.id = h.person_id where h.case_id = c.id and h.role = 'allocated-worker' order by 1) as workers,
        n.id::text as next_id, n.title as next_title, n.due_on::text as next_due,
        (select count(distinct (o.rule, o.part, o.title, o.due_on, o.limit_on, o.booked_for))::int from obligation o where o.case_id = c.id and o.state = 'open' and o.kind = 'obligation' and o.due_on < ${today}::date) as late,
        exists (select from escalation e where e.case_id = c.id and e.state = 'open') as alerted
      from (select c.*, (select min(o.due_on) from obligation o where o.case_id = c.id and o.state = 'open' and o.kind = 'obligation') as earliest
        ${wanted} order by earliest nulls last, c.ref limit ${CASES_A_PAGE} offset ${(filter.page - 1) * CASES_A_PAGE}) c
        left join team t on t.id = c.team_id
        left join lateral (select o.id, o.title, o.due_on from obligation o where o.case_id = c.id and o.state = 'open' and o.kind = 'obligation'
          order by o.due_on, o.rule, o.id limit 1) n on true order by c.earliest nulls last, c.ref`,
  ])
  return { count: counted?.count ?? 0, rows }
}

const wantedOf = ({ open, mine, teamId, worker, late }: CaseFilter, reader: Reader): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`c.open = ${open}`,
      ...(mine ? [holding([...reader.holderIds])] : []),
      ...(teamId === null ? [] : [Prisma.sql`c.team_id = ${teamId}::uuid`]),
      ...(worker === null ? [] : [worker === 'none' ? WITHOUT : holding([worker])]),
      ...(late
        ? [
            Prisma.sql`c.id in (select o.case_id from obligation o where o.state = 'open' and o.kind = 'obligation' and o.due_on < ${reader.day.toString()}::date)`,
          ]
        : []),
    ],
    ' and ',
  )

const holding = (ids: readonly string[]): Prisma.Sql =>
  Prisma.sql`c.id = any(array(select h.case_id from case_holder h where h.role = 'allocated-worker' and h.person_id = any(${[...ids]}::uuid[])))`

const WITHOUT = Prisma.sql`not exists (select from case_holder h where h.case_id = c.id and h.role = 'allocated-worker')`
