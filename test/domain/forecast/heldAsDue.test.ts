import fc from 'fast-check'
import { knownOn } from '../../../domain/chronology/knownOn'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { Ahead, HeldAsDue } from '../../../domain/forecast/ahead'
import { dayByDay } from '../../../domain/forecast/dayByDay'
import { heldAsDue } from '../../../domain/forecast/heldAsDue'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { timeline } from '../../../domain/timeline/timeline'
import { anyFacts } from '../anyFacts'
import { calendar, day, event, facts, planOn } from '../facts'

const ahead = (today: string, weeks: number): Ahead => ({
  policy: always(englandFamilySafeguarding1),
  calendar,
  today: day(today),
  until: day(today).plusWeeks(weeks),
})

/** Every obligation as a line, and the days of all that is imagined. */
const said = ({ then, imagined }: HeldAsDue): readonly string[] =>
  [
    ...then.map(
      ({ end, ...one }) =>
        `${one.rule} ${one.subject} ${one.part} ${one.dueOn.toString()} ${end.outcome}${end.outcome === 'open' ? '' : ` ${end.on.toString()}`}`,
    ),
    ...imagined.keys(),
  ].sort()

const plain = (given: CaseFacts, until: Ahead): HeldAsDue =>
  dayByDay(given, timeline(given, until.policy, until.calendar).obligations, until)

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
    const found = heldAsDue(given, until)
    expect(said(found)).toEqual(said(plain(given, until)))
    // Really guessed, and not gone through day by day.
    expect(found.asks).toBeLessThanOrEqual(11)
  })

  it('whatever is recorded', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 90 }), fc.boolean(), (given, start, imported) => {
        const today = day('2026-01-05').plusDays(start)
        const until = ahead(today.toString(), 26)
        const known = knownOn({ ...given, liveSince: imported ? today.minusDays(3) : null }, today)
        expect(said(heldAsDue(known, until))).toEqual(said(plain(known, until)))
      }),
      { numRuns: 60 },
    )
  })
})
