import { LocalDate } from '@js-joda/core'
import { alertLine } from '../../../client/web/case/alertLines'
import { childNames, whoseWords } from '../../../client/web/case/childNames'
import { chronologyLine } from '../../../client/web/case/chronologyLines'
import { dueLines } from '../../../client/web/case/dueLines'
import { stepWords } from '../../../client/web/case/stepWords'
import { spanAsked } from '../../../client/web/case/timelineRows'
import { toldLine } from '../../../client/web/case/toldLines'
import { englandAndWales } from '../../../domain/calendar/englandAndWales'
import type { DueOfCase } from '../../../client/queries/web/case/caseDue'
import type { ToldOfCase } from '../../../client/queries/web/case/caseTold'
import type { ChronologyRow } from '../../../client/queries/web/case/caseChronology'

const today = LocalDate.parse('2026-06-22')
const names = new Map([
  ['a', 'Ada'],
  ['b', 'Ben'],
])
const around = { ref: 'N-1', names, today, calendar: englandAndWales() }

const due = (more: Partial<DueOfCase>): DueOfCase => ({
  ...{ id: 'o1', rule: 'visit', part: '', title: 'Visit', subject: 'a', due_on: '2026-06-30', limit_on: '2026-06-30' },
  ...{ booked_for: null, late_unit: 'working-days', moved_because: null, conference: null, follow_up: null },
  ...more,
})

describe('what is due on a case, in lines', () => {
  it('says once what stands alike for brothers and sisters, and for whom', () => {
    const lines = dueLines([due({}), due({ id: 'o2', subject: 'b' }), due({ id: 'o3', due_on: '2026-07-01' })], around)
    expect(lines.map(({ whose, due: day }) => [whose, day])).toEqual([
      ['', 'Due by Tuesday 30 June 2026'],
      ['Ada', 'Due by Wednesday 1 July 2026'],
    ])
  })

  it('has what is late first, for how long in words; today is not late', () => {
    const lines = dueLines([due({ due_on: '2026-06-22', title: 'Today' }), due({ due_on: '2026-06-18' })], around)
    expect(lines.map(({ title, state, late }) => [title, state, late])).toEqual([
      ['Visit', '2 working days late', true],
      ['Today', 'Due today', false],
    ])
  })

  it('warns of a booking beyond the last lawful day, and not of one before it', () => {
    const about = { due_on: '2026-06-26', limit_on: '2026-06-27' }
    const [beyond] = dueLines([due({ ...about, booked_for: '2026-06-29' })], around)
    expect(beyond?.beyond).toContain('beyond the last lawful day, Saturday 27 June 2026')
    expect(beyond?.lastDay).toBe('Last lawful day: Saturday 27 June 2026')
    expect(dueLines([due({ ...about, booked_for: '2026-06-27' })], around)[0]?.beyond).toBe('')
  })

  it('leads to where it is done: the form of its kind, a page of the case, or nowhere', () => {
    const href = (more: Partial<DueOfCase>) => dueLines([due(more)], around)[0]?.recordHref
    expect(href({})).toBe('/cases/N-1/record/visit-made?due=o1')
    expect(href({ rule: 'review-next' })).toBe('/cases/N-1/plans')
    expect(href({ rule: 'cpp-follow-up-3m', follow_up: 'f1' })).toBe('/cases/N-1/follow-ups/f1')
    expect(href({ rule: 'gcs-month' })).toBeNull()
  })
})

describe('who was told, in lines', () => {
  const told = (more: Partial<ToldOfCase>): ToldOfCase => ({
    ...{
      id: 'n',
      obligation: 'o',
      name: 'Priya Shah',
      job_title: 'Team Manager',
      title: 'Visit',
      step: 'late',
      send_on: '2026-06-18',
    },
    ...{ why: 'team manager of this case', state: 'sent', sent_at: '2026-06-18T06:05:00+00:00', withdrawn_why: null },
    ...{ told_otherwise: null, escalation: null, acknowledged_at: null },
    ...more,
  })

  it.each([
    [{}, 'Mailed; nothing came back', false],
    [{ state: null, sent_at: null }, 'Waits for the next mail', false],
    [{ state: 'bounced' }, 'Did not arrive: the mail came back', true],
    [{ state: 'bounced', told_otherwise: 'telephone' }, 'The mail did not arrive; told by telephone', false],
    [{ state: 'unknown' }, 'Not known whether it arrived', true],
    [{ state: 'bounced', withdrawn_why: 'she has left' }, 'Not told, or taken back: she has left', false],
  ] as const)('says whether it arrived: %j', (more, how, missed) => {
    expect(toldLine(told(more), 'N-1')).toMatchObject({ who: 'Priya Shah, team manager', how, missed })
  })

  it('says of an alert whether it was answered, and of a reminder that nobody was asked to', () => {
    expect(toldLine(told({}), 'N-1')).toMatchObject({ seen: 'Not asked', when: 'Thursday 18 June 2026, 07:05' })
    expect(toldLine(told({ escalation: 'e' }), 'N-1').seen).toBe('No answer yet')
    const seen = { escalation: 'e', acknowledged_at: '2026-06-19T08:00:00+00:00' }
    expect(toldLine(told(seen), 'N-1').seen).toBe('Answered Friday 19 June 2026, 09:00')
  })

  it('has an alert with its answers as one list', () => {
    const entry = {
      job_title: 'Team Manager',
      name: 'Priya Shah',
      owner: null,
      at: '2026-06-18T06:05:00+00:00',
      until: null,
    }
    const line = alertLine(
      {
        ...{ id: 'e', title: 'Visit', state: 'open', opened_at: '2026-06-18T06:00:00+00:00' },
        entries: [
          { ...entry, entry: 'told', reason: 'team manager of this case' },
          { ...entry, entry: 'promised', reason: 'booked', until: '2026-06-19', owner: 'Sam Okafor' },
        ],
      },
      today,
    )
    expect(line.entries.map(({ what }) => what)).toEqual([
      'Priya Shah, team manager, was told: team manager of this case',
      'Priya Shah promised on 18 June 2026: “booked”, Sam Okafor by 19 June 2026. That has not been recorded as done',
    ])
  })
})

describe('a chronology in lines', () => {
  const event = (more: Partial<ChronologyRow>): ChronologyRow => ({
    ...{
      id: 'e1',
      kind: 'review-held',
      occurred_on: '2026-06-02',
      recorded_at: '2026-06-02T10:00:00+00:00',
      actor: null,
    },
    ...{ source_system: null, source_record: null, children: [], payload: { outcome: 'continue', quorate: true } },
    ...{ voids: false, before: null, after: null },
    ...more,
  })
  const line = (more: Partial<ChronologyRow>) =>
    chronologyLine(event(more), {
      ref: 'N-1',
      names,
      people: new Map([['0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000', 'Sam Okafor']]),
    })
  const version = {
    id: 'e2',
    kind: 'review-held',
    occurred_on: '2026-06-03',
    voids: false,
    payload: { outcome: 'end' },
  }

  it('says in words that something was corrected or taken back, and offers no correction of it', () => {
    const corrected = line({ after: version })
    expect(corrected.standing).toBe(
      'Corrected: what counts now is “Review conference held: the plan is to end”, Wednesday 3 June 2026.',
    )
    expect([corrected.over, corrected.correctHref]).toEqual([true, null])
    expect(line({ after: { ...version, voids: true, payload: null } }).standing).toBe(
      'Taken back: it does not count any more.',
    )
    expect(line({ voids: true, payload: null, before: version }).title).toBe(
      'Taken back: Review conference held: the plan is to end',
    )
    expect(line({}).correctHref).toBe('/cases/N-1/record/review-held?corrects=e1')
  })

  it('shows what was typed, people by name, and no id', () => {
    const { details } = line({
      kind: 'worker-allocated',
      payload: { person: '0190aaaa-bbbb-7ccc-8ddd-eeeeffff0000', other: '0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001' },
    })
    expect(details).toEqual([{ label: 'Person', words: 'Sam Okafor' }])
    expect(line({ payload: { outcome: 'continue', decisions: ['a', 'b'] } }).details).toEqual([
      { label: 'Decisions', words: 'a; b' },
    ])
  })

  it('names where an imported one came from', () => {
    expect(line({ source_system: 'liquidlogic', source_record: 'R7' }).recorded).toBe(
      'Recorded by an extract on Tuesday 2 June 2026, 11:00; from liquidlogic, record R7',
    )
    expect(line({ source_system: 'ssd', source_record: 'ssd_cp_visits/17' }).recorded).toBe(
      'Recorded by an extract on Tuesday 2 June 2026, 11:00; its record 17',
    )
  })
})

describe('small words of a case', () => {
  it('adds the surname only where two share a forename', () => {
    const child = (id: string, forename: string) => ({
      ...{ id, forename, surname: `S${id}`, born_on: null, expected_on: null, worker: null, chair: null },
    })
    expect([...childNames([child('1', 'Ada'), child('2', 'Ada'), child('3', 'Ben')]).values()]).toEqual([
      'Ada S1',
      'Ada S2',
      'Ben',
    ])
  })

  it('names all children by naming none', () => {
    expect([whoseWords(['a', 'b'], names), whoseWords(['case'], names), whoseWords(['b'], names)]).toEqual([
      '',
      '',
      'Ben',
    ])
  })

  it.each([
    ['book-6w', 'Reminder to book it 6 weeks before'],
    ['due-1wd', 'Reminder 1 working day before'],
    ['due-0', 'Reminder on the day'],
    ['late-2', 'Told that it is late'],
  ])('calls the step %s %s', (step, words) => {
    expect(stepWords(step)).toBe(words)
  })

  it('looks at the days that are asked for, and at all where they are none', () => {
    const all = { from: LocalDate.parse('2025-01-01'), to: today }
    const asked = (from: unknown, to: unknown) => spanAsked({ from, to }, all).from.toString()
    expect(asked('2026-01-01', '2026-02-01')).toBe('2026-01-01')
    for (const [from, to] of [
      ['2026-02-01', '2026-01-01'],
      ['x', 'y'],
      [['2026-01-01'], '2026-02-01'],
      ['1900-01-01', '2199-01-01'],
    ])
      expect(asked(from, to)).toBe('2025-01-01')
  })
})
