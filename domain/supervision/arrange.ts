import { candidateOf, spacingAhead } from './candidates'
import { Draft, isKnown } from './draft'
import type { Ground } from './ground'
import { outlookOf, type Outlook } from './outlook'
import { NOWHERE, place } from './placing'
import { smooth } from './smooth'

/** Every case of some teams in a session of every month, by the order of weights.ts: the months one after the other, then each again beside its neighbours. */
export function arrange(ground: Ground): Draft {
  const draft = new Draft(ground)
  const replanned = ground.cases.some(isKnown)
  const outlooks = new Map<number, Outlook>()
  const outlook = (one: number): Outlook => {
    const known = outlooks.get(one)
    if (known !== undefined) return known
    const its = ground.cases[one]
    const made = its === undefined ? () => 0 : outlookOf(its, ground.months)
    outlooks.set(one, made)
    return made
  }
  for (const [month, its] of ground.months.entries()) {
    const needing = ground.cases.flatMap(({ months }, one) => (months[month]?.needed === true ? [one] : []))
    const staying = allStay(ground, month, needing)
    const found =
      staying ??
      place(
        its.sessions.map(({ capacity }) => capacity),
        needing.map((one) => {
          const spacing = spacingAhead(draft.before(month, one), its, (session) => outlook(one)(month, session))
          return candidateOf(draft, month, one, { spacing, replanned })
        }),
      )
    for (const [index, one] of needing.entries()) draft.put(month, one, found[index] ?? NOWHERE)
  }
  smooth(draft, replanned)
  return draft
}

/** Where the earlier plan has everybody and still can, nothing is asked: no other arrangement is better. Undefined elsewhere. */
function allStay({ months, cases }: Ground, month: number, needing: readonly number[]): readonly number[] | undefined {
  const free = months[month]?.sessions.map(({ capacity }) => capacity) ?? []
  const kept = needing.map((one) => cases[one]?.months[month]?.kept ?? NOWHERE)
  for (const session of kept) {
    const left = free[session] ?? 0
    if (left === 0) return undefined
    free[session] = left - 1
  }
  return kept
}
