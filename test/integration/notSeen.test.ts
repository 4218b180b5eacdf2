import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import { recordEvent } from '../../client/commands/recordEvent'
import { casePage } from '../../client/queries/casePage'
import { londonMoment } from '../../domain/calendar/london'
import { PEOPLE } from '../servers/factsToEvents'
import { stepTo } from '../servers/steppedClock'
import type { TestTown } from '../servers/testTown'
import { townOfOneCase } from '../servers/townOfOneCase'

const at = (day: string, minutes = 12 * 60): number => londonMoment(LocalDate.parse(day), minutes)

describe('a child on a plan who has not been seen for 28 days', () => {
  let town: TestTown
  beforeAll(async () => {
    town = (await townOfOneCase({ referredOn: '2026-02-02' })).town
    for (const [kind, on, data] of [
      ['icpc-held', '2026-03-02', { outcome: 'plan' }],
      ['plan-started', '2026-03-02', { plan: 'cpp' }],
      ['visit-made', '2026-03-15', { seen: true }],
    ] as const) {
      await stepTo(town, at(on))
      await recordEvent(town, { ref: 'T-1', kind, data, on, actorId: PEOPLE.worker, commandId: randomUUID() })
    }
  })
  afterAll(() => town.stop())

  const told = async (step: string): Promise<string[]> =>
    ((await casePage(town.db, 'T-1'))?.told ?? [])
      .filter((one) => one.step === step)
      .map(({ name, send_on, sent_at }) => `${name} ${send_on} ${sent_at?.toISOString() ?? 'not sent'}`)

  it('is told to the team manager at once, on the Sunday itself', async () => {
    await stepTo(town, at('2026-04-11'))
    expect(await told('late-3')).toEqual([])
    await stepTo(town, at('2026-04-12'))
    expect(await told('late-3')).toEqual(['Person teamManager 2026-04-12 2026-04-12T07:00:00.000Z'])
  })

  it('and once: neither the next day nor a second look says it again, and the ladder goes on beside it', async () => {
    await stepTo(town, at('2026-04-20'))
    expect(await told('late-3')).toHaveLength(1)
    expect((await told('late-2')).map((line) => line.slice(0, 18))).toEqual(['Person teamManager'])
    expect((await told('rung-2')).length).toBeGreaterThan(0)
  })
})
