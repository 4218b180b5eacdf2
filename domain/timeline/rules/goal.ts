import type { LocalDate } from '@js-joda/core'
import type { Goal, GoalShare } from '../../chronology/goals'
import { buildObligation, type Drafted } from '../buildObligation'
import { dueOnDayNamed } from '../dueDate'
import type { Outcome } from '../obligation'
import { outcomeOf } from '../outcomeOf'
import type { CaseRuleInput } from '../ruleInput'

/**
 * Each goal by its own date, until its outcome is recorded for every child it is of, whatever the outcome. Nobody above the worker is told that it
 * is late where a contingency step was taken by the day they would be.
 */
export function goal({ goals, rules, calendar, liveSince }: CaseRuleInput): Drafted[] {
  return goals.flatMap((one) => {
    const { name, first, setOn, by, movedInVain, shares } = one
    const trigger = { first, kind: 'goal-set' as const, on: setOn }
    const end = shares.map(({ reviewed, ground }) => outcomeOf(reviewed, ground)).reduce(lastOf)
    return buildObligation(
      {
        rules,
        subject: name,
        trigger,
        end,
        liveSince,
        due: (rule) => {
          const due = dueOnDayNamed(rule, trigger, by, calendar)
          return movedInVain === null
            ? due
            : {
                ...due,
                explanation: [...due.explanation, { step: 'moved-in-vain', ...movedInVain, because: 'passed' }],
              }
        },
      },
      calendar,
    ).map((draft) => ({ ...draft, late: draft.late.filter(({ on }) => !isBeingHandled(one, on)) }))
  })
}

/** Several children: open while it is for any of them, then as it ended last. */
const lastOf = (a: Outcome, b: Outcome): Outcome => {
  if (a.outcome === 'open' || b.outcome === 'open') return { outcome: 'open' }
  return b.on.isAfter(a.on) || (b.on.equals(a.on) && b.outcome === 'met') ? b : a
}

/** Whether a contingency step was taken by a day for every child for whom the goal was then open. */
function isBeingHandled({ shares }: Goal, day: LocalDate): boolean {
  const by = (end: { readonly on: LocalDate } | null | undefined): boolean => end?.on.isAfter(day) === false
  const answered = ({ contingency, reviewed, ground }: GoalShare): boolean =>
    by(contingency) || by(reviewed) || by(ground)
  return shares.some(({ contingency }) => by(contingency)) && shares.every(answered)
}
