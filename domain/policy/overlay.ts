import type { PolicyPack, Rule } from './policyPack'

/** What a council may change of a rule: its numbers and whom it tells, never what it means. */
export type RuleChange = Partial<Pick<Rule, 'interval' | 'firstDayCounts' | 'reminders' | 'late' | 'ladder'>> & {
  /** The rule that is changed. */
  readonly rule: string
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
  readonly changes: readonly RuleChange[]
}

/**
 * The pack an overlay makes: its name, and the rules of the pack below with the council's values. What the council changed is local from then on and
 * cites it. Throws for a rule the pack has not and for another pack: `overlayProblem` says so before.
 */
export function withOverlay(pack: PolicyPack, overlay: Overlay): PolicyPack {
  const problem = overlayProblem(pack, overlay)
  if (problem !== undefined) throw new Error(problem.problem)
  const changes = new Map(overlay.changes.map((change) => [change.rule, change]))
  return {
    id: overlay.id,
    rules: pack.rules.map((rule) => {
      const change = changes.get(rule.id)
      if (change === undefined) return rule
      const source = `${change.why} (${overlay.id}); otherwise: ${rule.source}`
      return { ...rule, ...valuesOf(change), basis: 'local', source }
    }),
  }
}

const valuesOf = (change: RuleChange): Partial<Rule> =>
  Object.fromEntries(Object.entries(change).filter(([key]) => key !== 'rule' && key !== 'why'))

/** What keeps an overlay from fitting a pack, and where in it; undefined when it fits. */
export function overlayProblem(
  pack: PolicyPack,
  overlay: Overlay,
): { readonly path: readonly (string | number)[]; readonly problem: string } | undefined {
  if (overlay.extends !== pack.id)
    return { path: ['extends'], problem: `this version of Caseclock has ${pack.id}; write its name and version` }
  if (overlay.id === pack.id) return { path: ['id'], problem: 'an overlay needs a name of its own' }
  for (const [index, { rule }] of overlay.changes.entries()) {
    if (!pack.rules.some(({ id }) => id === rule))
      return {
        path: ['changes', index, 'rule'],
        problem: `${pack.id} has no such rule. It has ${pack.rules.map(({ id }) => id).join(', ')}`,
      }
    if (overlay.changes.findIndex((other) => other.rule === rule) !== index)
      return { path: ['changes', index, 'rule'], problem: 'this rule is changed twice; keep one' }
  }
  return undefined
}
