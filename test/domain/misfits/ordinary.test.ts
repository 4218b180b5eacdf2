import fc from 'fast-check'
import { misfitOf } from '../../../domain/chronology/misfits/misfitOf'
import { SEED } from '../../seed'
import { facts } from '../facts'
import { anyFacts } from '../anyFacts'
import { ordinaryStory } from './ordinaryStory'

describe('what cannot be', () => {
  it('is nothing that lies in an ordinary story, recorded one by one', () => {
    fc.assert(
      fc.property(ordinaryStory, (events) => {
        const said = events.flatMap((event, index) => misfitOf(facts(events.slice(0, index)), event) ?? [])
        expect(said).toEqual([])
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('is nothing that is there already, corrected to the same again', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const again = given.events
          .filter(({ supersedes }) => supersedes === undefined)
          .flatMap((event) => misfitOf(given, { ...event, supersedes: event.id, void: false }) ?? [])
        expect(again).toEqual([])
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it('never breaks off, whatever the facts are', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (given, others) => {
        for (const event of others.events) expect(['string', 'undefined']).toContain(typeof misfitOf(given, event))
      }),
      { seed: SEED, numRuns: 200 },
    )
  })
})
