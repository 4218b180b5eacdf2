import { randomUUID } from 'node:crypto'
import { answerEscalation } from '../../client/commands/answerEscalation'
import { recordEvent, type RecordEvent } from '../../client/commands/recordEvent'
import { addPerson } from '../servers/addPerson'
import { PEOPLE, TEAM } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'

/** Handbook, section 1: police see to safety plans and cautions, and to nothing else of the record. */
describe('an officer of the team', () => {
  let quiet: QuietTown
  let officer: string
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
    officer = await addPerson(quiet, { key: 'officer', role: 'police-officer', team: TEAM })
  })
  afterEach(() => quiet.stop())

  const record = (kind: string, more: Partial<RecordEvent> = {}) =>
    recordEvent(quiet, { ref: 'T-1', kind, data: {}, actorId: officer, commandId: randomUUID(), ...more })
  const refused = {
    refused: 'not-allowed',
    todo: expect.stringContaining('Police record what concerns safety plans') as string,
  }

  it('records a police outcome, and closes no case', async () => {
    expect(await record('police-outcome-recorded', { data: { outcome: 'conditional-caution' } })).toMatchObject({
      accepted: true,
    })
    expect(await record('case-closed', { data: { reason: 'x' } })).toMatchObject(refused)
    expect(await record('visit-made', { data: { seen: true } })).toMatchObject(refused)
  })

  it('takes back and corrects what is theirs, and nothing else under the name of theirs', async () => {
    const visit = await quiet.record({
      ...{ ref: 'T-1', kind: 'visit-made', data: { seen: true }, actorId: PEOPLE.worker },
    })
    expect(await record('safety-plan-reviewed', { supersedes: visit, void: true })).toMatchObject(refused)
    expect(await record('safety-plan-reviewed', { supersedes: visit })).toMatchObject(refused)
    await quiet.record({
      ...{ ref: 'T-1', kind: 'safety-plan-agreed', actorId: PEOPLE.worker },
      data: { how: 'verbal', reviewMode: 'no-end' },
    })
    const own = await record('safety-plan-breached')
    const [event = ''] = 'accepted' in own ? own.eventIds : []
    expect(await record('safety-plan-breached', { supersedes: event, void: true })).toMatchObject({ accepted: true })
  })

  it('answers no alert about an assessment, though told of it', async () => {
    await quiet.moveTo('2026-04-09')
    await quiet.plan()
    const [alert] = await quiet.db.$queryRaw<{ id: string }[]>`select id from escalation where state = 'open'`
    const escalationId = alert?.id ?? ''
    await quiet.db.$executeRaw`
      insert into escalation_entry (escalation_id, number, entry, rung, person_id, at, reason)
      values (${escalationId}::uuid, 9, 'told', 1, ${officer}::uuid, '2026-04-09', 'police officer of this case')`
    const answer = () =>
      answerEscalation(quiet, {
        ...{ escalationId, answer: 'acknowledge', reason: '', actorId: officer, commandId: randomUUID() },
      })
    expect(await answer()).toMatchObject({
      refused: 'not-allowed',
      todo: expect.stringContaining('Police answer alerts about safety plans and cautions only') as string,
    })
    await quiet.db.$executeRaw`update obligation set rule = 'conditional-caution' where rule = 'assessment'`
    expect(await answer()).toMatchObject({ accepted: true })
  })
})
