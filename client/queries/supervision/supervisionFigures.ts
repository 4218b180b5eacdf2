import type { LocalDate } from '@js-joda/core'
import { calendarInForce } from '../../../activities/planning/calendarInForce'
import { wordsWithoutRestricted } from '../../../activities/supervision/wordsWithoutRestricted'
import { isoDay } from '../../../domain/calendar/isoDay'
import { londonDay } from '../../../domain/calendar/london'
import type {
  AskedMonth,
  FigureAttendance,
  FigureCase,
  FigurePlace,
  FigureRows,
  FigureSession,
  RecordedDiscussion,
} from '../../../domain/supervision/figures/figureRows'
import type { MonthSpan } from '../../../domain/supervision/figures/monthSpan'
import { supervisionFigures as figuresOf } from '../../../domain/supervision/figures/supervisionFigures'
import type { TeamMonth } from '../../../domain/supervision/figures/teamMonth'
import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import type { Reader } from '../reading/loadReader'
import { readableCases } from '../reading/readableCases'
import { rowsOf } from '../../../prisma/rowsOf'

export interface SupervisionFiguresAsked {
  readonly span: MonthSpan
  /** By id, null among them for cases without a team; undefined: all. */
  readonly teams: readonly (string | null)[] | undefined
  /** The authority's own day, London. */
  readonly today: LocalDate
  /** Who reads them on a page: cases they may not open are not counted, and the teams alone are read. Missing: whoever runs the authority. */
  readonly reader?: Reader
}

/** The figures of group supervision per team and month as they stand today, with two questions however many teams and months. */
export const supervisionFigures = async (db: Database, asked: SupervisionFiguresAsked): Promise<readonly TeamMonth[]> =>
  figuresOf(await figureRows(db, asked), { ...asked, calendar: await calendarInForce(db) })

/** The rows that the figures of these months are made of. Words about one case do not name another that is restricted. */
async function figureRows(db: Database, asked: SupervisionFiguresAsked): Promise<FigureRows> {
  const found = await rowsOf<FigureAnswers>(db, figureQuestions(asked.span, casesSeen(asked)))
  const hidden = found.restricted
  const without = wordsWithoutRestricted(
    { restricted: new Set(hidden.map(({ id }) => id)) },
    new Map(hidden.map(({ id, ref }) => [ref, id])),
  )
  const words = (text: string | null, about = ''): string | null => (text === null ? null : without(text, about))
  const refs = new Map(found.cases.map(({ id, ref }) => [id, ref]))
  return {
    teams: found.teams,
    cases: found.cases,
    attendance: found.attendance,
    sessions: found.sessions.map(({ on, diarisedOn, minutesOutAt, why, ...one }) => ({
      ...{ ...one, on: isoDay(on), diarisedOn: isoDay(diarisedOn), why: words(why) },
      minutesOutOn: londonDayOf(minutesOutAt),
    })),
    places: found.places.map(({ placedOn, writtenAt, whyNot, ...one }) => ({
      ...{ ...one, placedOn: isoDay(placedOn), whyNot: words(whyNot, refs.get(one.caseId)) },
      summaryWrittenOn: londonDayOf(writtenAt),
    })),
    asked: found.asked.map(({ endedOn, gap, ...one }) => ({
      ...{ ...one, endedOn: endedOn === null ? null : isoDay(endedOn), gap: words(gap, refs.get(one.caseId)) },
    })),
    discussions: found.discussions.map(({ on, ...one }) => ({ ...one, on: isoDay(on) })),
  }
}

const londonDayOf = (moment: string | null) => (moment === null ? null : londonDay(Date.parse(moment)))

/** The rows as the database answers: days and moments are ISO text. */
interface FigureAnswers {
  readonly teams: { readonly id: string; readonly name: string }
  readonly sessions: Omit<FigureSession, 'on' | 'diarisedOn' | 'minutesOutOn'> & {
    readonly on: string
    readonly diarisedOn: string
    readonly minutesOutAt: string | null
  }
  readonly places: Omit<FigurePlace, 'placedOn' | 'summaryWrittenOn'> & {
    readonly placedOn: string
    readonly writtenAt: string | null
  }
  readonly attendance: FigureAttendance
  readonly cases: FigureCase
  readonly asked: Omit<AskedMonth, 'endedOn'> & { readonly endedOn: string | null }
  readonly discussions: Omit<RecordedDiscussion, 'on'> & { readonly on: string }
  /** Every restricted case. */
  readonly restricted: { readonly id: string; readonly ref: string }
}

/** A condition on `case_file c`: those a reader may open, of the teams asked for or with a place in one of their sessions of these months. */
function casesSeen({ reader, teams, span: { from, to } }: SupervisionFiguresAsked): Prisma.Sql {
  if (reader === undefined) return Prisma.sql`true`
  if (teams === undefined) return readableCases(reader)
  const ids = teams.filter((id) => id !== null)
  return Prisma.sql`(c.team_id = any(${ids}::uuid[]) or (${teams.includes(null)}::boolean and c.team_id is null)
    or c.id in (select y.case_id from session_case y join session x on x.id = y.session_id where x.team_id = any(${ids}::uuid[])
      and to_char(x.on_day, 'YYYY-MM') between ${from} and ${to})) and ${readableCases(reader)}`
}

/** The questions behind the figures of these months, asked together. Restricted cases are counted like any other, and marked. */
function figureQuestions({ from, to }: MonthSpan, seen: Prisma.Sql) {
  const first = `${from}-01`
  const last = isoDay(`${to}-01`).plusMonths(1).minusDays(1).toString()
  // Of each team the last one held before: an absence there may be the first of two running.
  const sessions = Prisma.sql`
    select * from session where on_day between ${first}::date and ${last}::date
    union all (select distinct on (team_id) * from session where state = 'held' and on_day < ${first}::date
      order by team_id, on_day desc, at desc, id desc)`
  const asked = Prisma.sql`
    select o.* from obligation o join case_file c on c.id = o.case_id
    where o.rule = 'gcs-month' and o.state <> 'gone' and o.trigger between ${from} and ${to} and ${seen}`
  const placed = Prisma.sql`select x.* from session_case x join (${sessions}) s on s.id = x.session_id`
  return {
    teams: Prisma.sql`select id, name from team`,
    sessions: Prisma.sql`
      select id, team_id as "teamId", on_day as on, at, state, state_why as why, diarised_on as "diarisedOn", minutes_out_at as "minutesOutAt", sampled,
        checked_at is not null as checked from (${sessions}) s`,
    places: Prisma.sql`
      select x.session_id as "sessionId", x.case_id as "caseId", x.placed_on as "placedOn", x.discussed, x.why_not as "whyNot", m.written_at as "writtenAt"
      from (${placed}) x left join summary m on m.session_id = x.session_id and m.case_id = x.case_id`,
    attendance: Prisma.sql`
      select a.session_id as "sessionId", p.id as "personId", p.name, a.role, coalesce(a.attended, false) as attended, coalesce(a.approved, false) as approved
      from attendance a join (${sessions}) s on s.id = a.session_id join person p on p.id = a.person_id where s.state = 'held' and a.uninvited_on is null`,
    cases: Prisma.sql`
      select c.id, c.ref, c.team_id as "teamId", r.id is not null as restricted from case_file c
        left join case_restriction r on r.case_id = c.id and r.lifted_at is null
      where c.id in (select case_id from (${asked}) o union select case_id from (${placed}) x)`,
    asked: Prisma.sql`
      select o.case_id as "caseId", o.trigger as month, o.state, o.ended_on as "endedOn", g.why as gap from (${asked}) o
        left join supervision_gap g on g.case_id = o.case_id and g.month = o.trigger and g.closed_at is null`,
    discussions: Prisma.sql`
      select e.case_id as "caseId", e.occurred_on as on, coalesce(e.payload ->> 'session', '') as "sessionId", s.team_id as "teamId",
        not e.voids and not exists (select from chronology_event n where n.case_id = e.case_id and n.supersedes = e.id) as stands
      from chronology_event e join case_file c on c.id = e.case_id left join session s on s.id::text = e.payload ->> 'session' and s.state = 'held'
      where e.kind = 'discussed-in-supervision' and e.occurred_on between ${first}::date and ${last}::date and ${seen}`,
    restricted: Prisma.sql`
      select c.id, c.ref from case_restriction r join case_file c on c.id = r.case_id where r.lifted_at is null`,
  }
}
