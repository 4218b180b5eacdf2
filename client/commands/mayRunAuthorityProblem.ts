import type { LocalDate } from '@js-joda/core'
import { holds } from '../../domain/access/holds'
import type { Permission } from '../../domain/access/permissions'
import { knownPeople } from '../../activities/people/knownPeople'
import { loadPeople } from '../../activities/people/loadPeople'
import type { Transaction } from '../../prisma/database'

interface Who {
  readonly actorId: string
  readonly day: LocalDate
  /** What they want to do, as the sentence that refuses it says it: "hold sending or let it go". */
  readonly what: string
  /** The line of the table that says so; `run-authority` when missing. */
  readonly permission?: Extract<Permission, 'run-authority' | 'import-caseload' | 'see-undelivered'>
}

/** Why this person may not do something that concerns the whole authority, or undefined when they may: in post on that day, in one of its roles. */
export const mayRunAuthorityProblem = async (
  tx: Transaction,
  { actorId, day, what, permission = 'run-authority' }: Who,
): Promise<string | undefined> =>
  (await idsOfThose(tx, day, permission)).includes(actorId)
    ? undefined
    : `Only an administrator, a service manager or somebody above may ${what}. Ask one of them.`

/** Whether there is anybody on that day who could be asked to import. */
export const somebodyImports = async (tx: Transaction, day: LocalDate): Promise<boolean> =>
  (await idsOfThose(tx, day, 'import-caseload')).length > 0

const idsOfThose = async (tx: Transaction, day: LocalDate, permission: Permission): Promise<readonly string[]> =>
  knownPeople(await loadPeople(tx, day.toString()), day, null)
    .filter((person) => holds(person, permission))
    .map(({ id }) => id)
