import { receives } from '../../../domain/access/candidates'
import type { Transaction } from '../../../prisma/database'
import { receivingTeam } from '../../../activities/people/receivingTeam'
import type { TeamRow } from '../../../activities/people/loadPeople'
import type { CommandDeps } from '../command'
import { caseCommand, refuse, type CaseAnswer, type CaseCommand } from '../onCase/caseCommand'

interface AcceptHandover extends CaseCommand {
  /** Who accepts, as the record names them. */
  readonly by: string
  /** The case moves to their team with it, and opens to them; else its source, or whoever works with it, moves it. */
  readonly moves: boolean
}

/** Accepts a case that is being handed to a team, by its manager; with the move, in one change of the case. Idempotent by command id. */
export const acceptHandover = (deps: CommandDeps, { by, moves, ...about }: AcceptHandover): Promise<CaseAnswer> =>
  caseCommand(
    deps,
    { ...about, action: 'handover-accepted', kinds: ['handover-accepted'] },
    async ({ tx, facts, today, person, covered }) => {
      const team = receivingTeam(facts, await teamsOf(tx))
      if (team === null || ![person, ...covered].some((one) => receives(one, { receivingTeamId: team })))
        return refuse('not-allowed', 'This case is not being handed to a team of yours. Ask whoever handed it on.')
      return {
        facts: [
          { kind: 'handover-accepted', on: today, data: { by } },
          ...(moves ? [{ kind: 'transferred-in' as const, on: today, data: { team } }] : []),
        ],
      }
    },
  )

const teamsOf = (tx: Transaction): Promise<TeamRow[]> =>
  tx.$queryRaw`select id::text, source_id, name, parent_id::text from team`
