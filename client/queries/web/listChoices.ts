import type { Database } from '../../../prisma/database'
import type { Reader } from '../reading/loadReader'

/** Whom and what a reader can look for on lists: the teams whose cases they work on, and who holds cases there. */
export interface ListChoices {
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly workers: readonly { readonly id: string; readonly name: string }[]
}

export async function listChoices(db: Database, reader: Reader): Promise<ListChoices> {
  const teamIds = [...reader.teamIds]
  const [teams, workers] = await Promise.all([
    db.$queryRaw<ListChoices['teams'][number][]>`
      select id::text, name from team where id = any(${teamIds}::uuid[]) order by name, id`,
    db.$queryRaw<ListChoices['workers'][number][]>`
      select p.id::text, p.name from person p where (p.team_id = any(${teamIds}::uuid[]) or ${reader.everywhere}) and exists (
        select from case_holder h where h.person_id = p.id and h.role = 'allocated-worker') order by p.name, p.id`,
  ])
  return { teams, workers }
}
