import { Prisma } from '../../../prisma/generated/client'
import { casesOf } from '../team/teamScope'
import type { ReportAsked } from './reportAsked'

/** A condition on `case_file c`: of the teams and the worker a report is of, and open to its reader. */
export const casesAsked = ({ reader, teams, worker }: ReportAsked): Prisma.Sql =>
  Prisma.sql`${casesOf(reader, teams)} and ${heldBy(worker)}`

/** On `case_file c`: this person is the worker of a child of it today; null: whoever is. */
export const heldBy = (worker: string | null): Prisma.Sql =>
  worker === null
    ? Prisma.sql`true`
    : Prisma.sql`exists (select from case_holder w where w.case_id = c.id and w.role = 'allocated-worker' and w.person_id = ${worker}::uuid)`
