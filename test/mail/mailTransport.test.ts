import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { mailTransport, type OutgoingMail } from '../../activities/mail/mailTransport'
import { startInbox, type InboxOptions, type RunningInbox } from '../../client/inbox/inbox'

const mail: OutgoingMail = {
  to: { name: 'Sam Okafor', address: 'sam.okafor@northmoor.example' },
  messageId: `<${'ab12'.repeat(16)}@caseclock.northmoor.example>`,
  date: Date.UTC(2026, 10, 23, 7, 30),
  subject: '2 late — Caseclock, Monday 23 November',
  text: 'Do first: review conference.',
  html: '<p>Do first: review conference.</p>',
}

let folder: string
let inbox: RunningInbox | undefined
const stops: (() => void)[] = []

const transport = (port: number, patienceMs = 5000) =>
  mailTransport({
    url: `smtp://127.0.0.1:${port}`,
    from: 'Caseclock <clock@northmoor.example>',
    listId: 'caseclock.northmoor.example',
    patienceMs,
  })

async function sinkThat(refuse?: InboxOptions['refuse']) {
  inbox = await startInbox({ folder, smtpPort: 0, webPort: 0, ...(refuse === undefined ? {} : { refuse }) })
  return transport(inbox.smtpPort)
}

const kept = () =>
  readdirSync(folder)
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))

/** A server that answers each line it is sent, and may hang up. Closed after the test. */
async function scripted(answer: (line: string, hangUp: () => void) => string | undefined): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.write('220 ready\r\n')
    socket.on('data', (chunk) => {
      for (const line of chunk
        .toString()
        .split('\r\n')
        .filter((text) => text !== '')) {
        const said = answer(line, () => socket.destroy())
        if (said !== undefined && !socket.destroyed) socket.write(`${said}\r\n`)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'caseclock-mail-'))
  inbox = undefined
})

afterEach(async () => {
  for (const stop of stops.splice(0)) stop()
  await inbox?.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('sending a mail', () => {
  it('delivers it with the headers that keep machines from answering', async () => {
    const sender = await sinkThat()
    await expect(sender.send(mail)).resolves.toStrictEqual({ outcome: 'sent' })
    const [text] = kept()
    expect(text?.replace(/\r\n /g, ' ')).toContain(`Message-ID: ${mail.messageId}`)
    expect(text).toContain('Date: Mon, 23 Nov 2026 07:30:00 +0000')
    for (const header of [
      'Auto-Submitted: auto-generated',
      'X-Auto-Response-Suppress: All',
      'List-ID: <caseclock.northmoor.example>',
    ]) {
      expect(text).toContain(header)
    }
  })

  it('sends the same bytes when it is sent again', async () => {
    const sender = await sinkThat()
    await sender.send(mail)
    await sender.send(mail)
    const withoutTransit = kept().map((text) => text.slice(text.indexOf('From:')))
    expect(withoutTransit).toHaveLength(2)
    expect(withoutTransit[1]).toBe(withoutTransit[0])
  })

  it('lets no name and no subject add a header', async () => {
    const sender = await sinkThat()
    await sender.send({
      ...mail,
      subject: 'Late\r\nBcc: x@evil.example',
      to: { ...mail.to, name: 'Sam\r\nX-Evil: yes' },
    })
    expect(
      kept()[0]
        ?.split('\n')
        .some((line) => /^(Bcc|X-Evil):/i.test(line)),
    ).toBe(false)
  })

  it.each([
    { answer: 'permanent', permanent: true },
    { answer: 'temporary', permanent: false },
  ] as const)('tells a $answer refusal, without an address', async ({ answer, permanent }) => {
    const sender = await sinkThat(() => answer)
    const result = await sender.send(mail)
    expect(result).toMatchObject({ outcome: 'refused', permanent })
    expect(JSON.stringify(result)).not.toMatch(/okafor|northmoor/i)
    expect(kept()).toHaveLength(0)
  })

  it('calls a server that is not there a temporary refusal', async () => {
    const sender = await sinkThat()
    await inbox?.stop()
    inbox = undefined
    await expect(sender.send(mail)).resolves.toMatchObject({ outcome: 'refused', permanent: false })
  })

  it('does not know the outcome when the line drops after the text; the second try carries the same Message-ID', async () => {
    const sender = await sinkThat((n) => (n === 1 ? 'drop-after-data' : undefined))
    await expect(sender.send(mail)).resolves.toMatchObject({ outcome: 'unknown' })
    await expect(sender.send(mail)).resolves.toStrictEqual({ outcome: 'sent' })
    const ids = (await inbox?.list())?.map(({ messageId }) => messageId)
    expect(ids).toStrictEqual([mail.messageId, mail.messageId])
  })

  it.each(['EHLO', 'MAIL', 'RCPT', 'DATA'])(
    'may try again when the line drops at %s: nothing was handed over',
    async (at) => {
      const port = await scripted((line, hangUp) => {
        if (line.startsWith(at)) return (hangUp(), undefined)
        return line.startsWith('DATA') ? '354 go on' : '250 ok'
      })
      await expect(transport(port).send(mail)).resolves.toMatchObject({ outcome: 'refused', permanent: false })
    },
  )

  it('does not know the outcome when the server never answers the text', async () => {
    const port = await scripted((line) =>
      line === 'DATA' ? '354 go on' : /^(EHLO|MAIL|RCPT)/.test(line) ? '250 ok' : undefined,
    )
    await expect(transport(port, 300).send(mail)).resolves.toMatchObject({ outcome: 'unknown' })
  })

  it('calls an unknown reader permanent and a full mailbox temporary', async () => {
    for (const [code, permanent] of [
      [550, true],
      [452, false],
    ] as const) {
      const port = await scripted((line) =>
        line.startsWith('RCPT') ? `${String(code)} <sam.okafor@northmoor.example>` : '250 ok',
      )
      const result = await transport(port).send(mail)
      expect(result).toMatchObject({ outcome: 'refused', permanent })
      expect(JSON.stringify(result)).not.toContain('okafor')
    }
  })

  it('gives up on no mail because the server does not let us in', async () => {
    const port = await scripted(() => '554 no service here')
    await expect(transport(port).send(mail)).resolves.toMatchObject({ outcome: 'refused', permanent: false })
  })
})
