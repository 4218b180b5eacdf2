import type { Chain } from './recorded'

/** What of an event a row about these children speaks for: all of an import's, one child's of a person's. */
export const place = ({ first }: Chain, children: readonly string[]): string =>
  first.source === null ? `${first.id} ${[...children].sort().join(' ')}` : first.id
