import { event, facts } from '../facts'
import { saysOf, stalls, table } from './stalls'

const RULE = 'appointments-missed'
const missed = (on: string, whom = 'dentist') =>
  event('appointment-missed', on, { with: whom }, { id: `${whom} ${on}` })
const two = [missed('2026-03-02'), missed('2026-03-12', 'school')]

describe('two health or school appointments missed', () => {
  it.each(
    table(
      { events: two.slice(0, 1), gives: [], because: 'one' },
      { events: two, gives: ['c1 2026-03-12 open'], because: 'two' },
      { events: [...two, missed('2026-03-20')], gives: ['c1 2026-03-12 open'], because: 'a third is the same drift' },
      {
        events: [missed('2026-03-02'), missed('2026-03-02', 'school')],
        gives: ['c1 2026-03-02 open'],
        because: 'two on one day',
      },
      {
        events: [missed('2026-03-02'), event('appointment-missed', '2026-03-02', { with: 'dentist' }, { id: 'again' })],
        gives: [],
        because: 'one recorded twice',
      },
      {
        events: [missed('2026-03-02'), event('progress-recorded', '2026-03-05', {}), missed('2026-03-12')],
        gives: [],
        because: 'progress between them',
      },
      {
        events: [...two, event('progress-recorded', '2026-03-16', {})],
        gives: ['c1 2026-03-12 met 2026-03-16'],
        because: 'progress recorded since',
      },
      {
        events: [...two, event('goal-reviewed', '2026-03-16', { goal: 'health', outcome: 'not' })],
        gives: ['c1 2026-03-12 met 2026-03-16'],
        because: 'a goal reviewed since, whatever its outcome',
      },
      {
        events: [missed('2026-03-02'), missed('2026-03-09', 'Housing office'), missed('2026-03-12', 'Police')],
        gives: [],
        because: 'the others are of neither health nor school',
      },
      {
        events: [missed('2026-03-02', 'Dr Patel'), missed('2026-03-12', 'St Mary’s')],
        gives: ['c1 2026-03-12 open'],
        because: 'a surgery and a school by their names',
      },
      {
        events: [...two, event('case-closed', '2026-03-16', { reason: 'RC7' })],
        gives: ['c1 2026-03-12 cancelled 2026-03-16'],
        because: 'the case was closed',
      },
    ),
  )('$gives: $because', ({ events, gives }) => {
    expect(stalls(RULE, facts(events))).toEqual(gives)
  })

  it('names both, and not with whom', () => {
    expect(saysOf(RULE, facts(two))).toEqual({
      evidence: ['dentist 2026-03-02', 'school 2026-03-12'],
      what: '2 health or school appointments missed with no progress recorded and no goal reviewed since: found on 12 March 2026',
    })
  })
})
