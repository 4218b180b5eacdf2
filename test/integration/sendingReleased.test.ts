import { setTimeout as wait } from 'node:timers/promises'
import { LocalDate } from '@js-joda/core'
import { stableId } from '../../activities/import/stableId'
import { setSending } from '../../client/commands/setSending'
import { londonMoment } from '../../domain/calendar/london'
import { stepTo } from '../servers/steppedClock'
import type { TestTown } from '../servers/testTown'
import { townOfOneCase } from '../servers/townOfOneCase'

const noon = (day: string): number => londonMoment(LocalDate.parse(day), 12 * 60)

describe('sending that was held for weeks, with every clock running', () => {
  let town: TestTown
  beforeAll(async () => {
    town = (await townOfOneCase({ referredOn: '2026-02-02' })).town
  })
  afterAll(() => town.stop())

  const set = (held: boolean) =>
    setSending(town, { held, reason: 'Going live.', actorId: stableId('person', 'administrator') })

  it('goes on at once when it is let go: deliveries that sleep are woken, and only the last word is said', async () => {
    await set(true)
    await stepTo(town, noon('2026-04-07'))
    const [held] = await town.db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from message where state = 'created'`
    expect(held?.count).toBe(3)
    expect(await town.inbox.list()).toEqual([])
    expect(await set(false)).toBeUndefined()
    const unsettled = (): Promise<unknown[]> =>
      town.db.$queryRaw`select 1 from message where state not in ('sent', 'withdrawn')`
    while ((await unsettled()).length > 0) await wait(10)
    const mails = await town.inbox.list()
    expect(mails.map(({ to }) => /[\w.-]+@/.exec(to)?.[0])).toEqual(['worker@'])
    const notices = await town.db.$queryRaw<unknown[]>`
      select step, withdrawn_why as why from notice order by send_on`
    const why = 'a later word about it was written while sending was held'
    expect(notices).toEqual([
      { step: 'due-15wd', why },
      { step: 'due-5wd', why },
      { step: 'due-1wd', why: null },
    ])
  })
})
