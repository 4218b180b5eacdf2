import type { LocalDate } from '@js-joda/core'
import { lockYear } from '../../../activities/supervision/yearRow'
import { policeAlone } from '../../../domain/access/policeAlone'
import type { Pattern } from '../../../domain/supervision/yearInput'
import { yearMisfits } from '../../../domain/supervision/yearMisfits'
import type { Transaction } from '../../../prisma/database'
import type { CommandDeps, Refusal } from '../command'
import {
  NOT_ORGANISER,
  organises,
  refuse,
  yearCommand,
  type Acting,
  type Answered,
  type Command,
  type Work,
} from './acting'
import { patternSeen } from './patternSeen'

/** What a coordinator sets for a team, once. What is left out stays as it was; the first time a pattern is needed. */
export interface SetPattern extends Command {
  readonly teamId: string
  readonly pattern?: readonly Pattern[]
  readonly minutesPerCase?: number
  readonly closedDates?: readonly LocalDate[]
  readonly room?: string
  /** Null: the team manager. */
  readonly chairId?: string | null
  /** Ids of people beside those of the team. */
  readonly invited?: readonly string[]
  /** What the person was looking at (patternSeen); not checked when missing. */
  readonly seen?: string
}

/** Sets the pattern of a team's sessions, or what goes with it; the year is planned anew at once. Idempotent by command id. */
export const setPattern = (deps: CommandDeps, command: SetPattern): Promise<Answered> =>
  yearCommand(deps, { ...command, action: 'supervision-pattern' }, (tx, acting) => savePattern(tx, acting, command))

const MOST_LETTERS = 200

export async function savePattern(tx: Transaction, acting: Acting, command: SetPattern): Promise<Work | Refusal> {
  if (!organises(acting)) return refuse('not-allowed', NOT_ORGANISER)
  const { teamId, pattern, minutesPerCase, closedDates, room, chairId, invited, seen } = command
  if (seen !== undefined && seen !== patternSeen(await lockYear(tx, teamId)))
    return refuse(
      'changed-since',
      'Somebody has changed when this team meets since you opened this page. Nothing was saved: look at what stands now, put into your form what has to stay, then save it again.',
    )
  const teams = await tx.$queryRaw<{ name: string; pattern: readonly Pattern[] | null }[]>`
    select t.name, y.pattern from team t left join supervision_year y on y.team_id = t.id where t.id = ${teamId}::uuid`
  const [team] = teams
  if (team === undefined) return refuse('bad-data', 'There is no such team. Give its name as `caseclock due` shows it.')
  const wanted = pattern ?? team.pattern
  if (wanted === null)
    return refuse(
      'bad-data',
      `${team.name} has no sessions yet. Say when it meets: --weekday tuesday --nth 1 3 --at 09:30 --minutes 180.`,
    )
  const problem = problemOf(command, { pattern: wanted, acting })
  if (problem !== undefined) return problem
  const days = closedDates?.map((day) => day.toString())
  if (room !== undefined || chairId !== undefined)
    await tx.$executeRaw`
      update session s set room = case when s.room = y.room then coalesce(${room ?? null}, s.room) else s.room end,
        chair_id = case when ${chairId !== undefined} then ${chairId ?? null}::uuid else s.chair_id end,
        revision = s.revision + case when ${room ?? null}::text is null or s.room <> y.room or s.room = ${room ?? null} then 0 else 1 end, facts_version = s.facts_version + 1
      from supervision_year y where y.team_id = s.team_id and s.team_id = ${teamId}::uuid and s.state = 'planned' and s.on_day > ${acting.today.toString()}::date`
  await tx.$executeRaw`
    insert into supervision_year (team_id, pattern, minutes_per_case, closed_dates, room, chair_id, invited, facts_version, planned_version, planned_print)
    values (${teamId}::uuid, ${JSON.stringify(wanted)}::jsonb, ${minutesPerCase ?? 20}, ${days ?? []}::date[], ${room ?? ''}, ${chairId ?? null}::uuid,
      ${[...(invited ?? [])]}::uuid[], 1, 0, '')
    on conflict (team_id) do update set pattern = excluded.pattern,
      minutes_per_case = coalesce(${minutesPerCase ?? null}::int, supervision_year.minutes_per_case),
      closed_dates = coalesce(${days ?? null}::date[], supervision_year.closed_dates), room = coalesce(${room ?? null}, supervision_year.room),
      chair_id = case when ${chairId !== undefined} then excluded.chair_id else supervision_year.chair_id end,
      invited = coalesce(${invited === undefined ? null : [...invited]}::uuid[], supervision_year.invited), facts_version = supervision_year.facts_version + 1`
  if (team.pattern === null) {
    // From now on every month of theirs is asked for: each is planned again.
    const rows = await tx.$queryRaw<{ id: string }[]>`
      select id::text from case_file where team_id = ${teamId}::uuid and open order by id`
    await tx.$executeRaw`
      update case_file set facts_version = facts_version + 1 where id = any(${rows.map(({ id }) => id)}::uuid[])`
    return { id: teamId, cases: rows.map(({ id }) => id), detail: { pattern: wanted } }
  }
  return { id: teamId, detail: { pattern: wanted, minutesPerCase: minutesPerCase ?? null, closedDates: days ?? null } }
}

function problemOf(
  { minutesPerCase, room, chairId, invited }: SetPattern,
  { pattern, acting }: { readonly pattern: readonly Pattern[]; readonly acting: Acting },
): Refusal | undefined {
  if (pattern.length === 0) return refuse('bad-data', 'A year without sessions places nobody. Give one at least.')
  const least = minutesPerCase ?? 1
  if (!Number.isInteger(least) || least < 1 || least > 480)
    return refuse('bad-data', '--minutes-per-case is a whole number from 1 to 480.')
  const [misfit] = yearMisfits({
    ...{ from: acting.today, months: 13, existing: [] },
    teams: [{ ...{ id: 'the team', pattern, oneOffs: [], minutesPerCase: least, closedDates: [], cases: [] } }],
  })
  if (misfit !== undefined) return refuse('bad-data', misfit.problem)
  if (room !== undefined && room.length > MOST_LETTERS)
    return refuse('bad-data', `--room has ${String(MOST_LETTERS)} letters at most.`)
  const named = [...(chairId == null ? [] : [chairId]), ...(invited ?? [])].map((id) => acting.people.byId(id))
  if (named.some((one) => one?.active !== true))
    return refuse('unknown-person', 'Somebody named here is not known, or has left. Name people in post.')
  return named.some((one) => one !== undefined && policeAlone(one))
    ? refuse(
        'not-allowed',
        'Police come to no session that reads whole records. Invite nobody who holds no other role.',
      )
    : undefined
}
