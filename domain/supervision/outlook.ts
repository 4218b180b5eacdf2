import { isBadlySpaced } from './draft'
import type { GroundCase, GroundMonth } from './ground'
import { NOWHERE } from './placing'

/** By month and session: how many of a case's later discussions would be badly spaced, at least. */
export type Outlook = (month: number, session: number) => number

/**
 * What a case would run into later if it were in a session now: of all the ways it could go on, the best. Room is not asked for: a month is arranged when
 * it is come to. Where the earlier plan has the case, it is taken to stay.
 */
export function outlookOf({ months: its }: GroundCase, months: readonly GroundMonth[]): Outlook {
  const ahead: ReadonlyMap<number, number>[] = []
  let next: Later[] = []
  for (let month = months.length - 1; month >= 0; month -= 1) {
    const { chances, kept } = its[month] ?? { chances: [], kept: NOWHERE }
    const then = next
    const now = chances.map(({ session }) => {
      const day = months[month]?.days[session] ?? 0
      return { session, day, spaced: leastSpaced(day, then) }
    })
    ahead[month] = new Map(now.map(({ session, spaced }) => [session, spaced]))
    if (now.length > 0) next = kept === NOWHERE ? now : now.filter(({ session }) => session === kept)
  }
  return (month, session) => ahead[month]?.get(session) ?? 0
}

interface Later {
  readonly session: number
  readonly day: number
  /** Badly spaced discussions from here on. */
  readonly spaced: number
}

function leastSpaced(day: number, later: readonly Later[]): number {
  let least = later.length === 0 ? 0 : Infinity
  for (const one of later) least = Math.min(least, one.spaced + (isBadlySpaced(day, one.day) ? 1 : 0))
  return least
}
