import { HIGH, LOW } from './weights'

/** Not a session: without a slot. */
export const NOWHERE = -1

/** What a case would cost in a session (weights.ts). */
export interface Choice {
  readonly session: number
  readonly high: number
  readonly low: number
}

export interface Candidate {
  readonly choices: readonly Choice[]
  /** What leaving it out costs, of the first number. */
  readonly leftOut: number
  /** The session the earlier plan has it in, or NOWHERE. Anywhere else costs a move. */
  readonly kept: number
}

/**
 * Which session each candidate is in: as many as any arrangement could place, and of all those arrangements the one that costs least. Minimum-cost flow by
 * shortest augmenting paths: candidates come one by one, and each may move others along a path that costs least; so what stands is the best for those that
 * have come, at every step. The path is looked for between sessions, of which there are few, not between cases.
 * The same order of candidates and choices gives the same answer.
 */
export function place(capacities: readonly number[], candidates: readonly Candidate[]): readonly number[] {
  const state = new Placed(capacities, candidates)
  const overflow: number[] = []
  // All that stay where they were cost nothing: no arrangement of them is better.
  for (const [index, { kept }] of candidates.entries())
    if (kept !== NOWHERE && state.hasRoom(kept)) state.put(index, kept)
    else overflow.push(index)
  for (const index of overflow) state.insert(index)
  return state.at
}

/** Moving one case from a session to another. */
interface Shift {
  readonly to: number
  readonly candidate: number
  readonly high: number
  readonly low: number
}

class Placed {
  readonly at: number[]
  readonly #inside: number[][]
  /** The cheapest shift from each session to each other; null: not looked for since its cases changed. */
  readonly #shifts: (readonly Shift[] | null)[]
  readonly #capacities: readonly number[]
  readonly #candidates: readonly Candidate[]

  constructor(capacities: readonly number[], candidates: readonly Candidate[]) {
    this.#capacities = capacities
    this.#candidates = candidates
    this.at = candidates.map(() => NOWHERE)
    this.#inside = capacities.map(() => [])
    this.#shifts = capacities.map(() => [])
  }

  hasRoom(session: number): boolean {
    return this.#insideOf(session).length < (this.#capacities[session] ?? 0)
  }

  put(candidate: number, session: number): void {
    const before = this.at[candidate] ?? NOWHERE
    if (before !== NOWHERE) {
      const inside = this.#insideOf(before)
      inside.splice(inside.indexOf(candidate), 1)
      this.#shifts[before] = null
    }
    this.at[candidate] = session
    if (session === NOWHERE) return
    this.#insideOf(session).push(candidate)
    this.#shifts[session] = null
  }

  /** Places one more, moving others where that costs least; or leaves out whom it costs least to leave out. */
  insert(candidate: number): void {
    const { reached, end, out } = this.#cheapestPath(candidate)
    if (end === NOWHERE) return
    if (out !== NOWHERE) this.put(out, NOWHERE)
    let session = end
    for (;;) {
      const step = reached[session]
      if (step === undefined) return
      this.put(step.candidate, session)
      if (step.from === NOWHERE) return
      session = step.from
    }
  }

  /** Bellman and Ford's: shifts may be worth something, but no circle of them is, or what stands were not the best. */
  #cheapestPath(candidate: number): { reached: (Reached | undefined)[]; end: number; out: number } {
    const reached: (Reached | undefined)[] = this.#capacities.map(() => undefined)
    const { choices, leftOut } = this.#candidateOf(candidate)
    for (const { session, high, low } of choices) reached[session] = { high, low, from: NOWHERE, candidate }
    const waiting = choices.map(({ session }) => session)
    for (let next = 0; next < waiting.length; next += 1) {
      const from = waiting[next] ?? NOWHERE
      const here = reached[from]
      if (here === undefined) continue
      for (const shift of this.#shiftsFrom(from)) {
        const [high, low] = [here.high + shift.high, here.low + shift.low]
        if (!isLess(high, low, reached[shift.to])) continue
        reached[shift.to] = { high, low, from, candidate: shift.candidate }
        waiting.push(shift.to)
      }
    }
    return { reached, ...this.#cheapestEnd(reached, leftOut) }
  }

  /** Where the path ends: in a session with room, or by leaving somebody out, perhaps the one that came. */
  #cheapestEnd(reached: readonly (Reached | undefined)[], leftOut: number): { end: number; out: number } {
    let best = { high: leftOut, low: 0, end: NOWHERE, out: NOWHERE }
    for (const [session, here] of reached.entries()) {
      if (here === undefined) continue
      if (this.hasRoom(session)) {
        const low = here.low + LOW.even * (2 * this.#insideOf(session).length + 1)
        if (isLess(here.high, low, best)) best = { high: here.high, low, end: session, out: NOWHERE }
      }
    }
    // Whoever has a slot costs less than whoever has none.
    if (best.end !== NOWHERE) return best
    for (const [session, here] of reached.entries()) {
      if (here === undefined) continue
      for (const inside of this.#insideOf(session)) {
        const { high, low } = this.#costAt(inside, session)
        const left = { high: here.high + this.#candidateOf(inside).leftOut - high, low: here.low - low }
        if (isLess(left.high, left.low, best)) best = { ...left, end: session, out: inside }
      }
    }
    return best
  }

  #shiftsFrom(session: number): readonly Shift[] {
    const known = this.#shifts[session]
    if (known !== null && known !== undefined) return known
    const cheapest = new Map<number, Shift>()
    for (const candidate of this.#insideOf(session)) {
      const here = this.#costAt(candidate, session)
      for (const choice of this.#candidateOf(candidate).choices) {
        if (choice.session === session) continue
        const [high, low] = [choice.high - here.high, choice.low - here.low]
        if (isLess(high, low, cheapest.get(choice.session)))
          cheapest.set(choice.session, { to: choice.session, candidate, high, low })
      }
    }
    return (this.#shifts[session] = [...cheapest.values()])
  }

  #costAt(candidate: number, session: number): Choice {
    const found = this.#candidateOf(candidate).choices.find((choice) => choice.session === session)
    if (found === undefined) throw new Error('A case is in a session it cannot be in.')
    return found
  }

  #candidateOf(index: number): Candidate {
    return this.#candidates[index] ?? { choices: [], leftOut: HIGH.unplaced, kept: NOWHERE }
  }

  #insideOf(session: number): number[] {
    return this.#inside[session] ?? []
  }
}

interface Reached {
  readonly high: number
  readonly low: number
  /** The session before it on the path, or NOWHERE at its beginning. */
  readonly from: number
  /** Who comes from there. */
  readonly candidate: number
}

const isLess = (
  high: number,
  low: number,
  than: { readonly high: number; readonly low: number } | undefined,
): boolean => than === undefined || high < than.high || (high === than.high && low < than.low)
