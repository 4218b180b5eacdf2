import type { Share } from './measures'

/** A t value, or why there is none. */
export type TValue = { readonly t: number } | { readonly t: null; readonly why: string }

/**
 * Student's two-sample t of two shares, first minus second, with pooled variance: each child is a 1 or a 0. Never NaN and never infinite: without
 * children, or without any variance, there is no t and a reason. Source: S0, table 6, whose four values it gives.
 */
export function pooledT(first: Share, second: Share): TValue {
  if (first.of === 0 || second.of === 0) return { t: null, why: 'one of the two has no children to compare' }
  const freedom = first.of + second.of - 2
  if (freedom < 1) return { t: null, why: 'two children are too few for a variance' }
  const pooled = (squares(first) + squares(second)) / freedom
  if (pooled === 0) return { t: null, why: 'within each cohort every child has the same answer: there is no variance' }
  return { t: (mean(first) - mean(second)) / Math.sqrt(pooled * (1 / first.of + 1 / second.of)) }
}

export const mean = ({ n, of }: Share): number => n / of

/** The sum of the squared distances from the mean. */
const squares = ({ n, of }: Share): number => (n * (of - n)) / of
