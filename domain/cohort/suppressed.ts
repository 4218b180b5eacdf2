import type { CohortFigures } from './cohortTable'
import type { LeftOut } from './leftOut'
import type { MeasureName, Share } from './measures'
import { sharesBy, type ShownCohort, type ShownLeftOut, type ShownShare } from './shown'

/** Counts from 1 to one below it are small, unless told otherwise. */
export const SUPPRESSED_BELOW = 5
/** Below this a `<` would say the count itself. */
export const LEAST_THRESHOLD = 3

/** What stands for a count that is not small and would tell one that is. */
export const NOT_SHOWN = 'not shown'

type Shares = Readonly<Record<MeasureName, Share>>
type Some = Partial<Record<MeasureName, ShownShare>>

/**
 * The figures of one cohort for publication: no count of children from 1 to `below` - 1 is shown, nor can one be worked out of what is, by whoever knows
 * this rule. That holds for what is counted, for the rest of its denominator, for who came onto a plan between the two windows, and for other police
 * outcomes. How many were left out in all can be worked out from the denominators: it says of no child what happened, so only the reasons are not shown.
 * A 0 is shown, and so is everybody.
 */
export function suppressed({ cohort, children, shares, leftOut }: CohortFigures, below: number): ShownCohort {
  const small = smallBelow(below)
  if (small(children)) {
    const all = sharesBy(() => ({ n: null, of: null, hidden: NOT_SHOWN }))
    return { cohort, children: null, shares: all, leftOut: [] }
  }
  const own: Some = { ...prior(shares, below), ...followUp(shares, below), ...outcomes(shares, below) }
  const shown = sharesBy((name) => own[name] ?? { ...shares[name], hidden: null })
  return { cohort, children, shares: shown, leftOut: totals(leftOut, shown, small) }
}

const smallBelow =
  (below: number) =>
  (count: number): boolean =>
    count >= 1 && count < below

/** What stands for a small count. */
export const suppressionMark = (below: number): string => `<${String(below)}`

/** Whether a figure, or the rest of those it is of, is small. */
const tells = ({ n, of }: Share, below: number): boolean => [n, of - n, of].some(smallBelow(below))

/**
 * A figure that stands for itself. `<5` only where the denominator is so large that every count it may stand for would be hidden like it: else what
 * stands there would tell which it is.
 */
function alone(share: Share, below: number): ShownShare {
  const { n, of } = share
  if (!tells(share, below)) return { ...share, hidden: null }
  const isPlain = smallBelow(below)(n) && of >= 2 * below - 1
  return { n: null, of: smallBelow(below)(of) ? null : of, hidden: isPlain ? suppressionMark(below) : NOT_SHOWN }
}

/** Also hidden where so few of either kind were followed that they are a small count themselves. */
function prior({ priorCpp, ...parts }: Shares, below: number): Some {
  const own = alone(priorCpp, below)
  const isFew = [parts.priorCppFollowUp3m, parts.noPriorCppFollowUp3m].some(({ of }) => smallBelow(below)(of))
  return { priorCpp: own.hidden === null && isFew ? { n: null, of: own.of, hidden: NOT_SHOWN } : own }
}

/** The two parts of the three-month row are shown together or not at all: beside their sum each would tell the other. */
function followUp(shares: Shares, below: number): Some {
  const small = smallBelow(below)
  const { priorCpp, cpp3m: all, cpp6m: later, priorCppFollowUp3m: before, noPriorCppFollowUp3m: none } = shares
  const unknown = { n: all.n - before.n - none.n, of: all.of - before.of - none.of }
  const areHidden =
    tells(priorCpp, below) ||
    [all, before, none].some((share) => tells(share, below)) ||
    [unknown.n, unknown.of - unknown.n].some(small)
  const three = alone(all, below)
  // Their denominators are the children with and without a prior plan.
  const noDenominators = tells(priorCpp, below) || three.of === null || [before.of, none.of].some(small)
  const part = (share: Share): ShownShare => ({ n: null, of: noDenominators ? null : share.of, hidden: NOT_SHOWN })
  return {
    cpp3m: three,
    cpp6m: sixMonths(later, { ...all, hidden: three.hidden }, below),
    ...(areHidden ? { priorCppFollowUp3m: part(before), noPriorCppFollowUp3m: part(none) } : {}),
  }
}

/** Beside the three-month row it tells who came onto a plan between the two. Where fewer were followed as long, each of the two bounds the other: both are shown, or neither. */
function sixMonths(six: Share, three: Share & { readonly hidden: string | null }, below: number): ShownShare {
  const own = alone(six, below)
  const isBetween = three.hidden === null && smallBelow(below)(Math.abs(six.n - three.n))
  const isFewer = six.of !== three.of && (own.hidden !== null || three.hidden !== null)
  return isFewer || (own.hidden === null && isBetween) ? { n: null, of: own.of, hidden: NOT_SHOWN } : own
}

/** Outcome 20, community resolution, and the others, which stand in no row: they are what is left. */
function outcomes({ outcome20: first, communityResolution: second }: Shares, below: number): Some {
  const small = smallBelow(below)
  const { of } = first
  if (small(of)) return both({ n: null, of: null, hidden: NOT_SHOWN })
  const others = of - first.n - second.n
  const smallOnes = [first, second].filter(({ n }) => small(n)).length
  const largeOnes = [first, second].filter(({ n }) => !small(n)).reduce((sum, { n }) => sum + n, 0)
  // Whatever the small ones are, within what `<5` leaves open, the others must stay large.
  const least = of - largeOnes - smallOnes * (below - 1)
  const tellsOther = [others, first.n + others, second.n + others].some(small) || (smallOnes > 0 && least < below)
  if (tellsOther) return both({ n: null, of, hidden: NOT_SHOWN })
  const one = (share: Share): ShownShare =>
    small(share.n) ? { n: null, of, hidden: suppressionMark(below) } : { ...share, hidden: null }
  return { outcome20: one(first), communityResolution: one(second) }
}

const both = (share: ShownShare): Some => ({ outcome20: share, communityResolution: share })

/** The row of the table that has the denominator of a part. */
const ROW_OF = { 'prior-cpp': 'priorCpp', '3-months': 'cpp3m', '6-months': 'cpp6m', outcome: 'outcome20' } as const

/** How many are left out of each part in all, where its denominator is shown. */
function totals(
  leftOut: readonly LeftOut[],
  shown: ShownCohort['shares'],
  small: (count: number) => boolean,
): readonly ShownLeftOut[] {
  const parts = [...new Set(leftOut.map(({ part }) => part))]
  return parts.flatMap((part): ShownLeftOut[] => {
    const n = leftOut.filter((one) => one.part === part).reduce((sum, one) => sum + one.n, 0)
    if (part === 'children') return [{ part, reason: null, n: small(n) ? null : n }]
    return shown[ROW_OF[part]].of === null ? [] : [{ part, reason: null, n }]
  })
}
