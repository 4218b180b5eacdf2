import type { LocalDate } from '@js-joda/core'
import { ofKind, type ChildHistory } from '../chronology/childHistory'
import { referrals } from '../chronology/referrals'
import type { Outcome } from './cohortRow'

/**
 * What the police decided about the matter the index date belongs to: the last outcome recorded from its referral on, and before the next one. Without a
 * referral by then, from the index date on. Null where none is recorded: of most children there is none, and it is never counted as another outcome.
 */
export function policeOutcome(history: ChildHistory, indexDate: LocalDate): Outcome | null {
  const received = referrals(history).referrals.map(({ receivedOn }) => receivedOn)
  const from = received.findLast((on) => !on.isAfter(indexDate)) ?? indexDate
  const next = received.find((on) => on.isAfter(indexDate))
  const last = ofKind(history.events, 'police-outcome-recorded').findLast(
    ({ on }) => !on.isBefore(from) && (next === undefined || on.isBefore(next)),
  )
  switch (last?.data.outcome) {
    case undefined:
      return null
    case 'outcome-20':
    case 'community-resolution':
      return last.data.outcome
    case 'conditional-caution':
    case 'prosecution':
    case 'no-further-action':
    case 'other':
      return 'other'
  }
}
