import type { LocalDate } from '@js-joda/core'
import { mayOpenNow } from '../../../activities/people/mayReadNow'
import type { Database, Transaction } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'

/** Whether a person may open a case on a day. */
export async function isOpenTo(
  tx: Transaction | Database,
  { caseId, personId, day }: { readonly caseId: string; readonly personId: string; readonly day: LocalDate },
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ open: boolean }[]>`
    select ${mayOpenNow(personId, Prisma.sql`${caseId}::uuid`, day.toString())} as open`
  return row?.open === true
}
