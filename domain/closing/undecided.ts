import type { EventData } from '../chronology/eventKinds'
import type { Obligation } from '../timeline/obligation'

export type Decided = NonNullable<EventData['case-closed']['decided']>[number]

/** A decision as a person gives it: of one subject of a rule, or of every one. */
export interface Decision {
  readonly rule: string
  readonly subject?: string
  readonly decision: string
}

/** What was decided of each open matter, and which were not; `stray`: decisions about nothing that is open. */
export function decidedOf(
  open: readonly Pick<Obligation, 'rule' | 'subject'>[],
  decisions: readonly Decision[],
): {
  readonly decided: readonly Decided[]
  readonly undecided: readonly Pick<Obligation, 'rule' | 'subject'>[]
  readonly stray: readonly Decision[]
} {
  const each = [...new Map(open.map(({ rule, subject }) => [`${rule} ${subject}`, { rule, subject }])).values()]
  const isAbout = (one: Decision, { rule, subject }: (typeof each)[number]): boolean =>
    one.rule === rule && (one.subject === undefined || one.subject === subject)
  // The one that names its subject counts before the one for all.
  const inTurn = [...decisions].sort((a, b) => Number(a.subject === undefined) - Number(b.subject === undefined))
  const said = each.map((about) => ({
    about,
    decision: inTurn.find((one) => isAbout(one, about))?.decision.trim() ?? '',
  }))
  return {
    decided: said.flatMap(({ about, decision }) => (decision === '' ? [] : [{ ...about, decision }])),
    undecided: said.flatMap(({ about, decision }) => (decision === '' ? [about] : [])),
    stray: decisions.filter((one) => !each.some((about) => isAbout(one, about))),
  }
}
