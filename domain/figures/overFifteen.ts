import { CHILDREN_PER_WORKER, isOverCaseload } from './overCaseload'
import { share, type Figure } from './figure'

/** A worker with what they hold today. */
export interface WorkerLoad {
  readonly name: string
  readonly children: number
}

/** Workers who hold more children than the model has. Who holds none is left out. Source: Caseclock handbook, sections 1 and 10. */
export function overFifteen(workers: readonly WorkerLoad[]): Figure {
  const holding = workers.filter(({ children }) => children > 0)
  const line = ({ name, children }: WorkerLoad) => ({ ref: '', words: `${name}: ${String(children)} children` })
  return share(
    {
      id: 'over-15',
      title: `Workers with over ${String(CHILDREN_PER_WORKER)} children`,
      words: `Of those who work in the team, or hold a child of it, and hold at least one child today, those who hold more than ${String(CHILDREN_PER_WORKER)}, whatever team the children are of.`,
    },
    holding,
    { isCounted: ({ children }) => isOverCaseload(children), line },
  )
}
