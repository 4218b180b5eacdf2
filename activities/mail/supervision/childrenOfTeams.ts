import type { Transaction } from '../../../prisma/database'

/** The children of the cases of these teams, whose names somebody may have typed into a reason. */
export const childrenOfTeams = (
  tx: Transaction,
  teamIds: readonly string[],
): Promise<{ forename: string; surname: string }[]> => tx.$queryRaw<{ forename: string; surname: string }[]>`
  select distinct k.forename, k.surname from child k join case_file c on c.id = k.case_id where c.team_id = any(${[...teamIds]}::uuid[])`
