import { randomUUID } from 'node:crypto'
import { breachPlan, decideBreach, passOnBreach } from '../../../client/commands/safety-plan/breachPlan'
import { safetyPlan } from '../../../client/queries/safetyPlan'
import { PEOPLE } from '../../servers/factsToEvents'
import { CHILD, planFor, planTown, recorded, type PlanTown } from './planTown'

/** Handbook 7: recorded, the team manager, the detective sergeant, a decision. */
describe('a breach of a safety plan', () => {
  let town: PlanTown
  let breach: string
  beforeEach(async () => {
    town = await planTown()
    const { quiet, about } = town
    recorded(await town.write(planFor()))
    // A Saturday, in the evening: what is told at once waits for no working hour.
    await quiet.moveTo('2026-03-07', 20 * 60)
    ;[breach = ''] = recorded(await breachPlan(quiet, { ...about(), line: 'safety-1', what: 'Zebedee was alone' }))
  })
  afterEach(() => town.quiet.stop())

  const planned = async (): Promise<readonly string[]> => {
    const before = town.quiet.mails.length
    await town.quiet.plan()
    await town.quiet.deliver()
    return town.quiet.mails.slice(before).map(({ to, subject }) => `${to.address}: ${subject}`)
  }
  const passOn = () =>
    passOnBreach(town.quiet, {
      ...town.about({ actorId: PEOPLE.teamManager }),
      ...{ breach, to: 'detective-sergeant', words: 'second time' },
    })
  const waitsFor = async () => {
    const page = await safetyPlan(town.quiet.db, { ref: 'T-1', readerId: PEOPLE.worker })
    return 'breaches' in page ? page.breaches[0]?.waitsFor : page.todo
  }

  it('is told to the team manager at once, once, and does not say that it has stalled', async () => {
    const subject = 'Needs an answer: case T-1, safety plan breached with no next step, to be answered by 9 March 2026'
    expect(await planned()).toEqual([`teammanager@test.example: ${subject}`])
    expect(await planned()).toEqual([])
    const [mail] = town.quiet.mails.slice(-1)
    expect(mail?.text).toContain('Safety plan breached on 7 March 2026')
    expect(mail?.text).not.toMatch(/found on|Stalled|Zebedee|safety-1/)
    expect(await waitsFor()).toBe('team-manager')
  })

  it('is told to the detective sergeant at once when it is passed on, and to nobody else then', async () => {
    await planned()
    recorded(await passOn())
    const told = await planned()
    expect(told).toEqual([expect.stringMatching(/^sergeant@test.example: Needs an answer: case T-1/)])
    expect(town.quiet.mails.at(-1)?.text).toContain('Breach passed on to the detective sergeant on 7 March 2026')
    expect(await waitsFor()).toBe('detective-sergeant')
  })

  it('goes up when nobody takes a step within a working day', async () => {
    await planned()
    await town.quiet.moveTo('2026-03-09', 18 * 60)
    expect(await planned()).toEqual([expect.stringMatching(/^teammanager@test.example: Stalled: case T-1/)])
  })

  it('passed on and not decided it goes up too, the detective sergeant beside the team manager', async () => {
    await planned()
    recorded(await passOn())
    await planned()
    await town.quiet.moveTo('2026-03-09', 18 * 60)
    expect((await planned()).map((told) => told.split(':')[0]).sort()).toEqual([
      'sergeant@test.example',
      'teammanager@test.example',
    ])
  })

  it('is told no further once it is decided', async () => {
    await planned()
    recorded(await passOn())
    const about = town.about({ actorId: town.sergeant })
    recorded(await decideBreach(town.quiet, { ...about, breach, decision: 'caution', reason: 'he admits it' }))
    await town.quiet.moveTo('2026-03-09', 18 * 60)
    expect(await planned()).toEqual([])
    expect(await waitsFor()).toBeNull()
  })

  it('of a plan about several children is one mail', async () => {
    const brother = randomUUID()
    await town.quiet.db.$executeRaw`
      insert into child (id, case_id, forename, surname, born_on) select ${brother}::uuid, id, 'Bo', 'Quillfeather', '2024-01-05' from case_file`
    recorded(await town.write(planFor({ date: '2026-03-07', children: [CHILD, brother] }), { amends: 1 }))
    recorded(await breachPlan(town.quiet, { ...town.about(), line: 'care-1', what: 'no food in the house' }))
    expect(await planned()).toHaveLength(1)
  })
})
