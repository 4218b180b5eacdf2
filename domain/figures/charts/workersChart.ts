import type { BarChart } from '../../picture/bars'
import { CHILDREN_PER_WORKER, isOverCaseload } from '../overCaseload'

/** A worker with what they hold today. */
export interface WorkerHolding {
  readonly id: string
  readonly name: string
  readonly children: number
  readonly families: number
}

/** More cannot be read as a picture. */
export const MOST_WORKERS = 30

/** The children of each worker who holds any, most first, with the line that the model draws; none where nobody holds one. */
export function workersChart(workers: readonly WorkerHolding[]): readonly BarChart[] {
  const holding = workers
    .filter(({ children }) => children > 0)
    .sort((a, b) => b.children - a.children || (a.name < b.name ? -1 : 1))
  if (holding.length === 0) return []
  const shown = holding.slice(0, MOST_WORKERS)
  return [
    {
      ...{ id: 'chart-workers', title: 'Children each worker holds', head: ['Worker', 'Children held'] },
      words:
        holding.length > MOST_WORKERS
          ? `The ${String(MOST_WORKERS)} who hold most, of ${String(holding.length)}.`
          : 'Everybody who holds a child today, whatever team it is of.',
      full: Math.max(CHILDREN_PER_WORKER + 1, ...shown.map(({ children }) => children)),
      line: { at: CHILDREN_PER_WORKER, words: `${String(CHILDREN_PER_WORKER)} children` },
      bars: shown.map(({ id, name, children, families }) => ({
        ...{ label: name, value: children },
        shown: `${String(children)} in ${String(families)} ${families === 1 ? 'family' : 'families'}${isOverCaseload(children) ? `, over ${String(CHILDREN_PER_WORKER)}` : ''}`,
        list: { of: 'person', id },
      })),
    },
  ]
}
