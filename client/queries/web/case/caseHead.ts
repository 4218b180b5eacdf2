import type { LocalDate } from '@js-joda/core'
import type { Problem } from '../../../../domain/chronology/problem'
import { Prisma } from '../../../../prisma/generated/client'

/** A child of a case with who holds it. Names are for pages of a case, and nowhere else. */
export interface CaseChild {
  readonly id: string
  readonly forename: string
  readonly surname: string
  /** ISO dates. */
  readonly born_on: string | null
  readonly expected_on: string | null
  readonly worker: string | null
  readonly chair: string | null
}

/** What stands over every part of a case page. */
export interface CaseHead {
  readonly team: string | null
  readonly open: boolean
  /** Why it could not be planned. */
  readonly problem: string | null
  readonly fact_problems: readonly Problem[] | null
  readonly restricted: boolean
}

/** Drift that was found and has not ended. */
export interface CaseStall {
  readonly id: string
  readonly title: string
  readonly due_on: string
}

/** The questions behind the header of a case. A stall is found on its day: one that lies ahead may never be. */
export const headOf = (caseId: string, today: LocalDate) => ({
  head: Prisma.sql`
    select t.name as team, c.open, c.problem, c.fact_problems,
      exists (select from case_restriction r where r.case_id = c.id and r.lifted_at is null) as restricted
    from case_file c left join team t on t.id = c.team_id where c.id = ${caseId}::uuid`,
  children: childrenQuestion(caseId),
  stalls: Prisma.sql`
    select distinct on (o.rule) o.id::text, o.title, o.due_on::text from obligation o
    where o.case_id = ${caseId}::uuid and o.kind = 'stall' and o.state = 'open' and o.due_on <= ${today.toString()}::date
    order by o.rule, o.due_on, o.id`,
})

/** Its children and who holds each. */
export const childrenQuestion = (caseId: string): Prisma.Sql => Prisma.sql`
    select k.id::text, k.forename, k.surname, k.born_on::text, k.expected_on::text, w.name as worker, i.name as chair
    from child k left join case_holder a on a.case_id = k.case_id and a.child_id = k.id and a.role = 'allocated-worker'
      left join person w on w.id = a.person_id
      left join case_holder b on b.case_id = k.case_id and b.child_id = k.id and b.role = 'chair' left join person i on i.id = b.person_id
    where k.case_id = ${caseId}::uuid order by k.born_on, k.id`
