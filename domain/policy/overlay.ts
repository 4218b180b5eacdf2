import { englandFamilySafeguarding1 } from './englandFamilySafeguarding1'
import {
  lateUnitOf,
  ruleComingWith,
  type PolicyOption,
  type PolicyPack,
  type Rule,
  type RulePart,
  type RuleValues,
  type RuleValuesOf,
} from './policyPack'
import { ruleMisfits } from './ruleMisfits'
import { shapeMisfit, type Misfit } from './ruleShape'

/** A council's change of one rule. */
export type RuleChange = RuleValuesOf & {
  /** Why the council differs, and where that is written. */
  readonly why: string
}

/** A council's own version of a pack: single values of single rules, and who answers for them. */
export interface Overlay {
  /** Name and version: `north-county@2`. */
  readonly id: string
  /** The pack it changes, by name and version. */
  readonly extends: string
  /** Who approved it, in which post, and when (ISO date). */
  readonly approvedBy: { readonly name: string; readonly post: string; readonly on: string }
  /** Changes that come with the pack, by name; `changes` may then differ from them. */
  readonly options?: readonly string[]
  readonly changes: readonly RuleChange[]
}

/**
 * The pack an overlay makes: its name, and the rules of the pack below with the options it chose and then the council's values. What the council
 * changed is local from then on and cites it; a rule that an option brings keeps its own basis and source. Throws for a rule or an option the pack has not and for another pack: `overlayProblem` says so before.
 */
export function withOverlay(pack: PolicyPack, overlay: Overlay): PolicyPack {
  const problem = overlayProblem(pack, overlay)
  if (problem !== undefined) throw new Error(problem.problem)
  const { escalation } = pack
  const changes = changesOf(pack, overlay)
  return {
    id: overlay.id,
    ...(escalation === undefined ? {} : { escalation }),
    rules: rulesUnder(pack, overlay).map((rule) => changedBy(rule, changes, overlay.id)),
  }
}

/** The rules an overlay stands on: those of the pack, and those the options it chose bring. */
const rulesUnder = (pack: PolicyPack, overlay: Overlay): readonly Rule[] => [
  ...pack.rules,
  ...chosenOptions(pack, overlay).flatMap(({ adds = [] }) => adds),
]

/** The options an overlay chose, in the order of the pack. */
export const chosenOptions = (pack: PolicyPack, { options = [] }: Overlay): readonly PolicyOption[] =>
  (pack.options ?? []).filter(({ name }) => options.includes(name))

/** All that an overlay changes: the options it chose, then its own values. */
const changesOf = (pack: PolicyPack, overlay: Overlay): readonly RuleChange[] => [
  ...chosenOptions(pack, overlay).flatMap(({ why, changes }) =>
    changes.map((change): RuleChange => ({ ...change, why })),
  ),
  ...overlay.changes,
]

const changedBy = (rule: Rule, changes: readonly RuleChange[], id: string): Rule =>
  changes
    .filter((change) => change.rule === rule.id)
    .reduce<Rule>((changed, change) => {
      const source = `${change.why} (${id}); otherwise: ${changed.source}`
      return { ...withValues(changed, change), basis: 'local', source }
    }, rule)

/** A rule with other values. Days late are counted as its new interval is. Its parts get theirs, and keep whom they tell unless that is said too. */
export function withValues(rule: Rule, change: RuleValuesOf): Rule {
  const parts = rule.parts?.map((part): RulePart => ({
    ...part,
    ...change.parts?.find((other) => other.part === part.part),
  }))
  const { interval = null } = change
  return {
    ...rule,
    ...valuesOf(change),
    ...(interval === null ? {} : { lateUnit: lateUnitOf(interval) }),
    ...(parts === undefined ? {} : { parts }),
  }
}

const valuesOf = (change: RuleValuesOf): RuleValues =>
  Object.fromEntries(Object.entries(change).filter(([key]) => key !== 'rule' && key !== 'why'))

/** What keeps an overlay from fitting a pack, and where in it; undefined when it fits. */
export function overlayProblem(pack: PolicyPack, overlay: Overlay): Misfit | undefined {
  if (overlay.extends !== pack.id)
    return { path: ['extends'], problem: `this version of Caseclock has ${pack.id}; write its name and version` }
  if (overlay.id === pack.id) return { path: ['id'], problem: 'an overlay needs a name of its own' }
  for (const [index, name] of (overlay.options ?? []).entries())
    if (pack.options?.some((option) => option.name === name) !== true)
      return {
        path: ['options', index],
        problem: `${pack.id} has no such option. It has ${(pack.options ?? []).map((option) => option.name).join(', ') || 'none'}`,
      }
  const rules = rulesUnder(pack, overlay)
  for (const [index, change] of overlay.changes.entries()) {
    const path = ['changes', index] as const
    const rule = rules.find(({ id }) => id === change.rule)
    if (rule === undefined) return { path: [...path, 'rule'], problem: missingProblem(pack, rules, change.rule) }
    if (overlay.changes.findIndex((other) => other.rule === change.rule) !== index)
      return { path: [...path, 'rule'], problem: 'this rule is changed twice; keep one' }
    const misfit = shapeMisfit(rule, change)
    if (misfit !== undefined) return { path: [...path, ...misfit.path], problem: misfit.problem }
  }
  return valueProblem(pack, overlay)
}

function missingProblem({ id: name, options = [] }: PolicyPack, rules: readonly Rule[], missing: string): string {
  const option = options.find(({ adds = [] }) => adds.some(({ id }) => id === missing))
  return option === undefined
    ? `${name} has no such rule. It has ${rules.map(({ id }) => id).join(', ')}`
    : `${missing} is off in ${name}: choose the option ${option.name}, then change it`
}

/** What is wrong with a rule as it would stand with all its changes; in the council's own change of it, or in an option. */
function valueProblem(pack: PolicyPack, overlay: Overlay): Misfit | undefined {
  const changes = changesOf(pack, overlay)
  for (const rule of rulesUnder(pack, overlay)) {
    if (!changes.some((change) => change.rule === rule.id)) continue
    const builtIn = ruleComingWith(englandFamilySafeguarding1, rule.id)
    const [misfit] = ruleMisfits(builtIn, changedBy(rule, changes, overlay.id))
    const index = overlay.changes.findIndex((change) => change.rule === rule.id)
    if (misfit !== undefined)
      return { path: index === -1 ? ['options'] : ['changes', index, ...misfit.path], problem: misfit.problem }
  }
  return undefined
}
