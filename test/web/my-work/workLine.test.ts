import { LocalDate } from '@js-joda/core'
import { englandAndWales } from '../../../domain/calendar/englandAndWales'
import { countsOf } from '../../../client/web/my-work/counts'
import { workLine } from '../../../client/web/my-work/workLine'
import type { AlertEntry } from '../../../client/queries/web/alertEntries'
import type { WorkDue } from '../../../client/queries/web/workDue'

const days = { today: LocalDate.parse('2026-11-23'), calendar: englandAndWales() }
const row: WorkDue = {
  ...{ id: 'o1', ref: 'N-1042', rule: 'review-first', title: 'Review conference', kind: 'obligation' },
  ...{ due_on: '2026-06-18', booked_for: null, late_unit: 'calendar-days', children: 2, of_children: 3 },
  ...{ held_by: null, alert: 'a1', recorded_since: false },
}
const entry = (more: Partial<AlertEntry>): AlertEntry => ({
  ...{ alert: 'a1', entry: 'told', name: 'Priya Shah', job_title: 'Team Manager', owner: null },
  ...{ at: new Date('2026-06-18T09:00:00Z'), until: null, reason: '' },
  ...more,
})

describe('a line of what is due', () => {
  it('says how late, for how many of the children, who was told and what they answered', () => {
    const line = workLine(
      row,
      [
        entry({}),
        entry({}),
        entry({ entry: 'acknowledged', at: new Date('2026-06-19T09:00:00Z') }),
        entry({ entry: 'promised', at: new Date('2026-06-19T09:00:00Z'), until: '2026-06-24', reason: 'booked' }),
      ],
      days,
    )
    expect(line).toMatchObject({
      what: 'Review conference (2 of 3 children)',
      when: 'was due Thursday 18 June 2026',
      late: '5 months late',
      told: [
        'Priya Shah (team manager) told 18 June 2026',
        'Priya Shah has seen it, 19 June 2026',
        'Priya Shah promised on 19 June 2026: “booked”, Priya Shah by 24 June 2026. That has not been recorded as done',
      ],
      recordHref: '/cases/N-1042/record/review-held?due=o1&back=/my-work',
      bookHref: '/cases/N-1042/conferences',
      whyHref: '/cases/N-1042/why/o1',
    })
  })

  it('is not late on its own day, and needs no booking once it is booked', () => {
    const line = workLine({ ...row, due_on: '2026-11-23', booked_for: '2026-11-23', of_children: null }, [], days)
    expect(line).toMatchObject({ late: null, when: 'due by Monday 23 November 2026', what: 'Review conference' })
    expect(line).toMatchObject({ booked: 'booked for Monday 23 November 2026', bookHref: null })
  })

  it('says of drift when it was noticed, and never that it was due', () => {
    expect(workLine({ ...row, kind: 'stall' }, [], days)).toMatchObject({
      when: 'noticed Thursday 18 June 2026',
      late: null,
    })
  })

  it('names for whom it is where the reader covers', () => {
    expect(workLine({ ...row, held_by: 'Sam Okafor' }, [], days).forWhom).toBe('for Sam Okafor, who is away')
  })
})

describe('the line on top', () => {
  it('counts in words, and leaves out what there is none of', () => {
    expect(countsOf({ late: 2, week: 5, told: 1, summaries: 0 }).map(({ text }) => text)).toEqual([
      '2 things are late',
      '5 due this week',
      'Your manager has been told about 1',
    ])
    expect(countsOf({ late: 0, week: 0, told: 0, summaries: 1 }).map(({ text }) => text)).toEqual([
      'Nothing is late',
      'Nothing is due this week',
      '1 summary to write',
    ])
  })
})
