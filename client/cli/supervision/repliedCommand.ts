import { takeReplyMail, type ReplyTaken } from '../../commands/supervision/takeReply'
import { withProcesses } from '../connect'
import { CommandFailed, EXIT, type ExitCode, type Io } from '../io'
import { readBounded } from '../readBounded'

export interface RepliedOptions {
  readonly json?: boolean
  readonly data: string
}

const MOST_BYTES = 10 * 1024 * 1024

/**
 * `caseclock supervision replied FILE|-`: a mail system hands over a mail that came to the replies address. Ends with 0 when every answer in it was taken, now or before, with 1 when one
 * was refused, and with 2 when there is none that can be read.
 */
export async function runReplied(file: string, { json = false, data }: RepliedOptions, io: Io): Promise<ExitCode> {
  const raw = await readBounded(file, MOST_BYTES)
  return withProcesses(data, io.err, async (deps) => {
    const replies = await takeReplyMail(deps, raw)
    if (json) io.out(`${JSON.stringify({ format: 1, replies }, null, 2)}\n`)
    const [first] = replies
    if (first !== undefined && replies.every((one) => !one.taken && one.refused === 'unreadable'))
      throw new CommandFailed(EXIT.usage, words(first))
    if (!json) for (const one of replies) (one.taken ? io.out : io.err)(`${words(one)}\n`)
    return replies.every(({ taken }) => taken) ? EXIT.done : EXIT.problems
  })
}

const words = (reply: ReplyTaken): string => {
  if (!reply.taken) return reply.why
  const { answer, sessionId, repeated } = reply
  return repeated
    ? `This answer had been taken before (${answer}, session ${sessionId}). Nothing was changed.`
    : `Taken: ${answer}, session ${sessionId}.`
}
