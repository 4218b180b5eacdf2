import type { Database } from '../../../prisma/database'

export interface StoryPerson {
  readonly id: string
  readonly name: string
}

/** Three matters of a demo that tell something, as they stand today; null where it has none just now. */
export interface StoryCases {
  readonly onTime: {
    readonly ref: string
    readonly title: string
    readonly dueOn: string
    readonly worker: StoryPerson
  } | null
  readonly late: {
    readonly ref: string
    readonly title: string
    readonly dueOn: string
    readonly alert: string
    /** Who was told last; null while nobody has been. */
    readonly told: StoryPerson | null
    readonly worker: StoryPerson | null
  } | null
  readonly away: {
    readonly ref: string
    readonly title: string
    readonly dueOn: string
    readonly manager: StoryPerson
    readonly cover: StoryPerson
    /** Whether they are away already. */
    readonly isAway: boolean
  } | null
}

/** `today`: ISO date. */
export async function storyCases(db: Database, today: string): Promise<StoryCases> {
  const [onTime] = await db.$queryRaw<NonNullable<StoryCases['onTime']>[]>`
    select c.ref, o.title, o.due_on::text as "dueOn", json_build_object('id', p.id, 'name', p.name) as worker
    from obligation o join case_file c on c.id = o.case_id join case_holder h on h.case_id = c.id and h.role = 'allocated-worker' join person p on p.id = h.person_id
    where o.state = 'open' and o.kind = 'obligation' and o.due_on > ${today}::date and o.booked_for is null and p.left_on is null
      and not exists (select from obligation x where x.case_id = c.id and x.state = 'open' and x.due_on < ${today}::date)
      and not exists (select from case_restriction r where r.case_id = c.id and r.lifted_at is null)
    order by o.due_on, c.ref limit 1`
  const [late] = await db.$queryRaw<NonNullable<StoryCases['late']>[]>`
    select c.ref, o.title, e.due_on::text as "dueOn", e.id::text as alert, x.told,
      (select json_build_object('id', w.id, 'name', w.name) from case_holder h join person w on w.id = h.person_id
        where h.case_id = c.id and h.role = 'allocated-worker' and w.left_on is null limit 1) as worker
    from escalation e join case_file c on c.id = e.case_id join obligation o on o.id = e.obligation_id
      left join lateral (select json_build_object('id', p.id, 'name', p.name) as told from escalation_entry y join person p on p.id = y.person_id
        where y.escalation_id = e.id and y.entry = 'told' and p.left_on is null order by y.number desc limit 1) x on true
    where e.state = 'open' and not exists (select from case_restriction r where r.case_id = c.id and r.lifted_at is null)
    order by x.told is null, o.rule not like 'review-%', e.due_on, c.ref limit 1`
  const [away] = await db.$queryRaw<NonNullable<StoryCases['away']>[]>`
    select c.ref, o.title, o.due_on::text as "dueOn", json_build_object('id', m.id, 'name', m.name) as manager,
      json_build_object('id', s.id, 'name', s.name) as cover, exists (select from cover v where v.person_id = m.id and v.ended_at is null
        and v.from_on <= ${today}::date and (v.to_on is null or v.to_on >= ${today}::date)) as "isAway"
    from obligation o join case_file c on c.id = o.case_id join role_grant g on g.team_id = c.team_id and g.role = 'team-manager' and g.to_on is null
      join person m on m.id = g.person_id and m.left_on is null
      cross join lateral (select q.id, q.name from role_grant h join person q on q.id = h.person_id
        where h.role = 'team-manager' and h.to_on is null and q.left_on is null and q.id <> m.id order by q.name, q.id limit 1) s
    where o.state = 'open' and o.kind = 'obligation' and o.due_on >= ${today}::date and o.booked_for is null
      and not exists (select from escalation e where e.case_id = c.id and e.state = 'open')
      and not exists (select from case_restriction r where r.case_id = c.id and r.lifted_at is null)
    order by "isAway" desc, o.due_on, c.ref limit 1`
  return { onTime: onTime ?? null, late: late ?? null, away: away ?? null }
}
