import type { LocalDate } from '@js-joda/core'
import { ofKind } from '../chronology/childHistory'
import type { Effective } from '../chronology/effectiveEvents'

/** What a review found of a line. */
export interface LineReview {
  readonly on: LocalDate
  readonly kept: 'yes' | 'partly' | 'no'
  readonly words: string | null
}

/** Every review of a line on or after a day, in order. */
export const lineReviews = (
  line: string,
  events: readonly Effective[],
  { since }: { readonly since: LocalDate },
): readonly LineReview[] =>
  ofKind(events, 'safety-plan-reviewed').flatMap(({ on, data }) =>
    on.isBefore(since)
      ? []
      : (data.lines ?? []).flatMap((one) =>
          one.line === line ? [{ on, kept: one.kept, words: one.words ?? null }] : [],
        ),
  )
