import { Prisma } from '../../../prisma/generated/client'
import type { Reader } from '../reading/loadReader'
import { readableCases } from '../reading/readableCases'

/** The teams a page is of: by id, or every one of the authority, cases without a team among them. */
export type Teams = readonly string[] | 'everywhere'

/** A condition on `case_file c`: of these teams, and open to this reader. Every list and every count of a manager's pages has it. */
export const casesOf = (reader: Reader, teams: Teams): Prisma.Sql =>
  Prisma.sql`${ofTeams(teams)} and ${readableCases(reader)}`

const ofTeams = (teams: Teams): Prisma.Sql =>
  teams === 'everywhere' ? Prisma.sql`true` : Prisma.sql`c.team_id = any(${[...teams]}::uuid[])`
