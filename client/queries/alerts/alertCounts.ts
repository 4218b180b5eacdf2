import { ANSWERS, waitsForAnswer } from '../../../domain/figures/waitsForAnswer'
import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'
import { permissionsOf, type Reader } from '../reading/loadReader'
import { readableCases } from '../reading/readableCases'
import { readerAlerts } from './readerAlerts'

/** How many open alerts a team has, and how many of them wait for an answer. */
export interface AlertCount {
  /** Null: of cases without a team. */
  readonly team_id: string | null
  readonly open: number
  readonly waiting: number
}

/**
 * What `readerAlerts` lists as open, counted where it lies: a director's page has thousands, and shows ten. Waiting is as `waitsForAnswer` says. `where`: a condition on
 * `case_file c`.
 */
export async function alertCounts(db: Database, reader: Reader, where: Prisma.Sql): Promise<readonly AlertCount[]> {
  // Of a safety plan only some rules are theirs: few, and counted from the list.
  if (permissionsOf(reader).has('follow-police-track'))
    return (await readerAlerts(db, reader, { state: 'open', where })).map((alert) => ({
      ...{ team_id: alert.teamId, open: 1, waiting: waitsForAnswer(alert) ? 1 : 0 },
    }))
  const { rows } = await rowsOf<{ rows: AlertCount }>(db, {
    rows: Prisma.sql`
      select c.team_id, count(*)::int as open, count(*) filter (where t.told is not null and not exists (
          select from escalation_entry a where a.escalation_id = e.id and a.number > t.told and a.entry = any(${[...ANSWERS]})))::int as waiting
      from escalation e join case_file c on c.id = e.case_id
        left join lateral (select max(x.number) as told from escalation_entry x where x.escalation_id = e.id and x.entry = 'told') t on true
      where e.state = 'open' and ${where} and ${readableCases(reader)} group by c.team_id`,
  })
  return rows
}
