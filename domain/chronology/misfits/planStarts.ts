import { ofKind, type ChildHistory } from '../childHistory'
import type { Effective } from '../effectiveEvents'
import type { EventData } from '../eventKinds'

export type PlanKind = EventData['plan-started']['plan']

/**
 * Whatever may have begun a plan of a kind for a child, in order: a recorded start, ours or another authority's; of a child protection plan the conference that
 * made it too, of a safety plan its first agreement.
 */
export const planStarts = ({ events }: ChildHistory, kind: PlanKind): readonly Effective[] =>
  ofKind(events, 'plan-started', 'icpc-held', 'transfer-in-conference-held', 'safety-plan-agreed').filter((event) => {
    switch (event.kind) {
      case 'plan-started':
        return event.data.plan === kind
      case 'icpc-held':
      case 'transfer-in-conference-held':
        return kind === 'cpp' && event.data.outcome === 'plan'
      case 'safety-plan-agreed':
        return kind === 'safety'
    }
  })

/** What a person calls a plan of a kind, with its article. */
export const PLAN_WORDS: Readonly<Record<PlanKind, { readonly a: string; readonly the: string }>> = {
  cpp: { a: 'a child protection plan', the: 'the child protection plan' },
  cin: { a: 'a child in need plan', the: 'the child in need plan' },
  plo: { a: 'pre-proceedings', the: 'pre-proceedings' },
  safety: { a: 'a safety plan', the: 'the safety plan' },
}
