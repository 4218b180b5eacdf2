import type { LocalDate } from '@js-joda/core'
import { Prisma } from '../../../../prisma/generated/client'

/** Something that has to be done on a case, of one child or of the case. Days are ISO dates. */
export interface DueOfCase {
  readonly id: string
  readonly rule: string
  readonly part: string
  readonly title: string
  readonly subject: string
  readonly due_on: string
  readonly limit_on: string
  readonly booked_for: string | null
  readonly late_unit: 'working-days' | 'calendar-days'
  readonly moved_because: string | null
  /** Where it is met by a conference or core group: that one. */
  readonly conference: string | null
  readonly follow_up: string | null
}

/** What was done or fell away. */
export interface EndedOfCase {
  readonly id: string
  readonly title: string
  readonly subject: string
  readonly due_on: string
  readonly state: 'met' | 'met-late' | 'cancelled' | 'not-known'
  readonly ended_on: string | null
}

/** How many of those that ended are shown on the case's own page. */
const ENDED_SHOWN = 20

/** What is due, the soonest first; and what ended last. What fell away by a day that lies ahead (a birthday) is open until then. */
export const dueOf = (caseId: string, today: LocalDate) => ({
  due: Prisma.sql`
    select o.id::text, o.rule, o.part, o.title, o.subject, o.due_on::text, o.limit_on::text, o.booked_for::text, o.late_unit, o.moved_because,
      m.conference_id::text as conference, u.id::text as follow_up
    from obligation o left join conference_member m on m.obligation_id = o.id left join follow_up u on u.obligation_id = o.id
    where o.case_id = ${caseId}::uuid and o.kind = 'obligation'
      and (o.state = 'open' or (o.state = 'cancelled' and o.ended_on > ${today.toString()}::date and o.due_on < o.ended_on))
    order by o.due_on, o.title, o.subject, o.id`,
  ended: Prisma.sql`
    select o.id::text, o.title, o.subject, o.due_on::text, o.state, o.ended_on::text from obligation o
    where o.case_id = ${caseId}::uuid and o.kind = 'obligation' and o.state in ('met', 'met-late', 'cancelled', 'not-known')
      and (o.ended_on is null or o.ended_on <= ${today.toString()}::date)
    order by o.ended_on desc nulls last, o.due_on desc, o.id limit ${ENDED_SHOWN}`,
})
