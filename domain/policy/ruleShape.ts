import type { Rule } from './policyPack'

/** What keeps values from being used, and where in them. */
export interface Misfit {
  readonly path: readonly (string | number)[]
  readonly problem: string
}

/**
 * What keeps values from standing in the place of a rule's own; undefined when they can. A rule keeps its shape, which its function relies on: one
 * interval stays one, counted on or back, and the parts stay the same parts.
 */
export function shapeMisfit(
  rule: Rule,
  { interval, parts }: { readonly interval?: Rule['interval']; readonly parts?: Rule['parts'] },
): Misfit | undefined {
  if (interval !== undefined && (interval === null) !== (rule.interval === null))
    return { path: ['interval'], problem: intervalProblem(rule) }
  if (interval?.before !== rule.interval?.before && interval !== undefined)
    return {
      path: ['interval', 'before'],
      problem: `${rule.id} is counted ${rule.interval?.before === true ? 'back from a booked meeting: write before: true' : 'on from its trigger: leave before out'}`,
    }
  if (parts === undefined) return undefined
  const names = (of: Rule['parts']): string => (of ?? []).map(({ part }) => part).join(', ')
  return names(parts) === names(rule.parts)
    ? undefined
    : {
        path: ['parts'],
        problem: `the parts of ${rule.id} are: ${names(rule.parts) || 'none'}; name each, in this order`,
      }
}

function intervalProblem({ id, interval, parts }: Rule): string {
  if (interval !== null) return `${id} has one interval; say it`
  return parts === undefined
    ? `the facts name the day of ${id}: it has no interval`
    : `${id} has several dates; change its parts`
}

/** The numbers a rule may need beside its interval. */
export const NUMBERS = ['count', 'within', 'alsoWithin', 'notLaterThan'] as const

/** What keeps a rule of a whole pack from being computed as the built-in rule of its name is; undefined when nothing does. */
export function wholeRuleMisfit(builtIn: Rule, rule: Rule): Misfit | undefined {
  if (rule.kind !== builtIn.kind)
    return {
      path: ['kind'],
      problem: `${rule.id} is ${builtIn.kind === 'stall' ? 'a stall' : 'an obligation'}; write kind: ${builtIn.kind}`,
    }
  const missing = NUMBERS.find((number) => builtIn[number] !== undefined && rule[number] === undefined)
  if (missing !== undefined)
    return { path: [], problem: `${rule.id} needs ${missing}; the built-in pack has an example` }
  if (builtIn.parts !== undefined && rule.parts === undefined)
    return {
      path: [],
      problem: `${rule.id} has several dates; say its parts: ${builtIn.parts.map(({ part }) => part).join(', ')}`,
    }
  return shapeMisfit(builtIn, rule)
}
