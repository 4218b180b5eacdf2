import type { Transaction } from '../../prisma/database'

/**
 * Takes back what a message would have said of sessions and years, since nobody may read it any longer: its reader has left, or the case was closed to them. What it was about is looked at again, and told to
 * whoever stands there now. The caller has locked the message.
 */
export async function takeBackUntold(
  tx: Transaction,
  { messageId, now }: { readonly messageId: string; readonly now: number },
): Promise<void> {
  const gone = await tx.$queryRaw<{ session_id: string | null; team_id: string }[]>`
    update supervision_notice set withdrawn_at = ${new Date(now).toISOString()}::timestamptz, withdrawn_why = 'its reader may not be told any longer'
    where message_id = ${messageId}::uuid and withdrawn_at is null returning session_id::text, team_id::text`
  const sessions = gone.flatMap(({ session_id }) => session_id ?? [])
  const years = gone.flatMap(({ session_id, team_id }) => (session_id === null ? [team_id] : []))
  if (sessions.length > 0)
    await tx.$executeRaw`update session set facts_version = facts_version + 1 where id = any(${sessions}::uuid[])`
  if (years.length > 0)
    await tx.$executeRaw`update supervision_year set facts_version = facts_version + 1 where team_id = any(${years}::uuid[])`
}
