import { caseSlots } from '../../../domain/supervision/caseSlots'
import { slotWords } from '../../../domain/supervision/slotWords'
import type { Team, YearInput } from '../../../domain/supervision/yearInput'
import { expectAlways } from '../properties/expectAlways'
import { day } from '../facts'
import { anyYear, SMALL } from './anyYear'
import { calendar, planOf } from './askedOf'
import { openCase, weeklyTeam } from './weeklyTeam'

const TUESDAY = { weekday: 'tuesday', nth: 1 } as const
const asking = (team: Team, more: Partial<YearInput> = {}): YearInput => ({
  ...{ from: day('2027-01-01'), months: 2, teams: [team], existing: [] },
  ...more,
})
const said = (input: YearInput, ref = 'N-1'): readonly string[] =>
  (caseSlots(ref, input, planOf(input), calendar) ?? []).map(slotWords)
const alone = (pattern: readonly number[], more: Partial<Team> = {}): Team =>
  weeklyTeam('north-1', 0, {
    pattern: [{ weekday: 'tuesday', nth: pattern, at: '09:30', minutes: 40 }],
    cases: [openCase('N-1', { keep: TUESDAY })],
    ...more,
  })
const others = (count: number) => Array.from({ length: count }, (_, n) => openCase(`A-${String(n)}`, { keep: TUESDAY }))

describe('why a case is where it is', () => {
  it.each<{ because: string; input: YearInput; says: readonly string[] }>([
    {
      because: 'at the place that was asked for',
      input: asking(alone([1, 3])),
      says: [
        'Its place: the first Tuesday, as was asked.',
        'Its place: the first Tuesday, as was asked. 28 days after the last discussion.',
      ],
    },
    {
      because: 'that day is closed',
      input: asking(alone([1, 3], { closedDates: [day('2027-02-02')] })),
      says: [
        'Its place: the first Tuesday, as was asked.',
        'Not the first Tuesday, its place: it is a closed date. 42 days after the last discussion.',
      ],
    },
    {
      because: 'the team has no session then',
      input: asking(alone([2]), { months: 1 }),
      says: ['Not the first Tuesday, its place: there is no session then.'],
    },
    {
      because: 'the case is not open then',
      input: asking(alone([1, 2], { cases: [openCase('N-1', { keep: TUESDAY, openFrom: day('2027-01-07') })] }), {
        months: 1,
      }),
      says: ['Not the first Tuesday, its place: the case is not open then.'],
    },
    {
      because: 'the last discussion was a week before',
      input: asking(alone([1, 3]), {
        months: 1,
        existing: [
          { ...{ id: 'x', team: 'north-1', on: day('2026-12-29'), at: '09:30', capacity: 2 }, cases: ['N-1'] },
        ],
      }),
      says: [
        'Not the first Tuesday, its place: that would be 7 days after the last discussion. 21 days after the last discussion.',
      ],
    },
    {
      because: 'no session is well spaced',
      input: asking(alone([1]), {
        months: 1,
        existing: [
          { ...{ id: 'x', team: 'north-1', on: day('2026-12-29'), at: '09:30', capacity: 2 }, cases: ['N-1'] },
        ],
      }),
      says: [
        'Its place: the first Tuesday, as was asked. 7 days after the last discussion: no session of the month that it could be in lies 14 to 45 days after it.',
      ],
    },
    {
      because: 'the session is full',
      input: asking(
        alone([1, 2, 3], {
          cases: [
            ...others(2),
            openCase('N-1', { keep: TUESDAY, openFrom: day('2027-01-01') }),
            openCase('Z-1', { openTo: day('2027-01-05') }),
            openCase('Z-2', { openTo: day('2027-01-05') }),
          ],
        }),
        { months: 1 },
      ),
      says: ['Not the first Tuesday, its place: that session is full.'],
    },
    {
      because: 'loads are even',
      input: asking(alone([1, 2], { cases: [...others(1), openCase('N-1', { keep: TUESDAY })] }), { months: 1 }),
      says: ['Not the first Tuesday, its place: the sessions of the month are filled evenly.'],
    },
    {
      because: 'it has been held, and the next month has no room',
      input: asking(alone([1], { oneOffs: [{ on: day('2027-02-02'), at: '09:30', minutes: 10 }] }), {
        from: day('2027-01-10'),
        existing: [
          { ...{ id: 'x', team: 'north-1', on: day('2027-01-05'), at: '09:30', capacity: 2 }, cases: ['N-1'] },
        ],
      }),
      says: [
        'Held.',
        'Every session of February 2027 that it could be in is full. It needs one extra session in February 2027, or 10 more minutes on 2 February 2027.',
      ],
    },
    {
      because: 'it is where it was, then closed',
      input: asking(alone([1, 2], { cases: [openCase('N-1', { openTo: day('2027-01-20') })] }), {
        existing: [
          { ...{ id: 'x', team: 'north-1', on: day('2027-01-12'), at: '09:30', capacity: 2 }, cases: ['N-1'] },
        ],
      }),
      says: ['As it was planned before.', 'The case is not open in February 2027.'],
    },
    {
      because: 'it was moved',
      input: asking(alone([1, 2], { closedDates: [day('2027-01-12')] }), {
        months: 1,
        existing: [
          { ...{ id: 'x', team: 'north-1', on: day('2027-01-12'), at: '09:30', capacity: 2 }, cases: ['N-1'] },
        ],
      }),
      says: ['The session of 12 January 2027 is not held: it is a closed date.'],
    },
  ])('$because', ({ input, says }) => {
    expect(said(input)).toEqual(says)
  })

  it('is said for every month, and agrees with the plan, in any town', () => {
    expectAlways(
      'slots of a case',
      anyYear({ ...SMALL, cases: 12 }),
      (input) => {
        const plan = planOf(input)
        for (const { ref } of input.teams.flatMap(({ cases }) => cases)) {
          const slots = caseSlots(ref, input, plan, calendar)!
          expect(slots).toHaveLength(input.months)
          const its = slots.flatMap((slot) => (slot.is === 'slot' ? [slot.session.id] : []))
          expect(its).toEqual(plan.sessions.filter(({ cases }) => cases.includes(ref)).map(({ id }) => id))
          expect(slots.filter(({ is }) => is === 'gap')).toHaveLength(
            plan.gaps.filter((gap) => gap.case === ref).length,
          )
          for (const slot of slots) expect(slotWords(slot)).toMatch(/^[A-Z0-9t].*\.$/)
        }
      },
      60,
    )
  })

  it('is not known of a case that no team has', () => {
    const input = asking(alone([1]))
    expect(caseSlots('N-2', input, planOf(input), calendar)).toBeUndefined()
  })
})
