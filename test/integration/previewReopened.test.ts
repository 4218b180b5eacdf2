import { endOfDayOne, previewCase } from '../../activities/import/run/previewCase'
import { casesSoFar } from '../../activities/import/run/casesSoFar'
import { factsOfCase } from '../../activities/import/run/factsOfCase'
import { newId } from '../../activities/newId'
import { loadPeople } from '../../activities/people/loadPeople'
import { rulesInForce } from '../../activities/planning/rulesInForce'
import { londonDay } from '../../domain/calendar/london'
import { readClock } from '../../activities/clock'
import { addCase, addPeople, PEOPLE, TEAM, type TestCase } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

/** An assessment is due 45 working days after 2 February 2026: on 8 April; the manager is told on 9 April. */
const LATE = '2026-04-09'

describe('looking ahead at a fact that is taken back', () => {
  let quiet: QuietTown
  let about: TestCase
  beforeEach(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    about = await addCase(quiet.town, 'T-1', '2026-02-02')
  })
  afterEach(() => quiet.stop())

  const everything = async (): Promise<void> => {
    await quiet.plan()
    await quiet.round()
    await quiet.deliver()
  }
  /** Whom an import that takes the last fact back would tell. */
  const foretold = (): Promise<unknown> =>
    quiet.db.$transaction(async (tx) => {
      const { now } = await readClock(tx)
      const rules = await rulesInForce()(tx, londonDay(now))
      const { recorded } = await factsOfCase(tx, about.id)
      const last = recorded.at(-1)
      if (last === undefined) throw new Error('The case has no facts.')
      const { told } = previewCase(
        {
          ...{ caseId: about.id, ref: about.ref, teamId: TEAM, recorded, asAt: LATE },
          children: [
            {
              ...{ id: about.child, sourceId: '', forename: null, surname: null },
              ...{ bornOn: '2022-01-05', expectedOn: null, diedOn: null },
            },
          ],
          append: [{ ...last, id: newId(now), supersedes: last.id, void: true }],
          counts: { added: 0, changed: 0, takenBack: 1 },
        },
        (await casesSoFar(tx, [about.id])).get(about.id),
        { rules, everybody: await loadPeople(tx, LATE), evening: endOfDayOne(now, LATE, rules.calendar) },
      )
      return told
    })
  /** Who has been told since, by person. */
  const toldSince = async (before: readonly string[]): Promise<unknown> => {
    const rows = await quiet.db.$queryRaw<{ id: string; digest: number; atOnce: number }[]>`
      select recipient_id as id, count(*) filter (where lane = 'digest')::int as digest, count(*) filter (where lane <> 'digest')::int as "atOnce"
      from notice where id <> all(${[...before]}::uuid[]) group by 1`
    return Object.fromEntries(rows.map(({ id, ...counts }) => [id, counts]))
  }
  const written = async (): Promise<readonly string[]> =>
    (await quiet.db.$queryRaw<{ id: string }[]>`select id from notice`).map(({ id }) => id)

  it.each([
    ['once', 1],
    ['twice', 2],
  ])('says whom the planner then tells anew, of the same due date, when it was met %s', async (_, times) => {
    await quiet.moveTo(LATE)
    await everything()
    for (let time = 1; time <= times; time += 1) {
      const done = await quiet.record({ ref: 'T-1', kind: 'assessment-authorised', actorId: PEOPLE.teamManager })
      await everything()
      const ahead = await foretold()
      const before = await written()
      await quiet.record({
        ...{ ref: 'T-1', kind: 'assessment-authorised', actorId: PEOPLE.teamManager },
        ...{ supersedes: done, void: true },
      })
      await everything()
      expect(ahead).toEqual(await toldSince(before))
      expect(ahead).toHaveProperty([PEOPLE.teamManager, 'atOnce'], 1)
    }
  })

  it('says nobody when a manager had withdrawn the escalation, but for the worker', async () => {
    await quiet.moveTo(LATE)
    await everything()
    await quiet.db.$executeRaw`update escalation set state = 'withdrawn'`
    await quiet.record({ ref: 'T-1', kind: 'assessment-authorised', actorId: PEOPLE.teamManager })
    await everything()
    expect(await foretold()).not.toHaveProperty([PEOPLE.teamManager])
  })
})
