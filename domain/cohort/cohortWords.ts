import type { Part, WhyLeftOut } from './leftOut'
import { percent, type ShownShare } from './shown'

/** What a child is left out of, in words. */
export const PART_WORDS: Readonly<Record<Part, string>> = {
  children: 'the cohort',
  'prior-cpp': 'prior CPP',
  '3-months': '3 months',
  '6-months': '6 months',
  outcome: 'police outcomes',
}

/** Why, in words; null: all reasons together. */
export function whyWords(why: WhyLeftOut | null): string {
  switch (why) {
    case null:
      return 'in all'
    case 'not-over':
      return 'the window is not over'
    case 'died':
      return 'died'
    case 'adult':
      return 'turned 18'
    case 'moved':
      return 'moved away'
    case 'adopted':
      return 'adopted'
    case 'not-known':
      return 'earlier plans without a date'
    case 'not-recorded':
      return 'none recorded'
  }
}

/** A figure with its denominator: `8/51 (15.7 %)`; `<5/51`, or `not shown`, where it is hidden. */
export function shareWords(share: ShownShare): string {
  const { of, hidden } = share
  if (hidden !== null) return of === null || !hidden.startsWith('<') ? hidden : `${hidden}/${String(of)}`
  const percentage = percent(share)
  return `${String(share.n)}/${String(of)}${percentage === null ? '' : ` (${percentage.toFixed(1)} %)`}`
}
