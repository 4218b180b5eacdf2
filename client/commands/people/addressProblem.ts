import { z } from 'zod'
import type { Transaction } from '../../../prisma/database'
import type { Refusal } from '../command'

const ADDRESS = z.email().max(254)

/** Why mail cannot go to this address, or undefined when it can. `personId`: whose it is to be, who may have it already; null for somebody new. An address is one person's: they sign in by it. */
export async function addressProblem(
  tx: Transaction,
  address: string,
  personId: string | null,
): Promise<Refusal | undefined> {
  if (!ADDRESS.safeParse(address).success)
    return { refused: 'bad-data', todo: 'This is no address for mail. Enter one like name@council.example.' }
  const [other] = await tx.$queryRaw<{ name: string }[]>`
    select name from person where lower(email) = lower(${address}) and id is distinct from ${personId}::uuid order by name limit 1`
  return other === undefined
    ? undefined
    : {
        refused: 'known-already',
        todo: `This is the address of ${other.name}, and people sign in by it. Enter another.`,
      }
}
