import { loadPeople } from '../../activities/people/loadPeople'
import { PEOPLE_PRINT, peopleBy } from '../../activities/people/peopleBy'
import { addPeople, PEOPLE, TEAM } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

const DAY = '2026-03-02'

describe('people who are read again only when one of them is another', () => {
  let quiet: QuietTown
  beforeAll(async () => {
    quiet = await quietTown(DAY)
    await addPeople(quiet.town)
  })
  afterAll(() => quiet.stop())

  const print = async (): Promise<string> =>
    (await quiet.db.$queryRaw<{ print: string }[]>(PEOPLE_PRINT))[0]?.print ?? ''
  /** As a plan has them. */
  const asKnown = async (day = DAY) => peopleBy(quiet.db, day, await print())

  it('are the same object as long as nothing changed, and another one on another day', async () => {
    const first = await asKnown()
    expect(first.people.length).toBeGreaterThan(0)
    expect(await asKnown()).toBe(first)
    expect(await asKnown('2026-03-03')).not.toBe(first)
  })

  it.each([
    [
      'leaves',
      () => quiet.db.$executeRaw`update person set left_on = ${DAY}::date where id = ${PEOPLE.teamManager}::uuid`,
    ],
    ['comes back', () => quiet.db.$executeRaw`update person set left_on = null where id = ${PEOPLE.teamManager}::uuid`],
    [
      'has a role no longer',
      () =>
        quiet.db.$executeRaw`update role_grant set to_on = '2026-03-01' where person_id = ${PEOPLE.teamManager}::uuid`,
    ],
    [
      'has it again',
      () => quiet.db.$executeRaw`update role_grant set to_on = null where person_id = ${PEOPLE.teamManager}::uuid`,
    ],
    [
      'is in a team of another name',
      () => quiet.db.$executeRaw`update team set name = name || ' Renamed' where id = ${TEAM}::uuid`,
    ],
  ])('are right when somebody %s', async (_, change) => {
    const before = await asKnown()
    expect(await change()).toBeGreaterThan(0)
    const after = await asKnown()
    expect(after).not.toBe(before)
    expect(after).toEqual(await loadPeople(quiet.db, DAY))
  })

  it('who came between the print and the reading are not taken for those of before', async () => {
    const before = await print()
    const name = async (text: string): Promise<void> => {
      await quiet.db.$executeRaw`update person set name = ${text} where id = ${PEOPLE.teamManager}::uuid`
    }
    const [row] = await quiet.db.$queryRaw<{ name: string }[]>`
      select name from person where id = ${PEOPLE.teamManager}::uuid`
    await asKnown('2026-03-04') // somebody else's day: what was known of this one is forgotten
    await name('Somebody Else')
    await peopleBy(quiet.db, DAY, before)
    await name(row?.name ?? '')
    expect(await asKnown()).toEqual(await loadPeople(quiet.db, DAY))
  })
})
