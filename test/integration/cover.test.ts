import { casePage } from '../../client/queries/casePage'
import { londonMoment } from '../../domain/calendar/london'
import { LocalDate } from '@js-joda/core'
import { addCase, addPeople, PEOPLE } from '../servers/factsToEvents'
import { stepTo } from '../servers/steppedClock'
import { testTown, type TestTown } from '../servers/testTown'
import { typed } from '../servers/typed'

/**
 * The assessment of T-1 is due on 8 April 2026 and that of T-2 on 9 April: their manager is told on the days after, at 08:00. The manager is on leave on
 * 9 April only.
 */
describe('a team manager goes on leave for a day', () => {
  let town: TestTown
  beforeAll(async () => {
    town = await testTown({ startsOn: '2026-04-08' })
    await addPeople(town)
    await addCase(town, 'T-1', '2026-02-02')
    await addCase(town, 'T-2', '2026-02-03')
    await town.startWorker()
  })
  afterAll(() => town.stop())

  const alerts = async (): Promise<string[]> =>
    (await town.inbox.list())
      .filter(({ subject }) => subject.includes('Held up'))
      .map(({ to, subject }) => `${to.replace(/.*?(\w+)@.*/, '$1')}: ${/T-\d/.exec(subject)?.[0] ?? subject}`)
  const evening = (day: string) => stepTo(town, londonMoment(LocalDate.parse(day), 20 * 60))
  const reasons = async (ref: string) =>
    (await casePage(town.db, ref))?.escalations.flatMap(({ entries }) => entries).map(({ reason }) => reason)

  it('the alert of that day goes to whoever covers, and the one of the next to the manager', async () => {
    const added = await typed(
      ...([town, 'cover', 'add', PEOPLE.teamManager, '--by', PEOPLE.otherWorker] as const),
      ...['--from', '2026-04-09', '--to', '2026-04-09', '--reason', 'leave', '--as', PEOPLE.teamManager],
    )
    expect([added.code, added.out]).toEqual([0, expect.stringContaining('Person otherWorker is told in their place.')])
    await evening('2026-04-09')
    expect(await alerts()).toEqual(['otherworker: T-1'])
    expect(await reasons('T-1')).toEqual(['covers for the team manager, who is on leave'])
    await evening('2026-04-10')
    expect((await alerts()).sort()).toEqual(['otherworker: T-1', 'teammanager: T-2'])
    expect(await reasons('T-2')).toEqual(['team manager of this case'])
  })
})
