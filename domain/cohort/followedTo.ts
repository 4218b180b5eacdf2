import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from '../chronology/childHistory'
import type { Followed, NotFollowed } from './cohortRow'

/** A day from which a child is no longer followed. */
interface Stop {
  readonly on: LocalDate
  readonly because: NotFollowed
}

/**
 * The last whole day on which a child was followed here from an index date on: the day before it died, turned eighteen, moved away or was adopted, or before
 * today, whichever is first. A child who moved away before the index date has come back; one who died has not. Whose date of birth is not known is
 * followed: nobody can say when that child grows up.
 */
export function followedTo(history: ChildHistory, indexDate: LocalDate, today: LocalDate): Followed {
  const first = [...stops(history, indexDate), { on: today, because: 'not-over' } as const].reduce((a, b) =>
    b.on.isBefore(a.on) ? b : a,
  )
  return { to: first.on.minusDays(1), because: first.because }
}

function stops({ events, died, adultOn }: ChildHistory, indexDate: LocalDate): readonly Stop[] {
  const left = ofKind(events, 'child-left', 'plan-ended').flatMap((event): Stop[] => {
    const because = event.kind === 'child-left' ? event.data.reason : whyEnded(event.data.reason)
    return because === null ? [] : [{ on: event.on, because }]
  })
  return [
    ...(died === null ? [] : [{ on: died.on, because: 'died' } as const]),
    ...(adultOn === null ? [] : [{ on: adultOn, because: 'adult' } as const]),
    ...left.filter(({ on, because }) => isForGood(because) || !on.isBefore(indexDate)),
  ]
}

const isForGood = (because: NotFollowed): boolean => because === 'died' || because === 'adult'

/** What the end of a plan says of the child itself. */
function whyEnded(reason: string): NotFollowed | null {
  switch (reason) {
    case 'moved':
    case 'left-country':
      return 'moved'
    case 'died':
    case 'adult':
      return reason
    default:
      return null
  }
}
