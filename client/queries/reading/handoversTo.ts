import { rolesWith } from '../../../domain/access/permissions'
import type { Database } from '../../../prisma/database'
import type { Reader } from './loadReader'
import { openTo } from './readableCases'

/** A case that is being handed to a team, as far as whoever is to accept it may know of it before. */
export interface HandedCase {
  readonly ref: string
  readonly from: string | null
  readonly to: string
  /** ISO days. */
  readonly proposed_on: string
  readonly due_on: string
}

/** Every case that is being handed to a team that this person manages, or somebody they cover for, and that is not accepted yet: the one due first before. */
export async function handoversTo(db: Database, reader: Reader): Promise<readonly HandedCase[]> {
  const receiving = rolesWith('accept-handover')
  const teams = [reader, ...reader.covers].flatMap(({ roles }) =>
    roles.flatMap(({ role, teamId }) => (receiving.has(role) && teamId !== null ? [teamId] : [])),
  )
  if (teams.length === 0) return []
  // The last that was proposed names the team, by its id, its name in the source or its name: as receivingTeam reads it.
  return db.$queryRaw<HandedCase[]>`
    select distinct on (o.due_on, c.ref) c.ref, f.name as "from", t.name as "to", p.occurred_on::text as proposed_on, o.due_on::text
    from obligation o join case_file c on c.id = o.case_id left join team f on f.id = c.team_id
    cross join lateral (select e.payload ->> 'to' as "to", e.occurred_on from chronology_event e
      where e.case_id = o.case_id and e.kind = 'handover-proposed' and not e.voids
        and not exists (select from chronology_event n where n.case_id = e.case_id and n.supersedes = e.id)
      order by e.occurred_on desc, e.facts_version desc, e.position desc limit 1) p
    cross join lateral (select t.id, t.name from team t
      where t.id::text = lower(p."to") or lower(t.source_id) = lower(p."to") or lower(t.name) = lower(p."to")
      order by t.id::text = lower(p."to") desc, lower(t.source_id) = lower(p."to") desc nulls last limit 1) t
    where o.rule = 'handover' and o.state = 'open' and t.id = any(${teams}::uuid[]) and ${openTo(reader)}
    order by o.due_on, c.ref limit 100`
}
