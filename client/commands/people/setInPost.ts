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

export interface SetInPost extends ByAdministrator {
  readonly personId: string
  readonly inPost: boolean
}

/** Says that somebody left today, or that they are in post after all. Their open work is ended by `reconcile`, as for whoever left by an extract; the next extract that knows them says it anew. */
export const setInPost = (deps: CommandDeps, command: SetInPost): Promise<PeopleChanged | Refusal> =>
  changePeople(deps, { ...command, action: command.inPost ? 'person-returned' : 'person-left' }, (tx, at) =>
    save(tx, at, command),
  )

async function save(
  tx: Transaction,
  at: PeopleNow,
  { personId, inPost, actorId }: SetInPost,
): ReturnType<Parameters<typeof changePeople>[2]> {
  const person = isId(personId) ? at.people.byId(personId.toLowerCase()) : undefined
  if (person === undefined)
    return { refused: 'unknown-person', todo: 'Nobody is known by that id. Choose somebody from the list of people.' }
  if (person.active === inPost)
    return {
      refused: 'known-already',
      todo: inPost ? 'They are in post. Nothing was changed.' : 'They had left before. Nothing was changed.',
    }
  if (person.id === actorId.toLowerCase())
    return { refused: 'not-allowed', todo: 'Nobody says of themselves that they left. Ask another administrator.' }
  const last = inPost ? undefined : await lastAdministratorProblem(tx, at, person.id)
  if (last !== undefined) return last
  const leftOn = inPost ? null : at.today.toString()
  await tx.$executeRaw`update person set left_on = ${leftOn}::date where id = ${person.id}::uuid`
  return { personId: person.id, detail: { leftOn } }
}
