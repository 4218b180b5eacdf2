import { Prisma } from '../../../../prisma/generated/client'

/** A line of a chronology as it was recorded. Days are ISO dates, moments ISO text with their offset. */
export interface ChronologyRow {
  readonly id: string
  readonly kind: string
  readonly occurred_on: string
  readonly recorded_at: string
  /** Who recorded it; null where it came with an extract. */
  readonly actor: string | null
  readonly source_system: string | null
  readonly source_record: string | null
  /** Empty: all children of the case. */
  readonly children: readonly string[]
  readonly payload: unknown
  /** Takes back what it supersedes, and says nothing itself. */
  readonly voids: boolean
  /** What it puts in the place of, and what was put in its place. */
  readonly before: Version | null
  readonly after: Version | null
}

export interface Version {
  readonly id: string
  readonly kind: string
  readonly occurred_on: string
  readonly voids: boolean
  readonly payload: unknown
}

export interface ChronologyWanted {
  readonly caseId: string
  readonly limit: number
  readonly offset: number
  /** Only of this kind, and only what concerns this child. */
  readonly kind?: string
  readonly child?: string
}

const ofCase = ({ caseId, kind, child }: ChronologyWanted): Prisma.Sql => Prisma.sql`
  e.case_id = ${caseId}::uuid and (${kind ?? null}::text is null or e.kind = ${kind ?? null})
    and (${child ?? null}::text is null or cardinality(e.children) = 0 or ${child ?? null}::uuid = any(e.children))`

const version = (alias: Prisma.Sql): Prisma.Sql => Prisma.sql`
  case when ${alias}.id is null then null else json_build_object('id', ${alias}.id, 'kind', ${alias}.kind, 'occurred_on', ${alias}.occurred_on,
    'voids', ${alias}.voids, 'payload', ${alias}.payload) end`

/** A chronology, the newest first, with how many lines there are in all. */
export const chronologyOf = (wanted: ChronologyWanted) => ({
  chronology: Prisma.sql`
    with page as (select * from chronology_event e where ${ofCase(wanted)}
      order by e.occurred_on desc, e.facts_version desc, e.position desc limit ${wanted.limit} offset ${wanted.offset}),
    corrects as materialized (select * from chronology_event c where c.case_id = ${wanted.caseId}::uuid and c.supersedes is not null)
    select e.id::text, e.kind, e.occurred_on::text, e.recorded_at, p.name as actor, e.source_system, e.source_record,
      array(select x::text from unnest(e.children) x) as children, e.payload, e.voids,
      ${version(Prisma.sql`b`)} as before, ${version(Prisma.sql`a`)} as after
    from page e left join person p on p.id = e.actor_id left join chronology_event b on b.id = e.supersedes
      left join lateral (select * from corrects a where a.supersedes = e.id order by a.facts_version desc, a.position desc limit 1) a on true
    order by e.occurred_on desc, e.facts_version desc, e.position desc`,
  chronologyCount: Prisma.sql`select count(*)::int as count from chronology_event e where ${ofCase(wanted)}`,
})

/** Which kinds a chronology has. */
export const kindsOf = (caseId: string): Prisma.Sql => Prisma.sql`
  select e.kind, count(*)::int as count from chronology_event e where e.case_id = ${caseId}::uuid group by e.kind order by e.kind`
