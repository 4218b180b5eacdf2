import type { Alert } from '../../activities/escalation/alerts'
import { byHighest, type Reached } from '../../domain/escalation/rungWords'
import { median as medianOf } from '../../domain/figures/median'
import { listed, type ListName } from './alertLists'

/** A figure is how many lines its list has, of so many in another. */
export interface Figure {
  readonly name: FigureName
  readonly list: ListName
  /** Only those that have gone just so far. */
  readonly reached: Reached | null
  readonly count: number
  /** The list it is a share of, and how long that is; null for a plain count. */
  readonly of: { readonly list: ListName; readonly count: number } | null
  /** Median of the list, in hours, to one decimal; null where the list is empty, or of other figures. */
  readonly hours: number | null
}

export type FigureName =
  | 'open'
  | 'open-by-how-far'
  | 'answered'
  | 'settled-by-the-fact'
  | 'withdrawn'
  | 'promises-kept'
  | 'promises-broken'
  | 'more-time'

export interface TeamFigures {
  readonly teamId: string | null
  /** Null: cases without a team. */
  readonly team: string | null
  readonly figures: readonly Figure[]
}

export interface AlertFigures {
  readonly teams: readonly TeamFigures[]
  readonly total: readonly Figure[]
}

/** The figures of handbook section 10 about alerts, per team (by name) and in total. Each team shows every rung that any of them has reached. */
export function alertFigures(alerts: readonly Alert[]): AlertFigures {
  const rungs = [...new Set(alerts.filter(({ state }) => state === 'open').map(({ reached }) => reached))].sort(
    byHighest,
  )
  const teams = new Map(alerts.map(({ teamId, team }) => [teamId, team]))
  return {
    teams: [...teams]
      .sort(([, a], [, b]) => ((a ?? '\uffff') < (b ?? '\uffff') ? -1 : 1))
      .map(([teamId, team]) => ({
        ...{ teamId, team },
        figures: figuresOf(
          alerts.filter((alert) => alert.teamId === teamId),
          rungs,
        ),
      })),
    total: figuresOf(alerts, rungs),
  }
}

function figuresOf(alerts: readonly Alert[], rungs: readonly Reached[]): readonly Figure[] {
  const count = (list: ListName, reached: Reached | null = null): number => listed(alerts, { list, reached }).length
  const figure = (name: FigureName, list: ListName, of: ListName | null = null): Figure => ({
    ...{ name, list, reached: null, hours: null },
    count: count(list),
    of: of === null ? null : { list: of, count: count(of) },
  })
  return [
    figure('open', 'open'),
    ...rungs.map((reached): Figure => ({
      ...{ name: 'open-by-how-far', list: 'open', reached, of: null, hours: null },
      count: count('open', reached),
    })),
    {
      ...figure('answered', 'answered', 'told'),
      hours: median(alerts.flatMap(({ story }) => story.hoursToAnswer ?? [])),
    },
    figure('settled-by-the-fact', 'resolved', 'ended'),
    figure('withdrawn', 'withdrawn', 'ended'),
    figure('promises-kept', 'promises-kept', 'promises-settled'),
    figure('promises-broken', 'promises-broken', 'promises-settled'),
    figure('more-time', 'more-time'),
  ]
}

/** The middle one, or halfway between the two in the middle; to one decimal. Null of none. */
export function median(values: readonly number[]): number | null {
  const middle = medianOf(values)
  return middle === null ? null : Math.round(middle * 10) / 10
}
