import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { runReplied } from '../../../client/cli/supervision/repliedCommand'
import { startInbox } from '../../../client/inbox/inbox'
import { PEOPLE } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { answerTo, type Answering, type MailedAnswer } from './answersTo'
import { replySink } from './replySink'
import { invitationTo, sessionsAhead, townWithAYear } from './supervisionYear'

const WORKER = 'worker@test.example'
const environment = process.env

describe('a mail that came to the replies address', () => {
  let quiet: QuietTown
  let folder: string
  let sessions: string[]
  beforeAll(async () => {
    quiet = await townWithAYear('2026-03-02', ['T-1'])
    sessions = [...(await sessionsAhead(quiet))]
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-replied-'))
    process.env = { ...environment, ...quiet.town.environment() }
  })
  afterAll(async () => {
    process.env = environment
    rmSync(folder, { recursive: true, force: true })
    await quiet.stop()
  })
  const answer = (more: Partial<Answering> = {}): Promise<MailedAnswer> =>
    answerTo(invitationTo(quiet, sessions.shift() ?? '', WORKER), {
      ...{ program: 'outlook', answer: 'ACCEPTED', stamp: '20260302T030000Z' },
      ...more,
    })

  const replied = async (raw: Buffer, json = false) => {
    const file = path.join(folder, 'reply.eml')
    writeFileSync(file, raw)
    let [out, err] = ['', '']
    const io = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) }
    const code = await runReplied(file, { data: '', json }, io).catch((error: unknown) => {
      err += (error as Error).message
      return (error as { exitCode?: number }).exitCode
    })
    return { code, out, err }
  }

  it('is taken by the command, and says so again when it is handed in twice', async () => {
    const { raw } = await answer()
    await expect(replied(raw)).resolves.toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Taken: accepted/) as string,
    })
    const again = await replied(raw, true)
    expect(again.code).toBe(0)
    expect(JSON.parse(again.out)).toMatchObject({ format: 1, replies: [{ personId: PEOPLE.worker, repeated: true }] })
  })

  it('and is refused ends with 1 and its sentence', async () => {
    const { raw } = await answer({ from: 'eve@elsewhere.example' })
    await expect(replied(raw)).resolves.toMatchObject({
      code: 1,
      err: expect.stringContaining('another address') as string,
    })
    expect(JSON.parse((await replied(raw, true)).out)).toMatchObject({
      replies: [{ taken: false, refused: 'sender-differs' }],
    })
  })

  it.each([
    { what: 'is none', raw: Buffer.from('hello') },
    { what: 'has no calendar', raw: Buffer.from(`From: ${WORKER}\r\n\r\nI shall come.`) },
    { what: 'is longer than 10 MB', raw: Buffer.alloc(11 * 1024 * 1024, 32) },
  ])('but $what ends with 2', async ({ raw }) => {
    await expect(replied(raw)).resolves.toMatchObject({ code: 2, out: '' })
  })

  it('of a file that is not there ends with 2', async () => {
    const nowhere = { out: () => undefined, err: () => undefined }
    await expect(runReplied(path.join(folder, 'none.eml'), { data: '' }, nowhere)).rejects.toMatchObject({
      exitCode: 2,
    })
  })

  it('is kept when it cannot be taken, which is said, and so is the next, which is taken', async () => {
    const inboxFolder = mkdtempSync(path.join(folder, 'inbox-'))
    const handed: string[] = []
    const missed: unknown[] = []
    const inbox = await startInbox({
      ...{ folder: inboxFolder, smtpPort: 0, webPort: 0 },
      takesReplies: {
        take: (raw) => {
          handed.push(raw.toString())
          return handed.length === 1 ? Promise.reject(new Error('The database is away')) : Promise.resolve()
        },
        missed: (error) => missed.push(error),
      },
    })
    const transport = createTransport({ host: '127.0.0.1', port: inbox.smtpPort, ignoreTLS: true })
    for (const { from, to, raw } of [await answer(), await answer()])
      await transport.sendMail({ envelope: { from, to }, raw })
    transport.close()
    await expect(inbox.list()).resolves.toHaveLength(2)
    await inbox.stop() // waits until both were handed on
    expect(handed).toHaveLength(2)
    expect(missed).toEqual([new Error('The database is away')])
  })

  it('is kept and not handed on where it answers nothing, or went elsewhere', async () => {
    const sink = await replySink(quiet)
    const { from, to, raw } = await answer()
    await sink.send({ from, to: 'clock@test.example', raw })
    await sink.send({ from, to, raw: Buffer.from(`From: ${from}\r\nTo: ${to}\r\n\r\nI shall come.`) })
    await sink.send({ from, to, raw: Buffer.from(raw.toString().replaceAll('METHOD:REPLY', 'METHOD:REQUEST')) })
    await expect(sink.inbox.list()).resolves.toHaveLength(3)
    await sink.stop()
    expect(sink.handedOn()).toBe(0)
  })
})
