import { agreementProblem } from '../../../domain/chronology/misfits/agreementProblem'
import { breachProblem, breachStandsProblem } from '../../../domain/chronology/misfits/breachProblem'
import { planReviewProblem } from '../../../domain/chronology/misfits/planReviewProblem'
import { signatureProblem } from '../../../domain/chronology/misfits/signatureProblem'
import type { ToBeRecorded } from '../../../domain/chronology/misfits/toBeRecorded'
import type { EventData, EventKind } from '../../../domain/chronology/eventKinds'
import { day, event, facts, twoChildren } from '../facts'

const agreed = (on: string, how: 'verbal' | 'handwritten' | 'formal', more = {}, about = {}) =>
  event('safety-plan-agreed', on, { how, reviewMode: 'six-weekly', ...more }, { id: `${how} ${on}`, ...about })
const wanted = <K extends EventKind>(kind: K, on: string, data: EventData[K], children?: string[]): ToBeRecorded => ({
  ...{ kind, on: day(on), data },
  ...(children === undefined ? {} : { children }),
})
const ended = event('safety-plan-ended', '2026-03-20', {})

describe('a signature', () => {
  const signs = (on: string, role = 'mother', children?: string[]) =>
    wanted('safety-plan-signed', on, { role }, children)
  const refuses = wanted('consent-recorded', '2026-03-10', { state: 'refused', of: 'safety-plan', by: 'mother' })

  it.each([
    ['there is no plan', [], signs('2026-03-10'), /^Signature before the document exists: no safety plan/],
    ['it was agreed by word only', [agreed('2026-03-02', 'verbal')], signs('2026-03-10'), /by word or by hand only/],
    ['the document is of a later day', [agreed('2026-03-11', 'formal')], signs('2026-03-10'), /no safety plan/],
    ['the plan has ended', [agreed('2026-03-02', 'formal'), ended], signs('2026-03-21'), /no safety plan/],
    ['nobody knows the role', [agreed('2026-03-02', 'formal')], signs('2026-03-10', 'Wilma'), /counts for nobody/],
    ['a refusal comes before the document', [], refuses, /^Refusal before the document exists/],
  ])('is refused where %s, and no name is repeated', (_why, events, tried, problem) => {
    const said = signatureProblem(facts(events), tried)
    expect(said).toMatch(problem)
    expect(said).not.toContain('Wilma')
  })

  it('is taken on the day of the document and later, and so is a refusal', () => {
    const given = facts([agreed('2026-03-02', 'verbal'), agreed('2026-03-05', 'formal')])
    expect(signatureProblem(given, signs('2026-03-05'))).toBeUndefined()
    expect(signatureProblem(given, refuses)).toBeUndefined()
    expect(signatureProblem(given, signs('2026-03-04'))).toBeDefined()
  })

  it('is of the children it names: the plan of a brother is not theirs', () => {
    const given = facts([agreed('2026-03-02', 'formal', {}, { children: ['c1'] })], twoChildren)
    expect(signatureProblem(given, signs('2026-03-10', 'mother', ['c1']))).toBeUndefined()
    expect(signatureProblem(given, signs('2026-03-10', 'mother', ['c2']))).toBeDefined()
  })

  it('says nothing of other facts, nor of refusing early help', () => {
    expect(signatureProblem(facts([]), wanted('visit-made', '2026-03-10', { seen: true }))).toBeUndefined()
    const early = wanted('consent-recorded', '2026-03-10', { state: 'refused', of: 'early-help' })
    expect(signatureProblem(facts([]), early)).toBeUndefined()
  })
})

describe('a breach', () => {
  const breach = wanted('safety-plan-breached', '2026-03-10', {})
  const recorded = event('safety-plan-breached', '2026-03-10', {}, { id: 'b1' })
  const passes = (on: string, of = 'b1') =>
    wanted('safety-plan-breach-passed-on', on, { breach: of, to: 'detective-sergeant' })
  const decision = event('safety-plan-breach-decided', '2026-03-12', { breach: 'b1', decision: 'support' })

  it('needs a plan that runs', () => {
    expect(breachProblem(facts([]), breach)).toContain('there is nothing to breach')
    expect(breachProblem(facts([agreed('2026-03-02', 'verbal')]), breach)).toBeUndefined()
  })

  it('of a plan that is written line by line is recorded against a line, never as a bare fact', () => {
    const written = facts([agreed('2026-03-02', 'formal', { document: 'd1' })])
    expect(breachProblem(written, breach)).toContain('caseclock safety-plan breach')
    expect(breachStandsProblem(written, breach)).toBeUndefined()
  })

  it.each([
    ['names none of this case', [], passes('2026-03-11'), /no such breach/],
    ['lies before it', [recorded], passes('2026-03-09'), /of that day or later/],
    ['comes after the decision', [recorded, decision], passes('2026-03-13'), /was decided on 12 March 2026/],
  ])('has no step that %s', (_why, events, tried, problem) => {
    expect(breachProblem(facts([agreed('2026-03-02', 'formal'), ...events]), tried)).toMatch(problem)
  })

  it('is passed on, and decided on, by any of its versions', () => {
    const corrected = event('safety-plan-breached', '2026-03-10', {}, { id: 'b2', supersedes: 'b1' })
    const given = facts([agreed('2026-03-02', 'formal'), recorded, corrected])
    expect(breachProblem(given, passes('2026-03-11', 'b1'))).toBeUndefined()
    expect(breachProblem(given, passes('2026-03-11', 'b2'))).toBeUndefined()
  })
})

describe('a review, a copy, an agreement', () => {
  const reviewed = (on: string) => wanted('safety-plan-reviewed', on, {})

  it('need a plan that runs, and a review a day after it was agreed', () => {
    const given = facts([agreed('2026-03-02', 'formal')])
    expect(planReviewProblem(given, reviewed('2026-03-03'))).toBeUndefined()
    expect(planReviewProblem(given, reviewed('2026-03-02'))).toContain('Its review is on a later day')
    expect(planReviewProblem(given, reviewed('2026-03-01'))).toContain('No safety plan of this case runs')
    expect(planReviewProblem(given, wanted('safety-plan-shared', '2026-03-02', { with: 'mother' }))).toBeUndefined()
  })

  it('a document is made with its text only, and its days lie on or after its own', () => {
    const tried = (data: Partial<EventData['safety-plan-agreed']>) =>
      agreementProblem(
        facts([]),
        wanted('safety-plan-agreed', '2026-03-02', { how: 'formal', reviewMode: 'date', ...data }),
      )
    expect(tried({ reviewOn: '2026-04-02' })).toBeUndefined()
    expect(tried({ reviewOn: '2026-04-02', document: 'd1' })).toContain('caseclock safety-plan write')
    expect(tried({})).toContain('give the day of its review')
    expect(tried({ reviewOn: '2026-04-02', validUntil: '2026-03-01' })).toContain(
      'The day until which it is valid lies before',
    )
  })
})
