import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { startInbox, type RunningInbox } from '../../../client/inbox/inbox'
import { takeReplyMail, type ReplyTaken } from '../../../client/commands/supervision/takeReply'
import type { QuietTown } from '../../servers/quietTown'
import type { MailedAnswer } from './answersTo'

type Mailed = Pick<MailedAnswer, 'from' | 'to' | 'raw'>

/** The mail server of a demo: what is sent to it by SMTP is kept, and taken where it answers an invitation. */
export interface ReplySink {
  readonly inbox: RunningInbox
  /** Sends a mail; resolves with what became of its answers. */
  answer(mail: Mailed): Promise<readonly ReplyTaken[]>
  /** Sends a mail that nobody takes. */
  send(mail: Mailed): Promise<void>
  /** How many mails were handed on. */
  handedOn(): number
  stop(): Promise<void>
}

export async function replySink(quiet: QuietTown): Promise<ReplySink> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-replies-'))
  let handedOn = 0
  let became: (taken: Promise<readonly ReplyTaken[]>) => void = () => undefined
  const inbox = await startInbox({
    ...{ folder, smtpPort: 0, webPort: 0 },
    takesReplies: {
      take: async (raw) => {
        handedOn += 1
        const taken = takeReplyMail(quiet, raw)
        became(taken)
        await taken
      },
      // Whoever waits for what became of it is told by the answer itself.
      missed: () => undefined,
    },
  })
  const send = async ({ from, to, raw }: Mailed): Promise<void> => {
    const transport = createTransport({ host: '127.0.0.1', port: inbox.smtpPort, secure: false, ignoreTLS: true })
    await transport.sendMail({ envelope: { from, to }, raw })
    transport.close()
  }
  return {
    inbox,
    send,
    answer: async (mail) => {
      const taken = new Promise<readonly ReplyTaken[]>((resolve) => {
        became = resolve
      })
      await send(mail)
      return taken
    },
    handedOn: () => handedOn,
    stop: async () => {
      await inbox.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
