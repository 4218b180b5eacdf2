import { cautionProblem } from '../../../domain/chronology/misfits/cautionProblem'
import { day, event, facts } from '../facts'

const given = { kind: 'caution-given', on: day('2026-03-10'), data: { person: 'f1' } } as const
const caution = event('caution-given', '2026-03-10', { person: 'f1' }, { id: 'k1' })
const asked = (on: string, of = 'k1') => ({ kind: 'caution-compliance-asked', on: day(on), data: { caution: of } })
const over = (on: string) => ({ kind: 'caution-ended', on: day(on), data: { caution: 'k1', result: 'met' } })
const formal = (signatories: string[]) =>
  event('safety-plan-agreed', '2026-03-02', { how: 'formal', reviewMode: 'no-end', signatories })

describe('a conditional caution', () => {
  it.each([
    ['a joint strategy discussion', event('strategy-discussion', '2026-03-02', { opensSection47: true, joint: true })],
    ['a police grade', event('strategy-discussion', '2026-03-02', { opensSection47: false, policeGrade: 'B' })],
    ['a police outcome', event('police-outcome-recorded', '2026-03-02', { outcome: 'conditional-caution' })],
    ['an officer who is to sign the plan', formal(['mother', 'team-manager', 'attending-officer'])],
    ['an officer who has signed it', event('safety-plan-signed', '2026-03-02', { role: 'Detective sergeant' })],
  ])('is taken on a case with police, as %s shows', (_what, shows) => {
    expect(cautionProblem(facts([shows]), given)).toBeUndefined()
  })

  it.each([
    ['nothing', []],
    ['a strategy discussion without them', [event('strategy-discussion', '2026-03-02', { opensSection47: true })]],
    ['what came later', [event('police-outcome-recorded', '2026-03-11', { outcome: 'other' })]],
    ['a plan that no officer signs', [formal(['mother', 'team-manager'])]],
  ])('is refused on a case without police, with %s recorded, and what to do', (_what, events) => {
    expect(cautionProblem(facts(events), given)).toMatch(/given by the police.*police-outcome-recorded/)
  })

  it('is taken from an officer, who shows that police are involved', () => {
    expect(cautionProblem(facts([]), { ...given, byPolice: true })).toBeUndefined()
  })

  it('is asked about and ended by its id, on its day or later, once', () => {
    const known = facts([caution])
    expect(cautionProblem(known, asked('2026-05-27'))).toBeUndefined()
    expect(cautionProblem(known, asked('2026-05-27', 'k9'))).toContain('no such caution')
    expect(cautionProblem(known, asked('2026-03-09'))).toContain('of that day or later')
    const ended = facts([caution, event('caution-ended', '2026-06-01', { caution: 'k1', result: 'met' })])
    expect(cautionProblem(ended, over('2026-06-02'))).toContain('ended on 1 June 2026')
    expect(cautionProblem(ended, asked('2026-06-02'))).toContain('ended on 1 June 2026')
    expect(cautionProblem(ended, asked('2026-05-27'))).toBeUndefined()
  })
})
