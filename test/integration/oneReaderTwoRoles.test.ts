import { LocalDate } from '@js-joda/core'
import { recordEvent } from '../../client/commands/recordEvent'
import { casePage } from '../../client/queries/casePage'
import { londonMoment } from '../../domain/calendar/london'
import { PEOPLE } from '../servers/factsToEvents'
import { stepTo } from '../servers/steppedClock'
import type { TestTown } from '../servers/testTown'
import { townOfOneCase } from '../servers/townOfOneCase'

/** The worker has left and nobody runs the conference service: the team manager stands for both. */
describe('one person who stands for two roles', () => {
  let town: TestTown
  beforeAll(async () => {
    town = (await townOfOneCase({ referredOn: '2026-02-02' })).town
    await stepTo(town, londonMoment(LocalDate.parse('2026-03-02'), 12 * 60))
    for (const [index, [kind, data]] of (
      [
        ['icpc-held', { outcome: 'plan' }],
        ['plan-started', { plan: 'cpp' }],
      ] as const
    ).entries()) {
      const commandId = `00000000-0000-4000-8000-00000000000${String(index)}`
      await recordEvent(town, { ref: 'T-1', kind, data, actorId: PEOPLE.worker, commandId })
    }
    await town.db.$executeRaw`update person set left_on = '2026-03-03' where id = ${PEOPLE.worker}::uuid`
  })
  afterAll(() => town.stop())

  it('is told once, and the list says why it is this person', async () => {
    await stepTo(town, londonMoment(LocalDate.parse('2026-04-21'), 12 * 60))
    const told = (await casePage(town.db, 'T-1'))?.told.filter(({ step }) => step === 'book-6w')
    expect(told?.map(({ name }) => name)).toEqual(['Person teamManager'])
    expect(told?.[0]?.why).toContain('no social worker who is in post and may open it')
  })

  it('somebody who has left is told nothing, and may record nothing', async () => {
    const after = (await casePage(town.db, 'T-1'))?.told.filter(
      ({ name, send_on }) => name === 'Person worker' && send_on > '2026-03-03',
    )
    expect(after).toEqual([])
    const answer = await recordEvent(town, {
      ref: 'T-1',
      kind: 'visit-made',
      data: { seen: true },
      actorId: PEOPLE.worker,
      commandId: '00000000-0000-4000-8000-00000000000a',
    })
    expect(answer).toMatchObject({ refused: 'not-allowed' })
  })

  it('what is odd about the facts stands on the case', async () => {
    await recordEvent(town, {
      ref: 'T-1',
      kind: 'referral-received',
      data: { source: '6' },
      actorId: PEOPLE.teamManager,
      commandId: '00000000-0000-4000-8000-00000000000c',
    })
    await stepTo(town, londonMoment(LocalDate.parse('2026-04-21'), 12 * 60 + 1))
    const problems = (await casePage(town.db, 'T-1'))?.factProblems ?? []
    expect(problems.map(({ problem }) => problem).join(' ')).toContain('a second referral')
  })

  it.each([
    ['an unknown case', { ref: 'T-9' }, 'unknown-case'],
    ['an unknown kind', { kind: 'tea-party' }, 'unknown-kind'],
    ['a wrong payload', { data: { seen: 'yes' } }, 'bad-data'],
    ['a day in the future', { on: '2026-12-01' }, 'bad-data'],
    ['a day that does not exist', { on: '2026-02-30' }, 'bad-data'],
    ['a child of another case', { children: ['00000000-0000-4000-8000-000000000009'] }, 'bad-data'],
    ['a case that has changed since', { seenVersion: 1 }, 'changed-since'],
  ])('%s is refused and nothing is written', async (_what, change, refused) => {
    const before = (await casePage(town.db, 'T-1'))?.chronology.length
    const command = {
      ref: 'T-1',
      kind: 'visit-made',
      data: { seen: true },
      actorId: PEOPLE.teamManager,
      commandId: '00000000-0000-4000-8000-00000000000b',
      ...change,
    }
    expect(await recordEvent(town, command)).toMatchObject({ refused })
    expect((await casePage(town.db, 'T-1'))?.chronology).toHaveLength(before ?? -1)
  })
})
