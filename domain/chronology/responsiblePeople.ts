import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from './caseFacts'
import { childHistories, ofKind } from './childHistory'
import { isClosedOn } from './isClosedOn'
import { referrals } from './referrals'

export interface Responsible {
  readonly allocatedWorker: string | null
  readonly chair: string | null
}

/**
 * Who holds each child of a case on a day: by person id. For `case` the first child that has somebody answers. Once the case has closed for a
 * child nobody holds it, whether or not the worker's end was recorded.
 */
export function responsiblePeople(facts: CaseFacts, day: LocalDate): (subject: string) => Responsible {
  const bySubject = new Map<string, Responsible>()
  for (const history of childHistories(facts).children) {
    const { child, events } = history
    let allocatedWorker: string | null = null
    for (const event of ofKind(events, 'worker-ended', 'worker-allocated')) {
      if (event.kind === 'worker-allocated') allocatedWorker = event.data.person
      else if (event.data.person === allocatedWorker) allocatedWorker = null
    }
    if (isClosedOn(history, referrals(history).referrals, day)) allocatedWorker = null
    const chair = ofKind(events, 'chair-allocated').at(-1)?.data.person ?? null
    bySubject.set(child.id, { allocatedWorker, chair })
  }
  const all = [...bySubject.values()]
  const whole: Responsible = {
    allocatedWorker: all.find((one) => one.allocatedWorker !== null)?.allocatedWorker ?? null,
    chair: all.find((one) => one.chair !== null)?.chair ?? null,
  }
  return (subject) => {
    const own = bySubject.get(subject)
    return own === undefined ? whole : { allocatedWorker: own.allocatedWorker, chair: own.chair ?? whole.chair }
  }
}
