import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { handshakes } from '../../../domain/closing/handshakes'
import { event, facts } from '../facts'

const proposed = (on: string) => event('closure-proposed', on, {})
const accepted = (on: string) => event('closure-accepted', on, { by: 'A' })
const declined = (on: string) => event('closure-declined', on, { by: 'A', reason: 'too early' })
const closed = (on: string) => event('case-closed', on, { reason: 'done' })
const states = (...events: ChronologyEvent[]) =>
  handshakes(facts(events)).map(({ what, proposedOn, state }) => `${what} ${proposedOn.toString()} ${state}`)

describe('a step-down or a closure, proposed, accepted by name and in effect', () => {
  it.each<[string, ChronologyEvent[], string[]]>([
    ['nothing yet', [], []],
    ['proposed', [proposed('2026-05-01')], ['closure 2026-05-01 proposed']],
    ['accepted', [proposed('2026-05-01'), accepted('2026-05-05')], ['closure 2026-05-01 accepted']],
    [
      'in effect',
      [proposed('2026-05-01'), accepted('2026-05-05'), closed('2026-05-05')],
      ['closure 2026-05-01 effective'],
    ],
    [
      'declined, and proposed anew',
      [proposed('2026-05-01'), declined('2026-05-05'), proposed('2026-08-03'), accepted('2026-08-04')],
      ['closure 2026-05-01 declined', 'closure 2026-08-03 accepted'],
    ],
    [
      'two after each other, each with its own closing',
      [
        proposed('2025-05-01'),
        accepted('2025-05-05'),
        closed('2025-05-06'),
        proposed('2026-05-01'),
        accepted('2026-05-05'),
      ],
      ['closure 2025-05-01 effective', 'closure 2026-05-01 accepted'],
    ],
    [
      'closed without having been accepted: that closing is not its own',
      [proposed('2026-05-01'), closed('2026-05-02'), accepted('2026-05-05')],
      ['closure 2026-05-01 accepted'],
    ],
    [
      'a step-down beside it',
      [
        proposed('2026-05-01'),
        event('step-down-proposed', '2026-04-01', { from: 'cpp', to: 'cin' }),
        event('stepped-down', '2026-05-02', { from: 'cpp', to: 'cin' }),
      ],
      ['step-down 2026-04-01 proposed', 'closure 2026-05-01 proposed'],
    ],
  ])('%s', (_what, events, gives) => {
    expect(states(...events)).toEqual(gives)
  })

  it('says who answered, when, and why it was declined', () => {
    const [first] = handshakes(facts([proposed('2026-05-01'), declined('2026-05-05')]))
    expect(first?.answer).toMatchObject({ by: 'A', reason: 'too early' })
    expect(first?.answer?.on.toString()).toBe('2026-05-05')
  })
})
