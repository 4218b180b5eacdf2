import { randomUUID } from 'node:crypto'
import { dueList } from '../../client/queries/dueList'
import { addCase, addPeople, PEOPLE, type TestCase } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

describe('what is due for a person hangs on the children they hold now', () => {
  let quiet: QuietTown
  let about: TestCase
  const sibling = randomUUID()
  beforeAll(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    about = await addCase(quiet.town, 'T-1', '2026-02-02')
    await quiet.db.$executeRaw`
      insert into child (id, case_id, forename, surname, born_on) values (${sibling}::uuid, ${about.id}::uuid, 'Second', 'Quillfeather', '2020-01-05')`
    await quiet.plan()
  })
  afterAll(() => quiet.stop())

  const dueFor = async (personId: string): Promise<number> =>
    (await dueList(quiet.db, { today: '2026-03-02', within: 60, teams: null, personId, escalated: false }))
      .filter(({ rule }) => rule === 'assessment')
      .reduce((children, row) => children + row.children, 0)
  const allocate = (person: string, children: readonly string[], more = {}) =>
    quiet.record({
      ref: about.ref,
      kind: 'worker-allocated',
      data: { person },
      children,
      actorId: PEOPLE.teamManager,
      ...more,
    })

  it('an allocation without a list of children covers them all', async () => {
    expect(await dueFor(PEOPLE.worker)).toBe(2)
    expect(await dueFor(PEOPLE.otherWorker)).toBe(0)
  })

  it('one for a single child moves that child, and only that', async () => {
    await allocate(PEOPLE.otherWorker, [sibling])
    expect(await dueFor(PEOPLE.worker)).toBe(1)
    expect(await dueFor(PEOPLE.otherWorker)).toBe(1)
  })

  it('a new allocation of the whole case ends both; one taken back counts for nothing', async () => {
    const event = await allocate(PEOPLE.otherWorker, [])
    expect([await dueFor(PEOPLE.worker), await dueFor(PEOPLE.otherWorker)]).toEqual([0, 2])
    await allocate(PEOPLE.otherWorker, [], { supersedes: event, void: true })
    expect([await dueFor(PEOPLE.worker), await dueFor(PEOPLE.otherWorker)]).toEqual([1, 1])
  })

  it('a goal bears its own name, and is due for whoever holds any child of the case', async () => {
    await quiet.record({ ref: about.ref, kind: 'plan-started', data: { plan: 'cpp' }, actorId: PEOPLE.teamManager })
    await quiet.record({
      ref: about.ref,
      kind: 'goal-set',
      data: {
        ...{ goal: 'school', plan: 'cpp', change: 'every day', sign: 'the register' },
        ...{ by: '2026-04-01', otherwise: 'a meeting', otherwiseBy: '2026-04-08' },
      },
      actorId: PEOPLE.teamManager,
    })
    await quiet.plan()
    const goals = async (personId: string): Promise<number> =>
      (await dueList(quiet.db, { today: '2026-03-02', within: 60, teams: null, personId, escalated: false })).filter(
        ({ rule }) => rule === 'goal',
      ).length
    expect([await goals(PEOPLE.worker), await goals(PEOPLE.otherWorker), await goals(PEOPLE.teamManager)]).toEqual([
      1, 1, 0,
    ])
  })

  it('who was ended holds nothing', async () => {
    await quiet.record({
      ref: about.ref,
      kind: 'worker-ended',
      data: { person: PEOPLE.worker },
      actorId: PEOPLE.teamManager,
    })
    expect(await dueFor(PEOPLE.worker)).toBe(0)
  })
})
