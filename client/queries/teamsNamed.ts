import type { Database } from '../../prisma/database'
import { NO_TEAM } from '../noTeam'

/** The teams a text means, by id, null for cases without a team: that id, else the one called so, else those with it in their name. Empty: none. */
export async function teamsNamed(db: Database, text: string): Promise<readonly (string | null)[]> {
  const rows = await db.$queryRaw<{ id: string | null; name: string }[]>`
    select id, name from team union all select null, ${NO_TEAM} order by name`
  const wanted = text.trim().toLowerCase()
  const exactly = rows.filter(({ id, name }) => id === wanted || name.toLowerCase() === wanted)
  return (exactly.length > 0 ? exactly : rows.filter(({ name }) => name.toLowerCase().includes(wanted))).map(
    ({ id }) => id,
  )
}
