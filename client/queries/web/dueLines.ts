import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { readableCases } from '../reading/readableCases'
import type { Reader } from '../reading/loadReader'

/** What of all that is due is asked for. */
export interface DueAsked {
  /** Only what hangs on children the reader holds, or whom they cover for does. */
  readonly mine: boolean
  /** A team's id; null: any. */
  readonly teamId: string | null
  /** Days ahead. */
  readonly within: number
  /** Only what is late. */
  readonly late: boolean
  /** Only what there is an alert about, whatever its day. */
  readonly escalated: boolean
  /** A rule by its id; null: any. */
  readonly rule: string | null
}

export interface DueLineRow {
  readonly id: string
  readonly ref: string
  readonly team: string | null
  readonly rule: string
  readonly title: string
  readonly kind: 'obligation' | 'stall'
  readonly due_on: string
  readonly booked_for: string | null
  readonly children: number
  readonly escalated: boolean
}

/** Where a line stands among all that is due: by day, then case, rule and id. */
export type DuePlace = Pick<DueLineRow, 'due_on' | 'ref' | 'rule' | 'id'>

export interface Part {
  readonly from: number
  readonly most: number
  /** Only what comes after this place: unlike a number of lines, it misses none when some before it are done meanwhile. */
  readonly after?: DuePlace
}

/** What is due and late on the cases a reader may open, late first, one row per case, rule and day: so many from a place on. */
export const dueLines = (
  db: Database,
  reader: Reader,
  asked: DueAsked,
  { from, most, after }: Part,
): Promise<DueLineRow[]> => {
  const today = reader.day.toString()
  return db.$queryRaw<DueLineRow[]>`
    select min(o.id::text) as id, c.ref, t.name as team, o.rule, o.title, o.kind, o.due_on::text, min(o.booked_for)::text as booked_for,
      count(distinct o.subject)::int as children, bool_or(e.id is not null) as escalated
    from obligation o join case_file c on c.id = o.case_id left join team t on t.id = c.team_id
      left join escalation_member a on a.obligation_id = o.id and a.left_at is null
      left join escalation e on e.id = a.escalation_id and e.state = 'open'
    where o.state = 'open' and ${daysOf(asked, reader)} and (o.kind = 'obligation' or o.due_on <= ${today}::date)
      ${asked.escalated ? Prisma.sql`and e.id is not null` : Prisma.empty}
      ${asked.teamId === null ? Prisma.empty : Prisma.sql`and c.team_id = ${asked.teamId}::uuid`}
      ${asked.rule === null ? Prisma.empty : Prisma.sql`and o.rule = ${asked.rule}`}
      ${asked.mine ? mineOf(reader) : Prisma.empty}
      and ${readableCases(reader)}
      ${after === undefined ? Prisma.empty : Prisma.sql`and o.due_on >= ${after.due_on}::date`}
    group by c.ref, t.name, o.rule, o.title, o.kind, o.due_on ${after === undefined ? Prisma.empty : behind(after)}
    order by o.due_on, c.ref, o.rule, min(o.id::text) limit ${most} offset ${from}`
}

const behind = ({ due_on, ref, rule, id }: DuePlace): Prisma.Sql =>
  Prisma.sql`having (o.due_on, c.ref, o.rule, min(o.id::text)) > (${due_on}::date, ${ref}, ${rule}, ${id})`

/** What is escalated is shown whatever its day: the list agrees with that of the alerts. */
const daysOf = ({ late, escalated, within }: DueAsked, { day }: Reader): Prisma.Sql => {
  if (late) return Prisma.sql`o.due_on < ${day.toString()}::date`
  return escalated ? Prisma.sql`true` : Prisma.sql`o.due_on <= ${day.plusDays(within).toString()}::date`
}

/** What hangs on a child they hold; the case itself, or a goal by its name: whoever holds any child of the case. */
const mineOf = ({ holderIds }: Reader): Prisma.Sql => Prisma.sql`
  and o.case_id = any(array(select h.case_id from case_holder h where h.role = 'allocated-worker' and h.person_id = any(${[...holderIds]}::uuid[])))
  and (exists (select from case_holder h where h.case_id = o.case_id and h.role = 'allocated-worker' and h.person_id = any(${[...holderIds]}::uuid[]) and h.child_id::text = o.subject)
    or not exists (select from child k where k.case_id = o.case_id and k.id::text = o.subject))`
