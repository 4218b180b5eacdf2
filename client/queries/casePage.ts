import type { Problem } from '../../domain/chronology/problem'
import type { CaseOf } from '../../activities/planning/loadFacts'
import type { Database } from '../../prisma/database'
import type { EarlierDecision } from './plans/earlierDecisions'
import { earlierOnCase } from './plans/earlierOnCase'

/** What a case page shows. Children's names are here, and nowhere else. */
export interface CasePage {
  readonly ref: string
  readonly team: string | null
  readonly open: boolean
  readonly factsVersion: number
  readonly problem: string | null
  /** What is odd about its facts, as the last plan found it. */
  readonly factProblems: readonly Problem[]
  /** A referral soon after the case, or an earlier one it names, was closed or stepped down: what was decided then. */
  readonly earlier: readonly EarlierDecision[]
  readonly children: readonly {
    id: string
    forename: string
    surname: string
    born_on: string | null
    expected_on: string | null
  }[]
  readonly obligations: readonly {
    rule: string
    title: string
    subject: string
    due_on: string
    limit_on: string
    booked_for: string | null
    state: string
    ended_on: string | null
    /** The version of the rules it follows. */
    policy: string
    /** With the reason why it moved, where new rules or a new holiday moved it. */
    explanation: readonly string[]
  }[]
  readonly told: readonly {
    name: string
    job_title: string
    title: string
    step: string
    send_on: string
    why: string
    state: string
    sent_at: Date | null
    withdrawn_why: string | null
  }[]
  readonly escalations: readonly {
    id: string
    title: string
    state: string
    entries: readonly { entry: string; rung: number | null; name: string | null; at: string; reason: string }[]
  }[]
  readonly chronology: readonly {
    id: string
    kind: string
    occurred_on: string
    children: readonly string[]
    payload: unknown
    supersedes: string | null
    /** Takes back what it supersedes, and says nothing itself. */
    voids: boolean
  }[]
}

interface CaseHeader extends CaseOf {
  readonly team: string | null
  readonly open: boolean
  readonly facts_version: number
  readonly problem: string | null
  readonly fact_problems: readonly Problem[] | null
}

/** A case by reference, or undefined. */
export async function casePage(db: Database, ref: string): Promise<CasePage | undefined> {
  const [row] = await db.$queryRaw<CaseHeader[]>`
    select c.id, c.ref, c.team_id, c.live_since::text, t.name as team, c.open, c.facts_version, c.problem, c.fact_problems from case_file c left join team t on t.id = c.team_id where c.ref = ${ref}`
  if (row === undefined) return undefined
  const children = await db.$queryRaw<CasePage['children'][number][]>`
    select id, forename, surname, born_on::text, expected_on::text from child where case_id = ${row.id}::uuid order by born_on, id`
  const obligations = await db.$queryRaw<CasePage['obligations'][number][]>`
    select rule, title, subject, due_on::text, limit_on::text, booked_for::text, state, ended_on::text, policy,
      case when moved_because is null then explanation else explanation || to_jsonb(moved_because) end as explanation
    from obligation where case_id = ${row.id}::uuid and state <> 'gone' order by due_on, rule, subject`
  const told = await db.$queryRaw<CasePage['told'][number][]>`
    select p.name, p.job_title, o.title, n.step, n.send_on::text, n.why, coalesce(m.state, 'waiting') as state, m.sent_at, n.withdrawn_why
    from notice n join person p on p.id = n.recipient_id join obligation o on o.id = n.obligation_id left join message m on m.id = n.message_id
    where n.case_id = ${row.id}::uuid order by n.written_at, n.id`
  const escalations = await db.$queryRaw<CasePage['escalations'][number][]>`
    select e.id, o.title, e.state, coalesce((select json_agg(json_build_object('entry', x.entry, 'rung', x.rung, 'name', p.name, 'at', x.at, 'reason', x.reason)
      order by x.number) from escalation_entry x left join person p on p.id = x.person_id where x.escalation_id = e.id), '[]') as entries
    from escalation e join obligation o on o.id = e.obligation_id where e.case_id = ${row.id}::uuid order by e.opened_at, e.id`
  const chronology = await db.$queryRaw<CasePage['chronology'][number][]>`
    select id, kind, occurred_on::text, children, payload, supersedes, voids from chronology_event where case_id = ${row.id}::uuid
    order by occurred_on desc, facts_version desc, position desc`
  // Only a case that was left before, or names one that was, has anything to show.
  const hasLeft = chronology.some(
    ({ kind, payload }) =>
      kind === 'case-closed' ||
      kind === 'stepped-down' ||
      (payload as { earlierCase?: string } | null)?.earlierCase !== undefined,
  )
  return {
    earlier: hasLeft && row.problem === null ? await earlierOnCase(db, row) : [],
    ref: row.ref,
    team: row.team,
    open: row.open,
    factsVersion: row.facts_version,
    problem: row.problem,
    factProblems: row.fact_problems ?? [],
    children,
    obligations,
    told,
    escalations,
    chronology,
  }
}
