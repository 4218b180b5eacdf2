import { versionNamed, type PolicySchedule } from '../../domain/policy/policySchedule'
import type { PolicyPack, Rule } from '../../domain/policy/policyPack'
import { canonical } from '../../domain/canonical'

/**
 * Whether a rule dates its matters otherwise in one version than in another, by their names. Words, readers and ladder move no date. A version that is not there any
 * more is taken to: its time is that of the one in its place.
 */
export function datesOtherwise(schedule: PolicySchedule, rule: string, between: readonly [string, string]): boolean {
  const [one, other] = between.map((name) => versionNamed(schedule, name)?.pack)
  return one === undefined || other === undefined || said(one, rule) !== said(other, rule)
}

const said = ({ rules }: PolicyPack, id: string): string => {
  const rule = rules.find((candidate) => candidate.id === id)
  return canonical(rule === undefined ? null : numbersOf(rule))
}

/** All that its function reads to date it. */
const numbersOf = (rule: Rule): unknown => [
  ...[rule.interval, rule.parts?.map(({ part, interval }) => [part, interval])],
  ...[rule.count, rule.within, rule.alsoWithin, rule.notLaterThan, rule.afterBirth],
  ...[rule.firstDayCounts, rule.roll],
]
