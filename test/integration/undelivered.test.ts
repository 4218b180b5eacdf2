import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runBounced } from '../../client/cli/bouncedCommand'
import { runSending } from '../../client/cli/sendingCommand'
import { runUndelivered } from '../../client/cli/undeliveredCommand'
import { closeUndelivered } from '../../client/commands/closeUndelivered'
import { casePage } from '../../client/queries/casePage'
import { undelivered } from '../../client/queries/undelivered'
import { dsn, type Dsn } from '../mail/dsn'
import { addCase, addPeople, PEOPLE } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

const REFUSED = { outcome: 'refused', permanent: true, detail: 'The mail server answered 550.' } as const
const LOST = {
  outcome: 'unknown',
  detail: 'The connection ended before the mail server answered (ECONNECTION).',
} as const

/** An assessment is due 45 working days after 2 February 2026: on 8 April. Rung 1 on 9 April, a Thursday; rung 2 three working days after it was told. */
describe('an alert that did not arrive', () => {
  let quiet: QuietTown
  let environment: NodeJS.ProcessEnv
  let folder: string
  beforeEach(async () => {
    environment = process.env
    folder = mkdtempSync(path.join(tmpdir(), 'caseclock-dsn-'))
    quiet = await quietTown('2026-03-02')
    process.env = { ...environment, ...quiet.town.environment() }
    await addPeople(quiet.town)
    await addCase(quiet.town, 'T-1', '2026-02-02')
    await quiet.moveTo('2026-04-09')
    await quiet.plan()
  })
  afterEach(async () => {
    process.env = environment
    rmSync(folder, { recursive: true, force: true })
    await quiet.stop()
  })

  const entries = async () =>
    (await casePage(quiet.db, 'T-1'))?.escalations.find(({ title }) => title === 'Assessment')?.entries ?? []
  const log = async (): Promise<string[]> =>
    (await entries()).map(({ entry, rung, name }) => `${entry} ${String(rung)} ${name?.replace('Person ', '') ?? ''}`)
  const reader = ({ to }: { readonly to: { readonly address: string } }) => to.address.split('@')[0]
  const readers = () => quiet.mails.map(reader)
  const oneRound = async (): Promise<void> => {
    await quiet.plan()
    await quiet.deliver()
  }
  /** What a reconcile starts: nothing runs in a quiet town, so it is delivered by hand. */
  const reconcile = async (): Promise<void> => {
    await quiet.planning.reconcile({ full: false })
    await quiet.deliver()
  }
  const said = { out: '', err: '' }
  const io = { out: (text: string) => void (said.out += text), err: (text: string) => void (said.err += text) }
  const run = async (work: () => Promise<number>): Promise<{ code: number; out: string }> => {
    said.out = ''
    const code = await work().catch((error: unknown) => {
      const { exitCode, message } = error as { exitCode?: number; message: string }
      said.out = message
      return exitCode ?? -1
    })
    return { code, out: said.out }
  }
  const bounced = (bytes: Buffer, more: { readonly json?: boolean } = {}) => {
    const file = path.join(folder, 'report.eml')
    writeFileSync(file, bytes)
    return run(() => runBounced(file, { data: '', ...more }, io))
  }
  const reportOf = (mail: { readonly messageId: string } | undefined, more: Dsn = {}): Buffer =>
    dsn({ messageId: mail?.messageId ?? '', ...more })

  it('refused for good: a task the same day, and the next person on the rung; twice is once', async () => {
    quiet.answerNext(REFUSED)
    await quiet.deliver()
    expect(await undelivered(quiet.db)).toMatchObject([
      { person: 'Person teamManager', kind: 'alert', why: 'refused', detail: REFUSED.detail, cases: ['T-1'], open: 1 },
    ])
    for (let again = 0; again < 2; again += 1) await oneRound()
    expect(await log()).toEqual(['told 1 teamManager', 'skipped 1 teamManager', 'told 1 serviceManager'])
    expect((await entries()).map(({ reason }) => reason).slice(1)).toEqual([
      'was not told: the mail server answered 550.',
      'service manager of this case (mail to the team manager does not arrive)',
    ])
    expect(readers()).toEqual(['teammanager', 'servicemanager'])
    for (let again = 0; again < 2; again += 1) await reconcile()
    expect(readers()).toEqual(['teammanager', 'servicemanager', 'administrator'])
    expect(quiet.mails.at(-1)?.text).toContain(
      'A mail of 9 April 2026 to Person teamManager did not arrive, as far as is known: The mail server answered 550.',
    )
    // Who was told on rung 1 instead is passed over on rung 2.
    await quiet.moveTo('2026-04-14')
    await oneRound()
    expect((await log()).at(-1)).toBe('told 2 headOfService')
  })

  it('the rung counts from the day on which the next person was told', async () => {
    quiet.answerNext(REFUSED)
    await quiet.deliver()
    await quiet.moveTo('2026-04-10')
    await oneRound()
    await quiet.moveTo('2026-04-14')
    await oneRound()
    expect((await log()).filter((line) => line.includes(' 2 '))).toEqual([])
    await quiet.moveTo('2026-04-15')
    await oneRound()
    expect((await log()).filter((line) => line.includes(' 2 '))).toEqual(['told 2 headOfService'])
  })

  it('is told again when alerts may be told, not at night', async () => {
    await quiet.deliver()
    await quiet.moveTo('2026-04-10', 20 * 60)
    expect(await bounced(reportOf(quiet.mails[0]))).toMatchObject({ code: 0 })
    await oneRound()
    expect(await log()).toEqual(['told 1 teamManager'])
    const [row] = await quiet.db.$queryRaw<{ next: string }[]>`
      select to_char(next_moment at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as next from escalation where state = 'open'`
    expect(row?.next).toBe('2026-04-13 07:00')
    await quiet.moveTo('2026-04-13')
    await oneRound()
    expect((await log()).at(-1)).toBe('told 1 serviceManager')
  })

  it('came back: the same, once, however often the report is handed in', async () => {
    await quiet.deliver()
    await quiet.moveTo('2026-04-10')
    const report = reportOf(quiet.mails[0])
    expect(await bounced(report)).toEqual({
      code: 0,
      out: 'The mail did not arrive. It is a task now: caseclock undelivered\n',
    })
    expect(await bounced(report)).toEqual({ code: 0, out: 'That this mail came back is known. Nothing was added.\n' })
    for (let again = 0; again < 2; again += 1) await oneRound()
    expect(await log()).toEqual(['told 1 teamManager', 'skipped 1 teamManager', 'told 1 serviceManager'])
    expect((await entries())[1]?.reason).toBe('was not told: the mail came back: 550 5.1.1.')
    expect(readers()).toEqual(['teammanager', 'servicemanager'])
    expect(
      await quiet.db.$queryRaw`
        select a.outcome, a.detail from delivery_attempt a join message m on m.id = a.message_id where m.state = 'bounced' order by a.number`,
    ).toEqual([
      { outcome: 'sent', detail: '' },
      { outcome: 'bounced', detail: 'The mail came back: 550 5.1.1.' },
    ])
    expect(
      JSON.stringify(await quiet.db.$queryRaw`select detail from audit_event where action = 'mail-bounced'`),
    ).not.toMatch(/@/)
  })

  it('reports that are no bounce, or not about our mail, record nothing', async () => {
    await quiet.deliver()
    const late = reportOf(quiet.mails[0], { readers: [{ to: 'teammanager@test.example', action: 'delayed' }] })
    expect(await bounced(late)).toMatchObject({ code: 0, out: expect.stringContaining('no bounce') as string })
    expect(await bounced(dsn({ messageId: '<nobody@elsewhere.example>' }))).toMatchObject({ code: 2 })
    expect(await bounced(Buffer.from('Subject: hello\r\n\r\nNo report.'))).toMatchObject({ code: 2 })
    const huge = Buffer.concat([reportOf(quiet.mails[0]), Buffer.alloc(6 * 1024 * 1024, 32)])
    expect(await bounced(huge)).toMatchObject({ code: 2, out: expect.stringContaining('larger than 5 MB') as string })
    expect(await run(() => runBounced(path.join(folder, 'no-such-file'), { data: '' }, io))).toMatchObject({ code: 2 })
    expect(await undelivered(quiet.db)).toEqual([])
    expect(await quiet.db.$queryRaw`select distinct outcome from delivery_attempt`).toEqual([{ outcome: 'sent' }])
  })

  it('a report about a mail that is still being tried is to be handed in again', async () => {
    quiet.answerNext(LOST)
    await quiet.deliver()
    expect(await bounced(reportOf(quiet.mails[0]))).toMatchObject({ code: 3 })
    expect(await undelivered(quiet.db)).toEqual([])
  })

  it('an answer lost twice: a task, and the next person', async () => {
    quiet.answerNext(LOST)
    quiet.answerNext(LOST)
    await quiet.deliver()
    await quiet.deliver()
    expect(await undelivered(quiet.db)).toMatchObject([
      { why: 'unknown', detail: expect.stringContaining('Nobody knows whether it arrived.') as string },
    ])
    await oneRound()
    expect((await log()).at(-1)).toBe('told 1 serviceManager')
  })

  it('everybody who is asked is refused: each once, until nobody is left', async () => {
    for (let mail = 0; mail < 9; mail += 1) quiet.answerNext(REFUSED)
    for (let round = 0; round < 9; round += 1) await oneRound()
    expect(readers()).toEqual(['teammanager', 'servicemanager', 'headofservice', 'administrator'])
    expect((await entries()).at(-1)?.reason).toBe(
      'was not told: the mail server answered 550. Nobody else is left: an administrator is asked to tell them.',
    )
    expect((await log()).filter((line) => line.startsWith('skipped'))).toHaveLength(4)
    // The administrator is known not to be reached by mail: the list is what is left.
    await reconcile()
    expect(readers()).toHaveLength(4)
    expect((await run(() => runSending(undefined, { data: '' }, io))).out).toContain('Person headOfService')
  })

  describe('with nobody else', () => {
    beforeEach(async () => {
      await quiet.db
        .$executeRaw`update role_grant set to_on = '2026-04-08' where person_id <> ${PEOPLE.teamManager}::uuid`
      quiet.answerNext(REFUSED)
      await quiet.deliver()
      await oneRound()
      await quiet.db.$executeRaw`update role_grant set to_on = null`
      await quiet.moveTo('2026-04-13')
    })
    const done = async (more: object = {}, as = PEOPLE.serviceManager) => {
      const [mail] = await quiet.db.$queryRaw<{ id: string }[]>`select message_id::text as id from delivery_task`
      const answer = { messageId: mail?.id ?? '', how: 'telephone', actorId: as, commandId: randomUUID() } as const
      return closeUndelivered(quiet, { ...answer, ...more })
    }

    it('told by telephone: the ladder counts from then, once', async () => {
      expect(await log()).toEqual(['told 1 teamManager', 'skipped 1 teamManager'])
      const commandId = randomUUID()
      expect(await done({ commandId })).toEqual({ accepted: true, repeated: false })
      expect(await done({ commandId })).toEqual({ accepted: true, repeated: true })
      expect(await done()).toMatchObject({ refused: 'already-ended' })
      expect((await log()).slice(2)).toEqual(['told 1 teamManager'])
      expect((await entries()).at(-1)?.reason).toBe('told by telephone, by Person serviceManager')
      expect(await undelivered(quiet.db)).toEqual([])
      for (const day of ['2026-04-14', '2026-04-15']) {
        await quiet.moveTo(day)
        await oneRound()
      }
      expect(await log()).toHaveLength(3)
      await quiet.moveTo('2026-04-16')
      await oneRound()
      expect((await log()).slice(3)).toEqual(['told 2 serviceManager'])
      expect(
        await quiet.db
          .$queryRaw`select action, actor_id::text as actor from audit_event where action = 'undelivered-closed'`,
      ).toEqual([{ action: 'undelivered-closed', actor: PEOPLE.serviceManager }])
    })

    it('closed without a word: nobody was told, and the log says nothing', async () => {
      expect(await done({ how: 'not-needed' })).toMatchObject({ accepted: true })
      expect(await log()).toHaveLength(2)
    })

    it('only who runs the authority may say so', async () => {
      expect(await done({}, PEOPLE.worker)).toMatchObject({ refused: 'not-allowed' })
      expect(await undelivered(quiet.db)).toHaveLength(1)
    })

    it('from the command line', async () => {
      const [mail] = await undelivered(quiet.db)
      const list = await run(() => runUndelivered(undefined, [], { data: '' }, io))
      expect(list.out).toContain(mail?.id)
      const close = (how: string) =>
        run(() => runUndelivered('done', [mail?.id ?? ''], { how, as: 'servicemanager', data: '' }, io))
      expect(await close('pigeon')).toMatchObject({ code: 2 })
      expect(await close('telephone')).toEqual({ code: 0, out: `${mail?.id ?? ''}: closed.\n` })
      expect((await run(() => runUndelivered(undefined, [], { data: '', json: true }, io))).out).toBe(
        '{\n  "format": 1,\n  "undelivered": []\n}\n',
      )
    })
  })

  it('told by telephone when somebody else had been told: the ladder goes on from them', async () => {
    quiet.answerNext(REFUSED)
    await quiet.deliver()
    await oneRound()
    await quiet.moveTo('2026-04-13')
    const [mail] = await undelivered(quiet.db)
    const closing = { messageId: mail?.id ?? '', how: 'telephone', actorId: PEOPLE.serviceManager } as const
    await closeUndelivered(quiet, { ...closing, commandId: randomUUID() })
    expect((await log()).at(-1)).toBe('told null teamManager')
    await quiet.moveTo('2026-04-14')
    await oneRound()
    expect((await log()).at(-1)).toBe('told 2 headOfService')
  })

  it('the next alert does not go where mail comes back, until the address is another or the task is done', async () => {
    quiet.answerNext(REFUSED)
    await quiet.deliver()
    await addCase(quiet.town, 'T-2', '2026-02-03')
    await quiet.moveTo('2026-04-10')
    await oneRound()
    const firstOf = async (ref: string) =>
      (await casePage(quiet.db, ref))?.escalations.find(({ title }) => title === 'Assessment')?.entries[0]?.name
    expect(await firstOf('T-2')).toBe('Person serviceManager')
    await quiet.db.$executeRaw`update person set email = 'new@test.example' where id = ${PEOPLE.teamManager}::uuid`
    await addCase(quiet.town, 'T-3', '2026-02-04')
    await quiet.moveTo('2026-04-13')
    await oneRound()
    expect(await firstOf('T-3')).toBe('Person teamManager')
  })

  it('while sending is held the next person waits too, and what did not arrive is shown', async () => {
    quiet.answerNext(REFUSED)
    await quiet.deliver()
    await quiet.db.$executeRaw`update authority set sending_held = true`
    await oneRound()
    await reconcile()
    expect(readers()).toEqual(['teammanager'])
    const { out } = await run(() => runSending(undefined, { data: '', json: true }, io))
    expect(JSON.parse(out)).toMatchObject({
      held: true,
      waiting: expect.arrayContaining([
        expect.objectContaining({ person: 'Person serviceManager', alerts: 1 }),
      ]) as unknown,
      undelivered: [{ person: 'Person teamManager', why: 'refused' }],
    })
  })

  it('somebody without an address: a task, and the next person', async () => {
    await quiet.db.$executeRaw`update person set email = null where id = ${PEOPLE.teamManager}::uuid`
    await oneRound()
    await oneRound()
    expect(await undelivered(quiet.db)).toMatchObject([{ why: 'no-address' }])
    expect(readers()).toEqual(['servicemanager'])
  })
})
