import type { LocalDate } from '@js-joda/core'
import type { PlanDocument } from './planDocument'

/** One version of a case's written plan, as it is kept. */
export interface WrittenPlan {
  readonly id: string
  /** 1, 2 … */
  readonly number: number
  readonly children: readonly string[]
  readonly content: PlanDocument
  /** The person who wrote it, by id. */
  readonly madeBy: string
  readonly madeOn: LocalDate
  /** The id of the version it amends; null for the first of a plan. */
  readonly replaces: string | null
}

/** The version of some that was agreed last. `agreements` in order of date, as they name their documents. */
export function newestOf(
  written: readonly WrittenPlan[],
  agreements: readonly { readonly data: { readonly document?: string | undefined } }[],
): WrittenPlan | undefined {
  const named = agreements.flatMap(({ data }) => written.find(({ id }) => id === data.document) ?? [])
  return named.reduce<WrittenPlan | undefined>(
    (newest, one) => (newest === undefined || one.number > newest.number ? one : newest),
    undefined,
  )
}
