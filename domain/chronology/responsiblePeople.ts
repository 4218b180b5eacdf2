import type { CaseFacts } from './caseFacts'
import { childHistories, ofKind } from './childHistory'

export interface Responsible {
  readonly allocatedWorker: string | null
  readonly chair: string | null
}

/** Who holds each child of a case now: by person id. For `case` the first child that has somebody answers. */
export function responsiblePeople(facts: CaseFacts): (subject: string) => Responsible {
  const bySubject = new Map<string, Responsible>()
  for (const { child, events } of childHistories(facts).children) {
    let allocatedWorker: string | null = null
    for (const event of ofKind(events, 'worker-ended', 'worker-allocated')) {
      if (event.kind === 'worker-allocated') allocatedWorker = event.data.person
      else if (event.data.person === allocatedWorker) allocatedWorker = null
    }
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
