import type { LocalDate } from '@js-joda/core'
import type { Database } from '../../../prisma/database'
import { readableCases } from '../reading/readableCases'
import type { Reader } from '../reading/loadReader'

/** A session of group supervision that the reader is invited to. Team, time and room: no case. */
export interface CalendarSession {
  readonly id: string
  readonly on_day: string
  readonly at: string
  readonly minutes: number
  readonly room: string
  readonly team: string
  readonly state: string
  readonly reply: string | null
}

/** A conference or core group booked on a case of the reader, or to which they are invited. */
export interface CalendarConference {
  readonly ref: string
  readonly kind: string
  readonly on_day: string
  readonly at: string | null
  readonly place: string | null
}

export interface Span {
  readonly from: LocalDate
  /** The last day. */
  readonly to: LocalDate
}

/** The sessions of some days that the reader is invited to, cancelled ones too. */
export const sessionsOf = (db: Database, { id }: Reader, { from, to }: Span): Promise<CalendarSession[]> =>
  db.$queryRaw<CalendarSession[]>`
    select s.id::text, s.on_day::text, s.at, s.minutes, s.room, t.name as team, s.state, a.reply
    from attendance a join session s on s.id = a.session_id join team t on t.id = s.team_id
    where a.person_id = ${id}::uuid and a.uninvited_on is null and s.on_day between ${from.toString()}::date and ${to.toString()}::date
    order by s.on_day, s.at, s.id`

/** The meetings of some days booked on cases of the reader, or to which they are invited, of cases they may open. */
export const conferencesOf = (db: Database, reader: Reader, { from, to }: Span): Promise<CalendarConference[]> =>
  db.$queryRaw<CalendarConference[]>`
    select c.ref, f.kind, f.booked_for::text as on_day, case when f.arranged_for = f.booked_for then f.at end as at, case when f.arranged_for = f.booked_for then f.place end as place
    from conference f join case_file c on c.id = f.case_id
    where f.state = 'due' and f.booked_for between ${from.toString()}::date and ${to.toString()}::date
      and f.id = any(array(
        select o.id from conference o where o.case_id = any(array(select h.case_id from case_holder h where h.person_id = any(${[...reader.holderIds]}::uuid[])))
        union all select i.conference_id from conference_invitee i where i.person_id = ${reader.id}::uuid and i.uninvited_on is null))
      and ${readableCases(reader)} order by f.booked_for, c.ref, f.kind`

/** When the reader made the address of their calendar that works now; null where there is none. */
export async function feedMadeAt(db: Database, { id }: Reader): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ made_at: Date }[]>`
    select made_at from feed_token where person_id = ${id}::uuid and revoked_at is null order by made_at desc limit 1`
  return row?.made_at ?? null
}
