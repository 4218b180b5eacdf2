import type { CaseFacts } from '../caseFacts'
import { childHistories, type ChildHistory } from '../childHistory'
import type { Proposed } from './proposed'

/** The children an event is about, each with what stands of it: all of them where it names none. */
export const concerned = (facts: CaseFacts, { children = [] }: Pick<Proposed, 'children'>): readonly ChildHistory[] =>
  childHistories(facts).children.filter(({ child }) => children.length === 0 || children.includes(child.id))
