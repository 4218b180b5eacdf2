import type { CommandDeps } from '../commands/command'
import { takeReplyMail } from '../commands/supervision/takeReply'

/** Takes the answers that come to the demo's mail server, and says of each what became of it. Never rejects: the mail is kept, and can be handed in again. */
export const takeReplies =
  (deps: CommandDeps, say: (line: string) => void) =>
  async (raw: Buffer): Promise<void> => {
    try {
      for (const one of await takeReplyMail(deps, raw))
        say(
          one.taken
            ? `an invitation was answered: ${one.answer}${one.repeated ? ', as before' : ''}`
            : `an answer to an invitation was not taken: ${one.why}`,
        )
    } catch {
      say('an answer to an invitation could not be taken. Hand it in again: caseclock supervision replied FILE')
    }
  }
