import { newId } from '../../activities/newId'
import type { Transaction } from '../../prisma/database'

/** What was done with a run, as the audit calls it. */
export type ImportAction = 'import-started' | 'import-applied' | 'import-given-up'

interface Audited {
  readonly action: ImportAction
  /** Null: nobody was named, as when the machine imports at night. */
  readonly actorId: string | null
  /** Milliseconds since 1970. */
  readonly now: number
  /** Kept for ever, so no folder and no free text: either could hold a name. */
  readonly detail: {
    readonly run: string
    readonly source: 'ssd' | 'census'
    /** The day of the extract, ISO. */
    readonly asAt: string
    readonly older?: boolean
    readonly acceptFewer?: readonly string[]
  }
}

/** Writes down who did something with an import, in the transaction that does it. */
export async function auditImport(tx: Transaction, { action, actorId, now, detail }: Audited): Promise<void> {
  const id = newId(now)
  await tx.$executeRaw`
    insert into audit_event (id, at, actor_id, action, command_id, detail)
    values (${id}::uuid, ${new Date(now).toISOString()}::timestamptz, ${actorId}::uuid, ${action}, ${id}::uuid, ${JSON.stringify(detail)}::jsonb)`
}
