import type { LocalDate } from '@js-joda/core'
import { mayAnswer, type Scope } from '../../../domain/access/mayAct'
import { Prisma } from '../../../prisma/generated/client'

/** What an alert speaks of: the late matter of a child, or what was found beside it. */
export interface AlertMemberLine {
  readonly obligation_id: string
  readonly rule: string
  readonly title: string
  readonly kind: 'obligation' | 'stall'
  readonly leads: boolean
  /** ISO date. */
  readonly due_on: string
  readonly state: string
  readonly left: boolean
  /** Sentences: what was recorded. */
  readonly explanation: readonly string[]
}

/** What a scope takes in: police, and who takes a case over, see nothing else of it. */
export const beside =
  (scope: Scope) =>
  ({ rule }: Pick<AlertMemberLine, 'rule'>): boolean =>
    mayAnswer(scope, rule)

export const membersOf = (escalationId: string): Prisma.Sql => Prisma.sql`
  select m.obligation_id, o.rule, o.title, o.kind, m.leads, o.due_on, o.state, m.left_at is not null as left, o.explanation
  from escalation_member m join obligation o on o.id = m.obligation_id join escalation e on e.id = m.escalation_id
  where m.escalation_id = ${escalationId}::uuid and (m.left_at is null or e.state <> 'open')
  order by (m.obligation_id = e.obligation_id) desc, m.leads desc, o.due_on, m.obligation_id`

/** Somebody who was told of it, by which mail, and what became of that. */
export interface SentLine {
  readonly name: string
  readonly job_title: string
  readonly role: string
  readonly step: string
  readonly why: string
  /** ISO moments. */
  readonly written_at: string
  readonly sent_at: string | null
  /** Of its mail; null: it waits for the next one. */
  readonly state: string | null
  readonly withdrawn_why: string | null
}

/** One line for a person and a step, however many children it speaks of. */
export const sentOf = (escalationId: string): Prisma.Sql => Prisma.sql`
  select * from (select distinct on (n.recipient_id, n.step, n.written_at) p.name, p.job_title, n.role, n.step, n.why, n.written_at, m.sent_at, m.state, n.withdrawn_why
    from notice n join person p on p.id = n.recipient_id left join message m on m.id = n.message_id
    where n.escalation_id = ${escalationId}::uuid order by n.recipient_id, n.step, n.written_at, n.id) one order by one.written_at, one.name`

export interface Promiser {
  readonly id: string
  readonly name: string
  readonly job_title: string
}

/** Who can be named to keep a promise: in post, able to open the case, and holding it or in one of these teams. */
export const peopleFor = (
  caseId: string,
  { teams, day }: { readonly teams: readonly string[]; readonly day: LocalDate },
): Prisma.Sql => {
  const on = day.toString()
  return Prisma.sql`
    select p.id, p.name, p.job_title from person p
    where (p.left_on is null or p.left_on > ${on}::date)
      and (exists (select from case_holder h where h.case_id = ${caseId}::uuid and h.person_id = p.id)
        or exists (select from role_grant g where g.person_id = p.id and g.team_id = any(${[...teams]}::uuid[]) and g.from_on <= ${on}::date
          and (g.to_on is null or g.to_on >= ${on}::date) and g.role not in ('police-officer', 'detective-sergeant')))
      and (not exists (select from case_restriction r where r.case_id = ${caseId}::uuid and r.lifted_at is null)
        or exists (select from case_access a where a.case_id = ${caseId}::uuid and a.person_id = p.id and a.revoked_at is null
          and a.from_on <= ${on}::date and (a.to_on is null or a.to_on >= ${on}::date)))
    order by p.name, p.id limit 200`
}
