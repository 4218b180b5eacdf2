import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../domain/calendar/isoDay'
import { reached, type Reached } from '../../domain/escalation/rungWords'
import { story, type AlertState, type EntryKind, type LogLine, type Story } from '../../domain/escalation/story'
import type { Rung } from '../../domain/policy/policyPack'
import { ruleFollowed, type PolicySchedule } from '../../domain/policy/policySchedule'
import type { Database, Transaction } from '../../prisma/database'
import { Prisma } from '../../prisma/generated/client'
import { rowsOf } from '../../prisma/rowsOf'

/** A line of the log with the person it names. */
export interface NamedLine extends LogLine {
  readonly name: string | null
  readonly jobTitle: string | null
}

/** One alert as lists, figures and the weekly mail read it: a row of `escalation` with its log. No child's name. */
export interface Alert {
  readonly id: string
  readonly caseId: string
  readonly ref: string
  readonly teamId: string | null
  readonly team: string | null
  readonly title: string
  readonly kind: 'obligation' | 'stall'
  readonly dueOn: LocalDate
  readonly lateUnit: 'working-days' | 'calendar-days'
  readonly state: AlertState
  /** Epoch milliseconds. */
  readonly openedAt: number
  readonly reached: Reached
  readonly rule: string
  /** Whom it climbs to, from the first. */
  readonly ladder: readonly Rung[]
  readonly log: readonly NamedLine[]
  readonly story: Story<NamedLine>
  /** Facts or rules are newer than the plan of its case. */
  readonly stale: boolean
}

export interface AlertsWanted {
  /** Teams of the cases, null among them for cases without a team; missing: all. */
  readonly teams?: readonly (string | null)[] | undefined
  /** Epoch milliseconds: opened at or after the first, before the second. */
  readonly opened?: { readonly from: number | null; readonly before: number | null } | undefined
  /** `open` alone, those and what ended since a moment (epoch milliseconds), or all. */
  readonly state: 'all' | 'open' | { readonly orEndedSince: number }
  /** A condition on `case_file c`, `escalation e` and its `obligation o`; missing: every one. */
  readonly where?: Prisma.Sql | undefined
  /** So many, after so many; missing: all. */
  readonly most?: number | undefined
  readonly offset?: number | undefined
}

interface Row extends Omit<
  Alert,
  'dueOn' | 'openedAt' | 'reached' | 'story' | 'caseId' | 'teamId' | 'lateUnit' | 'ladder' | 'log'
> {
  readonly case_id: string
  readonly team_id: string | null
  readonly part: string
  readonly policy: string
  readonly due_on: string
  readonly late_unit: Alert['lateUnit']
  readonly opened_at: string
  readonly log: readonly {
    readonly entry: EntryKind
    readonly rung: number | null
    readonly person_id: string | null
    readonly name: string | null
    readonly job_title: string | null
    readonly at: string
    readonly reason: string
    readonly until_on: string | null
  }[]
}

/** The one question behind every list and figure of alerts, as `oldestFirst` has them. Read on a London day. */
export async function alerts(
  tx: Transaction | Database,
  wanted: AlertsWanted,
  { policy, version, today }: { readonly policy: PolicySchedule; readonly version: string; readonly today: LocalDate },
): Promise<readonly Alert[]> {
  const { rows } = await rowsOf<{ rows: Row }>(tx, { rows: alertRows(wanted, version) })
  return rows.map(({ case_id, team_id, due_on, late_unit, opened_at, log, rule, part, policy: follows, ...row }) => {
    const named = log.map(namedLine)
    const read = story(named, { state: row.state, today })
    const { ladder } = ruleFollowed(policy, { rule, part, policy: follows })
    return {
      ...{ ...row, rule, ladder, log: named },
      caseId: case_id,
      teamId: team_id,
      dueOn: isoDay(due_on),
      lateUnit: late_unit,
      openedAt: Date.parse(opened_at),
      reached: reached(ladder, read.rung),
      story: read,
    }
  })
}

const iso = (moment: number | null | undefined): string | null =>
  moment === null || moment === undefined ? null : new Date(moment).toISOString()

function alertRows(
  { teams, opened, state, where = Prisma.sql`true`, most, offset }: AlertsWanted,
  version: string,
): Prisma.Sql {
  const ids = teams === undefined ? null : teams.filter((id) => id !== null)
  const noTeam = teams?.includes(null) ?? false
  const endedSince = typeof state === 'object' ? iso(state.orEndedSince) : null
  return Prisma.sql`
    select e.id, e.case_id, c.ref, c.team_id, t.name as team, o.title, o.kind, o.rule, o.part, o.policy, o.due_on, o.late_unit, e.state, e.opened_at,
      c.facts_version <> c.planned_version or c.rules_version <> ${version} as stale,
      coalesce((select json_agg(json_build_object('entry', x.entry, 'rung', x.rung, 'person_id', x.person_id, 'name', p.name, 'job_title', p.job_title,
          'at', x.at, 'reason', x.reason, 'until_on', x.until_on) order by x.number)
        from escalation_entry x left join person p on p.id = x.person_id where x.escalation_id = e.id), '[]') as log
    from escalation e join case_file c on c.id = e.case_id join obligation o on o.id = e.obligation_id left join team t on t.id = c.team_id
    where (${ids}::uuid[] is null or c.team_id = any(${ids}::uuid[]) or (${noTeam}::boolean and c.team_id is null))
      and (${state === 'all'}::boolean or e.state = 'open' or e.ended_at >= ${endedSince}::timestamptz)
      and (${iso(opened?.from)}::timestamptz is null or e.opened_at >= ${iso(opened?.from)}::timestamptz)
      and (${iso(opened?.before)}::timestamptz is null or e.opened_at < ${iso(opened?.before)}::timestamptz)
      and ${where}
    order by o.due_on, e.opened_at, c.ref collate "C", e.id limit ${most ?? null} offset ${offset ?? 0}`
}

const namedLine = ({
  entry,
  rung,
  person_id,
  name,
  job_title,
  at,
  reason,
  until_on,
}: Row['log'][number]): NamedLine => ({
  ...{ entry, rung, name, reason },
  personId: person_id,
  jobTitle: job_title,
  at: Date.parse(at),
  untilOn: until_on === null ? null : isoDay(until_on),
})
