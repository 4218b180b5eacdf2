import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from '../../../domain/chronology/childHistory'

/**
 * Whether a child protection plan of ours runs on a day without any doubt, by the events alone and not by the fold under test: a plan that was made, of a
 * child that has neither come of age nor left, with nothing since that could have ended it. An end that names another start ended that one.
 */
export function planSurelyRuns({ events, firstOf, adultOn }: ChildHistory, today: LocalDate): boolean {
  if (adultOn !== null && !today.isBefore(adultOn)) return false
  const started = ofKind(events, 'plan-started').filter(({ data }) => data.plan === 'cpp')
  const ours = started.filter(({ data }) => data.authority !== 'other')
  const elsewhere = started.filter(({ data }) => data.authority === 'other')
  const conferences = ofKind(events, 'icpc-held', 'transfer-in-conference-held').filter(
    ({ on, data }) => data.outcome === 'plan' && !elsewhere.some((other) => other.on.equals(on)),
  )
  const turns = ofKind(events, 'case-closed', 'case-reopened')
  const endings = [
    ...ofKind(events, 'child-left'),
    // A closing that was followed by a reopening ends no plan.
    ...turns.slice(turns.findLastIndex(({ kind }) => kind === 'case-reopened') + 1),
    ...ofKind(events, 'review-held').filter(({ data }) => data.outcome === 'end' && data.quorate !== false),
  ]
  const ended = ofKind(events, 'plan-ended').filter(({ data }) => data.plan === 'cpp')
  const died = ofKind(events, 'child-left').some(({ data }) => data.reason === 'died')
  const standsOn = (made: (typeof ours)[number] | (typeof conferences)[number]): boolean =>
    ![
      ...endings,
      ...ended.filter(({ data: { of } }) => {
        if (of === undefined) return true
        const named = firstOf(of)
        const start = ours.find(({ first }) => first === named)
        // A start on or after a conference may be the start of the plan it made: an end that names it may end that one.
        const mayBeItsStart = made.kind !== 'plan-started' && start !== undefined && !start.on.isBefore(made.on)
        return named === made.first || start === undefined || mayBeItsStart
      }),
    ].some(({ on }) => !on.isBefore(made.on))
  return !died && [...ours, ...conferences].some(standsOn)
}
