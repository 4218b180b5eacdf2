import { randomUUID } from 'node:crypto'
import { runAnswer } from '../../client/cli/answerCommand'
import { answerEscalation } from '../../client/commands/answerEscalation'
import { casePage } from '../../client/queries/casePage'
import { PEOPLE } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'
import { typed } from '../servers/typed'

/** An assessment is due 45 working days after 2 February 2026: on 8 April. Rung 1 on 9 April, rung 2 on 14 April, rung 3 on 21 April. */
describe('acknowledging an alert moves the rung that comes next', () => {
  let quiet: QuietTown
  let environment: NodeJS.ProcessEnv
  beforeEach(async () => {
    environment = process.env
    quiet = await quietTownOfOneCase({ namespace: true })
    await quiet.moveTo('2026-04-09')
    await quiet.plan()
  })
  afterEach(async () => {
    process.env = environment
    await quiet.stop()
  })

  const alertId = async (): Promise<string> => {
    const page = await casePage(quiet.db, 'T-1')
    return page?.escalations.find(({ title }) => title === 'Assessment')?.id ?? ''
  }
  const log = async (): Promise<string[]> => {
    const page = await casePage(quiet.db, 'T-1')
    const entries = page?.escalations.find(({ title }) => title === 'Assessment')?.entries ?? []
    return entries.map(({ entry, rung, name }) => [entry, rung, name ?? 'nobody'].join(' '))
  }
  const acknowledge = async (): Promise<string> => {
    const answered = await answerEscalation(quiet, {
      escalationId: await alertId(),
      answer: 'acknowledge',
      reason: 'seen',
      actorId: PEOPLE.teamManager,
      commandId: randomUUID(),
    })
    return 'accepted' in answered ? String(answered.nextOn) : answered.todo
  }

  it('also one above a rung on which nobody was left to tell: that rung has spoken', async () => {
    await quiet.db
      .$executeRaw`update role_grant set to_on = '2026-04-10' where person_id <> ${PEOPLE.teamManager}::uuid`
    await quiet.moveTo('2026-04-14')
    await quiet.plan()
    expect(await log()).toEqual(['told 1 Person teamManager', 'skipped 2 nobody'])
    await quiet.db.$executeRaw`update role_grant set to_on = null`
    expect(await acknowledge()).toBe('2026-04-23')
    expect((await log()).at(-1)).toBe('acknowledged 2 Person teamManager')
    await quiet.moveTo('2026-04-22')
    await quiet.plan()
    expect((await log()).filter((line) => line.includes(' 3 '))).toEqual([])
    await quiet.moveTo('2026-04-23')
    await quiet.plan()
    expect((await log()).filter((line) => line.includes(' 3 '))).toEqual(['told 3 Person headOfService'])
  })

  it('once per rung: a second one says the same day', async () => {
    expect([await acknowledge(), await acknowledge()]).toEqual(['2026-04-16', '2026-04-16'])
  })

  it('the command line says the day, and that nobody comes after the last rung', async () => {
    process.env = { ...environment, ...quiet.town.environment() }
    let said = ''
    const answer = async (as = 'teammanager'): Promise<void> => {
      const io = { out: (text: string) => void (said = text), err: () => undefined }
      await runAnswer(await alertId(), { acknowledge: true, as }, io)
    }
    await answer()
    expect(said).toContain('the next person is told on 16 April 2026')
    for (const day of ['2026-04-16', '2026-04-23', '2026-04-30']) {
      await quiet.moveTo(day)
      await quiet.plan()
    }
    await answer('administrator')
    expect(said).toContain('nobody further is told')
  })

  it('typed again under its own id, it stands once', async () => {
    const words = ['--acknowledge', '--as', 'teammanager', '--command-id', randomUUID()]
    const first = await typed(quiet.town, 'answer', await alertId(), ...words)
    expect(first.out).toContain('16 April 2026')
    expect(await typed(quiet.town, 'answer', await alertId(), ...words)).toEqual(first)
    expect(await log()).toEqual(['told 1 Person teamManager', 'acknowledged 1 Person teamManager'])
    const other = await typed(quiet.town, 'answer', await alertId(), '--pass-up', 'no reply', ...words.slice(1))
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('has been used for something else')])
  })
})
