import { randomUUID } from 'node:crypto'
import { answerEscalation } from '../../client/commands/answerEscalation'
import { recordEvent } from '../../client/commands/recordEvent'
import { casePage } from '../../client/queries/casePage'
import { addPerson } from '../servers/addPerson'
import { PEOPLE } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'

/** Proposed on Monday 2 March: due five working days later, on the 9th; both managers are told on the 10th. */
describe('a case that is handed to another team', () => {
  let quiet: QuietTown
  const south = randomUUID()
  let southern: string
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
    await quiet.db.$executeRaw`insert into team (id, source_id, name) values (${south}::uuid, 'south', 'South 1')`
    southern = await addPerson(quiet, { key: 'southern', role: 'team-manager', team: south })
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
