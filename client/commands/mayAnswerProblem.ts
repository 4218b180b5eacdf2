import type { LocalDate } from '@js-joda/core'
import { holdersOf } from '../../activities/people/holdersOf'
import { loadFacts } from '../../activities/planning/loadFacts'
import { lockCase } from '../../activities/planning/lockCase'
import { answerProblem, ONLY_THESE, type WhoAnswers } from '../../domain/escalation/answerProblem'
import type { Rung } from '../../domain/policy/policyPack'
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
  readonly ladder: readonly Rung[]
}

/** Why this person may not answer this alert, or undefined when they may: `answerProblem`, over what is read of them and of the case, which is locked. */
export async function mayAnswerProblem(
  tx: Transaction,
  { answer, escalationId, rule, actorId, caseId, day, ladder }: Answering,
): Promise<string | undefined> {
  const row = await lockCase(tx, caseId)
  if (row === undefined) return 'Its case is not in this database.'
  const acting = await loadActing(tx, { actorId, row, day })
  if (typeof acting === 'string') return acting
  if (acting.scope === 'nothing') return STRANGER
  const told = await tx.$queryRaw<WhoAnswers['told'][number][]>`
    select rung, person_id::text as "personId", entry from escalation_entry
    where escalation_id = ${escalationId}::uuid and entry in ('told', 'skipped') and rung is not null`
  const who = { ...acting, rule, ladder, told }
  const problem = answerProblem(answer, { ...who, holdsToday: false })
  if (problem !== ONLY_THESE) return problem
  // Read only where nothing else settles it: facts that cannot be read must not keep out whoever puts them right.
  const { allocatedWorker } = holdersOf(await loadFacts(tx, row), day)
  const holdsToday = [acting.person, ...acting.covered].some(({ id }) => allocatedWorker.has(id))
  return answerProblem(answer, { ...who, holdsToday })
}
