import { randomUUID } from 'node:crypto'
import { breachPlan, decideBreach, passOnBreach } from '../../../client/commands/safety-plan/breachPlan'
import type { PlanAnswer } from '../../../client/commands/safety-plan/planCommand'
import { reviewPlan } from '../../../client/commands/safety-plan/reviewPlan'
import { sharePlan } from '../../../client/commands/safety-plan/sharePlan'
import { refusePlan, signPlan } from '../../../client/commands/safety-plan/signPlan'
import { recordEvent } from '../../../client/commands/recordEvent'
import { abuse, line } from '../../domain/safety-plan/examplePlan'
import { PEOPLE } from '../../servers/factsToEvents'
import { planFor, planTown, recorded, type PlanTown } from './planTown'

let town: PlanTown
beforeEach(async () => {
  town = await planTown()
})
afterEach(() => town.quiet.stop())

/** Refused with these words, and nothing is left behind. */
async function expectRefused(act: () => Promise<PlanAnswer>, words: string | RegExp, as = 'bad-data'): Promise<void> {
  const before = await town.kept()
  const answer = await act()
  expect(answer).toMatchObject({ refused: as, todo: expect.stringMatching(words) as string })
  expect(await town.kept()).toBe(before)
}

describe('before there is a document', () => {
  it('nobody signs it, refuses it, gives a copy of it, reviews or breaches it', async () => {
    const { quiet, about } = town
    await expectRefused(
      () => signPlan(quiet, { ...about(), role: 'mother' }),
      /^Signature before the document exists: no safety plan/,
    )
    await expectRefused(() => refusePlan(quiet, { ...about(), role: 'mother' }), /^Refusal before the document exists/)
    await expectRefused(() => sharePlan(quiet, { ...about(), with: 'mother' }), /No safety plan of this case runs/)
    await expectRefused(() => reviewPlan(quiet, { ...about(), lines: [] }), /No safety plan of this case runs/)
    await expectRefused(() => breachPlan(quiet, { ...about(), what: 'x' }), /there is nothing to breach/)
    await quiet.record({
      ...{ ref: 'T-1', kind: 'safety-plan-agreed', data: { how: 'verbal', reviewMode: 'six-weekly' } },
      actorId: PEOPLE.worker,
    })
    await expectRefused(() => signPlan(quiet, { ...about(), role: 'mother' }), /agreed by word or by hand only/)
    await expectRefused(() => sharePlan(quiet, { ...about(), with: 'mother' }), /No document is written yet/)
  })
})

describe('a document', () => {
  it.each([
    ['that is no plan at all', { format: 1 }, /^Nothing was saved. date: /],
    ['with several mistakes', planFor({ signatories: ['mother'], timeOfferedUntil: '2026-01-01' }), /\n.*team manager/],
    ['of tomorrow', planFor({ date: '2026-03-03' }), /in the future/],
    ['about a child of another case', planFor({ children: ['c1'] }), /children\[0\]: no child of this case/],
    [
      'that makes it the duty of who is harmed to keep the other away',
      planFor(
        { domesticAbuse: abuse },
        { ensuringSafety: [line('safety-1', { duty: 'mother', contactWith: 'father' })] },
      ),
      /binds the person who harms/,
    ],
  ])('%s is refused', async (_what, content, words) => {
    await expectRefused(() => town.write(content), words)
  })

  it('is written by whoever works with the whole case, not by police, nor on a case nobody knows', async () => {
    const { officer } = town
    await expectRefused(() => town.write(planFor(), { actorId: officer }), /Police record what concerns/, 'not-allowed')
    await expectRefused(() => town.write(planFor(), { ref: 'T-9' }), /There is no case T-9/, 'unknown-case')
    await expectRefused(() => town.write(planFor(), { actorId: randomUUID() }), /Nobody is known/, 'not-allowed')
    await expectRefused(() => town.write(planFor(), { commandId: 'once' }), /is no id/)
  })

  it('amends the version that stands, and no other', async () => {
    await expectRefused(() => town.write(planFor(), { amends: 1 }), /There is no version 1/, 'changed-since')
    recorded(await town.write(planFor()))
    await expectRefused(() => town.write(planFor()), /Version 1 stands/, 'changed-since')
    await expectRefused(
      () => town.write(planFor({}, { basicCare: [] }), { amends: 1 }),
      /line care-1 is in the version/,
    )
    await town.quiet.moveTo('2026-03-10')
    recorded(await town.write(planFor({ date: '2026-03-10' }), { amends: 1 }))
    await expectRefused(() => town.write(planFor({ date: '2026-03-05' }), { amends: 1 }), /Version 2 is of 2026-03-10/)
  })
})

describe('once it is written', () => {
  beforeEach(async () => {
    recorded(await town.write(planFor({ domesticAbuse: abuse })))
    await town.quiet.moveTo('2026-03-09')
  })

  it('a signature is by a role that it asks for, once, and on or after its day', async () => {
    const { quiet, about } = town
    await expectRefused(() => signPlan(quiet, { ...about(), role: 'uncle' }), /uncle is none of them/)
    await expectRefused(() => signPlan(quiet, { ...about(), role: 'Wilhelmina' }), /counts for nobody/)
    await expectRefused(
      () => signPlan(quiet, { ...about({ on: '2026-03-01' }), role: 'mother' }),
      /before the document/,
    )
    await expectRefused(() => signPlan(quiet, { ...about({ on: '2026-03-10' }), role: 'mother' }), /in the future/)
    await expectRefused(() => signPlan(quiet, { ...about({ on: '9 March' }), role: 'mother' }), /Write it as/)
    recorded(await signPlan(quiet, { ...about(), role: 'mother' }))
    await expectRefused(() => signPlan(quiet, { ...about(), role: 'mum' }), /signed this version on 9 March 2026/)
    await expectRefused(() => refusePlan(quiet, { ...about(), role: 'mother' }), /signed this version/)
    await expectRefused(() => refusePlan(quiet, { ...about(), role: 'social-worker' }), /A refusal is the family’s/)
  })

  it('nobody signs in the place of the team manager', async () => {
    const { quiet, about } = town
    await expectRefused(
      () => signPlan(quiet, { ...about(), role: 'team-manager' }),
      /Only a manager of the team/,
      'not-allowed',
    )
    recorded(await signPlan(quiet, { ...about({ actorId: PEOPLE.teamManager }), role: 'team manager' }))
  })

  it('a review answers every line, each once', async () => {
    const { quiet, about } = town
    const review = (...lines: Parameters<typeof reviewPlan>[1]['lines']) => reviewPlan(quiet, { ...about(), lines })
    const yes = (id: string) => ({ line: id, kept: 'yes' }) as const
    await expectRefused(() => review(yes('care-1')), /Missing: safety-1/)
    await expectRefused(() => review(yes('care-1'), yes('care-1')), /answered twice/)
    await expectRefused(() => review(yes('care-1'), yes('care-2')), /has no line care-2/)
    await expectRefused(
      () => reviewPlan(quiet, { ...about({ on: '2026-03-02' }), lines: [yes('care-1'), yes('safety-1')] }),
      /Its review is on a later day/,
    )
  })

  it('a copy is of a version there is, and given to somebody', async () => {
    const { quiet, about } = town
    await expectRefused(() => sharePlan(quiet, { ...about(), with: ' ' }), /who was given a copy/)
    await expectRefused(() => sharePlan(quiet, { ...about(), with: 'mother', version: 7 }), /no version 7/)
  })

  it('a breach is of a line, and never against who is harmed, by whichever way', async () => {
    const { quiet, about, officer } = town
    const breach = (more: object) => breachPlan(quiet, { ...about(), what: 'came to the door', ...more })
    await expectRefused(() => breach({}), /Say with --line which line/)
    await expectRefused(() => breach({ line: 'safety-9' }), /has no line safety-9/)
    await expectRefused(() => breach({ line: 'care-1' }), /no breach route against/)
    await expectRefused(() => breach({ line: 'care-1', who: 'father' }), /no breach route against/)
    await expectRefused(() => breach({ line: 'safety-1', who: 'mother' }), /no breach route against/)
    await expectRefused(() => breach({ line: 'care-1', actorId: officer }), /no breach route against/)
    await expectRefused(
      () => breach({ line: 'safety-1', actorId: PEOPLE.chair, ref: 'T-9' }),
      /no case/,
      'unknown-case',
    )
  })

  it('a breach is passed on to the detective sergeant by a manager, and decided by one of the two, once', async () => {
    const { quiet, about, officer, sergeant } = town
    const [breach = ''] = recorded(await breachPlan(quiet, { ...about(), line: 'safety-1', what: 'x' }))
    const pass = (actorId: string, of = breach) =>
      passOnBreach(quiet, { ...about({ actorId }), breach: of, to: 'detective-sergeant' })
    const decide = (actorId: string) =>
      decideBreach(quiet, { ...about({ actorId }), breach, decision: 'support', reason: 'first time' })
    for (const one of [PEOPLE.worker, officer]) {
      await expectRefused(() => pass(one), /Only a manager of the team/, 'not-allowed')
      await expectRefused(() => decide(one), /decides on a breach/, 'not-allowed')
    }
    await expectRefused(() => pass(PEOPLE.teamManager, randomUUID()), /no such breach/)
    recorded(await pass(PEOPLE.teamManager))
    recorded(await decide(sergeant))
    await expectRefused(() => decide(PEOPLE.teamManager), /was decided on 9 March 2026/)
  })

  it('who decides on a breach is asked of a bare fact too', async () => {
    const [breach = ''] = recorded(await breachPlan(town.quiet, { ...town.about(), line: 'safety-1', what: 'x' }))
    const data = { breach, decision: 'none' }
    const before = await town.kept()
    const by = (actorId: string) =>
      recordEvent(town.quiet, { ...town.about({ actorId }), kind: 'safety-plan-breach-decided', data })
    expect(await by(PEOPLE.worker)).toMatchObject({ refused: 'not-allowed' })
    expect(await town.kept()).toBe(before)
    expect(await by(town.sergeant)).toMatchObject({ accepted: true })
  })
})
