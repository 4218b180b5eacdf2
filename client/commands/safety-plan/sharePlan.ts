import { planReviewProblem } from '../../../domain/chronology/misfits/planReviewProblem'
import { asRole, partiesOf } from '../../../domain/safety-plan/copies'
import type { CommandDeps } from '../command'
import { refuse } from '../onCase/caseCommand'
import { planCommand, type PlanAnswer, type PlanCommand } from './planCommand'
import { planOnDay, refusedFor } from './planOnDay'

export interface SharePlan extends PlanCommand {
  /** Who was given a copy: a party by role, or another in words (`health visitor`). */
  readonly with: string
  /** Of which version; the one that held that day when missing. */
  readonly version?: number
}

const MOST_LETTERS = 200

/** Logs that somebody was given a copy of the plan. Idempotent by command id. */
export const sharePlan = (deps: CommandDeps, { with: given, version, ...about }: SharePlan): Promise<PlanAnswer> =>
  planCommand(deps, { ...about, action: 'safety-plan-shared', kinds: ['safety-plan-shared'] }, (_tx, acting) => {
    const problem = refusedFor(planReviewProblem(acting.facts, { kind: 'safety-plan-shared', on: acting.on, data: {} }))
    if (problem !== undefined) return problem
    const held = planOnDay(acting)
    if (held === undefined)
      return refuse(
        'bad-data',
        'No document is written yet: there is nothing to give a copy of. Write it first: caseclock safety-plan write.',
      )
    const document = version === undefined ? held : acting.written.find(({ number }) => number === version)
    if (document === undefined)
      return refuse('bad-data', `There is no version ${String(version)}. The newest is ${String(held.number)}.`)
    const words = given.trim()
    if (words === '' || words.length > MOST_LETTERS)
      return refuse('bad-data', `Say with --with who was given a copy, in at most ${String(MOST_LETTERS)} letters.`)
    const isParty = partiesOf(document.content).includes(asRole(words))
    return {
      facts: [{ kind: 'safety-plan-shared', data: { with: isParty ? asRole(words) : words, document: document.id } }],
    }
  })
