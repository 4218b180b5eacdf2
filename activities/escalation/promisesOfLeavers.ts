import type { LocalDate } from '@js-joda/core'
import { Prisma } from '../../prisma/generated/client'

/** A promise that its rung still waits for, though whoever was to keep it has left. */
export interface LeaversPromise {
  readonly rung: number
  /** Who was to keep it. */
  readonly owner_id: string
  readonly name: string
  /** ISO date. */
  readonly left_on: string
}

/** Of all alerts (`escalation_id`), the promises that wait on this day for somebody who has left, and of which that is not on the log yet. */
export const promisesOfLeavers = (today: LocalDate): Prisma.Sql => Prisma.sql`
  select e.escalation_id, e.rung, e.owner_id, p.name, p.left_on::text as left_on
  from escalation_entry e join person p on p.id = e.owner_id
  where e.entry = 'promised' and p.left_on <= ${today.toString()}::date and e.until_on >= ${today.toString()}::date
    and not exists (select from escalation_entry later where later.escalation_id = e.escalation_id and later.number > e.number
      and ((later.entry in ('told', 'skipped') and later.rung > e.rung) or (later.entry = 'owner-left' and later.rung = e.rung)))`
