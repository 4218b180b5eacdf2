import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { standing } from '../../../domain/timeline/standing'
import { calendar, day, obligationsOf } from '../facts'

/** How each obligation of a rule stands on 1 December 2026: `met-late`. */
export const stateOf = (rule: string, given: CaseFacts) =>
  obligationsOf(rule, given).map((one) => standing(one, day('2026-12-01'), calendar).state)

/** Whom the first obligation of a rule tells, and when: `2026-03-31 due-2wd social-worker`, `2026-04-02 evening late team-manager`. */
export function toldOf(rule: string, given: CaseFacts): readonly string[] {
  const [one] = obligationsOf(rule, given)
  return [
    ...(one?.reminders ?? []).map(({ step, on, to }) => `${on.toString()} ${step} ${to.join(' and ')}`),
    ...(one?.late ?? []).map(({ step, on, at, to }) => `${on.toString()} ${at} ${step} ${to.join(' and ')}`),
  ]
}
