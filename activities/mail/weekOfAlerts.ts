import type { LocalDate } from '@js-joda/core'
import { londonDay } from '../../domain/calendar/london'
import { byHighest, type Reached } from '../../domain/escalation/rungWords'
import type { PromiseMade } from '../../domain/escalation/story'
import type { Alert, NamedLine } from '../escalation/alerts'
import { oldestFirst } from '../escalation/oldestFirst'

/** Days, the second not included. */
export interface Span {
  readonly from: LocalDate
  readonly before: LocalDate
}

export interface AlertWith<What> {
  readonly alert: Alert
  readonly what: What
}

/** What a manager is told once a week of the alerts of their teams. */
export interface WeekOfAlerts {
  /** What is open now, by how far it has gone, the highest first; each oldest first. */
  readonly open: readonly { readonly reached: Reached; readonly alerts: readonly Alert[] }[]
  readonly resolved: readonly AlertWith<NamedLine>[]
  readonly withdrawn: readonly AlertWith<NamedLine>[]
  readonly kept: readonly AlertWith<PromiseMade<NamedLine>>[]
  readonly broken: readonly AlertWith<PromiseMade<NamedLine>>[]
  readonly moreTime: readonly AlertWith<NamedLine>[]
}

/** Of these alerts, what stands now and what happened within a span. One that goes on in another alert is told there. */
export function weekOfAlerts(alerts: readonly Alert[], span: Span): WeekOfAlerts {
  const open = alerts.filter(({ state }) => state === 'open').sort(oldestFirst)
  const ended = (how: 'resolved' | 'withdrawn'): readonly AlertWith<NamedLine>[] =>
    alerts.flatMap((alert) => {
      const { ending } = alert.story
      return ending?.how === how && isWithin(londonDay(ending.line.at), span) ? [{ alert, what: ending.line }] : []
    })
  const promises = (standing: 'kept' | 'broken'): WeekOfAlerts['kept'] =>
    alerts.flatMap((alert) =>
      alert.story.promises
        .filter((made) => made.standing === standing && made.settledOn !== null && isWithin(made.settledOn, span))
        .map((what) => ({ alert, what })),
    )
  return {
    open: [...new Set(open.map(({ reached }) => reached))]
      .sort(byHighest)
      .map((reached) => ({ reached, alerts: open.filter((alert) => alert.reached === reached) })),
    resolved: ended('resolved'),
    withdrawn: ended('withdrawn'),
    kept: promises('kept'),
    broken: promises('broken'),
    moreTime: alerts.flatMap((alert) =>
      alert.story.moreTime.filter(({ at }) => isWithin(londonDay(at), span)).map((what) => ({ alert, what })),
    ),
  }
}

/** Nothing to say: no mail. */
export const isQuiet = ({ open, ...since }: WeekOfAlerts): boolean =>
  open.length === 0 && Object.values(since).every((list) => list.length === 0)

const isWithin = (day: LocalDate, { from, before }: Span): boolean => !day.isBefore(from) && day.isBefore(before)
