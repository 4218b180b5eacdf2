import { newId } from '../../activities/newId'
import type { Transaction } from '../../prisma/database'

/** What was done about people, as the audit calls it. */
export type PeopleAction =
  | 'cover-set'
  | 'cover-ended'
  | 'case-restricted'
  | 'restriction-lifted'
  | 'access-granted'
  | 'access-revoked'
  | 'reassign'
  | 'roles-from-claims'
  | 'person-added'
  | 'address-set'
  | 'person-left'
  | 'person-returned'
  | 'role-given'
  | 'role-ended'

interface Audited {
  readonly action: PeopleAction
  readonly actorId: string
  readonly caseId: string | null
  readonly commandId: string
  /** Epoch milliseconds. */
  readonly now: number
  /** Ids, and the reason of whoever decided about access. */
  readonly detail: Readonly<Record<string, string | null | readonly string[]>>
}

/** Writes down who arranged what, in the transaction that does it. */
export const auditPeople = (
  tx: Transaction,
  { action, actorId, caseId, commandId, now, detail }: Audited,
): Promise<number> => tx.$executeRaw`
  insert into audit_event (id, at, actor_id, action, case_id, command_id, detail)
  values (${newId(now)}::uuid, ${new Date(now).toISOString()}::timestamptz, ${actorId}::uuid, ${action}, ${caseId}::uuid, ${commandId}::uuid,
    ${JSON.stringify(detail)}::jsonb)`
