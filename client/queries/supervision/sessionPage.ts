import { readClock } from '../../../activities/clock'
import { rulesInForce } from '../../../activities/planning/rulesInForce'
import { loadSessionFacts, type SessionRow } from '../../../activities/supervision/sessionFacts'
import { londonDay } from '../../../domain/calendar/london'
import { missing } from '../../../domain/supervision/session/missing'
import { sessionMatters } from '../../../domain/supervision/session/sessionMatters'
import { sessionSteps } from '../../../domain/supervision/session/sessionSteps'
import type { Database } from '../../../prisma/database'

/** What is still to be done for a session, and by when; late where its day has passed. */
export interface OutstandingLine {
  readonly what: string
  readonly about: string | null
  /** ISO date. */
  readonly dueOn: string
  readonly late: boolean
  readonly why: readonly string[]
}

export interface AttendanceLine {
  readonly person: string
  readonly role: string
  readonly reply: string | null
  readonly reason: string | null
  readonly cover: string | null
  readonly approved: boolean | null
  readonly attended: boolean | null
  /** Counts as missing as things stand, and why. */
  readonly missing: string | null
}

export interface SessionCaseLine {
  readonly ref: string
  readonly worker_wrote: string | null
  readonly written_at: Date | null
  readonly reviewed: boolean
  readonly discussed: boolean | null
  readonly why_not: string | null
  readonly minutes: number
  readonly actions: number
}

export interface ToldLine {
  readonly person: string
  readonly step: string
  readonly tell: string
  readonly about: string | null
  readonly written_at: Date
  /** What became of its mail; null: it waits for the morning. */
  readonly mail: string | null
  readonly withdrawn: string | null
}

export interface SessionPage {
  readonly id: string
  readonly team: string
  readonly teamId: string
  readonly on: string
  readonly at: string
  readonly minutes: number
  readonly room: string
  readonly state: string
  readonly why: string | null
  readonly capacity: number
  readonly revision: number
  readonly sampled: boolean
  readonly attendance: readonly AttendanceLine[]
  readonly cases: readonly SessionCaseLine[]
  readonly outstanding: readonly OutstandingLine[]
  readonly told: readonly ToldLine[]
  readonly problem: string | null
}

type Row = SessionRow &
  Pick<SessionPage, 'team' | 'minutes' | 'room' | 'capacity' | 'problem'> & { readonly state_why: string | null }

/** One session with everything that is known of it; undefined where there is none with this id. */
export async function sessionPage(db: Database, sessionId: string): Promise<SessionPage | undefined> {
  const [row] = await db.$queryRaw<Row[]>`
    select s.id::text, s.team_id::text, s.on_day::text, s.at, s.state, s.revision, s.facts_version, s.diarised_on::text, s.recorded_on::text, s.sampled, s.papers_out_at,
      s.minutes_out_at, s.checked_at, t.name as team, s.minutes, s.room, s.capacity, s.problem, s.state_why
    from session s join team t on t.id = s.team_id where s.id::text = ${sessionId.toLowerCase()}`
  if (row === undefined) return undefined
  const today = londonDay((await readClock(db)).now)
  const facts = await loadSessionFacts(db, row)
  const { calendar } = await rulesInForce()(db, today)
  const names = await namesOf(db, row.id)
  const absent = new Map(missing(facts).map(({ personId, why }) => [personId, why]))
  const titles = new Map<string, string>(sessionSteps.steps.map(({ id, title }) => [id, title]))
  const people = await db.$queryRaw<(Omit<AttendanceLine, 'missing'> & { readonly id: string })[]>`
    select p.id::text, p.name as person, a.role, a.reply, a.exception_reason as reason, c.name as cover, a.approved, a.attended
    from attendance a join person p on p.id = a.person_id left join person c on c.id = a.cover_id
    where a.session_id = ${row.id}::uuid and a.uninvited_on is null order by a.role, p.name`
  return {
    ...{
      id: row.id,
      team: row.team,
      teamId: row.team_id,
      on: row.on_day,
      at: row.at,
      minutes: row.minutes,
      room: row.room,
    },
    ...{
      state: row.state,
      why: row.state_why,
      capacity: row.capacity,
      revision: row.revision,
      sampled: row.sampled,
      problem: row.problem,
    },
    attendance: people.map(({ id, ...one }) => ({ ...one, missing: absent.get(id) ?? null })),
    cases: await casesOf(db, row.id),
    outstanding: sessionMatters(facts, calendar)
      .filter(({ standing, step }) => standing === 'open' && step !== 'attend')
      .map(({ step, subject, dueOn, why }) => ({
        ...{ what: titles.get(step) ?? step, about: names.get(subject) ?? null, dueOn: dueOn.toString(), why },
        late: dueOn.isBefore(today),
      })),
    told: await toldOf(db, row.id),
  }
}

async function namesOf(db: Database, sessionId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.$queryRaw<{ id: string; name: string }[]>`
    select p.id::text, p.name from attendance a join person p on p.id = a.person_id where a.session_id = ${sessionId}::uuid
    union all select c.id::text, c.ref from session_case x join case_file c on c.id = x.case_id where x.session_id = ${sessionId}::uuid`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const casesOf = (db: Database, sessionId: string): Promise<SessionCaseLine[]> => db.$queryRaw<SessionCaseLine[]>`
  select c.ref, p.name as worker_wrote, coalesce(s.rewritten_at, s.written_at) as written_at, s.reviewed_at is not null as reviewed, x.discussed, x.why_not,
    (select count(*)::int from minute m where m.session_id = x.session_id and m.case_id = x.case_id) as minutes,
    (select count(*)::int from chronology_event e where e.case_id = x.case_id and e.kind = 'action-agreed' and e.payload ->> 'meeting' = x.session_id::text) as actions
  from session_case x join case_file c on c.id = x.case_id left join summary s on s.session_id = x.session_id and s.case_id = x.case_id
    left join person p on p.id = s.written_by where x.session_id = ${sessionId}::uuid order by c.ref`

const toldOf = (db: Database, sessionId: string): Promise<ToldLine[]> => db.$queryRaw<ToldLine[]>`
  select p.name as person, n.step, n.tell, coalesce(c.ref, q.name) as about, n.written_at, m.state as mail, n.withdrawn_why as withdrawn
  from supervision_notice n join person p on p.id = n.recipient_id left join message m on m.id = n.message_id
    left join case_file c on c.id = n.subject left join person q on q.id = n.subject and q.id <> n.recipient_id
  where n.session_id = ${sessionId}::uuid order by n.written_at, n.id`
