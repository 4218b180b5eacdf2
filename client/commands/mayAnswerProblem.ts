import type { LocalDate } from '@js-joda/core'
import { isManagerOf, mayAnswer } from '../../domain/access/mayAct'
import { holdersOf } from '../../activities/people/holdersOf'
import { loadFacts } from '../../activities/planning/loadFacts'
import { lockCase } from '../../activities/planning/lockCase'
import type { Transaction } from '../../prisma/database'
import type { EscalationAnswer } from './answerEscalation'
import { loadActing } from './loadActing'
import { STRANGER } from './mayRecordProblem'

interface Answering {
  readonly answer: EscalationAnswer
  readonly escalationId: string
  /** The rule of its matter. */
  readonly rule: string
  readonly actorId: string
  readonly caseId: string
  readonly day: LocalDate
}

/**
 * Why this person may not answer this alert, or undefined when they may. A manager of the case's team, or above it, may acknowledge and
 * withdraw while the role runs; whoever covers for somebody answers as they would; whoever was told of it and still stands for the case, and the worker who holds it today, may acknowledge,
 * for that moves the ladder. Police answer what police are told of,
 * and the manager of the team to which the case is being handed what concerns the handover.
 */
export async function mayAnswerProblem(
  tx: Transaction,
  { answer, escalationId, rule, actorId, caseId, day }: Answering,
): Promise<string | undefined> {
  const row = await lockCase(tx, caseId)
  if (row === undefined) return 'Its case is not in this database.'
  const acting = await loadActing(tx, { actorId, row, day })
  if (typeof acting === 'string') return acting
  const { person, covered, reach, scope } = acting
  if (scope === 'nothing') return STRANGER
  if (!mayAnswer(scope, rule))
    return scope === 'police-track'
      ? 'Police answer alerts about safety plans and cautions only. Ask the team manager of this case.'
      : 'The manager of the team to which a case is being handed answers alerts about the handover only. Ask the team manager of this case.'
  if (isManagerOf(person, reach, covered)) return undefined
  if (answer === 'withdraw')
    return 'Only a manager of the team of this case, or of one above it, may withdraw an alert, and only while that role runs. Record what happened instead, or ask the team manager.'
  const standsFor = [person, ...covered].map(({ id }) => id)
  const told = await tx.$queryRaw<unknown[]>`
    select 1 from escalation_entry where escalation_id = ${escalationId}::uuid and entry = 'told' and person_id = any(${standsFor}::uuid[]) limit 1`
  if (told.length > 0) return undefined
  const { allocatedWorker } = holdersOf(await loadFacts(tx, row), day)
  return standsFor.some((id) => allocatedWorker.has(id))
    ? undefined
    : 'Only who was told of this alert, the worker who holds the case today, or a manager of its team may answer it.'
}
