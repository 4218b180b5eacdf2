import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { EventData } from '../../../domain/chronology/eventKinds'
import { knownOn } from '../../../domain/chronology/knownOn'
import { forecaster } from '../../../domain/forecast/forecastCase'
import type { ForecastKind } from '../../../domain/forecast/forecastKind'
import { heldAsDue } from '../../../domain/forecast/heldAsDue'
import { always } from '../../../domain/policy/policySchedule'
import { choosing } from '../choosing'
import { calendar, day, event, facts, planOn } from '../facts'

const today = day('2026-11-20')
const ahead = { policy: always(choosing('individual-supervision')), calendar, today, until: day('2027-11-26') }
const goal = (plan: string): EventData['goal-set'] => ({
  ...{ goal: 'seen', plan, by: '2027-11-01', change: 'seen each week', sign: 'notes', agency: 'social care' },
  ...{ frequency: 'every 5 days', otherwise: 'a meeting', otherwiseBy: '2027-11-02' },
})
const agreed = event('safety-plan-agreed', '2026-11-16', { how: 'formal', reviewMode: 'six-weekly' })
const plo = event('plan-started', '2026-11-16', { plan: 'plo' })
const cin = event('plan-started', '2026-11-16', { plan: 'cin' })

/** Due day, kind and basis of what the forecast lists of a rule. */
const listed = (given: CaseFacts, rule: string): readonly string[] =>
  forecaster(ahead)(given, 'north')
    .lines.filter((one) => one.rule === rule)
    .map(({ on, kind, basis }) => `${on.toString()} ${kind} ${basis}`)

describe('what comes round again and again, and what does not', () => {
  it.each<{ rule: string; kind: ForecastKind; given: CaseFacts; first: readonly string[]; count: number }>([
    {
      rule: 'cin-visit',
      kind: 'visit',
      given: facts([cin]),
      first: ['2026-12-14', '2027-01-14', '2027-02-11'],
      count: 13,
    },
    {
      rule: 'cin-review',
      kind: 'cin-review',
      given: facts([cin]),
      first: ['2026-12-24', '2027-03-24', '2027-06-24'],
      count: 4,
    },
    {
      rule: 'safety-plan-review',
      kind: 'other',
      given: facts([agreed]),
      first: ['2026-12-24', '2027-02-04', '2027-03-18'],
      count: 9,
    },
    {
      rule: 'individual-supervision',
      kind: 'other',
      given: facts([event('worker-allocated', '2026-11-16', { person: 'w1' })]),
      first: ['2026-12-14', '2027-01-11', '2027-02-08'],
      count: 13,
    },
    {
      rule: 'visit-safety-plan',
      kind: 'visit',
      given: facts([...planOn('2026-11-16'), agreed, event('goal-set', '2026-11-16', goal('safety'))]),
      first: ['2026-11-21', '2026-11-26', '2026-12-01'],
      count: 75,
    },
  ])('$rule', ({ rule, kind, given, first, count }) => {
    const found = listed(given, rule)
    expect(found.slice(0, 3)).toEqual(first.map((on, at) => `${on} ${kind} ${at === 0 ? 'open' : 'expected'}`))
    expect(found).toHaveLength(count)
    // Rolled by the rule's own interval: the timeline confirms the first guess.
    expect(heldAsDue(knownOn(given, today), ahead).asks).toBeLessThanOrEqual(4)
  })

  it.each<{ rule: string; given: CaseFacts; all: readonly string[]; because: string }>([
    {
      rule: 'plo-review',
      given: facts([plo]),
      all: ['2027-01-11 other open'],
      because: 'pre-proceedings are reviewed once',
    },
    {
      rule: 'plo-end',
      given: facts([plo]),
      all: ['2027-03-08 other open'],
      because: 'their end is a decision, and counted once',
    },
    {
      rule: 'reconvene',
      given: facts([
        ...planOn('2026-08-17'),
        event('review-held', '2026-11-16', { outcome: 'continue', quorate: false }),
      ]),
      all: ['2026-11-30 review open'],
      because: 'a review held again is a conference',
    },
    {
      rule: 'transfer-in-conference',
      given: facts([event('transfer-in-notified', '2026-11-16', {})]),
      all: ['2026-12-07 transfer-in open'],
      because: 'a transfer is a conference',
    },
    {
      rule: 'gcs-month',
      given: facts([event('transferred-in', '2026-11-02', { team: 'north 1' })]),
      all: ['2026-11-30 other open', '2026-12-31 other open'],
      because: 'supervision is known for this month and the next',
    },
  ])('$rule: $because', ({ rule, given, all }) => {
    expect(listed(given, rule)).toEqual(all)
  })
})
