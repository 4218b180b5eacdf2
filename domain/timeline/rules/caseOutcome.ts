import type { LocalDate } from '@js-joda/core'
import type { Effective } from '../../chronology/effectiveEvents'
import type { Outcome } from '../obligation'
import { outcomeOf } from '../outcomeOf'
import type { ChildState } from '../ruleInput'
import { caseGround } from './caseGround'

/**
 * How a matter of the case ended, asked on one day about some or all of its children: for each of them met, or fallen away with the closing of the case, the
 * child's leaving or eighteenth birthday; the last of these is how it ended as a whole. While one child waits it is open.
 * Undefined when it is about no child of the case.
 */
export function caseOutcome(
  children: readonly ChildState[],
  asked: Effective,
  metBy: (child: ChildState) => Effective | undefined,
): Outcome | undefined {
  const outcomes = children
    .filter(({ history }) => history.events.some(({ id }) => id === asked.id))
    .map((child) => outcomeOf(metBy(child), caseGround(child, asked.on)))
  return outcomes.find(({ outcome }) => outcome === 'open') ?? outcomes.reduce<Outcome | undefined>(later, undefined)
}

/** The later of two ends; of two on one day, being met. */
function later(a: Outcome | undefined, b: Outcome): Outcome {
  if (a === undefined || a.outcome === 'open' || b.outcome === 'open') return b
  if (a.on.equals(b.on)) return a.outcome === 'met' ? a : b
  return a.on.isAfter(b.on) ? a : b
}

/** Whether a matter had ended before a day. */
export const endedBefore = (end: Outcome | undefined, day: LocalDate): boolean =>
  end !== undefined && end.outcome !== 'open' && end.on.isBefore(day)
