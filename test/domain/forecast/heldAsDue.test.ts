import fc from 'fast-check'
import { knownOn } from '../../../domain/chronology/knownOn'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { heldAsDue, type Ahead } from '../../../domain/forecast/heldAsDue'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { anyFacts } from '../anyFacts'
import { calendar, day, event, facts, planOn } from '../facts'
import { oneDayAtATime } from './oneDayAtATime'

const ahead = (today: string, weeks: number): Ahead => ({
  policy: always(englandFamilySafeguarding1),
  calendar,
  today: day(today),
  until: day(today).plusWeeks(weeks),
})

const guessed = (given: CaseFacts, until: Ahead): readonly string[] =>
  heldAsDue(given, until)
    .then.map(
      (one) =>
        `${one.rule} ${one.subject} ${one.dueOn.toString()} ${one.end.outcome} ${one.end.outcome === 'open' ? '' : one.end.on.toString()}`,
    )
    .sort()

describe('what is guessed ahead is what the timeline says event by event', () => {
  it.each<{ given: CaseFacts; because: string }>([
    { given: facts(planOn('2026-11-02')), because: 'a new plan' },
    { given: facts(planOn('2024-02-05'), { liveSince: day('2026-11-16') }), because: 'an old plan just imported' },
    {
      given: facts([
        ...planOn('2026-09-07'),
        event('review-booked', '2026-11-02', { for: '2026-12-15' }),
        event('review-booked', '2026-10-05', { for: '2027-05-11' }),
        event('core-group-booked', '2026-11-02', { for: '2027-02-09' }),
      ]),
      because: 'meetings booked early, late and for later',
    },
    {
      given: facts(planOn('2026-09-07'), { children: [{ id: 'c1', bornOn: day('2009-03-03'), expectedOn: null }] }),
      because: 'a child who comes of age on the way',
    },
    {
      given: facts([event('transfer-in-notified', '2026-11-16', {}), ...planOn('2026-11-17')]),
      because: 'a transfer beside a plan',
    },
  ])('$because', ({ given }) => {
    const until = ahead('2026-11-20', 53)
    expect(guessed(given, until)).toEqual(oneDayAtATime(given, until))
  })

  it('whatever is recorded', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 90 }), fc.boolean(), (given, start, imported) => {
        const today = day('2026-01-05').plusDays(start)
        const until = ahead(today.toString(), 26)
        const known = knownOn({ ...given, liveSince: imported ? today.minusDays(3) : null }, today)
        expect(guessed(known, until)).toEqual(oneDayAtATime(known, until))
      }),
      { numRuns: 60 },
    )
  })
})
