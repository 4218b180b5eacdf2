import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { knownOn } from '../../../domain/chronology/knownOn'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { agreementOf } from '../../../domain/safety-plan/agreementOf'
import { complianceAsked } from '../../../domain/safety-plan/complianceAsked'
import { goalName, goalOfLine } from '../../../domain/safety-plan/lineGoals'
import { linesOf } from '../../../domain/safety-plan/linesOf'
import type { PlanDocument } from '../../../domain/safety-plan/planDocument'
import { planState, type PlanState } from '../../../domain/safety-plan/planState'
import type { WrittenPlan } from '../../../domain/safety-plan/writtenPlan'
import { timeline } from '../../../domain/timeline/timeline'
import { calendar, day, event, facts } from '../facts'

/** The facts that writing a plan records: that it was agreed, and its lines as goals. */
export const factsOfPlan = (content: PlanDocument, number = 1): readonly ChronologyEvent[] => [
  event('safety-plan-agreed', content.date, agreementOf(content, `d${String(number)}`), {
    id: `agreed ${String(number)}`,
  }),
  ...linesOf(content).map((line) =>
    event(
      'goal-set',
      content.date,
      goalOfLine(line, { name: goalName(number, line.id), plan: `agreed ${String(number)}` }),
      { id: `goal ${String(number)} ${line.id}` },
    ),
  ),
]

export const versionOf = (content: PlanDocument, number = 1): WrittenPlan => ({
  ...{ id: `d${String(number)}`, number, children: content.children, content, madeBy: 'p1', madeOn: day(content.date) },
  replaces: number === 1 ? null : `d${String(number - 1)}`,
})

/** How the plan stands on a day, as its page shows it. */
export function stateOf(
  events: readonly ChronologyEvent[],
  today: string,
  ...written: readonly WrittenPlan[]
): PlanState {
  const policy = always(englandFamilySafeguarding1)
  const known = knownOn(facts(events), day(today))
  const { obligations } = timeline(known, policy, calendar)
  const asksBefore = complianceAsked(policy, calendar)
  return planState({ facts: known, written, obligations, asksBefore, today: day(today), calendar })
}
