import { randomUUID } from 'node:crypto'
import { recordBounce } from '../../client/commands/recordBounce'
import { answerEscalation } from '../../client/commands/answerEscalation'
import { casePage } from '../../client/queries/casePage'
import { PEOPLE } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'

/** The team manager is told of a late assessment on 9 April 2026, and promises on the same day that somebody will do it by 15 April. */
describe('whoever is to keep a promise', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
    await quiet.dayComes('2026-04-09')
  })
  afterEach(() => quiet.stop())

  const page = async () => {
    const found = await casePage(quiet.db, 'T-1')
    if (found === undefined) throw new Error('There is no case T-1.')
    return found
  }
  const promise = async (ownerId: string, commandId: string = randomUUID()) => {
    const answered = await answerEscalation(quiet, {
      ...{ escalationId: (await page()).escalations[0]?.id ?? '', answer: 'promise', reason: 'it is signed' },
      ...{ until: '2026-04-15', ownerId, actorId: PEOPLE.teamManager, commandId },
    })
    if ('refused' in answered) throw new Error(answered.todo)
  }
  const promised = () => quiet.mails.filter(({ subject }) => subject.startsWith('Promised in your name'))
  const told = async () =>
    (await page()).told
      .filter(({ step }) => step === 'promised-1')
      .map(({ name, withdrawn_why, state }) => `${name}: ${withdrawn_why ?? state}`)

  it('is told of it at once by who made it, what and by when, and once', async () => {
    const commandId = randomUUID()
    await promise(PEOPLE.worker, commandId)
    await promise(PEOPLE.worker, commandId)
    await quiet.deliver()
    await quiet.dayComes('2026-04-10')
    const [mail, ...more] = promised()
    expect(more).toEqual([])
    expect(mail?.to.address).toBe('worker@test.example')
    expect(mail?.subject).toBe('Promised in your name: case T-1, assessment')
    expect(mail?.text).toContain(
      'Person teamManager promised on 9 April 2026: “it is signed”, Person worker by 15 April 2026',
    )
    expect(mail?.text).toContain('because you are named to keep a promise')
    expect(await told()).toEqual(['Person worker: sent'])
  })

  it('is not told of what they promised themselves', async () => {
    await promise(PEOPLE.teamManager)
    await quiet.deliver()
    expect(promised()).toEqual([])
    expect(await told()).toEqual([])
  })

  it('is not told once it has been done, and nobody is told in the place of one who has left', async () => {
    await promise(PEOPLE.worker)
    await quiet.db.$executeRaw`update person set left_on = '2026-04-09' where id = ${PEOPLE.worker}::uuid`
    await quiet.plan()
    await quiet.deliver()
    expect(promised()).toEqual([])
    expect(await told()).toEqual(['Person worker: its reader may not be told any more'])
  })

  it('is told nothing of an alert that has ended before the mail left', async () => {
    await promise(PEOPLE.worker)
    await quiet.record({ ref: 'T-1', kind: 'assessment-authorised', actorId: PEOPLE.worker })
    await quiet.plan()
    await quiet.deliver()
    expect(promised()).toEqual([])
    expect(await told()).toEqual([expect.stringContaining('Person worker: it has ended')])
  })

  it('whose mail comes back is a task for a person; the ladder tells nobody else by it', async () => {
    await promise(PEOPLE.worker)
    await quiet.deliver()
    const before = (await page()).escalations[0]?.entries.length
    const [row] = await quiet.db.$queryRaw<{ mail_id: string }[]>`
      select m.mail_id from message m join notice n on n.message_id = m.id where n.step = 'promised-1'`
    const reader = { address: 'worker@test.example', action: 'failed', status: '5.1.1', answer: '550' } as const
    expect(await recordBounce(quiet, { about: [row?.mail_id ?? ''], readers: [reader] })).toMatchObject({
      bounce: 'recorded',
    })
    await quiet.plan()
    const tasks = await quiet.db.$queryRaw<{ why: string }[]>`select why from delivery_task`
    expect(tasks).toEqual([{ why: 'bounced' }])
    expect((await page()).escalations[0]?.entries).toHaveLength(before ?? NaN)
  })
})
