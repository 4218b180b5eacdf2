import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { applyPeople } from '../../activities/import/applyPeople'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { lateClocks } from '../../activities/reconcile/lateClocks'
import { readClock } from '../../activities/clock'
import { answerEscalation } from '../../client/commands/answerEscalation'
import { endCover } from '../../client/commands/endCover'
import { recordEvent } from '../../client/commands/recordEvent'
import { setCover, type SetCover } from '../../client/commands/setCover'
import { casePage } from '../../client/queries/casePage'
import type { Role } from '../../domain/access/role'
import { londonDay } from '../../domain/calendar/london'
import { inTransaction } from '../../prisma/inTransaction'
import { addCase, addPeople, PEOPLE, TEAM, type TestCase } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

const day = (text: string): LocalDate => LocalDate.parse(text)

/** An assessment is due on 8 April 2026: the worker is reminded on the morning of 7 April, the manager is told on the 9th. */
describe('what has not left goes to whoever stands there when it leaves', () => {
  let quiet: QuietTown
  let about: TestCase
  beforeEach(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    about = await addCase(quiet.town, 'T-1', '2026-02-02')
  })
  afterEach(() => quiet.stop())

  const cover = async (more: Partial<SetCover> = {}) => {
    const answer = await setCover(quiet, {
      ...{ personId: PEOPLE.worker, coverId: PEOPLE.otherWorker, from: day('2026-04-07'), to: day('2026-04-08') },
      ...{ reason: 'leave', actorId: PEOPLE.worker, commandId: randomUUID(), ...more },
    })
    if ('refused' in answer) throw new Error(answer.todo)
    return answer
  }
  const mailsTo = () => quiet.mails.map(({ to }) => to.address.replace('@test.example', ''))
  const morning = async (): Promise<void> => {
    await quiet.round()
    await quiet.deliver()
  }
  /** The cases that `reconcile` would nudge now because their plan is stale. */
  const stale = async (): Promise<string[]> => {
    const clock = await readClock(quiet.db)
    const { version } = await rulesInForce()(quiet.db, londonDay(clock.now))
    const late = await lateClocks(quiet.db, { clock, rulesVersion: version, limit: 10 })
    return late.filter(({ type, stale: isStale }) => type === 'caseTimeline' && isStale).map(({ id }) => id)
  }

  it('cover that begins after the notice was written: found on that day without a nudge, and told to the cover', async () => {
    await cover()
    await quiet.moveTo('2026-04-01')
    await quiet.plan()
    await morning()
    const before = quiet.mails.length
    expect(mailsTo().every((who) => who === 'worker')).toBe(true)
    await quiet.db.$executeRaw`update cover set from_on = '2026-04-08', to_on = '2026-04-08'`
    await quiet.moveTo('2026-04-07')
    await quiet.plan()
    expect(await stale()).toEqual([])
    await quiet.moveTo('2026-04-08', 7 * 60)
    expect(await stale()).toEqual([about.id])
    await quiet.plan()
    expect(await stale()).toEqual([])
    await morning()
    expect(mailsTo().slice(before)).toEqual(['otherworker'])
    const told = (await casePage(quiet.db, 'T-1'))?.told.at(-1)
    expect(told?.why).toBe('covers for the social worker, who is on leave')
  })

  /** Everybody as an extract of a day has them: these have left or hold no role. */
  const extract = async (asAt: string, { left, without }: Record<'left' | 'without', readonly string[]>) => {
    const rows = await quiet.db.$queryRaw<{ id: string; source_id: string; name: string; role: Role }[]>`
      select distinct p.id::text, p.source_id, p.name, g.role from person p join role_grant g on g.person_id = p.id
      where p.source_id <> 'administrator' order by p.id::text`
    const people = rows.map(({ id, source_id, name, role }) => ({
      ...{ id, sourceId: source_id, staffId: source_id, ownsAddress: true, name, jobTitle: role, teamId: TEAM },
      ...{ left: left.includes(id), roles: [...left, ...without].includes(id) ? [] : [{ role, teamId: TEAM }] },
    }))
    const none = { teams: [], leavers: new Set<string>(), known: new Set<string>(), knownTeams: new Set<string>() }
    await inTransaction(quiet.db, (tx) => applyPeople(tx, { ...none, people }, asAt))
  }

  it.each([
    ['left', 'worker'],
    ['without', 'teamManager'],
  ] as const)('an extract says it late: %s since before the plan', async (what, who) => {
    const none = { left: [], without: [] }
    await extract('2026-03-02', none)
    await quiet.moveTo('2026-04-09', 9 * 60)
    await quiet.plan()
    const waits = () => quiet.db.$queryRaw<unknown[]>`
      select 1 from notice n left join message m on m.id = n.message_id
      where n.recipient_id = ${PEOPLE[who]}::uuid and n.withdrawn_at is null and (m.id is null or m.state = 'created')`
    expect((await waits()).length).toBeGreaterThan(0)
    await quiet.moveTo('2026-04-09', 10 * 60)
    expect(await stale()).toEqual([])
    await extract('2026-04-08', { ...none, [what]: [PEOPLE[who]] })
    expect(await stale()).toEqual([about.id])
    await quiet.moveTo('2026-04-09', 10 * 60 + 1)
    await quiet.plan()
    expect(await waits()).toEqual([])
    expect(await stale()).toEqual([])
  })

  it('cover that ends: what the cover has not been sent goes to who is back', async () => {
    await cover({ to: day('2026-04-07') })
    await quiet.moveTo('2026-04-07')
    await quiet.plan()
    await quiet.moveTo('2026-04-08', 7 * 60)
    expect(await stale()).toEqual([about.id])
    await quiet.plan()
    await morning()
    expect(mailsTo()).toEqual(['worker'])
  })

  it('cover that is ended before its day: at once, and the digest already made says nothing', async () => {
    const { id } = await cover()
    await quiet.moveTo('2026-04-07', 8 * 60)
    await quiet.plan()
    await quiet.round()
    const ended = await endCover(quiet, { coverId: id, actorId: PEOPLE.teamManager, commandId: randomUUID() })
    expect(ended).toMatchObject({ accepted: true, repeated: false, concerns: [about.id] })
    expect(await endCover(quiet, { coverId: id, actorId: PEOPLE.teamManager, commandId: randomUUID() })).toMatchObject({
      repeated: true,
    })
    await quiet.deliver()
    expect(mailsTo()).toEqual([])
    await morning()
    expect(mailsTo()).toEqual(['worker'])
  })

  it('an alert written and not sent: to the cover, and the log says who was not told', async () => {
    await quiet.moveTo('2026-04-09', 9 * 60)
    await quiet.plan()
    const sick = { personId: PEOPLE.teamManager, from: day('2026-04-09'), to: null, reason: 'sickness' as const }
    const { concerns } = await cover({ ...sick, actorId: PEOPLE.serviceManager })
    expect(concerns).toEqual([about.id])
    await quiet.plan()
    await quiet.deliver()
    expect(mailsTo().filter((who) => who !== 'worker')).toEqual(['otherworker'])
    const [alert] = (await casePage(quiet.db, 'T-1'))?.escalations ?? []
    expect(alert?.entries.map(({ entry, name, reason }) => [entry, name, reason])).toEqual([
      ['told', 'Person teamManager', 'team manager of this case'],
      ['skipped', 'Person teamManager', expect.stringContaining('was not told')],
      ['told', 'Person otherWorker', 'covers for the team manager, who is away'],
    ])
    const withdraw = { escalationId: alert?.id ?? '', answer: 'withdraw', reason: 'agreed' } as const
    const answer = () => answerEscalation(quiet, { ...withdraw, actorId: PEOPLE.otherWorker, commandId: randomUUID() })
    expect(await answer()).toMatchObject({ accepted: true })
  })

  it('who covers acts as the manager for those days, and not after', async () => {
    await quiet.db.$executeRaw`update role_grant set to_on = '2026-03-01' where person_id = ${PEOPLE.otherWorker}::uuid`
    const visit = () =>
      recordEvent(quiet, {
        ...{ ref: 'T-1', kind: 'visit-made', data: { seen: true }, actorId: PEOPLE.otherWorker },
        commandId: randomUUID(),
      })
    expect(await visit()).toMatchObject({ refused: 'not-allowed' })
    await cover({
      personId: PEOPLE.teamManager,
      from: day('2026-03-02'),
      to: day('2026-03-03'),
      actorId: PEOPLE.teamManager,
    })
    expect(await visit()).toMatchObject({ accepted: true })
    await quiet.moveTo('2026-03-04')
    expect(await visit()).toMatchObject({ refused: 'not-allowed' })
  })
})
