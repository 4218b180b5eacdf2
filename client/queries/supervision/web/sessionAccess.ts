import type { Database, Transaction } from '../../../../prisma/database'
import { isId } from '../../../commands/isId'
import { holdsInTeam } from '../../reading/holdsInTeam'
import type { Reader } from '../../reading/loadReader'
import { takesPart } from './takesPart'

/** A session as one reader has it, and what they may do about it. */
export interface SessionAccess {
  readonly id: string
  readonly teamId: string
  /** Invited themselves, or to come in the place of somebody whose absence was approved. */
  readonly invited: boolean
  /** Coordinates the team, manages it, or runs the authority. */
  readonly organises: boolean
  readonly manages: boolean
  /**
   * Which of its cases, of those that no restriction keeps from them. Every one: whoever reads the team's papers, until its day is past everybody invited, and after it those
   * of them who still are of the team (minutes come out after the day, and an adult worker holds no case). For everybody else those they may open anyway: who was once invited keeps no case by it.
   */
  readonly sees: 'every-case' | 'readable-cases'
}

/** A session, for whoever is invited to it, runs it or reads its papers; undefined for everybody else, and for an id that no session has. */
export async function sessionAccess(
  db: Database | Transaction,
  reader: Reader,
  sessionId: string,
): Promise<SessionAccess | undefined> {
  if (!isId(sessionId)) return undefined
  const [row] = await db.$queryRaw<{ id: string; team_id: string; past: boolean; invited: boolean }[]>`
    select s.id::text, s.team_id::text, s.on_day < ${reader.day.toString()}::date as past, exists (select from attendance a where a.session_id = s.id and ${takesPart(reader)}) as invited
    from session s where s.id = ${sessionId}::uuid`
  if (row === undefined) return undefined
  const { id, team_id: teamId, past, invited } = row
  const organises = holdsInTeam(reader, 'organise-supervision', teamId)
  const readsPapers = holdsInTeam(reader, 'read-papers', teamId)
  if (!invited && !organises && !readsPapers) return undefined
  const sees = readsPapers || !past || (invited && reader.teamId === teamId) ? 'every-case' : 'readable-cases'
  return { id, teamId, invited, organises, manages: holdsInTeam(reader, 'manage-team', teamId), sees }
}
