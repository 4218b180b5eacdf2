import { isManagerOf } from '../../../domain/access/mayAct'
import { signatureProblem } from '../../../domain/chronology/misfits/signatureProblem'
import { isPolice, signatory } from '../../../domain/chronology/writtenWords'
import { childHistories } from '../../../domain/chronology/childHistory'
import { asRole } from '../../../domain/safety-plan/copies'
import { isPoliceSignatory } from '../../../domain/safety-plan/roles'
import { signaturesOf } from '../../../domain/safety-plan/signaturesOf'
import { govukDate } from '../../../domain/timeline/govukDate'
import type { CommandDeps, Refusal } from '../command'
import { refuse } from '../onCase/caseCommand'
import { planCommand, type PlanActing, type PlanAnswer, type PlanCommand, type PlanFact } from './planCommand'
import { refusedFor } from './planOnDay'

export interface SignPlan extends PlanCommand {
  /** Who signs, or refuses, as the document names them: `mother`, `team-manager`, `attending-officer`. */
  readonly role: string
}

/** Records that somebody has signed the safety plan. Nobody signs in the team manager's place. Idempotent by command id. */
export const signPlan = (deps: CommandDeps, { role, ...about }: SignPlan): Promise<PlanAnswer> =>
  planCommand(deps, { ...about, action: 'safety-plan-signed', kinds: ['safety-plan-signed'] }, (_tx, acting) => {
    const fact = (signs: string): PlanFact => ({
      kind: 'safety-plan-signed',
      data: { role: signs, ...(isManagers(signs) ? { person: acting.person.id } : {}) },
    })
    const problem = refusedFor(signatureProblem(acting.facts, { on: acting.on, ...fact(role) }))
    const signs = problem ?? wanted(acting, role)
    if (typeof signs !== 'string') return signs
    if (isManagers(signs) && !isManagerOf(acting.person, acting.reach, acting.covered))
      return refuse(
        'not-allowed',
        'Only a manager of the team of this case signs as its team manager. Ask one of them.',
      )
    return { facts: [fact(signs)] }
  })

/** Records that somebody of the family does not sign: it is not chased. Idempotent by command id. */
export const refusePlan = (deps: CommandDeps, { role, ...about }: SignPlan): Promise<PlanAnswer> =>
  planCommand(deps, { ...about, action: 'safety-plan-refused', kinds: ['consent-recorded'] }, (_tx, acting) => {
    const fact = (by: string): PlanFact => ({
      kind: 'consent-recorded',
      data: { state: 'refused', of: 'safety-plan', by },
    })
    const problem = refusedFor(signatureProblem(acting.facts, { on: acting.on, ...fact(role) }))
    const refuses = problem ?? wanted(acting, role)
    if (typeof refuses !== 'string') return refuses
    return signatory(refuses).of === 'family'
      ? { facts: [fact(refuses)] }
      : refuse('bad-data', `A refusal is the family’s. The ${role} either signs, or the plan is amended.`)
  })

const isManagers = (role: string): boolean => signatory(role).of === 'team-manager'

/** Which of the signatures that the document asks for is meant, where it is not given yet. */
function wanted({ running, facts, on }: PlanActing, written: string): string | Refusal {
  const formal = running.flatMap(({ agreed }) => agreed).findLast(({ data }) => data.how === 'formal')
  const signatures = formal === undefined ? [] : signaturesOf(formal, childHistories(facts).all)
  const meant = signatures.filter(({ role }) => isMeant(role, written))
  const open = meant.find(({ state }) => state !== 'signed')
  const [first] = meant
  if (first === undefined)
    return refuse(
      'bad-data',
      `The document asks for the signatures of ${signatures.map(({ role }) => role).join(', ')}: ${asRole(written)} is none of them.`,
    )
  return open === undefined
    ? refuse('bad-data', `The ${first.role} signed this version on ${govukDate(first.on ?? on)}. Nothing was added.`)
    : open.role
}

/** The word of the document, another for the same person, or any word for the police. */
function isMeant(role: string, written: string): boolean {
  if (role === asRole(written)) return true
  if (isPoliceSignatory(role)) return isPolice(written)
  const [a, b] = [signatory(role), signatory(written)]
  if (a.of === 'family') return b.of === 'family' && a.role === b.role
  return a.of === 'team-manager' ? b.of === 'team-manager' : role === 'social-worker' && asRole(written) === 'sw'
}
