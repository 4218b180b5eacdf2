import { isoDay } from '../../../domain/calendar/isoDay'
import type { WorkChanged } from '../../queries/web/workChanged'
import { dayWords, momentWords } from '../app/momentWords'
import { kindWords } from '../record/kindWords'

/** What changed on a case, as the cells of a row: case, what, when it happened, who recorded it. */
export const changedCells = (row: WorkChanged): readonly string[] => [
  row.ref,
  whatWords(row),
  row.occurred_on === null ? '' : dayWords(isoDay(row.occurred_on)),
  `${row.name ?? 'an import'}, ${momentWords(row.recorded_at.getTime())}`,
]

function whatWords({ kind, corrects, voids, facts, children }: WorkChanged): string {
  if (kind === null) return `Brought in for the first time, with ${String(facts)} ${facts === 1 ? 'fact' : 'facts'}`
  const many = children > 1 ? `, ${String(children)} children` : facts > 1 ? `, ${String(facts)} times` : ''
  return `${kindWords(kind)}${many}${voids ? ' (taken back)' : corrects ? ' (corrected)' : ''}`
}
