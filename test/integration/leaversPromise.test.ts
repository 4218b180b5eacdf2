import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { readClock } from '../../activities/clock'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { lateClocks } from '../../activities/reconcile/lateClocks'
import { answerEscalation, type AnswerEscalation } from '../../client/commands/answerEscalation'
import { casePage } from '../../client/queries/casePage'
import { PEOPLE } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'

/** The team manager is told of a late assessment on 9 April 2026, and promises that the worker will do it by 15 April. */
describe('a promise of somebody who leaves', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
    await quiet.dayComes('2026-04-09')
    const [alert] = (await casePage(quiet.db, 'T-1'))?.escalations ?? []
    const answered = await answerEscalation(quiet, {
      ...{ escalationId: alert?.id ?? '', answer: 'promise', reason: 'it is signed', until: '2026-04-15' },
      ...{ ownerId: PEOPLE.worker, actorId: PEOPLE.teamManager, commandId: randomUUID() },
    })
    if ('refused' in answered) throw new Error(answered.todo)
    await quiet.dayComes('2026-04-10')
  })
  afterEach(() => quiet.stop())

  const leaves = (day: string) =>
    quiet.db.$executeRaw`update person set left_on = ${day}::date where id = ${PEOPLE.worker}::uuid`
  const log = async (): Promise<string[]> =>
    ((await casePage(quiet.db, 'T-1'))?.escalations[0]?.entries ?? []).map(({ entry, rung }) =>
      [entry, rung ?? '-'].join(' '),
    )
  /** Whether `reconcile` wakes an alert. */
  const isFound = async (): Promise<boolean> => {
    const clock = await readClock(quiet.db)
    const { version } = await rulesInForce()(quiet.db, LocalDate.parse('2026-04-10'))
    const late = await lateClocks(quiet.db, { clock, rulesVersion: version, limit: 10 })
    return late.some(({ type }) => type === 'stalledPlanEscalation')
  }

  it('is not waited for: reconcile finds it, the next one above is told the same day, and why', async () => {
    expect([await isFound(), await log()]).toEqual([false, ['told 1', 'promised 1']])
    await leaves('2026-04-10')
    expect(await isFound()).toBe(true)
    await quiet.dayComes('2026-04-10')
    expect(await log()).toEqual(['told 1', 'promised 1', 'owner-left 1', 'told 2'])
    const [mail] = quiet.mails.filter(({ to }) => to.address.startsWith('servicemanager'))
    expect(mail?.text).toContain('- Person worker has left: the promise is no longer waited for, 10 April 2026')
  })

  it('is found once, and planned again says nothing more', async () => {
    await leaves('2026-04-10')
    await quiet.dayComes('2026-04-10')
    const before = await log()
    expect(await isFound()).toBe(false)
    await quiet.dayComes('2026-04-10')
    await quiet.dayComes('2026-04-13')
    expect(await log()).toEqual(before)
  })

  it('at the top those who were told last are told again, and somebody else may promise it', async () => {
    const id = (await casePage(quiet.db, 'T-1'))?.escalations[0]?.id ?? ''
    const answer = async (given: Partial<AnswerEscalation> & Pick<AnswerEscalation, 'answer' | 'actorId'>) => {
      const answered = await answerEscalation(quiet, {
        ...{ escalationId: id, reason: 'a reason', until: '2026-04-15', commandId: randomUUID(), ...given },
      })
      if ('refused' in answered) throw new Error(answered.todo)
    }
    const last = async (): Promise<string> => {
      const [row] = await quiet.db.$queryRaw<{ id: string }[]>`
        select person_id::text as id from escalation_entry where entry = 'told' and person_id is not null order by number desc limit 1`
      return row?.id ?? ''
    }
    for (const actorId of [PEOPLE.teamManager, PEOPLE.serviceManager, PEOPLE.headOfService]) {
      await answer({ answer: 'pass-up', actorId })
      await quiet.dayComes('2026-04-10')
    }
    const top = await last()
    await answer({ answer: 'promise', ownerId: PEOPLE.worker, actorId: top })
    await leaves('2026-04-10')
    expect(await isFound()).toBe(true)
    const before = await log()
    await quiet.dayComes('2026-04-10')
    expect((await log()).slice(before.length)).toEqual(['owner-left 4', 'told -'])
    expect(await last()).toBe(top)
    const again = quiet.mails.at(-1)
    expect(again?.text).toContain('Person worker has left: the promise is no longer waited for')
    await quiet.dayComes('2026-04-13')
    expect(await log()).toHaveLength(before.length + 2)
    await answer({ answer: 'promise', ownerId: PEOPLE.teamManager, actorId: top })
  })

  it('waits for its day where they leave after it', async () => {
    await leaves('2026-04-20')
    expect(await isFound()).toBe(false)
    await quiet.dayComes('2026-04-15')
    expect(await log()).toEqual(['told 1', 'promised 1'])
    await quiet.dayComes('2026-04-16')
    expect(await log()).toEqual(['told 1', 'promised 1', 'told 2'])
  })
})
