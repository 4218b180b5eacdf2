import type { LocalDate } from '@js-joda/core'
import type { Interval, Rule } from '../../policy/policyPack'
import type { RuleVersions } from '../../policy/policySchedule'

/** The rule a pattern is looked for with on a day: the version that what is open and was triggered on it follows. Undefined where there is none. */
export const ruleOn = (rules: RuleVersions, day: LocalDate): Rule | undefined =>
  rules.at({ triggerOn: day, end: { outcome: 'open' } })?.rule

/** How many of a kind. Throws where the pack does not say. */
export const countOf = ({ id, count }: Rule): number => said(count, id, 'count')

/** Within what time. Throws where the pack does not say. */
export const withinOf = ({ id, within }: Rule): Interval => said(within, id, 'within')

/** The shorter time that is shown beside it. Throws where the pack does not say. */
export const alsoWithinOf = ({ id, alsoWithin }: Rule): Interval => said(alsoWithin, id, 'alsoWithin')

function said<T>(value: T | undefined, id: string, field: string): T {
  if (value === undefined) throw new Error(`Rule ${id} has no ${field}. Say it in the policy pack.`)
  return value
}
