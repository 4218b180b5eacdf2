import { LocalDate } from '@js-joda/core'
import { calendarView, monthAsked } from '../../client/web/lists/calendarView'
import type { WorkDue } from '../../client/queries/web/workDue'

const today = LocalDate.parse('2026-12-08')
const due = (due_on: string): WorkDue => ({
  ...{ id: 'o1', ref: 'N-1', rule: 'visit', title: 'Visit', kind: 'obligation', due_on, booked_for: null },
  ...{ late_unit: 'working-days', children: 1, of_children: 1, held_by: null, alert: null, recorded_since: false },
})
const session = (on_day: string, state = 'planned', reply: string | null = null) => ({
  ...{ id: 's1', on_day, at: '09:30', minutes: 210, room: 'Room 2', team: 'North 1', state, reply },
})

describe('a month of somebody’s calendar', () => {
  it('lists its days in order, meetings before what is due, and leaves other months out', () => {
    const shown = calendarView({
      ...monthAsked('2026-12', today),
      ...{ today, due: [due('2026-12-01'), due('2026-12-15'), due('2027-01-04')] },
      sessions: [session('2026-12-15')],
      conferences: [{ ref: 'N-2', kind: 'review', on_day: '2026-12-10', at: null, place: null }],
    })
    expect(shown.month).toBe('December 2026')
    expect(shown.days.map(({ day, items }) => [day, ...items.map(({ text }) => text)])).toEqual([
      ['Thursday 10 December 2026', 'Review conference on N-2'],
      ['Tuesday 15 December 2026', '09:30 to 13:00 Group supervision, North 1', 'Visit due on N-1'],
    ])
    expect(shown.late).toBe('1 thing is late')
  })

  it.each([
    { day: '2026-12-15', state: 'planned', asks: true },
    { day: '2026-12-01', state: 'planned', asks: false },
    { day: '2026-12-15', state: 'cancelled', asks: false },
  ])('asks for a reply only while there is one to give: $state on $day', ({ day, state, asks }) => {
    const { days } = calendarView({
      ...{ ...monthAsked('', today), today, due: [], conferences: [], sessions: [session(day, state)] },
    })
    expect(days[0]?.items[0]?.reply).toBe(asks ? 's1' : null)
  })

  it.each(['2026-13', 'x', undefined, '9999-01', '0001-01'])('is this month where %s is asked for', (asked) => {
    expect(monthAsked(asked, today).from.toString()).toBe('2026-12-01')
  })
})
