import { randomUUID } from 'node:crypto'
import { answerEscalation } from '../../client/commands/answerEscalation'
import { recordEvent } from '../../client/commands/recordEvent'
import { casePage } from '../../client/queries/casePage'
import { addCase, addPeople, PEOPLE } from '../servers/factsToEvents'
import { quietTown, type QuietTown } from '../servers/quietTown'

/** Proposed on Monday 2 March: due five working days later, on the 9th; both managers are told on the 10th. */
describe('a case that is handed to another team', () => {
  let quiet: QuietTown
  const [south, southern] = [randomUUID(), randomUUID()]
  beforeEach(async () => {
    quiet = await quietTown('2026-03-02')
    await addPeople(quiet.town)
    await addCase(quiet.town, 'T-1', '2026-02-02')
    await quiet.db.$executeRaw`insert into team (id, source_id, name) values (${south}::uuid, 'south', 'South 1')`
    await quiet.db.$executeRaw`
      insert into person (id, source_id, name, job_title, email, team_id)
      values (${southern}::uuid, 'southern', 'Person southern', 'team-manager', 'southern@test.example', ${south}::uuid)`
    await quiet.db.$executeRaw`
      insert into role_grant (id, person_id, role, team_id, from_on)
      values (gen_random_uuid(), ${southern}::uuid, 'team-manager', ${south}::uuid, '2000-01-01')`
  })
  afterEach(() => quiet.stop())

  const propose = (to: string) =>
    quiet.record({ ref: 'T-1', kind: 'handover-proposed', data: { to }, actorId: PEOPLE.teamManager })
  const record = (kind: string, data: object) =>
    recordEvent(quiet, { ref: 'T-1', kind, data, actorId: southern, commandId: randomUUID() })

  it.each([['south 1'], ['south'], [south]])(
    'named as %s: late, its manager is told too, and accepts it',
    async (to) => {
      await propose(to)
      await quiet.moveTo('2026-03-10')
      await quiet.plan()
      const [alert] = (await casePage(quiet.db, 'T-1'))?.escalations ?? []
      expect(alert?.entries.map(({ name, reason }) => [name, reason])).toEqual([
        ['Person teamManager', 'team manager of this case'],
        ['Person southern', 'receiving team manager of this case'],
      ])
      const command = { escalationId: alert?.id ?? '', reason: '', actorId: southern, commandId: randomUUID() }
      expect(await answerEscalation(quiet, { ...command, answer: 'withdraw' })).toMatchObject({
        refused: 'not-allowed',
      })
      expect(await answerEscalation(quiet, { ...command, answer: 'acknowledge' })).toMatchObject({ accepted: true })
      expect(await record('visit-made', { seen: true })).toMatchObject({ refused: 'not-allowed' })
      expect(await record('handover-accepted', { by: 'Person southern' })).toMatchObject({ accepted: true })
      await quiet.plan()
      expect((await casePage(quiet.db, 'T-1'))?.escalations[0]?.state).toBe('resolved')
      expect(await record('handover-accepted', { by: 'Person southern' })).toMatchObject({ refused: 'not-allowed' })
    },
  )

  it('to no team that is known: the manager of its own team alone is told, and nobody of another may accept it', async () => {
    await propose('somewhere')
    await quiet.moveTo('2026-03-10')
    await quiet.plan()
    const [alert] = (await casePage(quiet.db, 'T-1'))?.escalations ?? []
    expect(alert?.entries.map(({ name }) => name)).toEqual(['Person teamManager'])
    expect(await record('handover-accepted', { by: 'Person southern' })).toMatchObject({ refused: 'not-allowed' })
  })
})
