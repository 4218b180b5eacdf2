import fc from 'fast-check'
import { policeView } from '../../../domain/safety-plan/policeView'
import { SEED } from '../../seed'
import { event } from '../facts'
import { abuse, line, plan } from './examplePlan'
import { factsOfPlan, stateOf, versionOf } from './stateOf'

/** A word that stands wherever somebody can type, and in no list. */
const typed = fc.stringMatching(/^[A-Z][a-z]{7,12}$/).map((word) => `Qx${word}`)

const storyOf = (word: string) => {
  const content = plan({
    ...{ concerns: word, address: word, support: [word], phones: { socialWorker: word, afterClosing: word } },
    ...{
      domesticAbuse: abuse,
      children: ['c1'],
      parents: [
        { role: 'mother', name: word },
        { role: 'father', name: word },
      ],
    },
    lines: {
      basicCare: [
        line('care-1', { agency: word, frequency: word, achieve: word, smart: { answer: 'no', words: word } }),
      ],
      ensuringSafety: [],
      accessToEducation: [],
      emotionalWellbeing: [],
    },
    checks: { advocate: { answer: 'no', words: word } },
  })
  const events = [
    ...factsOfPlan(content),
    event('safety-plan-shared', '2026-03-03', { with: word, document: 'd1' }),
    event('safety-plan-reviewed', '2026-03-10', {
      ...{ lines: [{ line: 'care-1', kept: 'no', words: word }], childView: word, parentsView: word },
      decisions: [word],
    }),
    event('safety-plan-breached', '2026-03-11', { line: 'care-1', what: word, who: word }, { id: 'b1' }),
    event('safety-plan-breached', '2026-03-11', { line: word, what: word }, { id: 'b2' }),
    event('safety-plan-breach-passed-on', '2026-03-12', { breach: 'b1', to: 'detective-sergeant', words: word }),
    event('safety-plan-breach-decided', '2026-03-13', { breach: 'b1', decision: 'caution', reason: word }),
    event('caution-given', '2026-03-13', { person: word }, { id: 'k1' }),
    event('goal-set', '2026-03-13', {
      ...{ goal: `Safety plan 1, line ${word}`, plan: 'agreed 1', change: word, sign: word, by: '2026-06-01' },
      ...{ otherwise: word, otherwiseBy: '2026-06-08' },
    }),
  ]
  return stateOf(events, '2026-03-20', versionOf(content))
}

describe('what police see of a safety plan', () => {
  it('is compliance and deadlines, breaches with their steps, and cautions', () => {
    const seen = policeView(storyOf('Something'))
    expect(JSON.parse(JSON.stringify(seen))).toEqual({
      ...{ state: 'written', version: 1 },
      lines: [
        {
          ...{ line: 'care-1', domain: 'basicCare', duty: 'mother', by: '2026-04-20' },
          ...{ kept: 'no', reviewedOn: '2026-03-10' },
        },
      ],
      deadlines: [
        { clock: 'time-offered', line: null, dueOn: '2026-03-16', state: 'over' },
        { clock: 'goal', line: 'care-1', dueOn: '2026-04-20', state: 'upcoming' },
        { clock: 'validity', line: null, dueOn: '2026-09-02', state: 'upcoming' },
        { clock: 'review', line: null, dueOn: '2026-04-21', state: 'upcoming' },
      ],
      breaches: [
        {
          ...{ id: 'b1', on: '2026-03-11', waitsFor: null, line: 'care-1' },
          passedOn: [{ on: '2026-03-12', to: 'detective-sergeant' }],
          decided: { on: '2026-03-13', decision: 'caution' },
        },
        { id: 'b2', on: '2026-03-11', waitsFor: 'team-manager', line: null, passedOn: [], decided: null },
      ],
      cautions: [
        {
          ...{ id: 'k1', givenOn: '2026-03-13', dueOn: '2026-06-13', state: 'upcoming' },
          ...{ askOn: '2026-05-29', askedOn: null, ended: null },
        },
      ],
    })
  })

  it('holds nothing that anybody typed, wherever they typed it, and not who harms or is harmed', () => {
    fc.assert(
      fc.property(typed, (word) => {
        const seen = JSON.stringify(policeView(storyOf(word)))
        expect(JSON.stringify(storyOf(word))).toContain(word)
        expect(seen).not.toContain(word)
        expect(seen).not.toMatch(/harm|concern|address|achieve|name|words|reason/i)
      }),
      { numRuns: 30, seed: SEED },
    )
  })
})
