import fastify from 'fastify'
import type { SMTPServer } from 'smtp-server'
import { inboxPage, mailPage } from './inboxPages'
import type { InboxRow } from './inboxRow'
import { mailFolder, type MailFolder } from './mailFolder'
import { replyMails, type TakesReplies } from './replyMails'
import { sinkServer, type Refusal } from './sinkServer'

export interface InboxOptions {
  /** Where mails are kept, one `.eml` each. */
  readonly folder: string
  /** 0 for any free port. */
  readonly smtpPort: number
  readonly webPort: number
  /** Where it listens; loopback when not given. Another only inside a network of its own: the page asks nobody who they are. */
  readonly host?: string
  /** Told of every mail that arrives. */
  readonly onMail?: (mail: InboxRow) => void
  /** Handed every mail to the replies address that answers an invitation, after it was kept, one at a time. */
  readonly takesReplies?: TakesReplies
  /** How to answer the n-th mail instead of taking it. For tests of what a mail server can do to us. */
  readonly refuse?: (n: number, to: string) => Refusal | undefined
}

export interface RunningInbox {
  readonly smtpPort: number
  readonly webPort: number
  list(): Promise<readonly InboxRow[]>
  stop(): Promise<void>
}

/** A mail server of this machine's own that delivers nowhere: it keeps what it takes in a folder, and shows it on a page. Loopback, unless told otherwise. */
export async function startInbox({
  folder,
  smtpPort,
  webPort,
  host = '127.0.0.1',
  onMail,
  takesReplies,
  refuse,
}: InboxOptions): Promise<RunningInbox> {
  const mails = mailFolder(folder)
  const replies = replyMails(takesReplies)
  const keep = (bytes: Buffer, to: readonly string[]): void => {
    const name = mails.keep(bytes)
    replies.kept(bytes, to)
    if (onMail !== undefined) void mails.read(name).then(onMail, () => undefined) // kept either way; the list shows it
  }
  const smtp = sinkServer({ keep, refuse })
  const smtpListening = await listen(smtp, smtpPort, host)
  const web = inboxWeb(mails)
  const stopSmtp = (): Promise<void> =>
    new Promise((resolve) => {
      smtp.close(resolve)
    })
  let address: string
  try {
    address = await web.listen({ host, port: webPort })
  } catch (error) {
    await stopSmtp() // a server left listening would keep the program from ending
    throw error
  }
  return {
    smtpPort: smtpListening,
    webPort: Number(new URL(address).port),
    list: () => mails.list(),
    stop: async () => {
      await web.close()
      await stopSmtp()
      await replies.settled()
    },
  }
}

/** Nothing that came by mail may run or load anything: no scripts, no pictures, HTML parts only in a frame without rights. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

function inboxWeb(mails: MailFolder) {
  const web = fastify({ logger: false })
  web.addHook('onSend', (_request, reply, _payload, done) => {
    reply.headers({
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    done()
  })
  const newestFirst = async () => [...(await mails.list())].reverse()
  const find = async (number: string) => (await mails.list()).find((mail) => String(mail.number) === number)
  web.get('/messages.json', async () =>
    (await mails.list()).map(({ number, messageId, to, subject, date, receivedAt }) => ({
      number,
      messageId,
      to,
      subject,
      date,
      receivedAt,
    })),
  )
  web.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(inboxPage(await newestFirst())))
  web.get<{ Params: { number: string } }>('/mail/:number', async ({ params }, reply) => {
    const mail = await find(params.number)
    if (mail === undefined) return reply.code(404).type('text/plain').send('No such mail. Go back to the list.')
    return reply.type('text/html; charset=utf-8').send(mailPage(mail))
  })
  return web
}

const listen = (smtp: SMTPServer, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    smtp.once('error', reject)
    smtp.listen(port, host, () => {
      smtp.removeListener('error', reject)
      smtp.on('error', () => undefined) // a client that hangs up in the middle is the client's business
      const address = smtp.server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
