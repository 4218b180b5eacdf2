import type { Figure } from '../../queries/alertFigures'
import type { ListName } from '../../queries/alertLists'

/** What a list is of. */
export const LIST_WORDS: Readonly<Record<ListName, string>> = {
  all: 'All alerts',
  open: 'Open alerts',
  told: 'Alerts somebody was told of',
  answered: 'Alerts somebody answered',
  ended: 'Alerts that have ended',
  resolved: 'Alerts settled because it was done',
  withdrawn: 'Alerts a manager withdrew',
  'promises-settled': 'Promises kept or broken',
  'promises-kept': 'Promises kept',
  'promises-broken': 'Promises broken',
  'more-time': 'Requests for more time',
}

/** `3 of 4 (75 %)`, `2`; the median behind it where there is one. */
export function figureShown({ count, of, hours }: Pick<Figure, 'count' | 'of' | 'hours'>): string {
  const share = of === null || of.count === 0 ? '' : ` (${String(Math.round((1000 * count) / of.count) / 10)} %)`
  const median = hours === null ? '' : `, in half of them within ${String(hours)} hours`
  return `${String(count)}${of === null ? '' : ` of ${String(of.count)}${share}`}${median}`
}
