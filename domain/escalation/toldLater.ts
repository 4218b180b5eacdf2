import type { Rung } from '../policy/policyPack'
import type { Obligation } from '../timeline/obligation'
import { firstAbove, rolesOn, rungStep } from './ladder'
import type { Matter } from './matters'
import type { Round } from './round'

interface When {
  /** Its rule waits for no working hour. */
  readonly immediate: boolean
  /** The alert may speak now. */
  readonly speaks: boolean
  readonly hasSpoken: boolean
}

/** Whether what comes to an alert is told by itself now: the rungs have spoken without it; or it cannot wait until the first does. */
export const isToldApart = ({ immediate, speaks, hasSpoken }: When): boolean =>
  hasSpoken ? speaks || immediate : immediate && !speaks

interface Later {
  /** The rungs that have spoken. */
  readonly ladder: readonly Rung[]
  readonly immediate: boolean
}

/**
 * What is told of a member that came to an alert after its rungs had spoken: what is late itself to everybody on them; drift that goes with it in the next
 * digest to the first it concerns, at once where its rule says so. The next rung reads both.
 */
export function toldLater(obligation: Obligation, { leads }: Matter, { ladder, immediate }: Later): readonly Round[] {
  const first = firstAbove(obligation)
  if (leads.includes(obligation))
    return ladder.flatMap((rung, index) =>
      rolesOn(rung).map((role): Round => ({
        rung: null,
        insteadOf: index + 1,
        roles: [role],
        steps: [{ obligation, step: rungStep(index + 1, first?.step ?? 'late') }],
        lane: 'at-once',
      })),
    )
  return (first?.to ?? [])
    .filter((role) => role !== 'social-worker')
    .map((role): Round => ({
      rung: null,
      roles: [role],
      steps: [{ obligation, step: first?.step ?? 'late' }],
      lane: immediate ? 'at-once' : 'digest',
    }))
}
