import type { Database } from '../../../../prisma/database'
import type { Reader } from '../../reading/loadReader'
import { takesPart } from './takesPart'

export interface MySession {
  readonly id: string
  readonly team: string
  /** ISO date. */
  readonly on: string
  readonly at: string
  readonly minutes: number
  readonly room: string
  readonly reply: 'accepted' | 'declined' | 'tentative' | null
}

const MOST = 12

/** The next sessions to which somebody is invited, themselves or in another's place. */
export const mySessions = (db: Database, reader: Reader): Promise<MySession[]> => db.$queryRaw<MySession[]>`
  select s.id::text, t.name as team, s.on_day::text as on, s.at, s.minutes, s.room, max(a.reply) filter (where a.person_id = ${reader.id}::uuid) as reply
  from attendance a join session s on s.id = a.session_id join team t on t.id = s.team_id
  where ${takesPart(reader)} and s.state = 'planned' and s.on_day >= ${reader.day.toString()}::date
  group by s.id, t.name order by s.on_day, s.at, s.id limit ${MOST}`
