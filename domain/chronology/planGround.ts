import { ofKind, type ChildHistory } from './childHistory'
import type { Problem } from './problem'
import type { ProtectionPlan } from './protectionPlans'

/**
 * What is wrong with how a plan ended, if anything. Its grounds are a quorate review that ends it, a move, the eighteenth birthday, death or
 * leaving the country; any other end is flagged (handbook 3, Conferences, plans and their ends). The closing of the case has a problem of its own.
 */
export function groundProblem(history: ChildHistory, { id, end }: ProtectionPlan): Problem | undefined {
  if (end === null || end.ground === 'case-closed') return undefined
  const event = history.events.find((candidate) => candidate.id === end.by)
  const say = (why: string): Problem => ({ events: [id, end.by], problem: `a child protection plan ended ${why}` })
  if (event?.kind === 'child-left')
    return event.data.reason === 'adopted'
      ? say('because the child was adopted, which is no ground to end one; no review conference ended it')
      : asAdult(history, end, event.data.reason, say)
  if (event?.kind !== 'plan-ended') return undefined
  const inquorate = ofKind(history.events, 'review-held').some(
    ({ on, data }) => on.equals(end.on) && data.outcome === 'end' && data.quorate === false,
  )
  if (inquorate) return say('with a review conference that was inquorate and cannot end one')
  switch (event.data.reason) {
    case 'moved':
    case 'died':
    case 'left-country':
      return undefined
    case 'adult':
      return asAdult(history, end, 'adult', say)
    case 'review':
      return say('by a review, and no quorate review conference that ended it is recorded')
    case 'looked-after':
      return say('because the child became looked after, which is no ground to end one')
    case 'in-error':
    case 'other':
    case 'not-known':
      return say(`without a ground (reason: ${event.data.reason}); no review conference ended it`)
  }
}

const asAdult = (
  { adultOn }: ChildHistory,
  { on }: NonNullable<ProtectionPlan['end']>,
  reason: string,
  say: (why: string) => Problem,
): Problem | undefined =>
  reason === 'adult' && adultOn?.isAfter(on) === true
    ? say('as that of an adult before the eighteenth birthday')
    : undefined
