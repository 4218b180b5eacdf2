import type { LocalDate } from '@js-joda/core'
import type { WorkingCalendar } from '../../calendar/workingCalendar'
import type { Child } from '../../chronology/child'
import type { ChildHistory } from '../../chronology/childHistory'
import type { Effective } from '../../chronology/effectiveEvents'
import type { FoldedCase } from '../../timeline/timeline'
import type { TitledObligation } from './titled'
import type { Since } from './since'

/** What every part of a summary is drafted from. */
export interface Drafting {
  readonly folded: FoldedCase
  readonly obligations: readonly TitledObligation[]
  readonly since: Since
  readonly today: LocalDate
  readonly calendar: WorkingCalendar
}

export const familyOf = ({ folded }: Drafting): readonly Child[] => folded.facts.children

export const historiesOf = ({ folded }: Drafting): readonly ChildHistory[] =>
  folded.children.map(({ history }) => history)

/** The event as it stands today that any of its versions names. */
export function standingEvent({ folded: { all, firstOf } }: Drafting, id: string): Effective | undefined {
  const first = firstOf(id)
  return all.find((event) => event.first === first)
}
