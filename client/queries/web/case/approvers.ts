import type { LocalDate } from '@js-joda/core'
import type { Database } from '../../../../prisma/database'

export interface Approver {
  readonly id: string
  readonly name: string
  readonly job_title: string
}

/** Roles of those who may approve a date beyond the last lawful one, or move an agreed day; which of them may for this conference its command knows. */
const ROLES = ['team-manager', 'service-manager', 'head-of-service', 'director', 'independent-reviewing-officer']

/** Managers and reviewing officers in post on a day, by name. */
export const approvers = (db: Database, today: LocalDate): Promise<Approver[]> => db.$queryRaw<Approver[]>`
  select p.id::text, p.name, p.job_title from person p
  where (p.left_on is null or p.left_on > ${today.toString()}::date) and exists (
    select from role_grant g where g.person_id = p.id and g.role = any(${ROLES}) and g.from_on <= ${today.toString()}::date
      and (g.to_on is null or g.to_on >= ${today.toString()}::date))
  order by p.name, p.id limit 500`
