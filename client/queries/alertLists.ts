import type { Alert, NamedLine } from '../../activities/escalation/alerts'
import type { Reached } from '../../domain/escalation/rungWords'
import type { PromiseStanding } from '../../domain/escalation/story'

/** The lists of alerts that can be asked for; each figure is the length of one. */
export const LISTS = [
  'all',
  'open',
  'told',
  'answered',
  'ended',
  'resolved',
  'withdrawn',
  'promises-settled',
  'promises-kept',
  'promises-broken',
  'more-time',
] as const

export type ListName = (typeof LISTS)[number]

/** A line of a list: an alert, or in the lists of promises and of more time one of these. */
export interface ListedAlert {
  readonly alert: Alert
  /** The promise or the request that is listed; null where the alert itself is. */
  readonly line: NamedLine | null
}

export interface Listing {
  readonly list: ListName
  /** Only those that have gone just so far; null for all. */
  readonly reached: Reached | null
}

/** The lines of a list, in the order of the alerts. One that goes on in another alert is in `all`, and no end. `resolved`: those whose matter was done; of the rest `ended` tells. */
export const listed = (alerts: readonly Alert[], { list, reached }: Listing): readonly ListedAlert[] =>
  alerts
    .filter((alert) => reached === null || alert.reached === reached)
    .flatMap((alert) => linesOf(alert, list).map((line) => ({ alert, line })))

/** Null stands for the alert itself. */
function linesOf({ state, story }: Alert, list: ListName): readonly (NamedLine | null)[] {
  const itself = (isOn: boolean): readonly null[] => (isOn ? [null] : [])
  const promises = (...standings: readonly PromiseStanding[]): readonly NamedLine[] =>
    story.promises.filter(({ standing }) => standings.includes(standing)).map(({ line }) => line)
  switch (list) {
    case 'all':
      return itself(true)
    case 'open':
      return itself(state === 'open')
    case 'told':
      return itself(story.told.length > 0)
    case 'answered':
      return itself(story.hoursToAnswer !== null)
    case 'ended':
      return itself(state === 'resolved' || state === 'withdrawn')
    case 'resolved':
      return itself(story.ending?.byTheFact === true)
    case 'withdrawn':
      return itself(state === 'withdrawn')
    case 'promises-settled':
      return promises('kept', 'broken')
    case 'promises-kept':
      return promises('kept')
    case 'promises-broken':
      return promises('broken')
    case 'more-time':
      return story.moreTime
  }
}
