import { candidateOf, isJoining, spacingBetween } from './candidates'
import { isBadlySpaced, type Draft } from './draft'
import { NOWHERE, place } from './placing'
import { MOST_WAIT } from './weights'

/**
 * Arranges single months again, now that the months beside them are known, until none of them can be better: fewer badly spaced discussions, then earlier
 * sessions for who joins, more even loads, more cases at the place they were asked to keep. Who has a slot and who has none stays as it is, and so does the number of moves. Every change
 * makes the whole better in that order, so it comes to an end.
 */
export function smooth(draft: Draft, replanned: boolean): void {
  const { months } = draft.ground
  const waiting = new Set(months.keys())
  for (const month of waiting) {
    waiting.delete(month)
    if (!couldBeBetter(draft, month, replanned) || !arrangeAgain(draft, month, replanned)) continue
    if (month > 0) waiting.add(month - 1)
    if (month + 1 < months.length) waiting.add(month + 1)
  }
}

/** A month where the earlier plan has everybody stays; one that is well spaced, as even as can be and as it was asked is as good as it can be. */
function couldBeBetter(draft: Draft, month: number, replanned: boolean): boolean {
  const { cases } = draft.ground
  if (placedIn(draft, month).every((one) => cases[one]?.months[month]?.kept === draft.at(month, one))) return false
  const { spacing, away } = measured(draft, month, replanned)
  const loads = loadsIn(draft, month)
  return spacing + away > 0 || Math.max(...loads) - Math.min(...loads) > 1
}

function arrangeAgain(draft: Draft, month: number, replanned: boolean): boolean {
  const its = draft.ground.months[month]
  if (its === undefined) return false
  const placed = placedIn(draft, month)
  const before = measured(draft, month, replanned)
  const was = placed.map((one) => draft.at(month, one))
  const found = place(
    its.sessions.map(({ capacity }) => capacity),
    placed.map((one) => {
      const spacing = spacingBetween(draft.before(month, one), its, draft.after(month, one))
      return candidateOf(draft, month, one, { spacing, replanned })
    }),
  )
  for (const [index, one] of placed.entries()) draft.put(month, one, found[index] ?? NOWHERE)
  if (isBetter(measured(draft, month, replanned), before)) return true
  for (const [index, one] of placed.entries()) draft.put(month, one, was[index] ?? NOWHERE)
  return false
}

interface Measured {
  readonly moved: number
  readonly spacing: number
  readonly waits: number
  readonly squares: number
  readonly away: number
}

/** What a month is worth, in the order in which it counts. */
function measured(draft: Draft, month: number, replanned: boolean): Measured {
  let [moved, spacing, waits, away] = [0, 0, 0, 0]
  const { months, cases } = draft.ground
  for (const one of placedIn(draft, month)) {
    const [day, at] = [draft.dayOf(month, one), draft.at(month, one)]
    const { kept = NOWHERE, chances = [] } = cases[one]?.months[month] ?? {}
    if (kept !== NOWHERE && kept !== at) moved += 1
    if (isBadlySpaced(draft.before(month, one), day)) spacing += 1
    if (isBadlySpaced(day, draft.after(month, one))) spacing += 1
    const chance = chances.findIndex(({ session }) => session === at)
    const asked = chances[chance]?.asked
    if (isJoining(draft, month, one, replanned)) waits += Math.min(chance, MOST_WAIT)
    if (asked !== undefined && asked !== months[month]?.sessions[at]?.place) away += 1
  }
  const squares = loadsIn(draft, month).reduce((sum, load) => sum + load * load, 0)
  return { moved, spacing, waits, squares, away }
}

const isBetter = (now: Measured, than: Measured): boolean => {
  const differing = (['moved', 'spacing', 'waits', 'squares', 'away'] as const).find((what) => now[what] !== than[what])
  return differing !== undefined && now[differing] < than[differing]
}

function loadsIn(draft: Draft, month: number): readonly number[] {
  const loads = (draft.ground.months[month]?.sessions ?? []).map(() => 0)
  for (const one of placedIn(draft, month)) loads[draft.at(month, one)] = (loads[draft.at(month, one)] ?? 0) + 1
  return loads
}

const placedIn = (draft: Draft, month: number): readonly number[] =>
  [...draft.ground.cases.keys()].filter((one) => draft.at(month, one) !== NOWHERE)
