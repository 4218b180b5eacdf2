import { setTimeout as wait } from 'node:timers/promises'
import { LocalDate } from '@js-joda/core'
import { recordBounce } from '../../client/commands/recordBounce'
import type { Refusal } from '../../client/inbox/sinkServer'
import { casePage } from '../../client/queries/casePage'
import { undelivered } from '../../client/queries/undelivered'
import { readBounce } from '../../client/undelivered/readBounce'
import { recordAttempt } from '../../activities/mail/recordAttempt'
import { londonMoment } from '../../domain/calendar/london'
import { dsn } from '../mail/dsn'
import { addCase, addPeople } from '../servers/factsToEvents'
import { stepTo } from '../servers/steppedClock'
import { testTown, type TestTown } from '../servers/testTown'

const NOON = 12 * 60
const at = (day: string): number => londonMoment(LocalDate.parse(day), NOON)

/** A real mail server that refuses, a real Temporal server, and a worker that dies. An assessment is late on 9 April 2026. */
describe('a mail server that refuses a reader', () => {
  const refusing = new Map<string, Refusal>()
  let town: TestTown
  beforeEach(async () => {
    refusing.clear()
    town = await testTown({ startsOn: '2026-03-02', refuse: (_n, to) => refusing.get(to.split('@')[0] ?? '') })
    await addPeople(town)
    await addCase(town, 'T-1', '2026-02-02')
    await town.startWorker()
  })
  afterEach(() => town.stop())

  const log = async (): Promise<string[]> =>
    ((await casePage(town.db, 'T-1'))?.escalations[0]?.entries ?? []).map(
      ({ entry, rung, name }) => `${entry} ${String(rung)} ${name?.replace('Person ', '') ?? ''}`,
    )
  /** Alerts that the sink took, by reader. */
  const alerts = async (): Promise<string[]> =>
    (await town.inbox.list())
      .filter(({ subject }) => subject.startsWith('Held up'))
      .map(({ to }) => /([\w.-]+)@/.exec(to)?.[1] ?? '')
  const RETOLD = ['told 1 teamManager', 'skipped 1 teamManager', 'told 1 serviceManager']

  it('with 550: the next person has it at once, and the administrators the same day', async () => {
    refusing.set('teammanager', 'permanent')
    await stepTo(town, at('2026-04-09'))
    expect(await log()).toEqual(RETOLD)
    expect(await alerts()).toEqual(['servicemanager'])
    expect(await undelivered(town.db)).toMatchObject([{ person: 'Person teamManager', why: 'refused', open: 1 }])
    await town.processes.ensure([{ type: 'reconcile', id: '' }])
    await town.processes.nudge([{ type: 'reconcile', id: '' }])
    const told = async (): Promise<boolean> =>
      (await town.inbox.list()).some(
        ({ to, text }) => to.includes('administrator@') && text.includes('Person teamManager did not arrive'),
      )
    for (let waited = 0; !(await told()) && waited < 60_000; waited += 100) await wait(100)
    expect(await told()).toBe(true)
    await stepTo(town, at('2026-04-10'))
    expect(await log()).toEqual(RETOLD)
  })

  it('by a report that comes later: the next person has it, once', async () => {
    await stepTo(town, at('2026-04-09'))
    expect(await alerts()).toEqual(['teammanager'])
    const [mail] = (await town.inbox.list()).filter(({ subject }) => subject.startsWith('Held up'))
    const report = await readBounce(dsn({ messageId: mail?.messageId ?? '' }))
    if ('unreadable' in report) throw new Error(report.unreadable)
    expect(await recordBounce(town, report)).toMatchObject({ bounce: 'recorded' })
    await stepTo(town, at('2026-04-09'))
    expect(await recordBounce(town, report)).toMatchObject({ bounce: 'known' })
    await stepTo(town, at('2026-04-10'))
    expect(await log()).toEqual(RETOLD)
    expect(await alerts()).toEqual(['teammanager', 'servicemanager'])
  })

  it('by hanging up before it answers, twice: a task, and the next person', async () => {
    refusing.set('teammanager', 'drop-after-data')
    await stepTo(town, at('2026-04-09'))
    expect(await undelivered(town.db)).toMatchObject([{ why: 'unknown' }])
    expect(await log()).toEqual(RETOLD)
  })

  it('a worker that dies after it has noted the refusal and before it has woken the alert: somebody else does', async () => {
    await town.db.$executeRaw`update authority set sending_held = true`
    await stepTo(town, at('2026-04-09'))
    await town.stopWorker()
    const [message] = await town.db.$queryRaw<{ id: string }[]>`
      select m.id::text as id from message m join person p on p.id = m.recipient_id where p.source_id = 'teamManager' and m.lane = 'at-once'`
    // What the dying worker had committed; it never got to the nudge.
    await recordAttempt(town.db, {
      messageId: message?.id ?? '',
      number: 1,
      outcome: 'failed',
      why: 'refused',
      detail: 'The mail server answered 550.',
    })
    await town.db.$executeRaw`update authority set sending_held = false`
    await town.startWorker()
    await stepTo(town, at('2026-04-09'))
    expect(await log()).toEqual(RETOLD)
    expect(await alerts()).toEqual(['servicemanager'])
  })
})
