import { share, type Figure } from './figure'
import { median } from './median'

/** An open case, and how often a worker was given to it in the period in place of another. */
export interface CaseChanges {
  readonly ref: string
  readonly changes: number
}

/** Open cases whose worker changed in the period. Source: Caseclock handbook, section 10. */
export function workerChanges(cases: readonly CaseChanges[]): readonly Figure[] {
  const line = ({ ref, changes }: CaseChanges) => ({
    ref,
    words: changes === 0 ? 'no change' : changes === 1 ? 'one change' : `${String(changes)} changes`,
  })
  const isCounted = ({ changes }: CaseChanges): boolean => changes > 0
  const middle = median(cases.filter(isCounted).map(({ changes }) => changes))
  return [
    share(
      {
        id: 'worker-changes',
        title: 'Cases whose worker changed',
        words:
          'Of the cases open today, those to which another worker was allocated in the period than the one before, on whatever child of the case. The first worker of a case is no change.',
      },
      cases,
      { isCounted, line, beside: middle === null ? null : `median ${String(middle)} among them` },
    ),
  ]
}
