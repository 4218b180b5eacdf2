import type { ToldRow } from './toldNotices'

type Left = Pick<ToldRow, 'due_on' | 'due_revision'>

/**
 * The revision of a due date: it rises when the date differs from the one somebody was last told. There and back before anybody was told
 * changes nothing. `left`: the notices of this obligation that have left. `from`: the first revision since it was met and opened again.
 */
export function dueRevision(left: readonly Left[], dueOn: string, from: number): number {
  const last = left
    .filter((row) => row.due_revision >= from)
    .reduce<Left | undefined>(
      (latest, row) => (latest === undefined || row.due_revision >= latest.due_revision ? row : latest),
      undefined,
    )
  if (last === undefined) return from
  return last.due_on === dueOn ? last.due_revision : last.due_revision + 1
}

const ENDED: ReadonlySet<string> = new Set(['met', 'met-late', 'cancelled', 'gone'])

interface Before {
  readonly state: string
  readonly reopened_revision: number | null
}

/**
 * The first revision since a matter that had ended opened again (a fact was taken back): who had been told of it is told anew, from the first
 * reminder to the last rung. Null while that has never happened.
 */
export function reopenedRevision(left: readonly Left[], before: Before | undefined, stateNow: string): number | null {
  if (before === undefined) return null
  const highest = Math.max(0, ...left.map((row) => row.due_revision))
  const reopens = stateNow === 'open' && ENDED.has(before.state) && highest >= (before.reopened_revision ?? 1)
  return reopens ? highest + 1 : before.reopened_revision
}
