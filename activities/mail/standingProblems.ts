import type { LocalDate } from '@js-joda/core'
import { londonDay } from '../../domain/calendar/london'
import type { Database, Transaction } from '../../prisma/database'
import { readClock } from '../clock'
import { loadPeople } from '../people/loadPeople'
import { peopleProblems } from './peopleProblems'

/** Something Caseclock could not do and goes on not doing until a person puts it right. No child's name, and no free text of an import. */
export interface StandingProblem {
  readonly kind: 'case' | 'alert' | 'mail' | 'import' | 'process' | 'year' | 'session' | 'access' | 'chair'
  /** The reference of the case, the reader of the mails, the id of the import or the process. */
  readonly about: string
  /** The matter of an alert, else empty; empty also where its reader may not open the case. */
  readonly title: string
  /** When a case was last worked out, an alert opened, the first mail made, the import begun; null: never, or not known. */
  readonly since: LocalDate | null
  readonly count: number
  readonly problem: string
}

export interface StandingProblems {
  readonly problems: readonly StandingProblem[]
  /** How many more there are. */
  readonly more: number
}

/** A fault in a rule can stop every case at once; so many lines say as much. */
const MOST = 50

type Row = Omit<StandingProblem, 'since'> & { readonly since: Date | null; readonly total: number }

/**
 * What the administrator has to put right: first the cases of which nobody may be told, then the cases that stand still. What an alert is about
 * is not said of a restricted case that `readerId` may not open; null: nobody reads it. A mail that was given up stands while something it spoke of is still open, a weekly one until somebody has seen to it; an import until the next one of its source.
 */
export async function standingProblems(db: Database | Transaction, readerId: string | null): Promise<StandingProblems> {
  const closed = await closedTo(db, readerId)
  const rows = await db.$queryRaw<Row[]>`
    select kind, about, title, since, count, problem, (count(*) over ())::int as total from (
      select 1 as place, 'case' as kind, ref as about, '' as title, planned_at as since, 1 as count, problem from case_file where problem is not null
      union all select 2, 'alert', c.ref, case when c.id = any(${[...closed]}::uuid[]) then '' else o.title end, e.opened_at, 1, e.problem
        from escalation e join case_file c on c.id = e.case_id join obligation o on o.id = e.obligation_id
        where e.state = 'open' and e.problem is not null
      union all select 3, 'mail', p.name, '', min(m.created_at), count(*)::int, max(m.problem) from message m join person p on p.id = m.recipient_id
        where m.problem is not null and (m.lane = 'weekly' or exists (select from supervision_notice v where v.message_id = m.id and v.withdrawn_at is null
          and not exists (select from delivery_task k where k.message_id = m.id and k.done_at is not null)) or exists (select from notice n join obligation o on o.id = n.obligation_id
          where n.message_id = m.id and n.withdrawn_at is null and o.state = 'open')) group by p.id, p.name
      union all select 4, 'import', r.id::text, '', r.started_at, 1, r.problem from import_run r
        where r.problem is not null and r.state <> 'given-up'
          and not exists (select from import_run later where later.source = r.source and later.number > r.number)
      union all select 5, 'process', id, '', null, 1, problem from process where problem is not null
      union all select 6, 'year', t.name, '', y.planned_at, 1, y.problem from supervision_year y join team t on t.id = y.team_id where y.problem is not null
      union all select 7, 'session', t.name || ' on ' || s.on_day::text, '', null, 1, s.problem from session s join team t on t.id = s.team_id where s.problem is not null
    ) standing order by place, about collate "C", title collate "C", since limit ${MOST}`
  const problems = rows.map(({ kind, about, title, since, count, problem }) => ({
    ...{ kind, about, title, count, problem },
    since: since === null ? null : londonDay(since.getTime()),
  }))
  const ofPeople = await peopleProblems(db)
  const isAccess = ({ kind }: StandingProblem): boolean => kind === 'access'
  const access = ofPeople.filter(isAccess)
  const rest = ofPeople.filter((one) => !isAccess(one))
  const shown = [...access, ...problems, ...rest].slice(0, MOST)
  return { problems: shown, more: (rows[0]?.total ?? 0) + ofPeople.length - shown.length }
}

/** The restricted cases that a reader may not open today, by id. */
async function closedTo(db: Database | Transaction, readerId: string | null): Promise<readonly string[]> {
  const today = londonDay((await readClock(db)).now)
  const { restricted } = await loadPeople(db, today.toString())
  return restricted
    .filter(({ people }) => readerId === null || !people.includes(readerId))
    .map(({ case_id }) => case_id)
}
