import type { LocalDate } from '@js-joda/core'
import type { Transaction } from '../../prisma/database'

interface Who {
  readonly actorId: string
  readonly teamId: string | null
  readonly day: LocalDate
}

/**
 * Why this person may not act on this case, or undefined when they may: who holds a role in the case's team, a role above it, or for the
 * whole authority may; somebody who has left, or is of another team, may not.
 */
export async function mayRecordProblem(tx: Transaction, { actorId, teamId, day }: Who): Promise<string | undefined> {
  const [person] = await tx.$queryRaw<
    { left_on: string | null }[]
  >`select left_on::text from person where id = ${actorId}::uuid`
  if (person === undefined) return 'Nobody is known by that id. Name the person who acts with --as.'
  if (person.left_on !== null && person.left_on <= day.toString())
    return 'This person has left. Act as somebody who is in post.'
  const [held] = await tx.$queryRaw<{ held: boolean }[]>`
    with recursive above as (
      select id, parent_id from team where id = ${teamId}::uuid
      union all select t.id, t.parent_id from team t join above a on t.id = a.parent_id)
    select exists (select 1 from role_grant g where g.person_id = ${actorId}::uuid and g.from_on <= ${day.toString()}::date
      and (g.to_on is null or g.to_on >= ${day.toString()}::date)
      and (g.team_id is null or g.team_id in (select id from above) or g.role in ('independent-reviewing-officer', 'conference-service', 'front-door-manager'))) as held`
  return held?.held === true
    ? undefined
    : 'This person holds no role for the team of this case. Ask the team manager to record it.'
}
