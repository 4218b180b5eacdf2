import { randomUUID } from 'node:crypto'
import { setSending } from '../../client/commands/setSending'
import { waitingMail } from '../../client/queries/waitingMail'
import { stableId } from '../../activities/import/stableId'
import { addCase, addPeople, PEOPLE } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

const ADMINISTRATOR = stableId('person', 'administrator')
/** The assessment of a referral of 2 February is due on 8 April 2026: reminders 15, 5 and 1 working days before. */
const REFERRED = '2026-02-02'

describe('all sending held', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    await addCase(quiet.town, 'T-1', REFERRED)
  })
  afterEach(() => quiet.stop())

  const set = (held: boolean, actorId: string = ADMINISTRATOR) =>
    setSending(quiet, { held, reason: 'We go live on Monday.', actorId })
  const day = async (on: string): Promise<void> => {
    await quiet.moveTo(on)
    await quiet.plan()
    await quiet.round()
    await quiet.deliver()
  }
  const states = async (): Promise<readonly string[]> =>
    (await quiet.db.$queryRaw<{ state: string }[]>`select state from message order by created_at, id`).map(
      ({ state }) => state,
    )

  it('makes the messages, and none leaves; letting it go sends them', async () => {
    expect(await set(true)).toBeUndefined()
    await day('2026-03-18')
    expect(quiet.mails).toEqual([])
    expect(await states()).toEqual(['created'])
    expect(await waitingMail(quiet.db)).toEqual({
      held: true,
      waiting: [{ person: 'Person worker', jobTitle: 'social-worker', digests: 1, alerts: 0 }],
      undelivered: [],
    })
    expect(await set(false)).toBeUndefined()
    await quiet.deliver()
    expect(quiet.mails.map(({ to }) => to.address)).toEqual(['worker@test.example'])
    expect(await states()).toEqual(['sent'])
    expect(await waitingMail(quiet.db)).toEqual({ held: false, waiting: [], undelivered: [] })
  })

  it('letting it go wakes every delivery that waits, at once', async () => {
    await set(true)
    await day('2026-03-18')
    const [message] = await quiet.db.$queryRaw<{ id: string }[]>`select id from message`
    const woken: string[] = []
    const processes = {
      ...quiet.processes,
      nudge: (names: readonly { readonly type: string; readonly id: string }[]) =>
        Promise.resolve(woken.push(...names.map(({ type, id }) => `${type} ${id}`))),
    }
    await setSending({ db: quiet.db, processes }, { held: false, reason: '', actorId: ADMINISTRATOR })
    expect(woken).toEqual([`delivery ${message?.id ?? ''}`])
  })

  it.each([
    ['an administrator', ADMINISTRATOR],
    ['a service manager', PEOPLE.serviceManager],
    ['a head of service', PEOPLE.headOfService],
  ])('may be set by %s, and the audit says who and why', async (_who, actorId) => {
    expect(await set(true, actorId)).toBeUndefined()
    expect(await set(true, actorId)).toBeUndefined() // the same again changes nothing
    expect(await set(false, actorId)).toBeUndefined()
    const rows = await quiet.db.$queryRaw<unknown[]>`
      select action, actor_id as "actorId", detail from audit_event where action like 'sending-%' order by at, action`
    const detail = { reason: 'We go live on Monday.' }
    expect(rows).toHaveLength(2)
    expect(rows).toEqual(
      expect.arrayContaining([
        { action: 'sending-held', actorId, detail },
        { action: 'sending-released', actorId, detail },
      ]),
    )
  })

  it.each([
    ['a social worker', PEOPLE.worker],
    ['a team manager', PEOPLE.teamManager],
    ['somebody nobody knows', randomUUID()],
  ])('is not for %s: neither to hold nor to let go', async (_who, actorId) => {
    expect(await set(true, actorId)).toMatch(/^Only an administrator.*Ask one of them\.$/)
    expect((await waitingMail(quiet.db)).held).toBe(false)
    await set(true)
    expect(await set(false, actorId)).toMatch(/^Only an administrator/)
    expect((await waitingMail(quiet.db)).held).toBe(true)
  })

  it('is not for a service manager who has left', async () => {
    await quiet.db.$executeRaw`update person set left_on = '2026-03-01' where id = ${PEOPLE.serviceManager}::uuid`
    expect(await set(true, PEOPLE.serviceManager)).toMatch(/^Only an administrator/)
  })

  it('never sends what lost its ground while it was held', async () => {
    await set(true)
    await day('2026-03-18')
    await quiet.record({ ref: 'T-1', kind: 'assessment-authorised', actorId: PEOPLE.worker })
    await quiet.plan()
    await set(false)
    await quiet.deliver()
    expect(quiet.mails).toEqual([])
    expect(await states()).toEqual(['withdrawn'])
    const notices = await quiet.db.$queryRaw<{ why: string | null }[]>`
      select withdrawn_why as why from notice where obligation_id in (select id from obligation where rule = 'assessment')`
    expect(notices).toEqual([{ why: 'it has ended: met' }])
  })

  it('and then says the latest of each matter to each reader, not every step that passed', async () => {
    await set(true)
    await addCase(quiet.town, 'T-2', REFERRED)
    for (const on of ['2026-03-18', '2026-03-31', '2026-04-07']) await day(on)
    expect(quiet.mails).toEqual([])
    await set(false)
    await quiet.deliver()
    const mentions = quiet.mails.flatMap(({ text }) => text.match(/cases\/T-[12]/g) ?? [])
    expect(mentions.sort()).toEqual(['cases/T-1', 'cases/T-2'])
    const told = await quiet.db.$queryRaw<unknown[]>`
      select c.ref, n.step from notice n join case_file c on c.id = n.case_id join message m on m.id = n.message_id
      where m.state = 'sent' and n.withdrawn_at is null order by 1, 2`
    expect(told).toEqual([
      { ref: 'T-1', step: 'due-1wd' },
      { ref: 'T-2', step: 'due-1wd' },
    ])
  })

  it('in one digest for each reader, whatever mornings its matters were written on', async () => {
    await set(true)
    await addCase(quiet.town, 'T-2', '2026-02-10') // due on 16 April: its last word so far is that of 26 March
    for (const on of ['2026-03-18', '2026-03-26', '2026-04-07']) await day(on)
    expect(await states()).toEqual(['created', 'created', 'created'])
    await set(false)
    await quiet.deliver()
    expect(quiet.mails.map(({ to }) => to.address)).toEqual(['worker@test.example'])
    expect(quiet.mails[0]?.text.match(/cases\/T-[12]/g)?.sort()).toEqual(['cases/T-1', 'cases/T-2'])
    expect([...(await states())].sort()).toEqual(['sent', 'withdrawn', 'withdrawn'])
  })

  it('leaves the digest of one morning as it was: the mail of a day that was restored keeps its Message-ID', async () => {
    await set(true)
    await day('2026-03-18')
    const [message] = await quiet.db.$queryRaw<{ mail_id: string }[]>`select mail_id from message`
    await set(false)
    await quiet.deliver()
    expect(quiet.mails.map(({ messageId }) => messageId)).toEqual([message?.mail_id])
  })

  it('a backlog that was never told is one notice per matter and reader', async () => {
    await set(true)
    await addCase(quiet.town, 'T-2', REFERRED)
    await day('2026-04-07') // all three reminders of both have passed
    const notices = await quiet.db.$queryRaw<unknown[]>`
      select c.ref, n.step, count(*)::int as times from notice n join case_file c on c.id = n.case_id
        join obligation o on o.id = n.obligation_id where o.rule = 'assessment' group by 1, 2 order by 1`
    expect(notices).toEqual([
      { ref: 'T-1', step: 'due-1wd', times: 1 },
      { ref: 'T-2', step: 'due-1wd', times: 1 },
    ])
    await set(false)
    await quiet.deliver()
    expect(quiet.mails).toHaveLength(1)
  })
})
