import type { PlanDocument } from './planDocument'
import { linesOf } from './linesOf'

/** What is asked of every plan before it is signed (handbook 7). Each is answered yes, no or not needed; what is not answered is listed, never assumed. */
export const PLAN_CHECKS = [
  { id: 'assessmentFramework', asks: 'Does the plan cover the assessment framework?' },
  { id: 'supportOffered', asks: 'Does it show clearly which support is offered?' },
  { id: 'literacy', asks: 'Can the parents read and write well enough for it, or has it been read to them?' },
  { id: 'learningNeeds', asks: 'Have learning needs been asked about and met?' },
  { id: 'language', asks: 'Is it in the parents’ first language, or has it been interpreted or translated?' },
  { id: 'advocate', asks: 'Has an advocate been offered?' },
  { id: 'timeToConsider', asks: 'Have the parents had time to consider it?' },
  { id: 'legalAdvice', asks: 'Have they had the chance to take legal advice?' },
  { id: 'claresLaw', asks: 'Has Clare’s Law been explained?' },
  { id: 'sarahsLaw', asks: 'Has Sarah’s Law been explained?' },
  { id: 'copyGiven', asks: 'Have they been given a copy?' },
] as const

/** Asked of each line by itself. */
export const SMART_ASKS = 'specific, measurable, achievable, relevant and dated?'

/** Something to be asked of a plan, and what was answered. */
export interface Asked {
  /** A check's name, or `smart safety-1` for one line. */
  readonly check: string
  readonly asks: string
  /** Null: not answered. */
  readonly answer: 'yes' | 'no' | 'not-needed' | null
  readonly words: string | null
}

/** Every check of a plan with its answer, in the order of the form, then one for each line. */
export const checksOf = (plan: PlanDocument): readonly Asked[] => [
  ...PLAN_CHECKS.map(({ id, asks }) => asked(id, asks, plan.checks[id])),
  ...linesOf(plan).map(({ id, smart }) => asked(`smart ${id}`, `Is line ${id} ${SMART_ASKS}`, smart)),
]

export const unanswered = (plan: PlanDocument): readonly Asked[] =>
  checksOf(plan).filter(({ answer }) => answer === null)

const asked = (check: string, asks: string, given: PlanDocument['checks']['literacy']): Asked => ({
  check,
  asks,
  answer: given?.answer ?? null,
  words: given?.words ?? null,
})
