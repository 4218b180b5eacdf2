import { describeFailure } from '../../activities/planning/askSafely'
import type { CommandDeps } from '../commands/command'
import { takeReplyMail } from '../commands/supervision/takeReply'
import type { TakesReplies } from '../inbox/replyMails'

/** Takes the answers that come to the demo's mail server, and says of each what became of it. */
export const takeReplies = (deps: CommandDeps, say: (line: string) => void): TakesReplies => ({
  take: async (raw) => {
    for (const one of await takeReplyMail(deps, raw))
      say(
        one.taken
          ? `an invitation was answered: ${one.answer}${one.repeated ? ', as before' : ''}`
          : `an answer to an invitation was not taken: ${one.why}`,
      )
  },
  missed: (error) => {
    say(
      `an answer to an invitation could not be taken (${describeFailure(error)}). It is kept; hand it in again: caseclock supervision replied FILE`,
    )
  },
})
