import { englandFamilySafeguarding1 } from './englandFamilySafeguarding1'
import type { EscalationNumbers, Rule } from './policyPack'
import { newest, ruleBehind, type PolicySchedule } from './policySchedule'

/** What a rule says about its alerts. Packs written before these values existed have those of the built-in rule of the same name. */

const builtIn = (id: string): Rule | undefined => englandFamilySafeguarding1.rules.find((rule) => rule.id === id)

/** Whether the first word above the worker waits for no working hour. */
export const tellsAtOnce = ({ id, immediate = builtIn(id)?.immediate }: Pick<Rule, 'id' | 'immediate'>): boolean =>
  immediate === true

/** The rules beside whose late matter this one is evidence. */
export const goesWithOf = ({ id, goesWith = builtIn(id)?.goesWith ?? [] }: Pick<Rule, 'id' | 'goesWith'>) => goesWith

/** The same for a matter, under the version of the rules that it follows. */
export const goesWithUnder =
  (policy: PolicySchedule) =>
  (matter: Parameters<typeof ruleBehind>[1]): readonly string[] =>
    goesWithOf(ruleBehind(policy, matter))

/** How alerts climb, under the newest version. Throws when not even the built-in pack says so. */
export function escalationNumbers(policy: PolicySchedule): EscalationNumbers {
  const numbers = newest(policy).escalation ?? englandFamilySafeguarding1.escalation
  if (numbers === undefined) throw new Error('The built-in pack has no numbers for escalation. Restore its file.')
  return numbers
}
