import type { Database, Transaction } from '../../prisma/database'

/** Messages about a team's year, or about one of its sessions, that no delivery has tried yet. */
export const sessionMessagesToStart = async (
  tx: Transaction | Database,
  { teamId, sessionId = null }: { readonly teamId: string; readonly sessionId?: string | null },
): Promise<string[]> =>
  (
    await tx.$queryRaw<{ id: string }[]>`
    select distinct m.id::text as id from message m join supervision_notice n on n.message_id = m.id
    where n.team_id = ${teamId}::uuid and n.session_id is not distinct from ${sessionId}::uuid and m.state = 'created'
      and m.lane in ('at-once', 'invitation') order by id`
  ).map(({ id }) => id)
