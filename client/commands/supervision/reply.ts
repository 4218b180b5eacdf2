import { govukDate } from '../../../domain/timeline/govukDate'
import { invitationSequence } from '../../../activities/supervision/invitationSequence'
import type { CommandDeps } from '../command'
import { NOT_ORGANISER, organises, refuse, sessionCommand, type Answered, type Command } from './acting'

/** What an invited person answers. */
export interface Reply extends Command {
  readonly sessionId: string
  readonly personId: string
  readonly answer: 'accepted' | 'declined' | 'tentative'
  readonly how: 'mail' | 'link' | 'command'
  /** Of an answer by mail: which version of the invitation it is about, and when it was written (epoch milliseconds). */
  readonly revision?: number
  readonly stampedAt?: number | null
  /** Why they cannot come, where they said so. */
  readonly reason?: string
}

interface Invited {
  readonly reply_stamped_at: Date | null
  readonly revision: number
  readonly times: number
}

/** Takes an answer to an invitation: from the person, or from whoever runs the session. An answer to an older invitation, or one written before the last, changes nothing. Idempotent by command id. */
export const reply = (deps: CommandDeps, command: Reply): Promise<Answered> =>
  sessionCommand(deps, { ...command, action: 'supervision-reply', concerns: 'session' }, async (tx, acting) => {
    const { personId, answer, how, revision, stampedAt = null, reason } = command
    const { session, actor, today, now } = acting
    if (actor.id !== personId && !organises(acting)) return refuse('not-allowed', NOT_ORGANISER)
    if (session.state !== 'planned')
      return refuse('already-ended', 'This session is no longer planned: there is nothing to answer.')
    if (session.on.isBefore(today))
      return refuse(
        'already-ended',
        `This session was on ${govukDate(session.on)}. Who was there is recorded when it is: caseclock supervision held.`,
      )
    const [invited] = await tx.$queryRaw<Invited[]>`
      select a.reply_stamped_at, s.revision, a.times from attendance a join session s on s.id = a.session_id
      where a.session_id = ${session.id}::uuid and a.person_id = ${personId}::uuid and a.uninvited_on is null`
    if (invited === undefined) return refuse('unknown-person', 'This person is not invited to the session.')
    if (revision !== undefined && revision < invitationSequence(invited.revision, invited.times))
      return refuse('changed-since', 'The session has been changed since that invitation. Answer the newer one.')
    if (stampedAt !== null && invited.reply_stamped_at !== null && invited.reply_stamped_at.getTime() > stampedAt)
      return refuse('answered-already', 'A later answer has come already. Nothing was changed.')
    const why = words(reason)
    // Whoever comes after all, or gives another reason, is decided on anew. An answer that is not by mail is as new as now.
    const anew = answer !== 'declined' || why !== null
    await tx.$executeRaw`
      update attendance set reply = ${answer}, replied_on = ${today.toString()}::date, reply_how = ${how}, reply_revision = ${invited.revision},
        reply_stamped_at = ${new Date(stampedAt ?? now).toISOString()}::timestamptz,
        exception_reason = case when ${answer} <> 'declined' then null else coalesce(${why}, exception_reason) end,
        cover_id = case when ${answer} <> 'declined' then null else cover_id end,
        approved = case when ${anew} then null else approved end, decided_on = case when ${anew} then null else decided_on end,
        decided_by = case when ${anew} then null else decided_by end,
        exception_asked_on = case when ${why}::text is not null then ${today.toString()}::date else exception_asked_on end
      where session_id = ${session.id}::uuid and person_id = ${personId}::uuid`
    return { detail: { person: personId, answer, how } }
  })

const words = (reason: string | undefined): string | null => {
  const text = reason?.trim() ?? ''
  return text === '' ? null : text
}
