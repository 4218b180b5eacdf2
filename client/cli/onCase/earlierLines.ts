import type { EarlierDecision } from '../../queries/plans/earlierDecisions'
import { earlierSentence } from '../../queries/plans/earlierSentence'

/** What was decided when a case was last closed, a sentence for each referral that followed soon. */
export const earlierLines = (earlier: readonly EarlierDecision[], ref: string): string =>
  earlier.map((one) => `${earlierSentence(one, ref)}\n`).join('')
