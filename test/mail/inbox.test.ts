import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { mailTransport } from '../../activities/mail/mailTransport'
import { startInbox, type RunningInbox } from '../../client/inbox/inbox'

let folder: string
let inbox: RunningInbox

const start = async () => (inbox = await startInbox({ folder, smtpPort: 0, webPort: 0 }))

const send = (subject: string) =>
  mailTransport({
    url: `smtp://127.0.0.1:${inbox.smtpPort}`,
    from: 'clock@northmoor.example',
    listId: 'caseclock.northmoor.example',
  }).send({
    to: { name: 'Sam <script>alert(1)</script>', address: 'sam@northmoor.example' },
    messageId: `<${Buffer.from(subject).toString('hex')}@caseclock.northmoor.example>`,
    date: Date.UTC(2026, 10, 23, 7, 30),
    subject,
    text: `Text of ${subject} <script>alert(2)</script> https://caseclock.example/cases/N-1`,
    html: `<p>${subject}</p><script>alert(3)</script>`,
  })

const get = async (at: string) => {
  const response = await fetch(`http://127.0.0.1:${inbox.webPort}${at}`)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'caseclock-inbox-'))
  await start()
})

afterEach(async () => {
  await inbox.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('the inbox', () => {
  it('keeps one file for each mail it takes', async () => {
    await send('one')
    await send('two')
    expect(readdirSync(folder).sort()).toStrictEqual([
      expect.stringMatching(/^000001-[0-9a-f]{12}\.eml$/),
      expect.stringMatching(/^000002-[0-9a-f]{12}\.eml$/),
    ])
  })

  it('leaves nothing listening when its page finds no port', async () => {
    const taken = { folder, smtpPort: inbox.smtpPort, webPort: inbox.webPort }
    await inbox.stop()
    const holder = createServer().listen(taken.webPort, '127.0.0.1')
    await once(holder, 'listening')
    await expect(startInbox(taken)).rejects.toThrow('EADDRINUSE')
    holder.close()
    await once(holder, 'close')
    inbox = await startInbox(taken) // the port of its mail server is free again
    expect(inbox.smtpPort).toBe(taken.smtpPort)
  })

  it('still has its mails after a restart, and never gives a number twice', async () => {
    await send('one')
    await send('two')
    await inbox.stop()
    const [first] = readdirSync(folder).sort()
    unlinkSync(path.join(folder, first ?? ''))
    writeFileSync(path.join(folder, '000003-abc.eml.part'), 'a mail whose keeping was interrupted')
    await start()
    await send('three')
    const mails = await inbox.list()
    expect(mails.map(({ number, subject }) => [number, subject])).toStrictEqual([
      [2, 'two'],
      [3, 'three'],
    ])
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it('lists message ids, readers and subjects for tests', async () => {
    await send('one')
    const { text } = await get('/messages.json')
    expect(JSON.parse(text)).toStrictEqual([
      expect.objectContaining({
        messageId: '<6f6e65@caseclock.northmoor.example>',
        subject: 'one',
        date: '2026-11-23T07:30:00.000Z',
        to: expect.stringContaining('sam@northmoor.example') as string,
      }),
    ])
  })

  it('shows the newest first', async () => {
    await send('one')
    await send('two')
    const { text } = await get('/')
    expect(text.match(/>(?:one|two)</g)).toEqual(['>two<', '>one<'])
  })

  it('shows what came by mail as text, and runs nothing', async () => {
    await send('<script>alert(4)</script>')
    for (const at of ['/', '/mail/1']) {
      const { text, headers } = await get(at)
      expect(text).not.toContain('<script')
      expect(text).toContain('&lt;script')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    }
    expect((await get('/mail/1')).text).toContain('<iframe sandbox=""')
  })

  it('links addresses in the text and shows the headers', async () => {
    await send('one')
    const { text } = await get('/mail/1')
    expect(text).toContain('<a href="https://caseclock.example/cases/N-1"')
    expect(text).toContain('Auto-Submitted: auto-generated')
  })

  it.each(['/mail/9', '/mail/..%2f..%2fetc%2fpasswd', '/mail/1.eml'])('has nothing at %s', async (at) => {
    await send('one')
    expect((await get(at)).status).toBe(404)
  })

  it('tells the caller of every mail', async () => {
    await inbox.stop()
    const arrived: string[] = []
    inbox = await startInbox({ folder, smtpPort: 0, webPort: 0, onMail: ({ subject }) => void arrived.push(subject) })
    await send('one')
    await inbox.list()
    expect(arrived).toStrictEqual(['one'])
  })
})
