import type { LocalDate } from '@js-joda/core'
import { ofKind } from '../chronology/childHistory'
import type { Effective } from '../chronology/effectiveEvents'
import type { PlanDocument } from './planDocument'
import { isPoliceSignatory } from './roles'

/** A copy of the plan that was given to somebody. */
export interface Copy {
  readonly with: string
  readonly on: LocalDate
  /** The document's id; null where the log does not say which version. */
  readonly document: string | null
}

/** Who is a party to the plan and is given a copy of every version: the family in it, the social worker, the team manager, the police where they sign. By role. */
export const partiesOf = ({ parents, signatories }: PlanDocument): readonly string[] => [
  ...new Set([
    ...parents.map(({ role }) => role),
    'social-worker',
    'team-manager',
    ...signatories.filter(isPoliceSignatory),
  ]),
]

export const copiesOf = (events: readonly Effective[]): readonly Copy[] =>
  ofKind(events, 'safety-plan-shared').map(({ on, data }) => ({ with: data.with, on, document: data.document ?? null }))

/** The parties who have no copy of this version yet. */
export const copiesToGive = (plan: PlanDocument, document: string, copies: readonly Copy[]): readonly string[] =>
  partiesOf(plan).filter((party) => !copies.some((copy) => copy.document === document && asRole(copy.with) === party))

/** As people write it, as a role is spelt: `Team manager` is `team-manager`. */
export const asRole = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
