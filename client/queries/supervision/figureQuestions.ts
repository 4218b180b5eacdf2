import { isoDay } from '../../../domain/calendar/isoDay'
import { Prisma } from '../../../prisma/generated/client'
import { readableCases } from '../reading/readableCases'
import { heldBy } from '../reports/casesAsked'
import type { SupervisionFiguresAsked } from './supervisionFigures'

type Asked = Pick<SupervisionFiguresAsked, 'span' | 'teams' | 'reader' | 'worker'>

/** The first and the last day of the months, ISO. */
interface Days {
  readonly first: string
  readonly last: string
}

/**
 * The questions behind the figures of these months, asked together, and what they share: of the teams asked for, an index leads to every row. Restricted cases are counted like any other,
 * and marked.
 */
export function figureQuestions(asked: Asked) {
  const { from, to } = asked.span
  const days = { first: `${from}-01`, last: isoDay(`${to}-01`).plusMonths(1).minusDays(1).toString() }
  const { first, last } = days
  const given = Prisma.sql`
    with seen as materialized (select c.id, c.ref, c.team_id from case_file c where ${casesSeen(asked, days)}),
      own_session as materialized (${ownSessions(asked, days)}),
      a_session as materialized (select * from own_session ${sessionsElsewhere(asked, days)}),
      placed as materialized (
        select x.* from session_case x join a_session s on s.id = x.session_id join seen c on c.id = x.case_id),
      gcs_month as materialized (
        select o.case_id, o.trigger, o.state, o.ended_on from obligation o join seen c on c.id = o.case_id
        where o.rule = 'gcs-month' and o.state <> 'gone' and o.trigger between ${from} and ${to})`
  const questions = {
    teams: Prisma.sql`select id, name from team`,
    sessions: Prisma.sql`
      select id, team_id as "teamId", on_day as on, at, state, state_why as why, diarised_on as "diarisedOn", minutes_out_at as "minutesOutAt", sampled,
        checked_at is not null as checked from a_session`,
    places: Prisma.sql`
      select x.session_id as "sessionId", x.case_id as "caseId", x.placed_on as "placedOn", x.discussed, x.why_not as "whyNot", m.written_at as "writtenAt"
      from placed x left join summary m on m.session_id = x.session_id and m.case_id = x.case_id`,
    attendance: Prisma.sql`
      select a.session_id as "sessionId", p.id as "personId", p.name, a.role, coalesce(a.attended, false) as attended, coalesce(a.approved, false) as approved
      from attendance a join own_session s on s.id = a.session_id join person p on p.id = a.person_id where s.state = 'held' and a.uninvited_on is null`,
    cases: Prisma.sql`
      select c.id, c.ref, c.team_id as "teamId", r.id is not null as restricted from seen c
        left join case_restriction r on r.case_id = c.id and r.lifted_at is null
      where c.id in (select case_id from gcs_month) or c.id in (select case_id from placed)`,
    asked: Prisma.sql`
      select o.case_id as "caseId", o.trigger as month, o.state, o.ended_on as "endedOn", g.why as gap from gcs_month o
        left join supervision_gap g on g.case_id = o.case_id and g.month = o.trigger and g.closed_at is null`,
    discussions: Prisma.sql`
      select e.case_id as "caseId", e.occurred_on as on, coalesce(e.payload ->> 'session', '') as "sessionId", s.team_id as "teamId",
        not e.voids and not exists (select from chronology_event n where n.case_id = e.case_id and n.supersedes = e.id) as stands
      from chronology_event e join seen c on c.id = e.case_id left join session s on s.id = ${SESSION_NAMED} and s.state = 'held'
      where e.kind = 'discussed-in-supervision' and e.occurred_on between ${first}::date and ${last}::date`,
    restricted: Prisma.sql`
      select c.id, c.ref from case_restriction r join case_file c on c.id = r.case_id where r.lifted_at is null`,
  }
  return { given, questions }
}

/** The session a discussion names, as an id: by it one row is read, not every session. Imported ones may name what is no id. */
const SESSION_NAMED = Prisma.sql`case when e.payload ->> 'session' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (e.payload ->> 'session')::uuid end`

/** A condition on `case_file c`: those the reader may open and the worker holds, of the teams asked for or with a place in one of their sessions of these months. */
function casesSeen({ reader, teams, worker = null }: Asked, { first, last }: Days): Prisma.Sql {
  const readable = Prisma.sql`${reader === undefined ? Prisma.sql`true` : readableCases(reader)} and ${heldBy(worker)}`
  if (teams === undefined) return readable
  const ids = idsOf(teams)
  return Prisma.sql`c.id = any(array(${casesOfTeams(teams)}
    union select y.case_id from session_case y join session x on x.id = y.session_id
      where x.team_id = any(${ids}::uuid[]) and x.on_day between ${first}::date and ${last}::date)) and ${readable}`
}

/** The sessions of these months, of the teams asked for; and of each team the last one held before: an absence there may be the first of two running. */
function ownSessions({ teams }: Asked, { first, last }: Days): Prisma.Sql {
  const before = Prisma.sql`
    union all select l.* from (${teams === undefined ? Prisma.sql`select id from team` : Prisma.sql`select unnest(${idsOf(teams)}::uuid[]) as id`}) t,
      lateral (select * from session where team_id = t.id and state = 'held' and on_day < ${first}::date order by on_day desc, at desc, id desc limit 1) l`
  const inMonths = Prisma.sql`select * from session where on_day between ${first}::date and ${last}::date`
  return teams === undefined
    ? Prisma.sql`${inMonths} ${before}`
    : Prisma.sql`${inMonths} and team_id = any(${idsOf(teams)}::uuid[]) ${before}`
}

/** Sessions of other teams in which a case of the teams asked for has a place: it may have been with that team then. */
const sessionsElsewhere = ({ teams }: Asked, { first, last }: Days): Prisma.Sql =>
  teams === undefined
    ? Prisma.empty
    : Prisma.sql`
    union all select * from session where on_day between ${first}::date and ${last}::date and team_id <> all(${idsOf(teams)}::uuid[])
      and id = any(array(select y.session_id from session_case y where y.case_id = any(array(${casesOfTeams(teams)}))))`

type Teams = readonly (string | null)[]

const idsOf = (teams: Teams): readonly string[] => teams.filter((id) => id !== null)

const casesOfTeams = (teams: Teams): Prisma.Sql => Prisma.sql`
  select k.id from case_file k where k.team_id = any(${idsOf(teams)}::uuid[])
  ${teams.includes(null) ? Prisma.sql`union all select k.id from case_file k where k.team_id is null` : Prisma.empty}`
