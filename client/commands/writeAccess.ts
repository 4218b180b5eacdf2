import type { LocalDate } from '@js-joda/core'
import type { Transaction } from '../../prisma/database'
import type { AccessChange } from './changeAccess'

interface Writing {
  readonly caseId: string
  readonly change: AccessChange
  readonly reason: string
  readonly actorId: string
  readonly commandId: string
  /** Epoch milliseconds. */
  readonly now: number
  readonly today: LocalDate
  readonly newId: string
}

/** Writes a change of access to a case whose row the caller has locked. Answers what is so already, in words, or undefined when it was written. */
export async function writeAccess(tx: Transaction, writing: Writing): Promise<string | undefined> {
  const { caseId, change, reason, actorId, commandId, newId: id } = writing
  const moment = new Date(writing.now).toISOString()
  if (change.what === 'restrict') {
    const written = await tx.$executeRaw`
      insert into case_restriction (id, case_id, reason, made_by, made_at, command_id)
      values (${id}::uuid, ${caseId}::uuid, ${reason}, ${actorId}::uuid, ${moment}::timestamptz, ${commandId}::uuid)
      on conflict (case_id) where lifted_at is null do nothing`
    return written > 0 ? undefined : 'This case is restricted already. Nothing was changed.'
  }
  if (change.what === 'lift') {
    const written = await tx.$executeRaw`
      update case_restriction set lifted_by = ${actorId}::uuid, lifted_at = ${moment}::timestamptz, lifted_why = ${reason}
      where case_id = ${caseId}::uuid and lifted_at is null`
    return written > 0 ? undefined : 'This case is not restricted. Nothing was changed.'
  }
  if (change.what === 'revoke') {
    const written = await tx.$executeRaw`
      update case_access set revoked_by = ${actorId}::uuid, revoked_at = ${moment}::timestamptz, revoked_why = ${reason}
      where case_id = ${caseId}::uuid and person_id = ${change.personId}::uuid and revoked_at is null
        and (to_on is null or to_on >= ${writing.today.toString()}::date)`
    return written > 0 ? undefined : 'They have no access of their own to this case. Nothing was changed.'
  }
  const from = (change.from ?? writing.today).toString()
  const to = change.to?.toString() ?? null
  const written = await tx.$executeRaw`
    insert into case_access (id, case_id, person_id, from_on, to_on, reason, granted_by, granted_at, command_id)
    select ${id}::uuid, ${caseId}::uuid, ${change.personId}::uuid, ${from}::date, ${to}::date, ${reason}, ${actorId}::uuid, ${moment}::timestamptz,
      ${commandId}::uuid
    where not exists (select from case_access a where a.case_id = ${caseId}::uuid and a.person_id = ${change.personId}::uuid
      and a.revoked_at is null and a.from_on <= ${from}::date and (a.to_on is null or a.to_on >= coalesce(${to}::date, 'infinity'::date)))`
  return written > 0 ? undefined : 'They have access on all these days already. Nothing was changed.'
}
