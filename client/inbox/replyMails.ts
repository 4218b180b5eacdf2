import { readReplyMail } from '../../activities/ical/readReplyMail'
import { REPLY_PROBLEMS } from '../../activities/ical/replyProblems'

/** Who is handed mails that answer an invitation. */
export interface TakesReplies {
  take(raw: Buffer): Promise<void>
  /** Told of one that could not be taken. It has been kept, and can be handed in again. */
  missed(error: unknown): void
}

export interface ReplyMails {
  /** A mail has been kept; `to` is whom the envelope names. Returns at once. */
  kept(raw: Buffer, to: readonly string[]): void
  /** Resolves when all that was handed on has been dealt with. */
  settled(): Promise<void>
}

/** Where invitations ask programs to answer: `repliesAddress` of any authority. */
const REPLIES = /^replies@caseclock\../i

const NO_REPLY: ReadonlySet<string> = new Set([
  ...[REPLY_PROBLEMS.notACalendar, REPLY_PROBLEMS.notAReply, REPLY_PROBLEMS.noCalendarInMail],
  ...[REPLY_PROBLEMS.mailTooLong, REPLY_PROBLEMS.unreadableMail],
])

/** Hands on mails that carry an answer, one after the other as they came. One that cannot be taken has been kept: it stays on the list. */
export function replyMails(takes: TakesReplies | undefined): ReplyMails {
  let last = Promise.resolve()
  const handOn = async (raw: Buffer): Promise<void> => {
    const answers = await readReplyMail(raw)
    if (answers.some((one) => !('problem' in one) || !NO_REPLY.has(one.problem))) await takes?.take(raw)
  }
  return {
    kept: (raw, to) => {
      if (takes === undefined || !to.some((address) => REPLIES.test(address))) return
      last = last
        .then(() => handOn(raw))
        .catch((error: unknown) => {
          takes.missed(error)
        })
    },
    settled: () => last,
  }
}
