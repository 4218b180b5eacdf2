import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../chronology/caseFacts'
import type { PlanKind } from '../chronology/misfits/planStarts'
import { planSpans, runsOn } from '../plans/planSpans'
import { foldCase } from '../timeline/timeline'

/** The children, of some or of all, whose plan of a kind still runs when a day is over. */
export const runningOf = (
  facts: CaseFacts,
  { kind, on, children }: { readonly kind: PlanKind; readonly on: LocalDate; readonly children: readonly string[] },
): readonly string[] =>
  foldCase(facts)
    .children.filter(({ history: { child } }) => children.length === 0 || children.includes(child.id))
    .filter((state) =>
      planSpans(state).some((span) => span.kind === kind && runsOn(span, on) && span.end?.on.equals(on) !== true),
    )
    .map(({ history }) => history.child.id)
