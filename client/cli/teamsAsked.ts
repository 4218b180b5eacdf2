import type { Database } from '../../prisma/database'
import { NO_TEAM } from '../noTeam'
import { teamNames } from '../queries/teamNames'
import { teamsNamed } from '../queries/teamsNamed'
import { refuseUnknownTeam } from './refuseUnknownTeam'

/** The teams that `--team` means, by id. Ends the command where it means none: nothing for a misspelt name would be read as good news. */
export async function teamsAsked(db: Database, text: string): Promise<readonly (string | null)[]> {
  const teams = await teamsNamed(db, text)
  if (teams.length === 0) refuseUnknownTeam(text, [...(await teamNames(db)), NO_TEAM])
  return teams
}
