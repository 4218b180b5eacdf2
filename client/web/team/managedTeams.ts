import { teamsOf, type Reader } from '../../queries/reading/loadReader'
import type { Teams } from '../../queries/team/teamScope'
import { teamNamesById, type NamedTeam } from '../../queries/web/teamNamesById'
import type { Permission } from '../../../domain/access/permissions'
import type { Database } from '../../../prisma/database'

/** Which teams a page is of. */
export interface ManagedTeams {
  /** Those the reader answers for, by name. */
  readonly all: readonly NamedTeam[]
  /** The one that is shown; null where all are. */
  readonly one: NamedTeam | null
  /** What to ask for. */
  readonly teams: Teams
}

/** The teams a reader holds a permission for, and which of them is asked for; undefined where it is none of theirs. Where there is only one it is that. */
export async function managedTeams(
  db: Database,
  reader: Reader,
  { permission, asked }: { readonly permission: Permission; readonly asked: unknown },
): Promise<ManagedTeams | undefined> {
  const held = teamsOf(reader, permission)
  const all = await teamNamesById(db, held)
  const [first, ...others] = all
  if (typeof asked === 'string' && asked !== '') {
    const one = all.find(({ id }) => id === asked.toLowerCase())
    return one === undefined ? undefined : { all, one, teams: [one.id] }
  }
  if (first !== undefined && others.length === 0 && held !== 'everywhere') return { all, one: first, teams: [first.id] }
  return { all, one: null, teams: held === 'everywhere' ? held : all.map(({ id }) => id) }
}
