import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import type { Reader } from '../reading/loadReader'

/** Whom and what a reader can look for on lists: the teams whose cases they work on, and who holds cases there; of more workers than `MOST_WORKERS` nobody, until a team is chosen. */
export interface ListChoices {
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly workers: readonly { readonly id: string; readonly name: string }[]
}

/** As many as a choice on a page can hold. */
const MOST_WORKERS = 300

/** `teamId`: the team that is chosen, whose workers alone can be looked for then. */
export async function listChoices(db: Database, reader: Reader, teamId: string | null = null): Promise<ListChoices> {
  const teamIds = [...reader.teamIds]
  const ofTeam = Prisma.sql`(${teamId}::uuid is null or p.team_id = ${teamId}::uuid)`
  const [teams, workers] = await Promise.all([
    db.$queryRaw<ListChoices['teams'][number][]>`
      select id::text, name from team where id = any(${teamIds}::uuid[]) order by name, id`,
    db.$queryRaw<ListChoices['workers'][number][]>`
      select p.id::text, p.name from person p where (p.team_id = any(${teamIds}::uuid[]) or ${reader.everywhere}) and ${ofTeam} and exists (
        select from case_holder h where h.person_id = p.id and h.role = 'allocated-worker') order by p.name, p.id limit ${MOST_WORKERS + 1}`,
  ])
  return { teams, workers: workers.length > MOST_WORKERS ? [] : workers }
}
