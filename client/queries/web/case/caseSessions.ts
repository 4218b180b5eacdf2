import type { Database } from '../../../../prisma/database'
import { holdsInTeam } from '../../reading/holdsInTeam'
import type { Reader } from '../../reading/loadReader'
import { takesPart } from '../../supervision/web/takesPart'

/** A session of group supervision in which a case has, or had, a place. */
export interface CaseSession {
  readonly id: string
  readonly team: string
  /** ISO date. */
  readonly on: string
  /** London wall time, 09:30. */
  readonly at: string
  readonly state: 'planned' | 'cancelled' | 'held' | 'not-held'
  /** Null until the session was held, or where nobody has said so. */
  readonly discussed: boolean | null
  /** Whether this reader has the session’s own page. */
  readonly opens: boolean
}

const MOST = 15

/** The newest sessions of a case, those ahead among them, the furthest first. */
export async function caseSessions(db: Database, caseId: string, reader: Reader): Promise<readonly CaseSession[]> {
  const rows = await db.$queryRaw<(CaseSession & { readonly teamId: string; readonly invited: boolean })[]>`
    select s.id::text, t.name as team, s.team_id::text as "teamId", s.on_day::text as on, s.at, s.state, x.discussed,
      exists (select from attendance a where a.session_id = s.id and ${takesPart(reader)}) as invited
    from session_case x join session s on s.id = x.session_id join team t on t.id = s.team_id
    where x.case_id = ${caseId}::uuid order by s.on_day desc, s.at desc, s.id limit ${MOST}`
  return rows.map(({ teamId, invited, ...one }) => ({
    ...one,
    opens: invited || holdsInTeam(reader, 'organise-supervision', teamId) || holdsInTeam(reader, 'read-papers', teamId),
  }))
}
