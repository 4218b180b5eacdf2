import { ofKind, type ChildHistory } from './childHistory'
import type { Effective } from './effectiveEvents'
import type { Problem } from './problem'

/**
 * Ends of plans and review conferences dated before the plan they are of: they end and meet nothing, and the case says so. One without any plan after it may
 * be of a plan nobody recorded here, and is none.
 */
export function tooEarly({ events, firstOf }: ChildHistory): readonly Problem[] {
  const starts = ofKind(events, 'plan-started')
  const makings = [...starts.filter(({ data }) => data.plan === 'cpp'), ...conferences(events)]
  const ends = ofKind(events, 'plan-ended').flatMap((ended): Problem[] => {
    const { plan, of } = ended.data
    const own =
      of === undefined
        ? plan === 'cpp'
          ? makings
          : starts.filter(({ data }) => data.plan === plan)
        : starts.filter(({ first }) => first === firstOf(of))
    return before(ended, own, 'a plan ended before it started; that end is passed over')
  })
  const reviews = ofKind(events, 'review-held').flatMap((held) =>
    before(held, makings, 'a review was held before the conference or the start of its plan; it meets nothing'),
  )
  return [...ends, ...reviews]
}

const conferences = (events: readonly Effective[]): readonly Effective[] =>
  ofKind(events, 'icpc-held', 'transfer-in-conference-held').filter(({ data }) => data.outcome === 'plan')

/** A problem where all of them, and at least one, lie after the event. */
const before = (event: Effective, all: readonly Effective[], problem: string): Problem[] => {
  const [next] = [...all].sort((a, b) => a.on.compareTo(b.on))
  return next?.on.isAfter(event.on) === true ? [{ events: [event.id, next.id], problem }] : []
}
