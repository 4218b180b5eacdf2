import type { Drafted } from '../buildObligation'

/**
 * One obligation for each event it runs from, in the order of the plans: what was done on the day one plan ended and the next began meets
 * what was due on both, and runs the clock of the next one only.
 */
export const laterPlanKeeps = (drafts: readonly Drafted[]): Drafted[] => [
  ...new Map(drafts.map((draft) => [draft.trigger, draft])).values(),
]
