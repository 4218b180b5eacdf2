import { counted } from './plural'

/** How much of everything a team, or several, have. */
export interface TeamCounts {
  readonly heldUp: number
  readonly waiting: number
  readonly alerts: number
  readonly late: number
  readonly dueWeek: number
  readonly over: number
  readonly unallocated: number
}

export interface CountLink {
  readonly text: string
  readonly href: string
}

/** `team`: by id; null for all that the reader manages. */
export const listHref = (list: string, team: string | null, person?: string): string => {
  const asked = [...(team === null ? [] : [['team', team]]), ...(person === undefined ? [] : [['person', person]])]
  const words = new URLSearchParams(asked.map(([name = '', value = '']) => [name, value] as [string, string]))
  return `/team/lists/${list}${words.size === 0 ? '' : `?${words.toString()}`}`
}

/** The line on top, each part a link to its list. What there is none of is left out. */
export const topCounts = (counts: TeamCounts, team: string | null): readonly CountLink[] =>
  (
    [
      ['held-up', counts.heldUp, 'case is held up', 'cases are held up'],
      ['waiting', counts.waiting, 'alert waits for an answer', 'alerts wait for an answer'],
      ['late', counts.late, 'thing is late', 'things are late'],
      ['due-week', counts.dueWeek, 'is due this week', 'are due this week'],
      ['over', counts.over, 'worker holds over 15 children', 'workers hold over 15 children'],
      ['unallocated', counts.unallocated, 'case has no worker', 'cases have no worker'],
    ] as const
  )
    .filter(([, count]) => count > 0)
    .map(([list, count, one, many]) => ({ text: counted(count, one, many), href: listHref(list, team) }))
