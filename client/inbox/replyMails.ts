import { readReplyMail } from '../../activities/ical/readReplyMail'
import { REPLY_PROBLEMS } from '../../activities/ical/replyProblems'

/** Is handed a mail that answers an invitation. */
export type TakeReply = (raw: Buffer) => Promise<void>

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
export function replyMails(onReply: TakeReply | undefined): ReplyMails {
  let last = Promise.resolve()
  const handOn = async (raw: Buffer): Promise<void> => {
    const answers = await readReplyMail(raw)
    if (answers.some((one) => !('problem' in one) || !NO_REPLY.has(one.problem))) await onReply?.(raw)
  }
  return {
    kept: (raw, to) => {
      if (onReply === undefined || !to.some((address) => REPLIES.test(address))) return
      last = last.then(() => handOn(raw)).catch(() => undefined)
    },
    settled: () => last,
  }
}
