import type { LocalDate } from '@js-joda/core'
import { holdsOneOf, isManagerOf, mayAnswer, mayRecord } from '../../domain/access/mayAct'
import { holdersOf } from '../../activities/people/holdersOf'
import { loadFacts } from '../../activities/planning/loadFacts'
import { lockCase } from '../../activities/planning/lockCase'
import type { Rung } from '../../domain/policy/policyPack'
import type { Transaction } from '../../prisma/database'
import type { EscalationAnswer } from './answerEscalation'
import { loadActing, type Acting } from './loadActing'
import { STRANGER } from './mayRecordProblem'

interface Answering {
  readonly answer: EscalationAnswer
  readonly escalationId: string
  /** The rule of its matter. */
  readonly rule: string
  readonly actorId: string
  readonly caseId: string
  readonly day: LocalDate
  readonly ladder: readonly Rung[]
}

/**
 * Why this person may not answer this alert, or undefined when they may. A manager of the case's team, or above it, may acknowledge and
 * withdraw while the role runs; whoever covers for somebody answers as they would; whoever was told of it and still stands for the case, and the worker who holds it today, may acknowledge,
 * for that moves the ladder. Police answer what police are told of,
 * and the manager of the team to which the case is being handed what concerns the handover.
 */
export async function mayAnswerProblem(
  tx: Transaction,
  { answer, escalationId, rule, actorId, caseId, day, ladder }: Answering,
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
  if (answer === 'challenge' && !mayRecord(scope, 'dispute-raised'))
    return 'A dispute is raised by those who work with the whole case. Give another answer, or ask the team manager of this case.'
  if (HOLDS_UP.has(answer) && !(await mayHoldUp(tx, { escalationId, ladder, person, covered, reach })))
    return 'Somebody above has been told since. Only they, or whoever stands above them, can hold this up now: record what happened, or pass it up.'
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

/** Answers that make the next person wait. */
const HOLDS_UP: ReadonlySet<EscalationAnswer> = new Set(['acknowledge', 'promise', 'more-time'])

interface HoldingUp extends Pick<Answering, 'escalationId' | 'ladder'>, Omit<Acting, 'scope'> {}

/** Once a second rung has been told: whoever was told on the one that spoke last, or holds a role on it or above. Nobody below can hold it up again. */
async function mayHoldUp(
  tx: Transaction,
  { escalationId, ladder, person, covered, reach }: HoldingUp,
): Promise<boolean> {
  const told = await tx.$queryRaw<{ rung: number; person_id: string | null; entry: string }[]>`
    select rung, person_id::text, entry from escalation_entry
    where escalation_id = ${escalationId}::uuid and entry in ('told', 'skipped') and rung is not null`
  const top = Math.max(0, ...told.map(({ rung }) => rung))
  if (top < 2) return true
  const last = told.filter(({ rung, entry }) => rung === top && entry === 'told').map(({ person_id }) => person_id)
  if (last.length === 0 || [person, ...covered].some(({ id }) => last.includes(id))) return true
  return holdsOneOf(new Set(ladder.slice(top - 1).map(({ role }) => role)), { person, covered, reach })
}
