import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import type { KeptSession } from '../../domain/supervision/kept/keptYear'
import type { Database, Transaction } from '../../prisma/database'

interface Row extends Omit<KeptSession, 'on'> {
  readonly on: string
}

/** The sessions of a team from a day on, by day and time: also cancelled ones, for what was called off is not diarised again. */
export async function yearSessions(
  tx: Transaction | Database,
  teamId: string,
  from: LocalDate,
): Promise<readonly KeptSession[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select s.id::text, s.on_day::text as on, s.at, s.minutes, s.capacity, s.origin, s.pattern_slot as "patternSlot", s.state,
      s.cancelled_by is not null as "calledOff",
      coalesce((select json_agg(json_build_object('id', c.id, 'ref', c.ref) order by c.ref) from session_case x join case_file c on c.id = x.case_id
        where x.session_id = s.id and x.discussed is not false), '[]') as cases,
      coalesce((select json_agg(c.ref order by c.ref) from session_case x join case_file c on c.id = x.case_id
        where x.session_id = s.id and x.discussed = false and not x.placed_anew), '[]') as "leftOver"
    from session s where s.team_id = ${teamId}::uuid and (s.on_day >= ${from.toString()}::date or s.pattern_slot >= ${from.toString()}) order by s.on_day, s.at, s.id`
  return rows.map((row) => ({ ...row, on: isoDay(row.on) }))
}
