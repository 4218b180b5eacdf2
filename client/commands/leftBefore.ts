import { LocalDate } from '@js-joda/core'
import { govukDate } from '../../domain/timeline/govukDate'
import type { Transaction } from '../../prisma/database'

/** Why nothing can be given to this person on that day: they had left. Undefined for who was in post, and for a name nobody here has. */
export async function leftBefore(tx: Transaction, person: string, on: LocalDate): Promise<string | undefined> {
  const [left] = await tx.$queryRaw<{ name: string; left_on: string }[]>`
    select name, left_on::text from person where id::text = ${person.toLowerCase()} and left_on <= ${on.toString()}::date`
  return left === undefined
    ? undefined
    : `${left.name} left on ${govukDate(LocalDate.parse(left.left_on))}. Name somebody who is in post on that day.`
}
