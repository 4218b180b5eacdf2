import { reachedWords } from '../../domain/escalation/rungWords'
import type { Figure } from './alertFigures'

/** What a figure of alerts is called, on a page and in a terminal. */
export function alertFigureWords({ name, reached }: Pick<Figure, 'name' | 'reached'>): string {
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
