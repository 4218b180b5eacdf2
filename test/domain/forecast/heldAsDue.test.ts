import fc from 'fast-check'
import { knownOn } from '../../../domain/chronology/knownOn'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { Ahead, HeldAsDue } from '../../../domain/forecast/ahead'
import { dayByDay } from '../../../domain/forecast/dayByDay'
import { forecaster } from '../../../domain/forecast/forecastCase'
import { heldAsDue } from '../../../domain/forecast/heldAsDue'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { isOpen } from '../../../domain/agenda/agenda'
import { keyOf } from '../../../domain/timeline/obligation'
import { timeline } from '../../../domain/timeline/timeline'
import { anyFacts } from '../anyFacts'
import { anyStory } from '../properties/anyStory'
import { calendar, day, dueAndEnd, event, facts, planOn } from '../facts'
import { SEED } from '../../seed'

const ahead = (today: string, weeks: number): Ahead => ({
  policy: always(englandFamilySafeguarding1),
  calendar,
  today: day(today),
  until: day(today).plusWeeks(weeks),
})

/** Every obligation as a line, and the days of all that is imagined. */
const said = ({ then, imagined }: HeldAsDue): readonly string[] =>
  [...then.map((one) => `${one.rule} ${one.subject} ${one.part} ${dueAndEnd(one)}`), ...imagined.keys()].sort()

interface Days {
  /** The earliest today, and how many days later it may be. */
  readonly first: string
  readonly span: number
  readonly runs: number
}

const RECORDED: Days = { first: '2026-01-05', span: 90, runs: 60 }
const STORIES: Days = { first: '2024-06-01', span: 1200, runs: 25 }

/** Of any facts, known up to any day, imported or not. */
const whenever = (
  any: fc.Arbitrary<CaseFacts>,
  { first, span, runs }: Days,
  holds: (known: CaseFacts, until: Ahead) => void,
): void => {
  fc.assert(
    fc.property(any, fc.integer({ min: 0, max: span }), fc.boolean(), (given, start, imported) => {
      const until = ahead(day(first).plusDays(start).toString(), 26)
      holds(knownOn({ ...given, liveSince: imported ? until.today.minusDays(3) : null }, until.today), until)
    }),
    { numRuns: runs, seed: SEED },
  )
}

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

  it('whatever is recorded: what contradicts itself is gone through day by day, and comes to the same', () => {
    whenever(anyFacts, RECORDED, (known, until) => {
      expect(said(heldAsDue(known, until))).toEqual(said(plain(known, until)))
    })
  })

  it('and as cases mostly go, over five years', () => {
    whenever(anyStory, STORIES, (known, until) => {
      expect(said(heldAsDue(known, until))).toEqual(said(plain(known, until)))
    })
  })
})

describe('no case is asked for ever', () => {
  it.each([
    { name: 'anything', any: anyFacts, days: { ...RECORDED, runs: 200 } },
    { name: 'stories', any: anyStory, days: { ...STORIES, runs: 100 } },
  ])('$name: few asks for a day, each date once, and nothing imagined that meets nothing', ({ any, days }) => {
    whenever(any, days, (known, until) => {
      const { asks, then, imagined } = heldAsDue(known, until)
      // Going day by day asks once for each day something is tried on, and once more where something is dropped.
      const first = then.reduce((a, { dueOn }) => (dueOn.isBefore(a) ? dueOn : a), until.today)
      expect(asks).toBeLessThanOrEqual(11 + 2 * (until.until.toEpochDay() - first.toEpochDay() + 1))
      const keys = then.map(keyOf)
      expect(new Set(keys).size).toBe(keys.length)
      const meeting = new Set(then.flatMap(({ end }) => (end.outcome === 'met' ? [end.by] : [])))
      expect([...imagined.keys()].filter((id) => !meeting.has(id))).toEqual([])
    })
  })

  it('what is open today is listed once, whatever follows', () => {
    whenever(anyFacts, RECORDED, (known, until) => {
      const listed = forecaster(until)(known, 'north').lines.filter(
        ({ week, basis }) => basis === 'open' && week === 'late',
      )
      const late = timeline(known, until.policy, until.calendar).obligations.filter(
        (one) => one.kind === 'obligation' && isOpen(one, until.today) && one.dueOn.isBefore(until.today),
      )
      expect(listed).toHaveLength(late.length)
    })
  })
})
