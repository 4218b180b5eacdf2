import type { Draft } from './draft'
import { NOWHERE } from './placing'
import type { MoreMinutes } from './yearPlan'

/**
 * For each case of a month that is left out though it could be in some session: the session that needs the fewest more minutes to take one case more, so that
 * this one is placed, others moving along where that is what it takes. Each remedy places one case alone; all together they place all.
 */
export function moreMinutes(draft: Draft, month: number): ReadonlyMap<number, MoreMinutes> {
  const supposed = new Supposed(draft, month)
  const found = new Map<number, MoreMinutes>()
  for (const [one, { months }] of draft.ground.cases.entries()) {
    const { needed, chances = [] } = months[month] ?? {}
    if (needed !== true || draft.at(month, one) !== NOWHERE || chances.length === 0) continue
    const remedy = supposed.makeRoomFor(one)
    if (remedy !== undefined) found.set(one, remedy)
  }
  return found
}

/** The month as it would be with the remedies named so far. */
class Supposed {
  readonly #draft: Draft
  readonly #month: number
  readonly #at: number[]
  /** More cases than its capacity, by session. */
  readonly #added: number[]

  constructor(draft: Draft, month: number) {
    this.#draft = draft
    this.#month = month
    this.#at = draft.ground.cases.map((_, one) => draft.at(month, one))
    this.#added = this.#sessions.map(() => 0)
  }

  makeRoomFor(one: number): MoreMinutes | undefined {
    const reached = this.#reachedFrom(one)
    const [longer] = [...reached.keys()].sort(
      (a, b) =>
        this.#minutesFor(a) - this.#minutesFor(b) ||
        (reached.get(a)?.along ?? 0) - (reached.get(b)?.along ?? 0) ||
        (this.#added[a] ?? 0) - (this.#added[b] ?? 0) ||
        a - b,
    )
    const session = longer === undefined ? undefined : this.#sessions[longer]
    if (longer === undefined || session === undefined) return undefined
    const minutes = this.#minutesFor(longer)
    this.#added[longer] = (this.#added[longer] ?? 0) + 1
    for (let to = longer; to !== NOWHERE;) {
      const { moves, from } = reached.get(to) ?? { moves: one, from: NOWHERE }
      this.#at[moves] = to
      to = from
    }
    const { team, on, at } = session
    const isOnly = this.#sessions.filter((other) => other.team === team && other.on.equals(on)).length === 1
    return { team, on, at: isOnly ? null : at, minutes, along: reached.get(longer)?.along ?? 0 }
  }

  /** Every session that one more case could end in if this one were placed, those it could be in itself first. */
  #reachedFrom(one: number): ReadonlyMap<number, Reached> {
    const reached = new Map<number, Reached>(
      this.#chances(one).map((session) => [session, { moves: one, from: NOWHERE, along: 0 }]),
    )
    for (const [from, { along }] of reached)
      for (const [moves, at] of this.#at.entries())
        if (at === from)
          for (const session of this.#chances(moves))
            if (!reached.has(session)) reached.set(session, { moves, from, along: along + 1 })
    return reached
  }

  #chances(one: number): readonly number[] {
    return (this.#draft.ground.cases[one]?.months[this.#month]?.chances ?? []).map(({ session }) => session)
  }

  #minutesFor(index: number): number {
    const { minutes = 0, minutesPerCase = 1, capacity = 0 } = this.#sessions[index] ?? {}
    return (this.#added[index] ?? 0) === 0 ? (capacity + 1) * minutesPerCase - minutes : minutesPerCase
  }

  get #sessions() {
    return this.#draft.ground.months[this.#month]?.sessions ?? []
  }
}

interface Reached {
  /** Who moves into it, and from which. */
  readonly moves: number
  readonly from: number
  /** How many cases move along. */
  readonly along: number
}
