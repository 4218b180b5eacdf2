import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { breachPlan } from '../../../client/commands/safety-plan/breachPlan'
import { reviewPlan } from '../../../client/commands/safety-plan/reviewPlan'
import { policePlan, safetyPlan } from '../../../client/queries/safetyPlan'
import { abuse } from '../../domain/safety-plan/examplePlan'
import { addPerson } from '../../servers/addPerson'
import { PEOPLE } from '../../servers/factsToEvents'
import { typed } from '../../servers/typed'
import { CHILD, planFor, planTown, recorded, type PlanTown } from './planTown'

const SECRETS = ['Zebedee', 'Quillfeather', 'Wilhelmina', '7 Hidden Lane', 'Worries', 'nursery', 'meals', 'quarrels']

/** Handbook, section 1: safety-plan compliance and conditional-caution deadlines, and nothing else of the record. */
describe('police and the safety plan', () => {
  let town: PlanTown
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'caseclock-plan-'))
    town = await planTown()
    const { quiet, about } = town
    const content = planFor({
      ...{ domesticAbuse: abuse, policeInvolved: true, address: '7 Hidden Lane' },
      signatories: ['social-worker', 'mother', 'father', 'team-manager', 'attending-officer'],
      concerns: 'Worries about Zebedee Quillfeather.',
    })
    recorded(await town.write(content))
    await quiet.moveTo('2026-03-16')
    const lines = [
      { line: 'care-1', kept: 'yes', words: 'Wilhelmina did well' },
      { line: 'safety-1', kept: 'no', words: 'Zebedee was frightened' },
    ] as const
    recorded(await reviewPlan(quiet, { ...about(), lines, childView: 'Zebedee is sad.' }))
    recorded(await breachPlan(quiet, { ...about(), line: 'safety-1', what: 'came to 7 Hidden Lane' }))
    await quiet.record({ ref: 'T-1', kind: 'caution-given', data: { person: 'Wilhelmina' }, actorId: town.officer })
  })
  afterAll(async () => {
    await town.quiet.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('an officer sees of each line whether it is kept, and the deadlines', async () => {
    const seen = await policePlan(town.quiet.db, { ref: 'T-1', readerId: town.officer })
    expect(JSON.parse(JSON.stringify(seen))).toMatchObject({
      ...{ ref: 'T-1', state: 'written', version: 1 },
      lines: [
        { line: 'care-1', duty: 'mother', kept: 'yes', reviewedOn: '2026-03-16' },
        { line: 'safety-1', duty: 'father', kept: 'no' },
      ],
      breaches: [{ line: 'safety-1', waitsFor: 'team-manager' }],
      cautions: [{ givenOn: '2026-03-16', dueOn: '2026-06-16', askOn: '2026-06-02', askedOn: null }],
    })
  })

  it.each(['--json', undefined])('and nothing else of the record, not even as text (%s)', async (json) => {
    const words = ['safety-plan', 'police', 'T-1', '--as', 'officer', ...(json === undefined ? [] : [json])]
    const { out, code } = await typed(town.quiet.town, ...words)
    expect(code).toBe(0)
    expect(out).toContain('safety-1')
    for (const secret of [...SECRETS, CHILD, PEOPLE.worker, 'abuse', 'harm', 'frightened', 'sad'])
      expect(out).not.toContain(secret)
  })

  it('an officer is refused the plan itself and its copy', async () => {
    const out = path.join(folder, 'refused.html')
    for (const words of [
      ['show', 'T-1'],
      ['print', 'T-1', '--out', out],
    ]) {
      const said = await typed(town.quiet.town, 'safety-plan', ...words, '--as', 'officer')
      expect(said).toMatchObject({
        code: 4,
        out: '',
        err: expect.stringContaining('nothing else of the record') as string,
      })
    }
    expect(() => readFileSync(out)).toThrow('ENOENT')
  })

  it('a stranger sees nothing, and nobody sees what is restricted from them', async () => {
    const { quiet } = town
    await quiet.db
      .$executeRaw`insert into team (id, source_id, name) values ('00000000-0000-4000-8000-000000000002', 'south', 'South 1')`
    const stranger = await addPerson(quiet, {
      ...{ key: 'stranger', role: 'police-officer', team: '00000000-0000-4000-8000-000000000002' },
    })
    const ask = (readerId: string) => policePlan(quiet.db, { ref: 'T-1', readerId })
    expect(await ask(stranger)).toMatchObject({ refused: 'not-allowed' })
    expect(await safetyPlan(quiet.db, { ref: 'T-9', readerId: stranger })).toMatchObject({ refused: 'unknown-case' })
    await typed(quiet.town, 'access', 'T-1', 'restrict', '--reason', 'x', '--as', 'headOfService')
    expect(await ask(town.officer)).toMatchObject({
      refused: 'not-allowed',
      todo: expect.stringContaining('restricted') as string,
    })
    expect(await safetyPlan(quiet.db, { ref: 'T-1', readerId: PEOPLE.worker })).toMatchObject({
      refused: 'not-allowed',
    })
    await typed(quiet.town, 'access', 'T-1', 'lift', '--reason', 'x', '--as', 'headOfService')
  })

  it('who works with the whole case may look at what police see', async () => {
    expect(await policePlan(town.quiet.db, { ref: 'T-1', readerId: PEOPLE.worker })).toMatchObject({ version: 1 })
  })
})
