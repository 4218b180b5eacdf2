import { sentence } from '../../../domain/timeline/sentence'
import { dueAndEnd, event, facts, obligationsOf, TO_18 } from '../facts'

const raised = event('dispute-raised', '2026-03-07', { about: 'she is there tonight', immediateRisk: true })
const of = (...events: Parameters<typeof facts>[0][number][]) => obligationsOf('dispute', facts([raised, ...events]))

/** 7 March 2026 is a Saturday. */
describe('a dispute about immediate risk skips the stages: same day, service manager (handbook 6)', () => {
  it('is due on the day it was raised, working day or not, and the service manager is told on it', () => {
    const [only, more] = of()
    expect(more).toBeUndefined()
    expect(only === undefined ? '' : `${only.part} ${dueAndEnd(only)}`).toBe(`2 2026-03-07 ${TO_18}`)
    expect(only?.late.map(({ on, at, to }) => [on.toString(), at, to])).toEqual([
      ['2026-03-07', 'at-once', ['service-manager']],
    ])
    expect(only?.explanation.map(sentence)).toEqual([
      'Dispute raised on 7 March 2026',
      'about immediate risk: the first stages are skipped, and the service manager is told the same day',
    ])
  })

  it('goes on from there: its end begins the next stage, a resolution ends it', () => {
    const ended = event('dispute-stage-ended', '2026-03-08', { dispute: raised.id, stage: 2 })
    const resolved = event('dispute-resolved', '2026-03-08', { dispute: raised.id, reason: 'she is at her aunt’s' })
    expect(of(ended).map((one) => `${one.part} ${dueAndEnd(one)}`)).toEqual([
      '2 2026-03-07 met 2026-03-08',
      `3 2026-03-13 ${TO_18}`,
    ])
    expect(of(resolved).map(dueAndEnd)).toEqual(['2026-03-07 met 2026-03-08'])
  })
})
