import { Prisma } from '../../prisma/generated/client'

/** Whether a reader is in post on a day (ISO date), as a condition: what was written for somebody who has left is told to nobody. */
export const inPost = (readerId: string, day: string): Prisma.Sql =>
  Prisma.sql`exists (select from person reader where reader.id = ${readerId}::uuid and (reader.left_on is null or reader.left_on > ${day}::date))`

/** Whether a reader may open the case with this id on a day, as a condition: it is not restricted, or they have been given access. */
export const mayOpenNow = (readerId: string, caseId: Prisma.Sql, day: string): Prisma.Sql => Prisma.sql`
  (not exists (select from case_restriction r where r.case_id = ${caseId} and r.lifted_at is null)
    or exists (select from case_access g where g.case_id = ${caseId} and g.person_id = ${readerId}::uuid and g.from_on <= ${day}::date
      and (g.to_on is null or g.to_on >= ${day}::date) and g.revoked_at is null))`
