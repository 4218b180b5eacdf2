import { newId } from '../../../activities/newId'
import { givenRole } from '../../../domain/access/givenRole'
import type { Transaction } from '../../../prisma/database'
import type { CommandDeps, Refusal } from '../command'
import { isId } from '../isId'
import { changePeople, type ByAdministrator, type PeopleChanged, type PeopleNow } from './changePeople'

export interface GiveRole extends ByAdministrator {
  readonly personId: string
  /** As it was typed or chosen. */
  readonly role: string
  /** The team it is held for, by id; null: the whole authority. */
  readonly teamId: string | null
}

/** Gives somebody a role by hand, from today on, beside those of an extract and of claims. Who reads which case follows at once; who is told is looked up when somebody is told. */
export const giveRole = (deps: CommandDeps, command: GiveRole): Promise<PeopleChanged | Refusal> =>
  changePeople(deps, { ...command, action: 'role-given' }, (tx, at) => save(tx, at, command))

async function save(
  tx: Transaction,
  { now, today, people }: PeopleNow,
  { personId, role: typed, teamId, actorId }: GiveRole,
): ReturnType<Parameters<typeof changePeople>[2]> {
  const person = isId(personId) ? people.byId(personId.toLowerCase()) : undefined
  if (person === undefined)
    return { refused: 'unknown-person', todo: 'Nobody is known by that id. Choose somebody from the list of people.' }
  if (person.id === actorId.toLowerCase())
    return { refused: 'not-allowed', todo: 'Nobody gives themselves a role. Ask another administrator.' }
  if (!person.active) return bad('They have left. Say first that they are in post again.')
  const known = teamId === null || (isId(teamId) && people.parents.has(teamId.toLowerCase()))
  if (!known) return bad('There is no such team. Choose one from the list of teams.')
  const { role, problem } = givenRole(typed, teamId)
  if (problem !== undefined) return bad(problem)
  if (person.roles.some((one) => one.role === role && one.teamId === teamId))
    return { refused: 'known-already', todo: 'They hold this role already, for the same team. Nothing was changed.' }
  const roleId = newId(now)
  await tx.$executeRaw`
    insert into role_grant (id, person_id, role, team_id, from_on, source)
    values (${roleId}::uuid, ${person.id}::uuid, ${role}, ${teamId}::uuid, ${today.toString()}::date, 'administrator')`
  return { personId: person.id, detail: { roleId, role, teamId } }
}

const bad = (todo: string): Refusal => ({ refused: 'bad-data', todo })
