import { Prisma } from '../../../../prisma/generated/client'

/** Somebody who was told something about a case, or is about to be. Moments are ISO text with their offset. */
export interface ToldOfCase {
  readonly id: string
  readonly obligation: string
  readonly name: string
  readonly job_title: string
  readonly title: string
  readonly step: string
  readonly send_on: string
  /** Why this person. */
  readonly why: string
  /** How the mail that carries it stands; null while it waits for one. */
  readonly state: string | null
  readonly sent_at: string | null
  readonly withdrawn_why: string | null
  /** How they were told after their mail had not arrived; null where nobody has yet. */
  readonly told_otherwise: string | null
  readonly escalation: string | null
  readonly acknowledged_at: string | null
}

/** An alert with its log. */
export interface AlertOfCase {
  readonly id: string
  readonly title: string
  readonly state: 'open' | 'resolved' | 'withdrawn' | 'joined'
  readonly opened_at: string
  readonly entries: readonly {
    readonly entry: string
    readonly name: string | null
    readonly job_title: string | null
    readonly owner: string | null
    readonly at: string
    readonly until: string | null
    readonly reason: string
  }[]
}

/** How many are shown at once. */
export const TOLD_SHOWN = 30
const ALERTS_SHOWN = 20

/** One notice in the columns of `ToldOfCase`; the caller says which. */
const notices = (where: Prisma.Sql, limit: number): Prisma.Sql => Prisma.sql`
  select n.id::text, n.obligation_id::text as obligation, p.name, p.job_title, o.title, n.step, n.send_on::text, n.why, m.state, m.sent_at,
    n.withdrawn_why, k.how as told_otherwise, n.escalation_id::text as escalation,
    (select min(x.at) from escalation_entry x where x.escalation_id = n.escalation_id and x.person_id = n.recipient_id and x.at >= n.written_at
      and x.entry in ('acknowledged', 'promised', 'more-time', 'passed-up', 'challenged')) as acknowledged_at
  from notice n join person p on p.id = n.recipient_id join obligation o on o.id = n.obligation_id left join message m on m.id = n.message_id
    left join delivery_task k on k.message_id = n.message_id and k.done_at is not null
  where ${where} order by n.written_at desc, n.id limit ${limit}`

/** Who was told of a case, the newest first, and its alerts. */
export const toldOf = (caseId: string) => ({
  told: notices(Prisma.sql`n.case_id = ${caseId}::uuid`, TOLD_SHOWN),
  toldCount: Prisma.sql`select count(*)::int as count from notice n where n.case_id = ${caseId}::uuid`,
  alerts: Prisma.sql`
    select e.id::text, o.title, e.state, e.opened_at,
      (select coalesce(json_agg(json_build_object('entry', x.entry, 'name', p.name, 'job_title', p.job_title, 'owner', w.name, 'at', x.at,
          'until', x.until_on, 'reason', x.reason) order by x.number), '[]'::json)
        from escalation_entry x left join person p on p.id = x.person_id left join person w on w.id = x.owner_id where x.escalation_id = e.id) as entries
    from escalation e join obligation o on o.id = e.obligation_id where e.case_id = ${caseId}::uuid
    order by e.state = 'open' desc, e.opened_at desc, e.id limit ${ALERTS_SHOWN}`,
})

/** Who was told of one matter of a case. */
export const toldOfMatter = (obligationId: string): Prisma.Sql =>
  notices(Prisma.sql`n.obligation_id = ${obligationId}::uuid`, 100)
