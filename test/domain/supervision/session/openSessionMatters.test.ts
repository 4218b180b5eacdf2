import { calendar } from '../../facts'
import { openSessionMatters, sessionMatters } from '../../../../domain/supervision/session/sessionMatters'
import { expectAlways } from '../../properties/expectAlways'
import { anyStory } from './anySession'

const RUNS = 400

describe('what is open of a session', () => {
  it('is all that is open among its matters, with the same days', () => {
    expectAlways(
      'open matters',
      anyStory,
      ({ facts }) => {
        expect(openSessionMatters(facts, calendar)).toEqual(
          sessionMatters(facts, calendar)
            .filter(({ step, standing }) => standing === 'open' && step !== 'attend')
            .map(({ step, subject, dueOn, why }) => ({ step, subject, dueOn, why })),
        )
      },
      RUNS,
    )
  })

  it('is nothing once it was held, its minutes are out, and somebody has looked at a sampled one: the pages do not read it', () => {
    let over = 0
    expectAlways(
      'nothing is open',
      anyStory,
      ({ facts }) => {
        if (facts.state !== 'held' || facts.minutesOutOn === null) return
        if (facts.sampled && facts.qualityCheckedOn === null) return
        over += 1
        expect(openSessionMatters(facts, calendar)).toEqual([])
      },
      RUNS,
    )
    expect(over).toBeGreaterThan(RUNS / 10)
  })
})
