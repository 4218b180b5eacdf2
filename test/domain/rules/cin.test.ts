import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { englandFamilySafeguarding1 as pack } from '../../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../../domain/policy/policySchedule'
import { sentence } from '../../../domain/timeline/sentence'
import { timeline } from '../../../domain/timeline/timeline'
import { calendar, day, event, facts, obligationsOf, planOn, problemsOf, summary, TO_18, twoChildren } from '../facts'
import { closed, left, takenAwayBy } from './grounds'
import { toldOf } from './telling'

const cin = (on: string, more = {}) => event('plan-started', on, { plan: 'cin' }, { id: `cin ${on}`, ...more })
const ended = (on: string, more: { of?: string } = {}) =>
  event('plan-ended', on, { plan: 'cin', reason: 'other', ...more }, { id: `cin ended ${on}` })
const seen = (on: string) => event('visit-made', on, { seen: true })
const held = (on: string) => event('cin-review-held', on, { independentChair: true })

describe('cin-visit: CIN plan start, then last visit with the child seen: 20 wd', () => {
  it.each([
    { events: [cin('2026-03-02')], gives: [`2026-03-30 ${TO_18}`], because: 'from the start' },
    {
      events: [cin('2026-03-20')],
      gives: [`2026-04-21 ${TO_18}`],
      because: 'Good Friday and Easter Monday are no working days',
    },
    {
      events: [cin('2026-03-02'), seen('2026-03-20')],
      gives: ['2026-03-30 met 2026-03-20', `2026-04-21 ${TO_18}`],
      because: 'then from the visit',
    },
    {
      events: [cin('2026-03-02'), seen('2026-04-01')],
      gives: ['2026-03-30 met 2026-04-01', `2026-05-01 ${TO_18}`],
      because: 'met late',
    },
    {
      events: [cin('2026-03-02'), event('visit-made', '2026-03-20', { seen: false })],
      gives: [`2026-03-30 ${TO_18}`],
      because: 'the child was not seen',
    },
    ...takenAwayBy([cin('2026-03-02')], '2026-03-30 cancelled 2026-03-16', {
      'the plan ended': ended('2026-03-16'),
      'the case was closed': closed('2026-03-16'),
      'the child died': left('2026-03-16', 'died'),
    }),
    {
      events: [event('plan-started', '2026-03-02', { plan: 'cin', authority: 'other' })],
      gives: [],
      because: 'the plan of another authority starts no clock',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('cin-visit', facts(events))).toEqual(gives)
  })

  it('reminds 3 wd before, asks the worker first, and tells the team manager 3 wd late', () => {
    const [open] = obligationsOf('cin-visit', facts([cin('2026-03-02')]))
    expect(toldOf('cin-visit', facts([cin('2026-03-02')]))).toEqual([
      '2026-03-25 due-3wd social-worker',
      '2026-03-31 morning late social-worker',
      '2026-04-02 morning late-2 team-manager',
    ])
    expect(open?.explanation.map(sentence)[0]).toBe('Child in need plan started on 2 March 2026')
  })

  it('before birth any visit to the parents counts', () => {
    const given = facts([cin('2026-03-02'), event('visit-made', '2026-03-09', { seen: false })], {
      children: [{ id: 'c1', bornOn: null, expectedOn: day('2026-08-01') }],
    })
    expect(summary('cin-visit', given)).toEqual(['2026-03-30 met 2026-03-09', '2026-04-08 open'])
  })

  it('a corrected start moves the date and keeps the key; one taken back takes it away', () => {
    const corrected = cin('2026-03-04', { id: 'corrected', supersedes: 'cin 2026-03-02' })
    const [one] = obligationsOf('cin-visit', facts([cin('2026-03-02'), corrected]))
    expect([one?.trigger, one?.dueOn.toString()]).toEqual(['cin 2026-03-02', '2026-04-01'])
    const taken = cin('2026-03-02', { id: 'taken', supersedes: 'cin 2026-03-02', void: true })
    expect(obligationsOf('cin-visit', facts([cin('2026-03-02'), taken]))).toEqual([])
  })

  it('siblings each have their own', () => {
    const given = facts(
      [cin('2026-03-02'), event('visit-made', '2026-03-20', { seen: true }, { children: ['c2'] })],
      twoChildren,
    )
    expect(obligationsOf('cin-visit', given).map(({ subject, end }) => `${subject} ${end.outcome}`)).toEqual([
      'c1 cancelled',
      'c2 met',
      'c2 cancelled',
    ])
  })
})

describe('cin-review: CIN plan start; then last review: 6 weeks; then 3 months', () => {
  it.each([
    { events: [cin('2026-03-02')], gives: [`2026-04-13 ${TO_18}`], because: '6 weeks from the start' },
    {
      events: [cin('2026-02-20')],
      gives: [`2026-04-02 ${TO_18}`],
      because: 'Good Friday: a meeting is due on the working day before',
    },
    {
      events: [cin('2026-02-20'), held('2026-04-03')],
      gives: ['2026-04-02 met 2026-04-03', `2026-07-03 ${TO_18}`],
      because: 'held on the last lawful day; then 3 months',
    },
    {
      events: [cin('2026-10-20'), held('2026-11-30')],
      gives: ['2026-12-01 met 2026-11-30', `2027-02-26 ${TO_18}`],
      because: '30 November and 3 months is 28 February, a Sunday: the Friday before',
    },
    {
      events: [cin('2026-03-02'), held('2026-03-02')],
      gives: [`2026-04-13 ${TO_18}`],
      because: 'the meeting that makes a plan is no review of it',
    },
    {
      events: [cin('2026-03-02'), held('2026-04-08'), event('cin-review-held', '2026-04-08', {}, { id: 'again' })],
      gives: ['2026-04-13 met 2026-04-08', `2026-07-08 ${TO_18}`],
      because: 'recorded twice it is one',
    },
    {
      events: [cin('2026-03-02'), event('cin-review-held', '2026-04-08', {})],
      gives: [`2026-04-13 ${TO_18}`],
      because: 'review held; chair recorded, independent or not: nobody recorded it',
    },
    {
      events: [cin('2026-03-02'), event('cin-review-held', '2026-04-08', { independentChair: false })],
      gives: ['2026-04-13 met 2026-04-08', `2026-07-08 ${TO_18}`],
      because: 'the chair was not independent, and that is recorded',
    },
    {
      events: [cin('2026-03-02'), held('2026-04-08'), ended('2026-05-11')],
      gives: ['2026-04-13 met 2026-04-08', '2026-07-08 cancelled 2026-05-11'],
      because: 'the plan ended',
    },
  ])('$gives: $because', ({ events, gives }) => {
    expect(summary('cin-review', facts(events))).toEqual(gives)
  })

  it('keys its dates apart, reminds 10 and 2 wd before, and tells the team manager 5 wd late', () => {
    const [first, next] = obligationsOf('cin-review', facts([cin('2026-03-02'), held('2026-04-08')]))
    expect([first, next].map((one) => `${one?.trigger ?? ''} ${one?.part ?? ''}`)).toEqual([
      'cin 2026-03-02 first',
      'cin-review-held 2026-04-08 next',
    ])
    expect(toldOf('cin-review', facts([cin('2026-03-02')]))).toEqual([
      '2026-03-26 due-10wd social-worker',
      '2026-04-09 due-2wd social-worker',
      '2026-04-20 morning late team-manager',
    ])
  })

  it('shows the day it is booked for beside the day it is due', () => {
    const booked = event('cin-review-booked', '2026-03-05', { for: '2026-04-20' })
    const given = [cin('2026-03-02'), booked]
    expect(obligationsOf('cin-review', facts(given))[0]?.bookedFor?.toString()).toBe('2026-04-20')
    const cancelled = event('meeting-cancelled', '2026-03-09', { booking: booked.id })
    expect(obligationsOf('cin-review', facts([...given, cancelled]))[0]?.bookedFor).toBeNull()
  })

  it('a review recorded late leaves every later one its key', () => {
    const keys = (...events: ChronologyEvent[]) =>
      obligationsOf('cin-review', facts([cin('2026-03-02'), ...events])).map(({ trigger }) => trigger)
    const later = keys(held('2026-07-01'))
    expect(keys(held('2026-07-01'), held('2026-04-08'))).toEqual(expect.arrayContaining(later))
  })

  it('what fell due before going live is not known from the import; visits are carried', () => {
    const given = { ...facts([cin('2026-03-02')]), liveSince: day('2026-06-01') }
    expect(obligationsOf('cin-review', given)[0]?.notKnownFromImport).toBe(true)
    expect(obligationsOf('cin-visit', given)[0]?.notKnownFromImport).toBe(false)
  })
})

describe('which child in need plans there are', () => {
  const plans = (...events: ChronologyEvent[]) =>
    obligationsOf('cin-visit', facts(events)).map(({ trigger, end }) =>
      `${trigger} ${end.outcome === 'open' ? 'open' : end.on.toString()}`.replace('2040-01-05', 'runs'),
    )
  const says = (...events: ChronologyEvent[]) => problemsOf(facts(events)).map((one) => [one.problem, one.events])

  it('two at once: the first stands, and the second is a problem', () => {
    const both = [cin('2026-03-02'), cin('2026-04-01')]
    expect(plans(...both)).toEqual(['cin 2026-03-02 runs'])
    expect(says(...both)).toEqual([
      ['two child in need plans run at once; the first one stands', ['cin 2026-03-02', 'cin 2026-04-01']],
    ])
  })

  it('one after the other: what ended the first on the day the second began ends only that', () => {
    expect(plans(cin('2026-03-02'), ended('2026-04-01'), cin('2026-04-01'))).toEqual([
      'cin 2026-03-02 2026-04-01',
      'cin 2026-04-01 runs',
    ])
    const named = ended('2026-05-01', { of: 'cin 2026-04-01' })
    expect(plans(cin('2026-03-02'), ended('2026-04-01'), cin('2026-04-01'), named)).toEqual([
      'cin 2026-03-02 2026-04-01',
      'cin 2026-04-01 2026-05-01',
    ])
  })

  it('an end that names another plan does not end this one', () => {
    expect(plans(cin('2026-03-02'), ended('2026-04-01', { of: 'elsewhere' }))).toEqual(['cin 2026-03-02 runs'])
  })

  it('a child protection plan started during it ends it, and the events are named', () => {
    const given = [cin('2026-03-02'), ...planOn('2026-04-01')]
    expect(plans(...given)).toEqual(['cin 2026-03-02 2026-04-01'])
    expect(says(...given)).toEqual([
      [
        'a child protection plan started during a child in need plan; the child in need plan ended with it',
        ['cin 2026-03-02', 'plan-started 2026-04-01'],
      ],
    ])
    expect(says(cin('2026-03-02'), ended('2026-04-01'), ...planOn('2026-04-01'))).toEqual([])
  })

  it('and the next one runs, though the end of the first was never recorded', () => {
    const moved = event('plan-ended', '2026-07-01', { plan: 'cpp', reason: 'moved' })
    expect(plans(cin('2026-03-02'), ...planOn('2026-04-01'), moved, cin('2026-07-01'))).toEqual([
      'cin 2026-03-02 2026-04-01',
      'cin 2026-07-01 runs',
    ])
  })

  it('one started while a child protection plan runs: both stand, and it is a problem', () => {
    const given = [...planOn('2026-03-02'), cin('2026-04-01')]
    expect(plans(...given)).toEqual(['cin 2026-04-01 runs'])
    expect(summary('visit', facts(given))).toEqual([`2026-03-16 ${TO_18}`])
    expect(says(...given)).toEqual([
      [
        'a child in need plan started while a child protection plan ran; both stand',
        ['plan-started 2026-03-02', 'cin 2026-04-01'],
      ],
    ])
  })

  it.each([
    { end: closed('2026-04-01'), gives: '2026-04-01', because: 'the case was closed' },
    { end: left('2026-04-01', 'moved'), gives: '2026-04-01', because: 'the child moved' },
    { end: left('2025-04-01', 'moved'), gives: 'runs', because: 'moved long before' },
  ])('ends $gives: $because', ({ end, gives }) => {
    expect(plans(cin('2026-03-02'), end)).toEqual([`cin 2026-03-02 ${gives}`])
  })

  it('a closing that was taken back does not end it', () => {
    const reopened = event('case-reopened', '2026-04-20', {})
    expect(plans(cin('2026-03-02'), closed('2026-04-01'), reopened)).toEqual(['cin 2026-03-02 runs'])
    expect(plans(cin('2026-03-02'), closed('2026-04-01'), reopened, closed('2026-05-01'))).toEqual([
      'cin 2026-03-02 2026-05-01',
    ])
  })

  it('ends with the eighteenth birthday, and starts no clock after it or after death', () => {
    const grown = { children: [{ id: 'c1', bornOn: day('2008-03-16'), expectedOn: null }] }
    expect(summary('cin-visit', facts([cin('2026-03-02')], grown))).toEqual(['2026-03-30 cancelled 2026-03-16'])
    expect(summary('cin-visit', facts([cin('2026-04-01')], grown))).toEqual([])
    expect(problemsOf(facts([cin('2026-04-01')], grown))).toMatchObject([
      { problem: 'a child in need plan starts after the eighteenth birthday; it starts no clock' },
    ])
    const died = left('2026-02-01', 'died')
    expect(plans(died, cin('2026-03-02'))).toEqual([])
    expect(says(died, cin('2026-03-02'))).toEqual([
      ['a child in need plan starts after the child has died; it starts no clock', [died.id, 'cin 2026-03-02']],
    ])
  })
})

describe('status changes stop and start timers', () => {
  it('a protection plan that ended asks for no visit; the child in need plan after it has its own; the follow-ups begin', () => {
    const given = facts([
      ...planOn('2026-03-02'),
      event('review-held', '2026-05-20', { outcome: 'end', quorate: true }),
      cin('2026-05-20'),
    ])
    const running = timeline(given, always(pack), calendar)
      .obligations.filter(({ end }) => end.outcome === 'cancelled' && end.by === 'birthday')
      .map(({ rule, part, dueOn }) => [rule, part, dueOn.toString()].filter((word) => word !== '').join(' '))
    expect(running).toEqual([
      'cpp-follow-up-3m plan-start 2026-06-02',
      'plan-gate 2026-06-04',
      'cin-visit 2026-06-18',
      'no-progress 2026-06-18',
      'cin-review first 2026-07-01',
      'cpp-follow-up-3m plan-end 2026-08-20',
      'cpp-follow-up-6m plan-start 2026-09-02',
      'cpp-follow-up-6m plan-end 2026-11-20',
    ])
    expect(summary('visit', given)).toEqual(['2026-03-16 cancelled 2026-05-20'])
  })
})
