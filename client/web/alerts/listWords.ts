import type { Figure } from '../../queries/alertFigures'
import type { ListName } from '../../queries/alertLists'
import { reachedWords } from '../../../domain/escalation/rungWords'

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

export function figureWords({ name, reached }: Pick<Figure, 'name' | 'reached'>): string {
  switch (name) {
    case 'open':
      return 'Open'
    case 'open-by-how-far':
      return reached === null ? 'Open' : `Open, ${reachedWords(reached)}`
    case 'answered':
      return 'Answered'
    case 'settled-by-the-fact':
      return 'Settled because it was done'
    case 'withdrawn':
      return 'Withdrawn'
    case 'promises-kept':
      return 'Promises kept'
    case 'promises-broken':
      return 'Promises broken'
    case 'more-time':
      return 'More time asked for'
  }
}

/** `3 of 4 (75 %)`, `2`; the median behind it where there is one. */
export function figureShown({ count, of, hours }: Pick<Figure, 'count' | 'of' | 'hours'>): string {
  const share = of === null || of.count === 0 ? '' : ` (${String(Math.round((1000 * count) / of.count) / 10)} %)`
  const median = hours === null ? '' : `, in half of them within ${String(hours)} hours`
  return `${String(count)}${of === null ? '' : ` of ${String(of.count)}${share}`}${median}`
}
