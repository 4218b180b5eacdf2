import type { LocalDate } from '@js-joda/core'
import { readClock } from '../../../activities/clock'
import { isoDay } from '../../../domain/calendar/isoDay'
import { londonDay, londonMinutes } from '../../../domain/calendar/london'
import { recordDay } from '../../../domain/supervision/session/recordDay'
import type { Database } from '../../../prisma/database'
import type { PaperChild, PaperView } from '../../papers/paperView'
import { loadReader, type Reader } from '../reading/loadReader'
import { seenCases } from './web/seenCases'
import { sessionAccess, type SessionAccess } from './web/sessionAccess'

/** Why a paper is not made for this reader. */
export interface NoPaper {
  readonly refused: 'unknown-session' | 'not-allowed' | 'bad-data'
  readonly todo: string
}

/** What every paper of a session is made from. */
export interface PaperGround extends PaperView {
  readonly sessionId: string
  readonly teamId: string
  readonly state: string
  readonly minutesPerCase: number
  readonly today: LocalDate
  readonly reader: Reader
  readonly access: SessionAccess
  /** As of which day the record is told. */
  readonly recordDay: LocalDate
  /** Epoch milliseconds. */
  readonly now: number
}

interface Row {
  readonly id: string
  readonly team_id: string
  readonly team: string
  readonly on_day: string
  readonly at: string
  readonly room: string
  readonly state: string
  readonly chair: string | null
  readonly minutes_per_case: number
  readonly reader: string
  readonly line: string
}

/** `09:05`, London. */
export const timeOf = (moment: number): string => {
  const minutes = londonMinutes(moment)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** A session and a reader: whoever is invited to it or comes in somebody’s place, coordinates the team, or manages it. Which of its cases they see is asked of each case. */
export async function paperGround(db: Database, sessionId: string, readerId: string): Promise<PaperGround | NoPaper> {
  const { now } = await readClock(db)
  const today = londonDay(now)
  const [row] = await db.$queryRaw<Row[]>`
    select s.id::text, s.team_id::text, t.name as team, s.on_day::text, s.at, s.room, s.state, y.minutes_per_case, p.name as reader,
      coalesce(c.name, (select k.name from attendance a join person k on k.id = a.person_id where a.session_id = s.id and a.role = 'chair' and a.uninvited_on is null limit 1)) as chair,
      au.emergency_line as line
    from session s join team t on t.id = s.team_id join supervision_year y on y.team_id = s.team_id left join person c on c.id = s.chair_id
      cross join person p cross join authority au where s.id::text = ${sessionId.toLowerCase()} and p.id = ${readerId}::uuid`
  if (row === undefined)
    return {
      refused: 'unknown-session',
      todo: 'There is no such session. `caseclock supervision year TEAM` lists those of a team with their ids.',
    }
  const reader = await loadReader(db, readerId, today)
  const access = reader === undefined ? undefined : await sessionAccess(db, reader, row.id)
  if (reader === undefined || access === undefined)
    return {
      refused: 'not-allowed',
      todo: 'Papers are for those who are invited to the session, coordinate the team or manage it.',
    }
  const on = isoDay(row.on_day)
  return {
    ...{
      sessionId: row.id,
      teamId: row.team_id,
      team: row.team,
      on,
      at: row.at,
      room: row.room,
      chair: row.chair,
    },
    ...{ madeFor: row.reader, madeOn: today, madeAt: timeOf(now), emergencyLine: row.line, state: row.state },
    ...{ minutesPerCase: row.minutes_per_case, today, now, reader, access, recordDay: recordDay(on, today) },
  }
}

/** A case of a session with its children by name. */
export interface CaseOnPaper {
  readonly id: string
  readonly ref: string
  readonly teamId: string | null
  readonly liveSince: string | null
  readonly discussed: boolean | null
  readonly whyNot: string | null
  readonly children: readonly PaperChild[]
}

interface CaseRow extends Omit<CaseOnPaper, 'children'> {
  readonly seen: boolean
  readonly children: readonly {
    readonly id: string
    readonly name: string
    readonly born_on: string | null
    readonly expected_on: string | null
  }[]
}

/** The cases of a session in the order of their references, null for each that the reader does not see. */
export async function casesOnPaper(
  db: Database,
  { sessionId, reader, access }: PaperGround,
): Promise<readonly (CaseOnPaper | null)[]> {
  const rows = await db.$queryRaw<CaseRow[]>`
    select c.id::text, c.ref, c.team_id::text as "teamId", c.live_since::text as "liveSince", x.discussed, x.why_not as "whyNot", ${seenCases(reader, access)} as seen,
      (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.forename || ' ' || k.surname, 'born_on', k.born_on, 'expected_on', k.expected_on)
        order by k.born_on, k.forename, k.id), '[]') from child k where k.case_id = c.id) as children
    from session_case x join case_file c on c.id = x.case_id where x.session_id = ${sessionId}::uuid order by c.ref`
  return rows.map(({ children, seen, ...row }) =>
    seen
      ? {
          ...row,
          children: children.map(({ id, name, born_on, expected_on }) => ({
            ...{ id, name, bornOn: born_on === null ? null : isoDay(born_on) },
            expectedOn: expected_on === null ? null : isoDay(expected_on),
          })),
        }
      : null,
  )
}

/** `team-manager` as it is read: `Team manager`. */
export const roleWords = (role: string): string => {
  const words = role.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
