import { createHash } from 'node:crypto'
import type { Transaction } from '../../../prisma/database'
import type { CommandDeps, Refusal } from '../command'
import { isId } from '../isId'
import { addressProblem } from './addressProblem'
import { changePeople, type ByAdministrator, type PeopleChanged, type PeopleNow } from './changePeople'

export interface SetAddress extends ByAdministrator {
  readonly personId: string
  readonly address: string
}

/** Sets where mail goes to somebody, and by what they sign in: the audit keeps a digest of both addresses, so that whose it was for a time can be proved. An extract does not change it again. What came back from the address before is seen to on its own page. */
export const setAddress = (deps: CommandDeps, command: SetAddress): Promise<PeopleChanged | Refusal> =>
  changePeople(deps, { ...command, action: 'address-set' }, (tx, at) => save(tx, at, command))

async function save(
  tx: Transaction,
  { people }: PeopleNow,
  { personId, address: typed }: SetAddress,
): ReturnType<Parameters<typeof changePeople>[2]> {
  const person = isId(personId) ? people.byId(personId.toLowerCase()) : undefined
  if (person === undefined)
    return { refused: 'unknown-person', todo: 'Nobody is known by that id. Choose somebody from the list of people.' }
  const address = typed.trim().toLowerCase()
  const problem = await addressProblem(tx, address, person.id)
  if (problem !== undefined) return problem
  const [before] = await tx.$queryRaw<
    { email: string | null }[]
  >`select email from person where id = ${person.id}::uuid`
  await tx.$executeRaw`update person set email = ${address} where id = ${person.id}::uuid`
  return { personId: person.id, detail: { before: digestOf(before?.email ?? null), after: digestOf(address) } }
}

const digestOf = (address: string | null): string | null =>
  address === null ? null : createHash('sha256').update(address.toLowerCase()).digest('hex')
