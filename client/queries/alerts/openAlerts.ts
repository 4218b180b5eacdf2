import type { Alert } from '../../../activities/escalation/alerts'
import { reached as reachedBy, type Reached } from '../../../domain/escalation/rungWords'
import { SPOKEN } from '../../../domain/escalation/story'
import { ruleFollowed } from '../../../domain/policy/policySchedule'
import type { Database } from '../../../prisma/database'
import { Prisma } from '../../../prisma/generated/client'
import { rowsOf } from '../../../prisma/rowsOf'
import { isId } from '../../commands/isId'
import { permissionsOf, type Reader } from '../reading/loadReader'
import { readableCases } from '../reading/readableCases'
import { rulesNow } from '../web/rulesNow'
import { partOf, readerAlerts } from './readerAlerts'

/** So many open alerts of a team have gone just so far. */
export interface OpenCount {
  readonly teamId: string | null
  readonly team: string | null
  readonly reached: Reached
  readonly count: number
}

export interface OpenAlerts {
  /** Of all a reader may see. */
  readonly counts: readonly OpenCount[]
  /** Of what was asked for, the oldest first. */
  readonly rows: readonly Alert[]
}

export interface OpenAsked {
  /** A team's id, `none` for cases without one; null: all. */
  readonly team: string | null
  /** Null: however far. */
  readonly reached: Reached | null
  readonly offset: number
  readonly most: number
}

export const isOfTeam = (team: string | null, { teamId }: { readonly teamId: string | null }): boolean =>
  team === null || (teamId ?? 'none') === team

/** The open alerts a reader may see, counted where they lie, and of the list itself one part: somebody may answer for thousands, and a page shows fifty. */
export async function openAlerts(db: Database, reader: Reader, asked: OpenAsked): Promise<OpenAlerts> {
  // Of a safety plan only some rules are theirs: few, and counted from the list.
  if (permissionsOf(reader).has('follow-police-track'))
    return ofWholeList(await readerAlerts(db, reader, { state: 'open' }), asked)
  const steps = await stepsOf(db, reader)
  const { team, reached, ...part } = asked
  const where = [
    ...(team === null ? [] : [ofTeam(team)]),
    ...(reached === null ? [] : [hasReached(reached, steps)]),
    Prisma.sql`true`,
  ]
  const rows = await readerAlerts(db, reader, { state: 'open', where: Prisma.join(where, ' and '), ...part })
  return { counts: steps, rows }
}

const ofWholeList = (all: readonly Alert[], { team, reached, ...part }: OpenAsked): OpenAlerts => ({
  counts: all.map((one) => ({ ...one, count: 1 })),
  rows: partOf(
    all.filter((one) => isOfTeam(team, one) && (reached ?? one.reached) === one.reached),
    part,
  ),
})

/** Alerts that climb the same ladder and have come to the same rung of it. */
interface Step extends OpenCount {
  readonly rule: string
  readonly part: string
  readonly policy: string
  readonly rung: number
}

/** On `escalation e`: the highest rung that has spoken, as `story` says of its log. */
const RUNG = Prisma.sql`(select coalesce(max(x.rung), 0) from escalation_entry x where x.escalation_id = e.id and x.entry = any(${[...SPOKEN]}))`

async function stepsOf(db: Database, reader: Reader): Promise<readonly Step[]> {
  const { policy } = await rulesNow(db, reader.day)
  const { steps } = await rowsOf<{ steps: Omit<Step, 'reached'> }>(db, {
    steps: Prisma.sql`
      select c.team_id as "teamId", t.name as team, o.rule, o.part, o.policy, ${RUNG} as rung, count(*)::int as count
      from escalation e join case_file c on c.id = e.case_id join obligation o on o.id = e.obligation_id left join team t on t.id = c.team_id
      where e.state = 'open' and ${readableCases(reader)} group by 1, 2, 3, 4, 5, 6`,
  })
  return steps.map((one) => ({ ...one, reached: reachedBy(ruleFollowed(policy, one).ladder, one.rung) }))
}

/** Of a team: its id, `none` for cases without one. Nobody's team is called otherwise. */
const ofTeam = (team: string): Prisma.Sql =>
  team === 'none'
    ? Prisma.sql`c.team_id is null`
    : isId(team)
      ? Prisma.sql`c.team_id = ${team}::uuid`
      : Prisma.sql`false`

/** That have gone just so far: each ladder that leads there, and the rungs of it that do. As one text, for an index of those asked for is made once then. */
const hasReached = (reached: Reached, steps: readonly Step[]): Prisma.Sql => {
  const asked = steps
    .filter((one) => one.reached === reached)
    .map(({ rule, part, policy, rung }) => [rule, part, policy, rung].join('\n'))
  return Prisma.sql`concat_ws(chr(10), o.rule, o.part, o.policy, ${RUNG}) = any(${[...new Set(asked)]})`
}
