import type { LocalDate } from '@js-joda/core'
import type { Rung } from '../policy/policyPack'
import { keyOf, type Obligation } from '../timeline/obligation'
import { lastOfPromises, rolesOn, topRung, type LadderEntry } from './ladder'
import type { Matter } from './matters'
import type { Round } from './round'

/** What is told beside the ladder, once. */
export interface Beside {
  /** `besideName`. */
  readonly name: string
  /** From this day on. */
  readonly on: LocalDate
  readonly round: Round
}

/** A step told beside the ladder, by its due date: about a moved one it is told again. */
export const besideName = (obligation: Obligation, step: string): string =>
  `${keyOf(obligation)} ${step} ${obligation.dueOn.toString()}`

/** What is told at once on its own day whatever rung the alert stands on: a child not seen for 28 days. */
export const besideOf = (obligation: Obligation): readonly Beside[] =>
  obligation.late.flatMap(({ step, on, at, to }) => {
    const round: Round = { rung: null, roles: to, steps: [{ obligation, step }], lane: 'at-once' }
    return at === 'at-once' ? [{ name: besideName(obligation, step), on, round }] : []
  })

/** At the top nobody stands above who would be told that whoever was to keep a promise has left: those who stand there are told again. */
export function fallenAtTop(
  { leads }: Matter,
  ladder: readonly Rung[],
  entries: readonly LadderEntry[],
): readonly Beside[] {
  const top = topRung(entries)
  const rung = ladder[top - 1]
  const left = entries.filter((one) => one.entry === 'owner-left' && one.rung === top)
  const last = left.at(-1)
  if (rung === undefined || last === undefined || ladder[top] !== undefined) return []
  if (lastOfPromises(entries, top) === 'promised') return []
  const step = `owner-left-${String(left.length)}`
  return leads.map((obligation) => ({
    name: besideName(obligation, step),
    on: last.on,
    round: { rung: null, insteadOf: top, roles: rolesOn(rung), steps: [{ obligation, step }], lane: 'at-once' },
  }))
}
