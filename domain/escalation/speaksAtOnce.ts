import { tellsAtOnce } from '../policy/alertRules'
import type { Rule } from '../policy/policyPack'
import type { Obligation } from '../timeline/obligation'

/** Whether an obligation is about immediate risk, as its reasons say: a dispute that skips its first stages (handbook 6). */
export const isOfImmediateRisk = ({ explanation }: Pick<Obligation, 'explanation'>): boolean =>
  explanation.some(({ step }) => step === 'immediate-risk')

/** Whether what is said of it above the worker waits for no working hour: by its rule, or because a child is at immediate risk. */
export const speaksAtOnce = (one: Pick<Obligation, 'explanation'>, rule: Pick<Rule, 'id' | 'immediate'>): boolean =>
  tellsAtOnce(rule) || isOfImmediateRisk(one)
