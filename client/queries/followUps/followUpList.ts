import { readClock } from '../../../activities/clock'
import { londonDay } from '../../../domain/calendar/london'
import type { Database } from '../../../prisma/database'
import { readableBy } from '../readableBy'

/** A follow-up on a list. Days are ISO dates. */
export interface FollowUpLine {
  readonly id: string
  readonly ref: string
  readonly team: string | null
  /** The child by id, and by forename for whoever may read the case. */
  readonly child: string
  readonly forename: string
  readonly title: string
  readonly anchor: 'plan-start' | 'plan-end' | 'closure'
  /** The day it is counted from. */
  readonly anchorOn: string
  readonly dueOn: string
  readonly state: 'not-yet-asked' | 'asked' | 'late' | 'answered' | 'not-asked'
  /** The day on which somebody was first asked. */
  readonly askedOn: string | null
}

interface Wanted {
  readonly readerId: string
  /** A case by reference; all that the reader may open when missing. */
  readonly ref?: string
  /** Also those that were answered or fell away. */
  readonly all?: boolean
}

interface Row extends FollowUpLine {
  readonly case_id: string
  readonly team_id: string | null
  readonly live_since: string | null
}

/** The follow-ups of the cases that a person may read, the soonest due first. */
export async function followUpList(
  db: Database,
  { readerId, ref, all = false }: Wanted,
): Promise<readonly FollowUpLine[]> {
  const today = londonDay((await readClock(db)).now)
  const rows = await db.$queryRaw<Row[]>`
    select u.id::text, c.ref, c.id::text as case_id, c.team_id::text, c.live_since::text, t.name as team, o.subject as child, k.forename, o.title, o.trigger_on::text as "anchorOn",
      o.due_on::text as "dueOn",
      case when o.rule = 'closure-follow-up' then 'closure' when o.part = 'plan-end' then 'plan-end' else 'plan-start' end as anchor,
      case when o.state in ('met', 'met-late') then 'answered' when o.state <> 'open' then 'not-asked'
        when o.due_on < ${today.toString()}::date then 'late' when a.on is null then 'not-yet-asked' else 'asked' end as state,
      a.on as "askedOn"
    from follow_up u join obligation o on o.id = u.obligation_id join case_file c on c.id = u.case_id
      join child k on k.case_id = c.id and k.id::text = o.subject left join team t on t.id = c.team_id
      left join lateral (select min(n.send_on)::text as on from notice n where n.obligation_id = o.id and n.withdrawn_at is null) a on true
    where (${ref ?? null}::text is null or c.ref = ${ref ?? null}) and (${all} or o.state = 'open')
    order by o.due_on, c.ref, o.subject, o.rule, o.part`
  const cases = new Map(rows.map((row) => [row.case_id, { ...row, id: row.case_id }]))
  const readable = await readableBy(db, [...cases.values()], { readerId, day: today })
  return rows.filter(({ case_id }) => readable.has(case_id)).map(lineOf)
}

const lineOf = ({
  id,
  ref,
  team,
  child,
  forename,
  title,
  anchor,
  anchorOn,
  dueOn,
  state,
  askedOn,
}: Row): FollowUpLine => ({
  ...{ id, ref, team, child, forename, title, anchor, anchorOn, dueOn, state, askedOn },
})
