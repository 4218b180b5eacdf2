import type { Transaction } from '../../../prisma/database'
import type { CommandDeps, Refusal } from '../command'
import { isId } from '../isId'
import {
  changePeople,
  lastAdministratorProblem,
  type ByAdministrator,
  type PeopleChanged,
  type PeopleNow,
} from './changePeople'

export interface EndRole extends ByAdministrator {
  readonly personId: string
  /** Of the grant. */
  readonly roleId: string
}

/**
 * Ends a role today, whoever gave it: what it opened is closed at once, and what waits for them is told to whoever stands there now. One of an extract begins again with the next that
 * has it, one of claims with the next sign-in that names it: their source has to change, too.
 */
export const endRole = (deps: CommandDeps, command: EndRole): Promise<PeopleChanged | Refusal> =>
  changePeople(deps, { ...command, action: 'role-ended' }, (tx, at) => save(tx, at, command))

async function save(
  tx: Transaction,
  at: PeopleNow,
  { personId, roleId }: EndRole,
): ReturnType<Parameters<typeof changePeople>[2]> {
  const [held] =
    isId(personId) && isId(roleId)
      ? await tx.$queryRaw<{ role: string; team: string | null; over: boolean }[]>`
          select role, team_id::text as team, coalesce(to_on < ${at.today.toString()}::date, false) as over
          from role_grant where id = ${roleId}::uuid and person_id = ${personId}::uuid`
      : []
  if (held === undefined) return { refused: 'unknown-person', todo: 'They hold no such role. Open their page again.' }
  if (held.over) return { refused: 'already-ended', todo: 'This role had ended before. Nothing was changed.' }
  const last = held.role === 'administrator' ? await lastAdministratorProblem(tx, at, personId) : undefined
  if (last !== undefined) return last
  await tx.$executeRaw`update role_grant set to_on = ${at.today.toString()}::date - 1 where id = ${roleId}::uuid`
  return { personId: personId.toLowerCase(), detail: { roleId, role: held.role, teamId: held.team } }
}
