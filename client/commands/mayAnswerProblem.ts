import type { LocalDate } from '@js-joda/core'
import { responsiblePeople } from '../../domain/chronology/responsiblePeople'
import { knownOn } from '../../domain/chronology/knownOn'
import { lockCase } from '../../activities/planning/lockCase'
import { loadFacts } from '../../activities/planning/loadFacts'
import type { Transaction } from '../../prisma/database'
import { mayRecordProblem } from './mayRecordProblem'

interface Answering {
  readonly answer: 'acknowledge' | 'withdraw'
  readonly escalationId: string
  readonly actorId: string
  readonly caseId: string
  readonly day: LocalDate
}

/**
 * Why this person may not answer this alert, or undefined when they may. A manager of the case's team, or above it, may acknowledge and
 * withdraw while the role runs; whoever was told of it and the worker who holds the case today may acknowledge, for that moves the ladder.
 */
export async function mayAnswerProblem(
  tx: Transaction,
  { answer, escalationId, actorId, caseId, day }: Answering,
): Promise<string | undefined> {
  const row = await lockCase(tx, caseId)
  if (row === undefined) return 'Its case is not in this database.'
  const problem = await mayRecordProblem(tx, { actorId, teamId: row.team_id, day })
  if (problem !== undefined) return problem
  if (await isManagerNow(tx, actorId, row.team_id, day)) return undefined
  if (answer === 'withdraw')
    return 'Only a manager of the team of this case, or of one above it, may withdraw an alert, and only while that role runs. Record what happened instead, or ask the team manager.'
  const told = await tx.$queryRaw<unknown[]>`
    select 1 from escalation_entry where escalation_id = ${escalationId}::uuid and entry = 'told' and person_id = ${actorId}::uuid limit 1`
  if (told.length > 0) return undefined
  const facts = knownOn(await loadFacts(tx, row), day)
  const holder = responsiblePeople(facts, day)
  const holds = ['case', ...facts.children.map(({ id }) => id)].some(
    (subject) => holder(subject).allocatedWorker === actorId,
  )
  return holds
    ? undefined
    : 'Only who was told of this alert, the worker who holds the case today, or a manager of its team may acknowledge it.'
}

async function isManagerNow(tx: Transaction, actorId: string, teamId: string | null, day: LocalDate): Promise<boolean> {
  const on = day.toString()
  const held = await tx.$queryRaw<unknown[]>`
    with recursive above as (
      select id, parent_id from team where id = ${teamId}::uuid
      union all select t.id, t.parent_id from team t join above a on t.id = a.parent_id)
    select 1 from role_grant g where g.person_id = ${actorId}::uuid and g.from_on <= ${on}::date and (g.to_on is null or g.to_on >= ${on}::date)
      and g.role in ('team-manager', 'service-manager', 'head-of-service', 'director')
      and (g.team_id is null or g.team_id in (select id from above) or g.role in ('head-of-service', 'director')) limit 1`
  return held.length > 0
}
