import { isBadlySpaced, isKnown, type Draft } from './draft'
import type { CaseMonth } from './caseMonth'
import type { GroundMonth } from './ground'
import { habitOf } from './habit'
import { placeOfKey } from './place'
import { NOWHERE, type Candidate } from './placing'
import { HIGH, LOW, MOST_WAIT } from './weights'

/** What of a case is settled when one of its months is arranged. */
export interface Around {
  /** Badly spaced discussions that being in a session would make, at least. */
  readonly spacing: (session: number) => number
  /** Whether the teams had a plan before: who joins it takes the next session with room. */
  readonly replanned: boolean
}

/** A case as one month's arrangement sees it. */
export function candidateOf(draft: Draft, month: number, one: number, { spacing, replanned }: Around): Candidate {
  const { cases, months } = draft.ground
  const its = cases[one]
  const then = its?.months[month]
  const sessions = months[month]?.sessions ?? []
  if (its === undefined || then === undefined) return { choices: [], leftOut: 0, kept: NOWHERE }
  const joins = isJoining(draft, month, one, replanned)
  const habit = habitOf(draft, month, one)
  return {
    kept: then.kept,
    leftOut: HIGH.unplaced + movedFrom(then, NOWHERE) + HIGH.overlooked * draft.overlooked(month, one),
    choices: then.chances.map(({ session, asked }, wait) => ({
      session,
      high:
        movedFrom(then, session) +
        HIGH.spacing * spacing(session) +
        (joins ? HIGH.wait * Math.min(wait, MOST_WAIT) : 0),
      low: awayFrom(asked, habit, sessions[session]?.place),
    })),
  }
}

const movedFrom = ({ kept }: CaseMonth, session: number): number =>
  kept === NOWHERE || kept === session ? 0 : HIGH.moved

/** Away from the place asked for, else from its habit; the fewer weeks the better. */
function awayFrom(asked: number | undefined, habit: number | undefined, place: number | undefined): number {
  const wanted = asked ?? habit
  if (wanted === undefined || place === undefined || wanted === place) return 0
  const weeks = Math.abs(placeOfKey(wanted).nth - placeOfKey(place).nth)
  return (asked === undefined ? LOW.habit : LOW.asked) + LOW.weeks * weeks
}

/** Whether a case comes new to teams that had a plan before: nothing of it was discussed or planned before this month. */
export function isJoining(draft: Draft, month: number, one: number, replanned: boolean): boolean {
  const its = draft.ground.cases[one]
  return replanned && its !== undefined && !isKnown(its) && draft.before(month, one) === undefined
}

/** Spacing while months are arranged one after the other: what is ahead is only guessed. */
export const spacingAhead =
  (before: number | undefined, { days }: GroundMonth, later: (session: number) => number) =>
  (session: number): number =>
    (isBadlySpaced(before, days[session]) ? 1 : 0) + later(session)

/** Spacing once every month is arranged. */
export const spacingBetween =
  (before: number | undefined, { days }: GroundMonth, after: number | undefined) =>
  (session: number): number =>
    (isBadlySpaced(before, days[session]) ? 1 : 0) + (isBadlySpaced(days[session], after) ? 1 : 0)
