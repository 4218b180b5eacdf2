import { govukDate } from '../../timeline/govukDate'
import type { CaseFacts } from '../caseFacts'
import { ofKind } from '../childHistory'
import { goalDay } from '../goalDay'
import { namesOf } from '../goals'
import { concerned } from './concerned'
import type { Proposed } from './proposed'

/** Why an outcome or a step cannot be recorded for a goal: none of that name, by any name it has had, was set by that day for a child it concerns. */
export function knownGoalProblem(
  facts: CaseFacts,
  event: Proposed<'goal-reviewed' | 'contingency-started'>,
): string | undefined {
  const goals = concerned(facts, event).flatMap((history) =>
    ofKind(history.events, 'goal-set')
      .filter((set) => !goalDay(history.versionsOf(set.first), set).setOn.isAfter(event.on))
      .map((set) => ({ current: set.data.goal, names: namesOf(set, history) })),
  )
  if (goals.some(({ names }) => names.includes(event.data.goal))) return undefined
  const known = [...new Set(goals.map(({ current }) => `"${current}"`))].join(', ')
  return `No goal of that name had been set by ${govukDate(event.on)} for a child it concerns. ${known === '' ? 'None had been set: record goal-set first.' : `Set were: ${known}.`}`
}
