import type { Database } from '../../../prisma/database'

export interface NamedTeam {
  readonly id: string
  readonly name: string
}

/** These teams by name; `everywhere`: every team. */
export const teamNamesById = (
  db: Database,
  teams: ReadonlySet<string> | 'everywhere',
): Promise<readonly NamedTeam[]> => db.$queryRaw<NamedTeam[]>`
  select id::text, name from team where ${teams === 'everywhere'} or id = any(${teams === 'everywhere' ? [] : [...teams]}::uuid[]) order by name, id`
