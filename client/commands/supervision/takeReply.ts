import { readClock } from '../../../activities/clock'
import { readReplyMail, type MailedReply } from '../../../activities/ical/readReplyMail'
import type { Reply } from '../../../activities/ical/reply'
import { stableId } from '../../../activities/import/stableId'
import { londonDay } from '../../../domain/calendar/london'
import type { CommandDeps, Refusal } from '../command'
import { invitedAt } from './invitedAt'
import { reply } from './reply'

/** What became of one answer of a mail. */
export type ReplyTaken =
  | {
      readonly taken: true
      readonly sessionId: string
      readonly personId: string
      readonly answer: Reply['answer']
      /** It had been taken before: nothing was written. */
      readonly repeated: boolean
    }
  | {
      readonly taken: false
      readonly refused: Refusal['refused'] | 'unreadable' | 'sender-differs' | 'not-invited'
      /** Why, and what to do. No name, no address: it may reach logs. */
      readonly why: string
    }

/**
 * Takes every answer in a mail that came to the replies address, in its order; one at least. An answer counts only from the address it speaks for. The mail server is
 * trusted to have checked that address: From can be forged. The same mail twice is the same as once. A database that is away throws.
 */
export async function takeReplyMail(deps: CommandDeps, raw: Buffer): Promise<readonly ReplyTaken[]> {
  const taken: ReplyTaken[] = []
  for (const one of await readReplyMail(raw)) taken.push(await takeOne(deps, one))
  return taken
}

async function takeOne(deps: CommandDeps, mailed: MailedReply): Promise<ReplyTaken> {
  if ('problem' in mailed) return { taken: false, refused: 'unreadable', why: mailed.problem }
  const { uid, sequence, attendee, answer, stampedAt, comment, sender } = mailed
  if (sender !== attendee) return SENDER_DIFFERS
  const { now } = await readClock(deps.db)
  const invited = await invitedAt(deps.db, { uid, address: attendee, today: londonDay(now) })
  if ('refused' in invited) return { taken: false, ...invited }
  const answered = await reply(deps, {
    ...{ ...invited, actorId: invited.personId, answer, how: 'mail', revision: sequence },
    commandId: stableId('reply', uid, String(sequence), attendee, String(stampedAt), answer),
    // A computer whose clock is ahead would otherwise keep every later answer of this person out.
    stampedAt: stampedAt === null ? null : Math.min(stampedAt, now),
    ...(answer === 'declined' ? { reason: comment } : {}),
  })
  return 'refused' in answered
    ? { taken: false, refused: answered.refused, why: answered.todo }
    : { taken: true, ...invited, answer, repeated: answered.repeated }
}

const SENDER_DIFFERS = {
  taken: false,
  refused: 'sender-differs',
  why: 'This answer speaks for another address than the one it came from. Nothing was recorded: ask the person invited, and record what they say with caseclock supervision reply.',
} as const
