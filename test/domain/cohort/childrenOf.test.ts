import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { Anchor } from '../../../domain/cohort/anchor'
import { childrenOf, type CohortAsked } from '../../../domain/cohort/childrenOf'
import { cohortTable } from '../../../domain/cohort/cohortTable'
import { day, event, facts, planOn, twoChildren } from '../facts'

const asked = (anchor: Anchor, more: Partial<CohortAsked> = {}): CohortAsked => ({
  ...{ anchor, from: day('2026-01-01'), to: day('2026-03-31'), sampleEnd: null, cohort: '2026' },
  ...{ today: day('2027-01-15'), ...more },
})

const childrenIn = (anchor: Anchor, events: readonly ChronologyEvent[], more: Partial<CaseFacts & CohortAsked> = {}) =>
  childrenOf(facts(events, more), asked(anchor, more))

const rowIn = (...of: Parameters<typeof childrenIn>) => childrenIn(...of)[0]?.row

/** Their days as text. */
const days = (...of: Parameters<typeof childrenIn>) => childrenIn(...of).map(({ row }) => row.indexDate.toString())

const started = (on: string) => event('plan-started', on, { plan: 'cpp', category: 'neglect' })
const ended = (on: string, reason: 'review' | 'moved' | 'in-error' | 'died' = 'review') =>
  event('plan-ended', on, { plan: 'cpp', reason })
const theirs = (on: string) => event('plan-started', on, { plan: 'cpp', category: 'neglect', authority: 'other' })
const referred = (on: string) => event('referral-received', on, { source: '2A' })
const closed = (on: string) => event('case-closed', on, { reason: 'RC1' })

describe('who is in a cohort', () => {
  it.each<{ anchor: Anchor; events: readonly ChronologyEvent[]; on: readonly string[]; because: string }>([
    { anchor: 'plan-start', events: planOn('2026-01-01'), on: ['2026-01-01'], because: 'the first day of the window' },
    { anchor: 'plan-start', events: planOn('2026-03-31'), on: ['2026-03-31'], because: 'its last day' },
    { anchor: 'plan-start', events: planOn('2026-04-01'), on: [], because: 'a day later' },
    {
      anchor: 'plan-start',
      events: [theirs('2026-02-02')],
      on: [],
      because: 'another authority follows its own plans',
    },
    {
      anchor: 'plan-start',
      events: [started('2026-02-02'), ended('2026-02-20', 'in-error')],
      on: [],
      because: 'a plan recorded in error never was',
    },
    {
      anchor: 'plan-end',
      events: [started('2025-06-02'), ended('2026-02-20')],
      on: ['2026-02-20'],
      because: 'the day it ended, whenever it started',
    },
    { anchor: 'plan-end', events: [started('2025-06-02')], on: [], because: 'it still runs' },
    {
      anchor: 'closure',
      events: [referred('2025-06-02'), closed('2026-02-20')],
      on: ['2026-02-20'],
      because: 'closed',
    },
    {
      anchor: 'closure',
      events: [referred('2025-06-02'), closed('2026-02-20'), event('case-reopened', '2026-02-25', {})],
      on: [],
      because: 'a closing that was taken back',
    },
    {
      anchor: 'closure',
      events: [referred('2025-06-02'), closed('2025-12-20'), closed('2026-02-20')],
      on: [],
      because: 'the case was closed already',
    },
    { anchor: 'referral', events: [referred('2026-02-20')], on: ['2026-02-20'], because: 'received' },
    {
      anchor: 'referral',
      events: [referred('2025-12-20'), referred('2026-02-20')],
      on: [],
      because: 'a second one while the first is open',
    },
  ])('$anchor $on: $because', ({ anchor, events, on }) => {
    expect(days(anchor, events)).toEqual(on)
  })

  it('a child is in it once, by the first index date; the later ones are said', () => {
    const events = [started('2026-01-05'), ended('2026-02-01'), started('2026-03-01')].map((one, index) => ({
      ...one,
      id: `e${String(index)}`,
    }))
    const [child, ...others] = childrenIn('plan-start', events)
    expect([child?.row.indexDate.toString(), child?.laterIndexDates, others]).toEqual(['2026-01-05', 1, []])
    expect(child?.row.cppDates.map(String)).toEqual(['2026-03-01'])
  })

  it('each child of a case stands for itself', () => {
    const found = childrenIn('plan-start', [{ ...started('2026-01-05'), children: ['c2'] }], twoChildren)
    expect(found.map(({ row, age, ref }) => [row.child, age, ref])).toEqual([['c2', 4, 'T-1']])
  })

  it('what is known after today is not known yet', () => {
    expect(days('plan-start', planOn('2026-03-02'), { today: day('2026-03-01') })).toEqual([])
    expect(rowIn('plan-end', [started('2025-06-02')], { to: day('2040-12-31') })).toBeUndefined()
  })
})

describe('a prior plan', () => {
  const first = [started('2020-01-05'), { ...ended('2023-02-10'), id: 'over' }]
  it.each<{ events: readonly ChronologyEvent[]; prior: boolean | null; because: string }>([
    { events: planOn('2026-02-10'), prior: false, because: 'the plan that starts is no prior one' },
    { events: [...first, started('2026-02-09')], prior: true, because: 'one ended a day less than three years before' },
    { events: [...first, started('2026-02-10')], prior: false, because: 'one ended three years before' },
    { events: [theirs('2025-06-02'), ...planOn('2026-02-10')], prior: true, because: 'of another authority' },
    {
      events: [started('2025-06-02'), ended('2025-07-02', 'in-error'), { ...started('2026-02-10'), id: 'second' }],
      prior: false,
      because: 'recorded in error',
    },
    {
      events: [event('plan-started', '2026-02-10', { plan: 'cpp', category: 'neglect', previousPlans: 1 })],
      prior: null,
      because: 'there was one, and nobody knows when',
    },
    {
      events: [...first, event('plan-started', '2026-02-10', { plan: 'cpp', category: 'neglect', previousPlans: 1 })],
      prior: false,
      because: 'the one there was is known, and too long ago',
    },
  ])('is $prior: $because', ({ events, prior }) => {
    expect(rowIn('plan-start', events)?.priorCpp).toBe(prior)
  })

  it('by the end of a plan, is another one than that', () => {
    const plan = [started('2025-06-02'), ended('2026-02-20')]
    expect(rowIn('plan-end', plan)?.priorCpp).toBe(false)
    const before = [event('plan-started', '2024-01-05', { plan: 'cpp', category: 'neglect' }, { id: 'a' })]
    expect(rowIn('plan-end', [...before, { ...ended('2024-09-01'), id: 'b' }, ...plan])?.priorCpp).toBe(true)
  })
})

describe('how long a child was followed', () => {
  it.each<{ events: readonly ChronologyEvent[]; to: string; because: string }>([
    { events: [], to: '2027-01-14', because: 'not-over' },
    { events: [event('child-left', '2026-04-10', { reason: 'moved' })], to: '2026-04-09', because: 'moved' },
    { events: [event('child-left', '2026-04-10', { reason: 'adopted' })], to: '2026-04-09', because: 'adopted' },
    { events: [event('child-left', '2026-04-10', { reason: 'died' })], to: '2026-04-09', because: 'died' },
    { events: [ended('2026-04-10', 'moved')], to: '2026-04-09', because: 'moved' },
    { events: [ended('2026-04-10', 'died')], to: '2026-04-09', because: 'died' },
    { events: [ended('2026-04-10')], to: '2027-01-14', because: 'not-over' },
    { events: [event('child-left', '2025-04-10', { reason: 'moved' })], to: '2027-01-14', because: 'not-over' },
    { events: [closed('2026-04-10')], to: '2027-01-14', because: 'not-over' },
  ])('$events.0.kind: to $to, because $because', ({ events, to, because }) => {
    const { followed } = rowIn('plan-start', [...planOn('2026-02-10'), ...events]) ?? {}
    expect([followed?.to.toString(), followed?.because]).toEqual([to, because])
  })

  it('to the day before the eighteenth birthday; without a date of birth for as long as is known', () => {
    const born = (on: string | null) => ({
      children: [{ id: 'c1', bornOn: on === null ? null : day(on), expectedOn: null }],
    })
    const followed = (on: string | null) => rowIn('plan-start', planOn('2026-02-10'), born(on))?.followed
    expect([followed('2008-04-10')?.to.toString(), followed('2008-04-10')?.because]).toEqual(['2026-04-09', 'adult'])
    expect([followed(null)?.to.toString(), followed(null)?.because]).toEqual(['2027-01-14', 'not-over'])
  })

  it('a plan that ended because the child moved has nobody to follow: the child is not of the cohort', () => {
    const found = childrenIn('plan-end', [started('2025-06-02'), ended('2026-02-20', 'moved')])
    expect(cohortTable(found.map(({ row }) => row))[0]).toMatchObject({
      children: 0,
      leftOut: [{ part: 'children', reason: 'moved', n: 1 }],
    })
  })

  it('a window that is not over on the day itself is not over: its last day is not yet known', () => {
    const table = (today: string) =>
      cohortTable(childrenIn('plan-start', planOn('2026-02-10'), { today: day(today) }).map(({ row }) => row))[0]
    expect(table('2026-05-10')?.shares.cpp3m.of).toBe(0)
    expect(table('2026-05-11')?.shares.cpp3m.of).toBe(1)
    expect(table('2026-08-10')?.leftOut).toEqual([
      { part: '6-months', reason: 'not-over', n: 1 },
      { part: 'outcome', reason: 'not-recorded', n: 1 },
    ])
  })
})

describe('what the police decided', () => {
  const outcome = (on: string, what: 'outcome-20' | 'community-resolution' | 'prosecution') =>
    event('police-outcome-recorded', on, { outcome: what })
  it.each<{ events: readonly ChronologyEvent[]; found: string | null; because: string }>([
    { events: [], found: null, because: 'nothing is recorded' },
    { events: [outcome('2026-02-12', 'outcome-20')], found: 'outcome-20', because: 'after the referral' },
    { events: [outcome('2026-02-12', 'prosecution')], found: 'other', because: 'any other is other' },
    {
      events: [outcome('2026-02-12', 'outcome-20'), outcome('2026-04-12', 'community-resolution')],
      found: 'community-resolution',
      because: 'the last one stands',
    },
    { events: [outcome('2026-01-12', 'outcome-20')], found: null, because: 'it was about something before' },
    {
      events: [closed('2026-03-01'), referred('2026-04-01'), outcome('2026-04-12', 'outcome-20')],
      found: null,
      because: 'it is about the next referral',
    },
  ])('$found: $because', ({ events, found }) => {
    expect(rowIn('referral', [referred('2026-02-02'), ...events])?.outcome).toBe(found)
  })
})

describe('the end of a sample period', () => {
  it('is the day that all windows are counted from', () => {
    const events = [referred('2026-02-02'), started('2026-03-20')]
    const shares = (sampleEnd: string | null) => {
      const more = { sampleEnd: sampleEnd === null ? null : day(sampleEnd) }
      return cohortTable(childrenIn('referral', events, more).map(({ row }) => row))[0]?.shares.cpp3m
    }
    expect([shares(null), shares('2026-03-31')]).toEqual([
      { n: 1, of: 1 },
      { n: 0, of: 1 },
    ])
  })
})
