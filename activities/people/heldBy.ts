import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import { responsiblePeople } from '../../domain/chronology/responsiblePeople'
import type { Database, Transaction } from '../../prisma/database'

/** The references of the cases on which this person has ever been the worker or the chair of a child. Who holds them today is in their facts. */
export async function casesEverHeldBy(
  tx: Transaction | Database,
  personId: string,
): Promise<readonly { readonly id: string; readonly ref: string }[]> {
  return tx.$queryRaw<{ id: string; ref: string }[]>`
    select distinct c.id::text, c.ref from chronology_event e join case_file c on c.id = e.case_id
    where e.kind in ('worker-allocated', 'chair-allocated') and e.payload ->> 'person' = ${personId} order by c.ref`
}

export interface HeldBy {
  /** The children whose worker this person is, by id. */
  readonly worked: readonly string[]
  /** Those whose reviewing officer they are. */
  readonly chaired: readonly string[]
}

/** What of a case a person holds on a day. */
export function heldBy(facts: CaseFacts, personId: string, day: LocalDate): HeldBy {
  const responsible = responsiblePeople(facts, day)
  const ids = facts.children.map(({ id }) => id)
  return {
    worked: ids.filter((id) => responsible(id).allocatedWorker === personId),
    chaired: ids.filter((id) => responsible(id).chair === personId),
  }
}
