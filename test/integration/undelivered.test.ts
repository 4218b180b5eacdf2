import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { LocalDate } from '@js-joda/core'
import { stableId } from '../../activities/import/stableId'
import { recordAttempt } from '../../activities/mail/recordAttempt'
import { runBounced } from '../../client/cli/bouncedCommand'
import { runSending } from '../../client/cli/sendingCommand'
import { closeUndelivered } from '../../client/commands/closeUndelivered'
import { setCover } from '../../client/commands/setCover'
import { undeliveredText } from '../../client/cli/undeliveredCommand'
import { casePage } from '../../client/queries/casePage'
import { undelivered } from '../../client/queries/undelivered'
import { dsn } from '../mail/dsn'
import { addCase, PEOPLE } from '../servers/factsToEvents'
import { lateAlert, type LateAlert } from '../servers/lateAlert'

const REFUSED = { outcome: 'refused', permanent: true, detail: 'The mail server answered 550.' } as const
const LOST = {
  outcome: 'unknown',
  detail: 'The connection ended before the mail server answered (ECONNECTION).',
} as const

describe('an alert that did not arrive', () => {
  let alert: LateAlert
  beforeEach(async () => {
    alert = await lateAlert()
  })
  afterEach(() => alert.stop())

  it('refused for good: a task the same day, and the next person on the rung; twice is once', async () => {
    alert.quiet.answerNext(REFUSED)
    await alert.quiet.deliver()
    expect(await undelivered(alert.quiet.db)).toMatchObject([
      { person: 'Person teamManager', kind: 'alert', why: 'refused', detail: REFUSED.detail, cases: ['T-1'], open: 1 },
    ])
    for (let again = 0; again < 2; again += 1) await alert.planAndDeliver()
    expect(await alert.log()).toEqual(['told 1 teamManager', 'skipped 1 teamManager', 'told 1 serviceManager'])
    expect((await alert.entries()).map(({ reason }) => reason).slice(1)).toEqual([
      'was not told: the mail server answered 550.',
      'service manager of this case (mail to the team manager does not arrive)',
    ])
    expect(alert.readers()).toEqual(['teammanager', 'servicemanager'])
    for (let again = 0; again < 2; again += 1) await alert.reconcile()
    expect(alert.readers()).toEqual(['teammanager', 'servicemanager', 'administrator'])
    expect(alert.quiet.mails.at(-1)?.text).toContain(
      'A mail of 9 April 2026 to Person teamManager did not arrive, as far as is known: The mail server answered 550.',
    )
    // Who was told on rung 1 instead is passed over on rung 2.
    await alert.quiet.moveTo('2026-04-14')
    await alert.planAndDeliver()
    expect((await alert.log()).at(-1)).toBe('told 2 headOfService')
  })

  it('with the only administrator on leave, whoever covers for them reads it the same day', async () => {
    const administrator = stableId('person', 'administrator')
    const days = { from: LocalDate.parse('2026-04-09'), to: LocalDate.parse('2026-04-10'), reason: 'leave' } as const
    const people = { personId: administrator, coverId: PEOPLE.otherWorker, actorId: administrator }
    const covered = await setCover(alert.quiet, { ...people, ...days, commandId: randomUUID() })
    expect(covered).toMatchObject({ accepted: true })
    alert.quiet.answerNext(REFUSED)
    await alert.quiet.deliver()
    await alert.reconcile()
    expect(alert.readers()).toContain('otherworker')
    expect(alert.readers()).not.toContain('administrator')
    expect(alert.quiet.mails.at(-1)?.text).toContain('to Person teamManager did not arrive')
  })

  it('a weekly mail, which speaks of no matter of its own: a task of its own kind, told the same day until it is done', async () => {
    await alert.quiet.deliver()
    await alert.quiet.moveTo('2026-04-13', 7 * 60 + 30)
    await alert.quiet.plan()
    await alert.quiet.planning.holdMorningRound()
    const [weekly] = await alert.quiet.db.$queryRaw<{ id: string }[]>`
      select id::text from message where lane = 'weekly' and recipient_id = ${PEOPLE.headOfService}::uuid`
    const messageId = weekly?.id ?? ''
    await alert.quiet.moveTo('2026-04-13')
    alert.quiet.answerNext(REFUSED)
    await alert.quiet.mail.deliverMessage({ messageId })
    const mails = await undelivered(alert.quiet.db)
    expect(mails).toMatchObject([{ id: messageId, person: 'Person headOfService', kind: 'weekly', why: 'refused' }])
    expect(undeliveredText(mails)).toContain('weekly mail of 13 April 2026')
    await alert.reconcile()
    const told = () =>
      alert.quiet.mails.filter(
        ({ to, text }) =>
          to.address.startsWith('administrator') &&
          text.includes('A mail of 13 April 2026 to Person headOfService did not'),
      )
    expect(told()).toHaveLength(1)
    const closing = { messageId, how: 'telephone', actorId: PEOPLE.serviceManager, commandId: randomUUID() } as const
    expect(await closeUndelivered(alert.quiet, closing)).toMatchObject({ accepted: true })
    await alert.quiet.moveTo('2026-04-14', 7 * 60 + 30)
    await alert.quiet.plan()
    await alert.quiet.planning.holdMorningRound()
    await alert.quiet.deliver()
    expect(told()).toHaveLength(1)
  })

  it('the rung counts from the day on which the next person was told', async () => {
    alert.quiet.answerNext(REFUSED)
    await alert.quiet.deliver()
    await alert.quiet.moveTo('2026-04-10')
    await alert.planAndDeliver()
    await alert.quiet.moveTo('2026-04-14')
    await alert.planAndDeliver()
    expect((await alert.log()).filter((line) => line.includes(' 2 '))).toEqual([])
    await alert.quiet.moveTo('2026-04-15')
    await alert.planAndDeliver()
    expect((await alert.log()).filter((line) => line.includes(' 2 '))).toEqual(['told 2 headOfService'])
  })

  it('is told again when alerts may be told, not at night', async () => {
    await alert.quiet.deliver()
    await alert.quiet.moveTo('2026-04-10', 20 * 60)
    expect(await alert.bounced(alert.reportOf(0))).toMatchObject({ code: 0 })
    await alert.planAndDeliver()
    expect(await alert.log()).toEqual(['told 1 teamManager'])
    const [row] = await alert.quiet.db.$queryRaw<{ next: string }[]>`
      select to_char(next_moment at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as next from escalation where state = 'open'`
    expect(row?.next).toBe('2026-04-13 07:00')
    await alert.quiet.moveTo('2026-04-13')
    await alert.planAndDeliver()
    expect((await alert.log()).at(-1)).toBe('told 1 serviceManager')
  })

  it('came back: the same, once, however often the report is handed in', async () => {
    await alert.quiet.deliver()
    await alert.quiet.moveTo('2026-04-10')
    const report = alert.reportOf(0)
    expect(await alert.bounced(report)).toEqual({
      code: 0,
      out: 'The mail did not arrive. It is a task now: caseclock undelivered\n',
    })
    expect(await alert.bounced(report)).toEqual({
      code: 0,
      out: 'That this mail came back is known. Nothing was added.\n',
    })
    for (let again = 0; again < 2; again += 1) await alert.planAndDeliver()
    expect(await alert.log()).toEqual(['told 1 teamManager', 'skipped 1 teamManager', 'told 1 serviceManager'])
    expect((await alert.entries())[1]?.reason).toBe('was not told: the mail came back: 550 5.1.1.')
    expect(alert.readers()).toEqual(['teammanager', 'servicemanager'])
    expect(
      await alert.quiet.db.$queryRaw`
        select a.outcome, a.detail from delivery_attempt a join message m on m.id = a.message_id where m.state = 'bounced' order by a.number`,
    ).toEqual([
      { outcome: 'sent', detail: '' },
      { outcome: 'bounced', detail: 'The mail came back: 550 5.1.1.' },
    ])
    expect(
      JSON.stringify(await alert.quiet.db.$queryRaw`select detail from audit_event where action = 'mail-bounced'`),
    ).not.toMatch(/@/)
  })

  it('reports that are no bounce, or not about our mail, record nothing', async () => {
    await alert.quiet.deliver()
    const late = alert.reportOf(0, { readers: [{ to: 'teammanager@test.example', action: 'delayed' }] })
    expect(await alert.bounced(late)).toMatchObject({ code: 0, out: expect.stringContaining('no bounce') as string })
    expect(await alert.bounced(dsn({ messageId: '<nobody@elsewhere.example>' }))).toMatchObject({ code: 2 })
    expect(await alert.bounced(Buffer.from('Subject: hello\r\n\r\nNo report.'))).toMatchObject({ code: 2 })
    const huge = Buffer.concat([alert.reportOf(0), Buffer.alloc(6 * 1024 * 1024, 32)])
    expect(await alert.bounced(huge)).toMatchObject({
      code: 2,
      out: expect.stringContaining('larger than 5 MB') as string,
    })
    const missing = path.join('no-such-folder', 'report.eml')
    expect(await alert.run((io) => runBounced(missing, { data: '' }, io))).toMatchObject({ code: 2 })
    expect(await undelivered(alert.quiet.db)).toEqual([])
    expect(await alert.quiet.db.$queryRaw`select distinct outcome from delivery_attempt`).toEqual([{ outcome: 'sent' }])
  })

  it('a report about a mail that is still being tried is to be handed in again', async () => {
    alert.quiet.answerNext(LOST)
    await alert.quiet.deliver()
    expect(await alert.bounced(alert.reportOf(0))).toMatchObject({ code: 3 })
    expect(await undelivered(alert.quiet.db)).toEqual([])
  })

  it('an answer lost twice: a task, and the next person', async () => {
    alert.quiet.answerNext(LOST)
    alert.quiet.answerNext(LOST)
    await alert.quiet.deliver()
    await alert.quiet.deliver()
    expect(await undelivered(alert.quiet.db)).toMatchObject([
      { why: 'unknown', detail: expect.stringContaining('Nobody knows whether it arrived.') as string },
    ])
    await alert.planAndDeliver()
    expect((await alert.log()).at(-1)).toBe('told 1 serviceManager')
  })

  it('everybody who is asked is refused: each once, until nobody is left', async () => {
    for (let mail = 0; mail < 9; mail += 1) alert.quiet.answerNext(REFUSED)
    for (let round = 0; round < 9; round += 1) await alert.planAndDeliver()
    expect(alert.readers()).toEqual(['teammanager', 'servicemanager', 'headofservice', 'administrator'])
    expect((await alert.entries()).at(-1)?.reason).toBe(
      'was not told: the mail server answered 550. Nobody else is left: an administrator is asked to tell them.',
    )
    expect((await alert.log()).filter((line) => line.startsWith('skipped'))).toHaveLength(4)
    // The administrator is known not to be reached by mail: the list is what is left.
    await alert.reconcile()
    expect(alert.readers()).toHaveLength(4)
    expect((await alert.run((io) => runSending(undefined, { data: '' }, io))).out).toContain('Person headOfService')
  })

  it('the next alert does not go where mail comes back, until the address is another or the task is done', async () => {
    alert.quiet.answerNext(REFUSED)
    await alert.quiet.deliver()
    await addCase(alert.quiet.town, 'T-2', '2026-02-03')
    await alert.quiet.moveTo('2026-04-10')
    await alert.planAndDeliver()
    const firstOf = async (ref: string) =>
      (await casePage(alert.quiet.db, ref))?.escalations.find(({ title }) => title === 'Assessment')?.entries[0]?.name
    expect(await firstOf('T-2')).toBe('Person serviceManager')
    await alert.quiet.db
      .$executeRaw`update person set email = 'new@test.example' where id = ${PEOPLE.teamManager}::uuid`
    await addCase(alert.quiet.town, 'T-3', '2026-02-04')
    await alert.quiet.moveTo('2026-04-13')
    await alert.planAndDeliver()
    expect(await firstOf('T-3')).toBe('Person teamManager')
  })

  it('while sending is held the next person waits too, and what did not arrive is shown', async () => {
    alert.quiet.answerNext(REFUSED)
    await alert.quiet.deliver()
    await alert.quiet.db.$executeRaw`update authority set sending_held = true`
    await alert.planAndDeliver()
    await alert.reconcile()
    expect(alert.readers()).toEqual(['teammanager'])
    const { out } = await alert.run((io) => runSending(undefined, { data: '', json: true }, io))
    expect(JSON.parse(out)).toMatchObject({
      held: true,
      waiting: expect.arrayContaining([
        expect.objectContaining({ person: 'Person serviceManager', alerts: 1 }),
      ]) as unknown,
      undelivered: [{ person: 'Person teamManager', why: 'refused' }],
    })
  })

  it('somebody without an address: a task, and the next person', async () => {
    await alert.quiet.db.$executeRaw`update person set email = null where id = ${PEOPLE.teamManager}::uuid`
    await alert.planAndDeliver()
    await alert.planAndDeliver()
    expect(await undelivered(alert.quiet.db)).toMatchObject([{ why: 'no-address' }])
    expect(alert.readers()).toEqual(['servicemanager'])
  })

  it('whose date moved meanwhile: the next person is told of the date as it is now', async () => {
    await alert.quiet.deliver()
    await alert.quiet.moveTo('2026-04-10')
    // The referral came two days earlier than was first written: still late, of another day.
    const [referral] = await alert.quiet.db.$queryRaw<{ id: string }[]>`
      select id from chronology_event where kind = 'referral-received'`
    const moved = {
      kind: 'referral-received',
      data: { source: '2A' },
      on: '2026-01-29',
      supersedes: referral?.id ?? '',
    }
    await alert.quiet.record({ ref: 'T-1', actorId: PEOPLE.teamManager, ...moved })
    await alert.bounced(alert.reportOf(0))
    for (let again = 0; again < 2; again += 1) await alert.planAndDeliver()
    expect(await alert.log()).toEqual(['told 1 teamManager', 'skipped 1 teamManager', 'told 1 serviceManager'])
    expect(alert.readers()).toEqual(['teammanager', 'servicemanager'])
    expect(alert.quiet.mails[1]?.text).toContain('2 April 2026')
  })

  it('what a paused worker has still to say of a mail that came back changes nothing', async () => {
    await alert.quiet.deliver()
    await alert.bounced(alert.reportOf(0))
    const [mail] = await undelivered(alert.quiet.db)
    await recordAttempt(alert.quiet.db, { messageId: mail?.id ?? '', number: 1, outcome: 'sent', detail: '' })
    expect(await alert.quiet.db.$queryRaw`select state, problem from message where id = ${mail?.id}::uuid`).toEqual([
      { state: 'bounced', problem: 'The mail came back: 550 5.1.1.' },
    ])
  })
})

describe('an alert for two children that did not arrive', () => {
  it('goes to the next person for both, in one mail and by one line of the log', async () => {
    const alert = await lateAlert({ sibling: '2024-05-06' })
    try {
      alert.quiet.answerNext(REFUSED)
      for (let round = 0; round < 3; round += 1) await alert.planAndDeliver()
      expect(await alert.log()).toEqual(['told 1 teamManager', 'skipped 1 teamManager', 'told 1 serviceManager'])
      expect(alert.readers()).toEqual(['teammanager', 'servicemanager'])
      expect(
        await alert.quiet.db.$queryRaw`
          select count(*)::int as notices, count(distinct n.message_id)::int as mails from notice n
          where n.recipient_id = ${PEOPLE.serviceManager}::uuid and n.escalation_id is not null`,
      ).toEqual([{ notices: 2, mails: 1 }])
    } finally {
      await alert.stop()
    }
  })
})
