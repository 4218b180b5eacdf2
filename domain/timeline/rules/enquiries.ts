import type { EventOf } from '../../chronology/chronologyEvent'
import { ofKind, type ChildHistory } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'

/** A section 47 enquiry of one child, opened by a strategy discussion. */
interface Enquiry {
  readonly strategy: Effective<EventOf<'strategy-discussion'>>
  /** By a conference held, the decision that none is needed, or its own end without one; one conference answers every enquiry that is open. */
  readonly answered: Effective | undefined
  /** Its recorded end, whatever came of it. */
  readonly ended: Effective | undefined
}

/** The enquiries of a child in order: a later discussion that opens one starts its own. An end that names no enquiry is that of every open one. */
export function enquiries(history: ChildHistory): readonly Enquiry[] {
  const opening = ofKind(history.events, 'strategy-discussion').filter((event) => event.data.opensSection47)
  const answers = ofKind(history.events, 'icpc-held', 'icpc-not-required', 'section-47-ended')
  return opening.map((strategy) => {
    const own = answers.filter(
      (event) =>
        !event.on.isBefore(strategy.on) &&
        (event.kind !== 'section-47-ended' ||
          event.data.enquiry === undefined ||
          history.firstOf(event.data.enquiry) === strategy.first),
    )
    return {
      strategy,
      // An enquiry that ends by calling a conference is not answered yet.
      answered: own.find((event) => event.kind !== 'section-47-ended' || event.data.outcome === 'no-conference'),
      ended: own.find(({ kind }) => kind === 'section-47-ended'),
    }
  })
}
