import type { LocalDate } from '@js-joda/core'
import type { Transaction } from '../../prisma/database'

/** Who answers for what concerns the whole authority: everybody's mail, every case's facts. */
const ROLES = ['administrator', 'service-manager', 'head-of-service', 'director']

interface Who {
  readonly actorId: string
  readonly day: LocalDate
  /** What they want to do, as the sentence that refuses it says it: "hold sending or let it go". */
  readonly what: string
}

/** Why this person may not do something that concerns the whole authority, or undefined when they may: in post on that day, in one of its roles. */
export const mayRunAuthorityProblem = async (
  tx: Transaction,
  { actorId, day, what }: Who,
): Promise<string | undefined> =>
  (await runAuthority(tx, day)).includes(actorId)
    ? undefined
    : `Only an administrator, a service manager or somebody above may ${what}. Ask one of them.`

/** Whether there is anybody on that day who could be asked. */
export const somebodyRunsAuthority = async (tx: Transaction, day: LocalDate): Promise<boolean> =>
  (await runAuthority(tx, day)).length > 0

/** Their ids: a handful in any authority. */
async function runAuthority(tx: Transaction, day: LocalDate): Promise<readonly string[]> {
  const on = day.toString()
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct p.id from role_grant g join person p on p.id = g.person_id
    where g.role = any(${ROLES}::text[]) and g.from_on <= ${on}::date and (g.to_on is null or g.to_on >= ${on}::date)
      and (p.left_on is null or p.left_on > ${on}::date)`
  return rows.map(({ id }) => id)
}
