import { randomUUID } from 'node:crypto'
import { LocalDate } from '@js-joda/core'
import type { ActivatePolicy } from '../../client/commands/activatePolicy'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { activateRules } from '../servers/activateRules'
import { councilRules } from '../servers/councilRules'
import { PEOPLE } from '../servers/factsToEvents'
import type { QuietTown } from '../servers/quietTown'
import { quietTownOfOneCase } from '../servers/quietTownOfOneCase'

const BUILT_IN = englandFamilySafeguarding1.id

describe('a version of the rules that is to be put into force', () => {
  let quiet: QuietTown
  beforeEach(async () => {
    quiet = await quietTownOfOneCase()
  })
  afterEach(() => quiet.stop())

  it.each<[string, Partial<ActivatePolicy>]>([
    ['another name', councilRules('north@2', 40)],
    ['other content', councilRules('north@1', 41)],
    ['another day', { from: LocalDate.parse('2026-03-03') }],
    ['open work too', { appliesToOpenWork: true }],
    ['the pack without its overlay', { overlay: null }],
  ])('sent again under the same id with %s is another command, and is refused', async (_what, more) => {
    const commandId = randomUUID()
    await activateRules(quiet, '2026-03-02', { commandId })
    expect(await activateRules(quiet, '2026-03-02', { commandId, ...more })).toMatchObject({
      refused: 'bad-data',
      todo: expect.stringContaining('has been used for something else') as string,
    })
    expect(await activateRules(quiet, '2026-03-02', { commandId, ...more, actorId: PEOPLE.worker })).toMatchObject({
      refused: 'not-allowed',
    })
    expect(await quiet.db.$queryRaw`select name from policy_version`).toEqual([{ name: 'north@1' }])
  })

  it.each([
    ['somebody who may not', { actorId: PEOPLE.teamManager }, 'not-allowed', 'Only an administrator'],
    ['a day that has passed', { from: LocalDate.parse('2026-03-01') }, 'bad-data', 'Give today, 2026-03-02'],
    ['no id', { commandId: 'again' }, 'bad-data', 'again is no id for a command'],
    [
      'the name of the built-in pack for something else',
      { pack: { ...councilRules('north@1', 40).pack, id: BUILT_IN }, overlay: null },
      'known-already',
      'Give it a number of its own: england-family-safeguarding@2',
    ],
  ])('is refused: %s', async (_what, more, refused, says) => {
    const answer = await activateRules(quiet, '2026-03-02', more)
    expect(answer).toMatchObject({ refused, todo: expect.stringContaining(says) as string })
    expect(await quiet.db.$queryRaw`select 1 from policy_version union all select 1 from audit_event`).toEqual([])
  })

  it('is refused under a name that stands for other content, or under the id of another command', async () => {
    const commandId = randomUUID()
    await quiet.record({ ref: 'T-1', kind: 'progress-recorded', actorId: PEOPLE.worker, commandId })
    expect(await activateRules(quiet, '2026-03-02', { commandId })).toMatchObject({ refused: 'bad-data' })
    await activateRules(quiet, '2026-03-02')
    expect(await activateRules(quiet, '2026-03-09', councilRules('north@1', 41))).toMatchObject({
      refused: 'known-already',
      todo: 'north@1 has been activated with other content, from 2 March 2026 on. What was in force stays as it was. Give it a number of its own: north@2.',
    })
  })

  it('is refused where a rule has not the shape its function computes', async () => {
    const { pack } = councilRules('north@1', 40)
    const rules = pack.rules.map((rule) => (rule.id === 'assessment' ? { ...rule, interval: null } : rule))
    expect(await activateRules(quiet, '2026-03-02', { pack: { ...pack, rules }, overlay: null })).toMatchObject({
      refused: 'bad-data',
      todo: expect.stringContaining('assessment has one interval; say it') as string,
    })
  })
})
