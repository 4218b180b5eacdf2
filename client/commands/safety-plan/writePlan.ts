import { newId } from '../../../activities/newId'
import { childHistories, ofKind } from '../../../domain/chronology/childHistory'
import { agreementOf } from '../../../domain/safety-plan/agreementOf'
import { amendmentProblems } from '../../../domain/safety-plan/amendmentProblems'
import { goalName, goalOfLine, lineGoals } from '../../../domain/safety-plan/lineGoals'
import { linesOf } from '../../../domain/safety-plan/linesOf'
import type { PlanDocument } from '../../../domain/safety-plan/planDocument'
import type { PlanProblem } from '../../../domain/safety-plan/planProblem'
import { readPlan } from '../../../domain/safety-plan/readPlan'
import type { WrittenPlan } from '../../../domain/safety-plan/writtenPlan'
import type { Transaction } from '../../../prisma/database'
import type { CommandDeps, Refusal } from '../command'
import { refuse, type Within } from '../onCase/caseCommand'
import { planCommand, type PlanActing, type PlanAnswer, type PlanCommand, type PlanFact } from './planCommand'
import { planOnDay } from './planOnDay'

export interface WritePlan extends Omit<PlanCommand, 'on'> {
  /** As it stands in a file; its own date is the day of the agreement. */
  readonly content: unknown
  /** The version it amends; missing for the first of a plan. */
  readonly amends?: number
}

/**
 * Writes a safety plan, or a version that amends it: the document, that it was agreed, and each line as a goal with its own day, in one transaction. Everything that is wrong
 * with the form is said at once, and nothing is half written. Idempotent by command id.
 */
export async function writePlan(deps: CommandDeps | Within, command: WritePlan): Promise<PlanAnswer> {
  const { content, amends, ...about } = command
  const read = readPlan(content)
  if ('problems' in read) return refuse('bad-data', problemWords(read.problems))
  const { plan } = read
  return planCommand(
    deps,
    {
      ...{ ...about, on: plan.date, action: 'safety-plan-written' },
      kinds: ['safety-plan-agreed', 'goal-set', 'goal-reviewed'],
    },
    (tx, acting) => {
      const before = planOnDay(acting)
      const problem =
        versionProblem(before, amends) ??
        childrenProblem(plan, acting, before) ??
        amendmentProblem(plan, acting, before)
      return problem ?? saved(tx, acting, plan, before)
    },
  )
}

/** Everything wrong with a form, each with its place: `lines.basicCare[0].by: …`. */
const problemWords = (problems: readonly PlanProblem[]): string =>
  `Nothing was saved. ${problems.map(({ path, problem }) => `${placeOf(path)}: ${problem}`).join('\n')}`

const placeOf = (path: PlanProblem['path']): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${String(part)}]` : text === '' ? part : `${text}.${part}`),
    '',
  ) || 'the plan'

function versionProblem(before: WrittenPlan | undefined, amends: number | undefined): Refusal | undefined {
  if (before?.number === amends) return undefined
  return before === undefined
    ? refuse('changed-since', `There is no version ${String(amends)} that runs on the plan’s date. Leave --amends out.`)
    : refuse(
        'changed-since',
        `Version ${String(before.number)} stands. Nothing was saved: look at it with caseclock safety-plan show, then amend it with --amends ${String(before.number)}.`,
      )
}

/** Children of the case, and all those for whom the version before still runs: a plan ends for a child by being ended. */
function childrenProblem(
  plan: PlanDocument,
  { facts, running }: PlanActing,
  before: WrittenPlan | undefined,
): Refusal | undefined {
  const known = facts.children.map(({ id }) => id)
  const place = plan.children.findIndex((child) => !known.includes(child))
  if (place >= 0)
    return refuse(
      'bad-data',
      `Nothing was saved. children[${String(place)}]: no child of this case. It has ${known.join(', ')}.`,
    )
  const missing = running.find(
    ({ child }) => before?.children.includes(child) === true && !plan.children.includes(child),
  )
  return missing === undefined
    ? undefined
    : refuse(
        'bad-data',
        `Nothing was saved. The plan still runs for child ${missing.child}, who is not in this version. Add the child, or end the plan for it first: caseclock record REF safety-plan-ended --child ${missing.child}.`,
      )
}

function amendmentProblem(
  plan: PlanDocument,
  { written }: PlanActing,
  before: WrittenPlan | undefined,
): Refusal | undefined {
  const problems = amendmentProblems(plan, chainOf(before, written))
  if (problems.length > 0) return refuse('bad-data', problemWords(problems))
  const later = written.find(
    ({ children, content }) => content.date > plan.date && children.some((child) => plan.children.includes(child)),
  )
  return later === undefined
    ? undefined
    : refuse(
        'bad-data',
        `Nothing was saved. Version ${String(later.number)} is of ${later.content.date}: a version is of that day or later.`,
      )
}

/** A version and all it replaced, the first one first. */
function chainOf(newest: WrittenPlan | undefined, written: readonly WrittenPlan[]): readonly PlanDocument[] {
  if (newest === undefined) return []
  const before = written.find(({ id }) => id === newest.replaces)
  return [...chainOf(before, written), newest.content]
}

function saved(tx: Transaction, acting: PlanActing, plan: PlanDocument, before: WrittenPlan | undefined) {
  const { now, row, person, commandId, written } = acting
  const id = newId(now)
  const agreed = newId(now)
  const number = written.reduce((last, one) => Math.max(last, one.number), 0) + 1
  const children = [...plan.children]
  return {
    facts: [
      { kind: 'safety-plan-agreed' as const, id: agreed, children, data: agreementOf(plan, id) },
      ...goalFacts(plan, acting, { agreed, number }),
    ],
    detail: { document: id, number },
    afterwards: () => tx.$executeRaw`
      insert into safety_plan_document (id, case_id, number, children, content, made_by, made_at, replaces, event_id, command_id)
      values (${id}::uuid, ${row.id}::uuid, ${number}, ${children}::uuid[], ${JSON.stringify(plan)}::jsonb, ${person.id}::uuid,
        ${new Date(now).toISOString()}::timestamptz, ${before?.id ?? null}::uuid, ${agreed}::uuid, ${commandId}::uuid)`,
  }
}

/** A goal for each new line, a correction for each that has changed, an outcome for each that is left out. A line whose outcome is recorded, and that gets a new day, is a goal anew. */
function goalFacts(
  plan: PlanDocument,
  { facts, running }: PlanActing,
  { agreed, number }: { readonly agreed: string; readonly number: number },
): readonly PlanFact[] {
  const histories = childHistories(facts)
  const standing = lineGoals(histories, running)
  const reviewed = new Set(ofKind(histories.all, 'goal-reviewed').map(({ data }) => data.goal))
  const children = [...plan.children]
  const kept = linesOf(plan).flatMap((line): readonly PlanFact[] => {
    const goal = standing.get(line.id)
    const isOver = goal !== undefined && reviewed.has(goal.data.goal)
    if (goal === undefined || (isOver && goal.data.by !== line.by))
      return [{ kind: 'goal-set', children, data: goalOfLine(line, { name: goalName(number, line.id), plan: agreed }) }]
    const data = goalOfLine(line, { name: goal.data.goal, plan: goal.data.plan })
    const isSame = goal.data.by === data.by && goal.data.change === data.change && covers(goal.children, children)
    return isSame || isOver ? [] : [{ kind: 'goal-set', children, data, supersedes: goal.id }]
  })
  const gone = (plan.leftOut ?? []).flatMap(({ line, outcome, words }): readonly PlanFact[] => {
    const goal = standing.get(line)
    return goal === undefined
      ? []
      : [{ kind: 'goal-reviewed', data: { goal: goal.data.goal, outcome, progress: words } }]
  })
  return [...kept, ...gone]
}

const covers = (has: readonly string[] | undefined, wanted: readonly string[]): boolean =>
  has === undefined || wanted.every((child) => has.includes(child))
