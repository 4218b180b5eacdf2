import type { Effective } from '../../chronology/effectiveEvents'
import { PLAN_WORDS as LONG_VIEW_WORDS } from '../../longview/longViewText'

export type PlanKind = 'cpp' | 'cin' | 'plo' | 'safety'

/** What people call a plan, at the beginning of a sentence. */
export const PLAN_WORDS: Readonly<Record<PlanKind, string>> = { ...LONG_VIEW_WORDS, safety: 'Safety plan' }

/** Which plan an event started: a conference made a child protection plan. */
export function planKind(start: Effective | undefined): PlanKind | null {
  if (start?.kind === 'plan-started') return start.data.plan
  if (start?.kind === 'safety-plan-agreed') return 'safety'
  return start?.kind === 'icpc-held' || start?.kind === 'transfer-in-conference-held' ? 'cpp' : null
}
