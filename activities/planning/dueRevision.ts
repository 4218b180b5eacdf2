import type { ToldRow } from './toldNotices'

/**
 * The revision of a due date: it rises when the date differs from the one somebody was last told. There and back before anybody was told
 * changes nothing. `told`: the notices of this obligation that have left or are leaving.
 */
export function dueRevision(told: readonly ToldRow[], dueOn: string): number {
  const last = told.reduce<ToldRow | undefined>(
    (latest, row) => (latest === undefined || row.due_revision >= latest.due_revision ? row : latest),
    undefined,
  )
  if (last === undefined) return 1
  return last.due_on === dueOn ? last.due_revision : last.due_revision + 1
}
