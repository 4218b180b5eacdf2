import { isoDay } from '../../calendar/isoDay'
import { govukDate } from '../../timeline/govukDate'
import type { CaseFacts } from '../caseFacts'
import { planOfGoal } from '../planOfGoal'
import { plannedChildren } from '../plannedChildren'
import { PLAN_WORDS } from './planStarts'
import type { Proposed } from './proposed'

/** Why a goal cannot be set: the plan it is of is not known, or began after the day by which the goal, or what happens if it is not reached, is to be. */
export function goalProblem(facts: CaseFacts, event: Proposed<'goal-set'>): string | undefined {
  const { children = [], data } = event
  const set = { ...event, id: 'new', first: 'new', place: Number.MAX_SAFE_INTEGER }
  const plans = plannedChildren(facts)
    .filter(({ history }) => children.length === 0 || children.includes(history.child.id))
    .flatMap((child) => planOfGoal(set, child) ?? [])
  // Who names a kind means that kind, also where only another plan runs.
  const meant = plans.filter(({ kind }) => !isKind(data.plan) || kind === data.plan)
  const [plan] = [...meant].sort((a, b) => a.from.compareTo(b.from))
  if (plan === undefined)
    return `A goal is of a plan, and no single plan that "${data.plan}" could mean ran on ${govukDate(event.on)} for a child it concerns. Name the event that started the plan, or its kind: cpp, cin, plo or safety; record the plan first if it is missing.`
  const days = { 'the goal is due': data.by, 'something else is to happen': data.otherwiseBy }
  const early = Object.entries(days).find(([, day]) => isoDay(day).isBefore(plan.from))
  return early === undefined
    ? undefined
    : `The day on which ${early[0]}, ${govukDate(isoDay(early[1]))}, lies before the plan, which started on ${govukDate(plan.from)}. Give a later day, or correct the start of the plan.`
}

const isKind = (name: string): boolean => Object.hasOwn(PLAN_WORDS, name)
