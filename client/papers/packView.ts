import type { LocalDate } from '@js-joda/core'
import type { SummaryDraft } from '../../domain/supervision/summary/summaryDraft'
import type { PaperCase, PaperView, RestrictedCase } from './paperView'

/** The papers of one session, made for one reader. */
export interface PackView extends PaperView {
  readonly minutesPerCase: number
  readonly invited: readonly Invited[]
  /** In the order in which they are discussed. */
  readonly cases: readonly (PackCase | RestrictedCase)[]
}

export interface Invited {
  readonly name: string
  /** As what they are invited, in words: `Team manager`. */
  readonly role: string
  readonly reply: Reply
}

export type Reply =
  | { readonly state: 'coming' | 'perhaps' | 'no-reply' }
  /** Without an exception asked for: they count as missing. */
  | { readonly state: 'not-coming'; readonly exception: Exception | null }

/** Not coming, by exception: it holds once the team manager has approved it. */
export interface Exception {
  /** Null: not for this reader. */
  readonly reason: string | null
  /** Who comes in their place, by name. */
  readonly cover: string | null
  readonly decision: 'approved' | 'refused' | 'waiting'
}

export interface PackCase extends PaperCase {
  readonly state: 'shown'
  readonly summary: WrittenSummary | null
  /** What the record fills in, of the same children. */
  readonly draft: SummaryDraft
}

/** What the worker wrote. An empty line begins a paragraph. */
export interface WrittenSummary {
  readonly text: string
  readonly writtenBy: string
  readonly writtenOn: LocalDate
  /** The team manager's review; null while there is none. */
  readonly review: { readonly by: string; readonly on: LocalDate; readonly words: string } | null
}
