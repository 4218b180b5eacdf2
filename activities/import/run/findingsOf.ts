import type { Finding } from '../finding'
import type { ComparedCase } from './compareCase'

/** All that is odd about one case: its rows, its facts, its children. */
export const findingsOf = ({ mapped, reconciled }: Pick<ComparedCase, 'mapped' | 'reconciled'>): readonly Finding[] => [
  ...mapped.findings,
  ...reconciled.findings,
  ...mapped.lost.map(lostChild),
]

const lostChild = (child: string): Finding => ({
  kind: 'vanished',
  file: 'ssd_person.csv',
  line: null,
  record: child,
  field: null,
  problem: `Child ${child} is gone upstream. The child and its facts were kept. If two records were merged, the facts are with the other child.`,
  taken: 'warning',
})
