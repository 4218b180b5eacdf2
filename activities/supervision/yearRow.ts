import { isoDay } from '../../domain/calendar/isoDay'
import type { KeptYear } from '../../domain/supervision/kept/keptYear'
import type { Pattern } from '../../domain/supervision/yearInput'
import type { Database, Transaction } from '../../prisma/database'

/** What a coordinator has set for a team, and whether its year has been planned. */
export interface YearRow extends KeptYear {
  readonly teamId: string
  readonly room: string
  /** A person's id; null: the team manager. */
  readonly chairId: string | null
  /** Ids of people who are invited beside those of the team. */
  readonly invited: readonly string[]
  readonly factsVersion: number
  readonly plannedBefore: boolean
}

interface Row {
  readonly name: string
  readonly pattern: readonly Pattern[]
  readonly minutes_per_case: number
  readonly closed_dates: readonly string[]
  readonly room: string
  readonly chair_id: string | null
  readonly invited: readonly string[]
  readonly facts_version: number
  readonly planned_pattern: readonly Pattern[] | null
  readonly planned_at: Date | null
}

/** The year of a team, locked for this transaction. Undefined when nobody has set one. */
export async function lockYear(tx: Transaction, teamId: string): Promise<YearRow | undefined> {
  await tx.$queryRaw`select team_id from supervision_year where team_id = ${teamId}::uuid for update`
  return readYear(tx, teamId)
}

export async function readYear(tx: Transaction | Database, teamId: string): Promise<YearRow | undefined> {
  const [row] = await tx.$queryRaw<Row[]>`
    select t.name, y.pattern, y.minutes_per_case, y.closed_dates::text[] as closed_dates, y.room, y.chair_id::text, y.invited::text[] as invited,
      y.facts_version, y.planned_pattern, y.planned_at
    from supervision_year y join team t on t.id = y.team_id where y.team_id = ${teamId}::uuid`
  if (row === undefined) return undefined
  return {
    ...{ teamId, teamName: row.name, pattern: row.pattern, minutesPerCase: row.minutes_per_case },
    ...{ closedDates: row.closed_dates.map(isoDay), room: row.room, chairId: row.chair_id, invited: row.invited },
    ...{ factsVersion: row.facts_version, plannedPattern: row.planned_pattern, plannedBefore: row.planned_at !== null },
  }
}
