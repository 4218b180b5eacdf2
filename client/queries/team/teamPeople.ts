import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'
import type { Reader } from '../reading/loadReader'
import { readableCases } from '../reading/readableCases'
import { casesOf, type Teams } from './teamScope'

/** Somebody of a team, and what they hold today of what the reader may open, whatever team its cases are of. */
export interface TeamPerson {
  readonly id: string
  readonly team_id: string | null
  readonly name: string
  readonly job_title: string
  readonly children: number
  readonly families: number
}

/** Who is in post and works in one of these teams, or holds a child of theirs; one line for each team they are of. `over`: of those who hold more children than so many alone. */
export const teamPeople = async (
  db: Database,
  reader: Reader,
  teams: Teams,
  { over = null }: { readonly over?: number | null } = {},
): Promise<readonly TeamPerson[]> => {
  const isOf = (team: Prisma.Sql): Prisma.Sql =>
    teams === 'everywhere' ? Prisma.sql`true` : Prisma.sql`${team} = any(${[...teams]}::uuid[])`
  const { rows } = await rowsOf<{ rows: TeamPerson }>(db, {
    rows: Prisma.sql`
        with held as materialized (
          select h.person_id, h.child_id, h.case_id, c.team_id from case_holder h join case_file c on c.id = h.case_id
          where h.role = 'allocated-worker' and c.open and ${readableCases(reader)}),
        load as materialized (
          select person_id, count(distinct child_id)::int as children, count(distinct case_id)::int as families from held group by person_id),
        person_asked as materialized (
          select p.id, p.team_id, p.name, p.job_title, coalesce(l.children, 0) as children, coalesce(l.families, 0) as families from person p left join load l on l.person_id = p.id
          where (p.left_on is null or p.left_on > ${reader.day.toString()}::date) and (${over}::int is null or l.children > ${over}::int)),
        pair as (
          select p.id, p.team_id from person_asked p where ${isOf(Prisma.sql`p.team_id`)}
          union select d.person_id, d.team_id from held d join person_asked p on p.id = d.person_id where ${isOf(Prisma.sql`d.team_id`)})
        select p.id, x.team_id, p.name, p.job_title, p.children, p.families from pair x join person_asked p on p.id = x.id order by p.name, p.id, x.team_id`,
  })
  return rows
}

/** A child somebody holds. */
export interface HeldChild {
  readonly ref: string
  readonly child: string
  readonly worker: string
}

/** The children somebody holds today, of what the reader may open: what `children` of a person counts. */
export const heldChildren = async (db: Database, reader: Reader, personId: string): Promise<readonly HeldChild[]> =>
  (
    await rowsOf<{ rows: HeldChild }>(db, {
      rows: Prisma.sql`
        select c.ref, k.forename || ' ' || k.surname as child, p.name as worker from case_holder h join case_file c on c.id = h.case_id
          join child k on k.id = h.child_id join person p on p.id = h.person_id
        where h.role = 'allocated-worker' and c.open and h.person_id = ${personId}::uuid and ${readableCases(reader)} order by c.ref, k.born_on, k.id`,
    })
  ).rows

export interface UnallocatedCase {
  readonly id: string
  readonly ref: string
  readonly team_id: string | null
}

/** Open cases of these teams none of whose children has a worker today. */
export const unallocatedCases = async (
  db: Database,
  reader: Reader,
  teams: Teams,
): Promise<readonly UnallocatedCase[]> =>
  (
    await rowsOf<{ rows: UnallocatedCase }>(db, {
      rows: Prisma.sql`
        select c.id, c.ref, c.team_id from case_file c
        where c.open and not exists (select from case_holder h where h.case_id = c.id and h.role = 'allocated-worker') and ${casesOf(reader, teams)}
        order by c.ref`,
    })
  ).rows
