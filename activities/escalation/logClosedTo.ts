import type { Transaction } from '../../prisma/database'
import type { Recipients } from '../people/recipients'
import { appendEntry } from './appendEntry'

const NOT_TOLD = 'may not be told: '

interface Closed {
  readonly escalationId: string
  readonly tell: {
    readonly rung: number | null
    readonly roles: readonly string[]
    readonly steps: readonly { readonly member: { readonly subject: string } }[]
  }
  readonly recipients: Pick<Recipients, 'closedTo'>
  readonly now: number
}

/** Puts on the log who stands on a rung and was not told, because the case is restricted and they have no access to it: once each on a rung, however often it is looked at. */
export async function logClosedTo(tx: Transaction, { escalationId, tell, recipients, now }: Closed): Promise<void> {
  const subjects = new Set(tell.steps.map(({ member }) => member.subject))
  const closed = tell.roles.flatMap((role) => [...subjects].flatMap((subject) => recipients.closedTo(role, subject)))
  if (closed.length === 0) return
  const logged = await tx.$queryRaw<{ person_id: string | null }[]>`
    select person_id::text from escalation_entry where escalation_id = ${escalationId}::uuid and entry = 'skipped'
      and rung is not distinct from ${tell.rung}::int and reason like ${`${NOT_TOLD}%`}`
  const met = new Set(logged.map(({ person_id }) => person_id))
  for (const { person, why } of closed) {
    if (met.has(person)) continue
    met.add(person)
    const reason = `${NOT_TOLD}${why}`
    await appendEntry(tx, {
      escalationId,
      entry: 'skipped',
      rung: tell.rung,
      personId: person,
      reason,
      now,
    })
  }
}
