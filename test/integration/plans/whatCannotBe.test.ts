import { randomUUID } from 'node:crypto'
import { recordEvent } from '../../../client/commands/recordEvent'
import { PEOPLE } from '../../servers/factsToEvents'
import type { QuietTown } from '../../servers/quietTown'
import { quietTownOfOneCase } from '../../servers/quietTownOfOneCase'
import { typed } from '../../servers/typed'
import { written } from './written'

describe('a fact that cannot be beside the others is refused with the reason, and nothing is saved', () => {
  let quiet: QuietTown
  beforeAll(async () => {
    quiet = await quietTownOfOneCase()
  })
  afterAll(() => quiet.stop())

  const record = (kind: string, on: string, data: object, more: { supersedes?: string; void?: boolean } = {}) =>
    recordEvent(quiet, {
      ...{ ref: 'T-1', kind, on, data, actorId: PEOPLE.worker, commandId: randomUUID() },
      ...more,
    })
  const refusedFor = async (...event: Parameters<typeof record>): Promise<string> => {
    const before = await written(quiet)
    const answer = await record(...event)
    expect(await written(quiet)).toEqual(before)
    return 'refused' in answer ? `${answer.refused}: ${answer.todo}` : 'taken'
  }
  const goal = {
    ...{ goal: 'school', plan: 'cpp', change: 'every day', sign: 'the register', by: '2026-05-01' },
    ...{ otherwise: 'a meeting', otherwiseBy: '2026-05-08' },
  }

  it.each([
    ['review-held', { outcome: 'continue', quorate: true }],
    ['core-group-held', { quorate: true }],
    ['cin-review-held', {}],
    ['plo-reviewed', {}],
    ['review-booked', { for: '2026-06-01' }],
    ['goal-set', goal],
    ['goal-reviewed', { goal: 'school', outcome: 'met' }],
    ['contingency-started', { goal: 'school' }],
    ['plan-ended', { plan: 'cpp', reason: 'moved' }],
    ['follow-up-answered', { anchor: 'plan-start', of: 'nothing', months: 3 }],
    ['action-done', { action: 'ring the school' }],
    ['dispute-resolved', { dispute: 'nothing', reason: 'agreed' }],
    ['information-answered', { request: 'nothing' }],
    ['closure-accepted', { by: 'A' }],
  ])('%s, on a case that has nothing it could be of', async (kind, data) => {
    const said = await refusedFor(kind, '2026-02-20', data)
    expect(said).toMatch(/^bad-data: .*Nothing was saved\.$/)
    expect(said).not.toMatch(/Zebedee|Quillfeather/)
  })

  it('a review, and a goal’s date, before the plan; and both are taken once the day is right', async () => {
    expect(await record('plan-started', '2026-02-16', { plan: 'cpp' })).toMatchObject({ accepted: true })
    expect(await refusedFor('review-held', '2026-02-13', { outcome: 'continue' })).toContain('16 February 2026')
    expect(await refusedFor('goal-set', '2026-02-20', { ...goal, by: '2026-02-13' })).toContain('16 February 2026')
    expect(await record('review-held', '2026-02-27', { outcome: 'continue' })).toMatchObject({ accepted: true })
    expect(await record('goal-set', '2026-02-20', goal)).toMatchObject({ accepted: true })
  })

  it('a correction may not bring it in, and taking back is always possible', async () => {
    const held = await record('core-group-held', '2026-02-26', { quorate: true })
    const [supersedes = ''] = 'eventIds' in held ? held.eventIds : []
    const data = { quorate: true }
    expect(await refusedFor('core-group-held', '2026-02-12', data, { supersedes })).toContain('12 February 2026')
    expect(await record('core-group-held', '2026-02-12', data, { supersedes, void: true })).toMatchObject({
      accepted: true,
    })
  })

  it('on the command line it is wrong usage, with the sentence', async () => {
    const { code, out, err } = await typed(
      quiet.town,
      ...['record', 'T-1', 'cin-review-held', '--on', '2026-02-20', '--as', 'Person worker'],
    )
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('Record the plan first')
  })
})
