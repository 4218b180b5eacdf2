import { londonDay } from '../calendar/london'
import { reachedWords, byHighest, type Reached } from '../escalation/rungWords'
import type { Story } from '../escalation/story'
import { govukDate } from '../timeline/govukDate'
import { figure, share, type Figure, type FigureLine } from './figure'
import { median } from './median'

/** How the ids of the open ones begin that have gone just so far. */
export const OPEN_TO = 'open-'

/** An alert as far as figures count it. */
export interface CountedAlert {
  readonly ref: string
  readonly title: string
  readonly state: string
  readonly reached: Reached
  /** Epoch milliseconds. */
  readonly openedAt: number
  readonly story: Pick<Story, 'hoursToAnswer' | 'told' | 'ending'>
}

/** `open`: those open today, whenever they were opened. `opened`: those opened in the period. Source: Caseclock handbook, section 10. */
export function alertsInPeriod({
  open,
  opened,
}: {
  readonly open: readonly CountedAlert[]
  readonly opened: readonly CountedAlert[]
}): readonly Figure[] {
  const told = opened.filter(({ story }) => story.told.length > 0)
  const ended = opened.filter(({ state }) => state === 'resolved' || state === 'withdrawn')
  const hours = median(told.flatMap(({ story }) => story.hoursToAnswer ?? []))
  const rungs = [...new Set(open.map(({ reached }) => reached))].sort(byHighest)
  return [
    figure({ id: 'open', title: 'Open alerts', words: 'Alerts that are open today.' }, open.map(line)),
    ...rungs.map((reached) =>
      share(
        {
          id: `${OPEN_TO}${reached}`,
          title: `Open, ${reachedWords(reached)}`,
          words: 'Open alerts that have gone just so far.',
        },
        open,
        { isCounted: (one) => one.reached === reached, line },
      ),
    ),
    share(
      {
        id: 'answered',
        title: 'Answered',
        words:
          'Of the alerts opened in the period that somebody was told of, those that somebody has answered; the median is from the first telling to the first answer.',
      },
      told,
      {
        isCounted: ({ story }) => story.hoursToAnswer !== null,
        line,
        beside: hours === null ? null : `median ${String(Math.round(hours * 10) / 10)} hours`,
      },
    ),
    share(
      {
        id: 'settled',
        title: 'Settled because it was done',
        words:
          'Of the alerts opened in the period that have ended, those that ended because the thing was recorded as done. Withdrawn ones did not; one that goes on in another has not ended.',
      },
      ended,
      { isCounted: ({ story }) => story.ending?.byTheFact === true, line },
    ),
  ]
}

const line = ({ ref, title, openedAt, reached }: CountedAlert): FigureLine => ({
  ref,
  words: `${title}, alert since ${govukDate(londonDay(openedAt))}, ${reachedWords(reached)}`,
})
