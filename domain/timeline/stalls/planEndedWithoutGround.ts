import { birthdayOf, earlier, type End } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import { groundProblem } from '../../chronology/planGround'
import type { Drafted } from '../buildObligation'
import { outcomeOf } from '../outcomeOf'
import type { RuleInput } from '../ruleInput'
import { closedSince, groundSince } from './groundSince'
import { foundOn } from './stall'

/**
 * A child protection plan that ended without one of its grounds: the problem names the facts, the stall asks the manager. Met by a new plan; the end taken
 * back or corrected leaves no stall. None for a plan that had ended when the case was first imported.
 */
export function planEndedWithoutGround({
  history,
  referrals,
  plans,
  rules,
  calendar,
  liveSince,
}: RuleInput): Drafted[] {
  return plans.flatMap((plan, index) => {
    const { end } = plan
    const problem = groundProblem(history, plan)
    if (end === null || problem === undefined || (liveSince !== null && end.on.isBefore(liveSince))) return []
    const next = plans[index + 1]
    const evidence = [plan.id, end.by].flatMap((id) => history.events.filter((event) => event.id === id))
    return evidence.slice(-1).flatMap((trigger) =>
      foundOn(
        {
          rules,
          subject: history.child.id,
          trigger,
          evidence,
          what: () => capital(problem.problem),
          end: outcomeOf(next && { id: next.id, on: next.startedOn }, groundAfter(trigger, { history, referrals })),
          liveSince,
        },
        calendar,
      ),
    )
  })
}

/** A child who left without a ground leaves the question open: only what came after can answer it, or its death end it. */
const groundAfter = ({ kind, on }: Effective, child: Pick<RuleInput, 'history' | 'referrals'>) =>
  kind === 'child-left'
    ? [closedSince(child, on), birthdayOf(child.history), child.history.died].reduce<End | null>(earlier, null)
    : groundSince(child, on)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
