import fc from 'fast-check'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { isOpen } from '../../../domain/agenda/agenda'
import { knownOn } from '../../../domain/chronology/knownOn'
import { forecaster, type Forecast } from '../../../domain/forecast/forecastCase'
import { forecastFigures, meetingOf } from '../../../domain/forecast/forecastFigures'
import { CONFERENCES, FORECAST_KINDS } from '../../../domain/forecast/forecastKind'
import { weeksFrom } from '../../../domain/forecast/week'
import { englandFamilySafeguarding1 } from '../../../domain/policy/englandFamilySafeguarding1'
import { always, foreseenBy, withVersion } from '../../../domain/policy/policySchedule'
import { timeline } from '../../../domain/timeline/timeline'
import { anyFacts } from '../anyFacts'
import { calendar, day, event, facts, planOn } from '../facts'
import { SEED } from '../../seed'

const policy = always(englandFamilySafeguarding1)

function forecast(given: CaseFacts, today: string, weeks = 53, team = 'North 1') {
  const span = weeksFrom(day(today), weeks)
  const until = span.at(-1)!.monday.plusDays(6)
  return { ...forecaster({ policy, calendar, today: day(today), until })(given, team), span }
}

/** Rule, week and day of what is of these rules. */
const of = (lines: readonly Forecast[], ...rules: string[]): string[] =>
  lines.filter(({ rule }) => rules.includes(rule)).map(({ week, on, basis }) => `${week} ${on.toString()} ${basis}`)

const seen = (on: string) => event('visit-made', on, { seen: true })
const coreGroup = (on: string) => event('core-group-held', on, { quorate: true })

describe('the forecast of a case', () => {
  it('a plan continues: first review after 3 months, then every 6, core groups every 6 weeks on working days', () => {
    const { lines } = forecast(facts([...planOn('2026-11-16'), seen('2026-11-16')]), '2026-11-20')
    expect(of(lines, 'review-first', 'review-next')).toEqual([
      '2027-W07 2027-02-16 open',
      '2027-W33 2027-08-16 expected',
    ])
    expect(of(lines, 'core-group-first', 'core-group').slice(0, 4)).toEqual([
      '2026-W49 2026-11-30 open',
      '2027-W02 2027-01-11 expected',
      '2027-W08 2027-02-22 expected',
      '2027-W14 2027-04-05 expected',
    ])
  })

  it.each([[false], [true]])(
    'rules to come hold for what begins on their first day or later (open work: %s)',
    (openWork) => {
      const days = { n: 28, unit: 'days' as const }
      const rules = englandFamilySafeguarding1.rules.map((one) =>
        one.id === 'core-group' || one.id === 'core-group-first' ? { ...one, interval: days } : one,
      )
      const version = { pack: { id: 'north@2', rules }, from: day('2027-01-11'), appliesToOpenWork: openWork }
      const ahead = { calendar, today: day('2026-11-20'), until: day('2027-06-30') }
      const { policy: foreseen, toCome } = foreseenBy(withVersion(policy, version), ahead.today, ahead.until)
      expect(toCome).toEqual([version])
      const { lines } = forecaster({ ...ahead, policy: foreseen })(facts(planOn('2026-11-16')), 'North 1')
      expect(of(lines, 'core-group-first', 'core-group').slice(0, 4)).toEqual([
        '2026-W49 2026-11-30 open',
        '2027-W02 2027-01-11 expected',
        '2027-W06 2027-02-08 expected',
        '2027-W10 2027-03-08 expected',
      ])
      const later = foreseenBy(withVersion(policy, version), ahead.today, day('2027-01-10'))
      expect([later.toCome, later.policy]).toEqual([[], policy])
    },
  )

  it('a meeting booked is held on the day booked, and what follows runs from there', () => {
    const booked = event('review-booked', '2026-11-18', { for: '2027-01-12' })
    const { lines } = forecast(facts([...planOn('2026-11-16'), booked]), '2026-11-20')
    expect(of(lines, 'review-first', 'review-next')).toEqual([
      '2027-W02 2027-01-12 open',
      '2027-W28 2027-07-12 expected',
    ])
  })

  it('what is late stands by itself, and goes on from the next working day: on a Saturday from Monday', () => {
    const { lines } = forecast(facts([...planOn('2026-09-01'), coreGroup('2026-09-08')]), '2026-11-21')
    expect(of(lines, 'core-group').slice(0, 2)).toEqual(['late 2026-11-23 open', '2027-W01 2027-01-04 expected'])
  })

  it('a late meeting that is booked ahead stays late, and goes on from the day booked', () => {
    const booked = event('core-group-booked', '2026-11-18', { for: '2026-12-03' })
    const given = facts([...planOn('2026-09-01'), coreGroup('2026-09-08'), booked])
    expect(of(forecast(given, '2026-11-20').lines, 'core-group').slice(0, 2)).toEqual([
      'late 2026-12-03 open',
      '2027-W02 2027-01-14 expected',
    ])
  })

  it('what fell due before the case came here is in no figure, and its meetings go on at their own days, not all at once', () => {
    const { lines, notKnown } = forecast(facts(planOn('2024-02-05'), { liveSince: day('2026-11-16') }), '2026-11-20')
    expect(notKnown).toBeGreaterThan(0)
    expect(of(lines, 'core-group-first')).toEqual([])
    // Not six weeks from today: as if every core group since 19 February 2024 had kept its day, the last on 19 November 2026.
    expect(of(lines, 'core-group')[0]).toBe('2026-W53 2026-12-31 expected')
  })

  it('nothing is expected after the eighteenth birthday, or of a plan that has ended', () => {
    const children = [{ id: 'c1', bornOn: day('2009-01-20'), expectedOn: null }]
    const { lines } = forecast(facts([...planOn('2026-11-16'), seen('2026-11-16')], { children }), '2026-11-20')
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter(({ on }) => on.isAfter(day('2027-01-20')))).toEqual([])
    const ended = event('plan-ended', '2026-11-19', { plan: 'cpp', reason: 'moved' })
    expect(of(forecast(facts([...planOn('2026-11-16'), ended]), '2026-11-20').lines, 'visit', 'core-group')).toEqual([])
  })

  it('no plan is assumed to follow an initial conference', () => {
    const strategy = event('strategy-discussion', '2026-11-17', { opensSection47: true })
    const { lines } = forecast(facts([strategy]), '2026-11-20')
    expect(of(lines, 'strategy-to-icpc')).toEqual(['2026-W50 2026-12-08 open'])
    expect(of(lines, 'review-first', 'core-group-first', 'visit')).toEqual([])
  })

  it('events after today are not yet known', () => {
    const given = facts([...planOn('2026-11-16'), coreGroup('2026-11-25')])
    expect(of(forecast(given, '2026-11-20').lines, 'core-group-first')).toEqual(['2026-W49 2026-11-30 open'])
  })
})

describe('every figure is the number of lines behind it', () => {
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

  it('whatever is recorded, in whatever teams', () => {
    const weeks = fc.integer({ min: 1, max: 20 })
    fc.assert(
      fc.property(
        fc.array(anyFacts, { maxLength: 3 }),
        weeks,
        fc.integer({ min: 0, max: 90 }),
        (cases, count, start) => {
          const today = day('2026-01-05').plusDays(start)
          const found = cases.map((given, index) =>
            forecast({ ...given, ref: `T-${String(index)}` }, today.toString(), count, index === 0 ? 'A' : 'B'),
          )
          const lines = found.flatMap((one) => one.lines)
          const span = weeksFrom(today, count)
          const teams = forecastFigures(lines, span)
          expect(sum(teams.flatMap(({ late, weeks: all }) => [late, ...all].map((one) => one.obligations)))).toBe(
            lines.length,
          )
          for (const { team, late, weeks: all } of teams) {
            for (const one of [late, ...all]) {
              const behind = lines.filter((line) => line.team === team && line.week === (one.week?.name ?? 'late'))
              expect(one.obligations).toBe(behind.length)
              expect(sum(FORECAST_KINDS.map((kind) => one.kinds[kind]))).toBe(behind.length)
              const conferences = behind.filter(({ kind }) => CONFERENCES.includes(kind))
              expect(one.conferences).toBe(new Set(conferences.map(meetingOf)).size)
            }
          }
        },
      ),
      { numRuns: 40, seed: SEED },
    )
  })

  it('what is late is what the timeline says is overdue today, whatever is recorded', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 90 }), (given, start) => {
        const today = day('2026-01-05').plusDays(start)
        const late = forecast(given, today.toString(), 4).lines.filter(({ week }) => week === 'late')
        const { obligations } = timeline(knownOn(given, today), policy, calendar)
        // A stall is drift, not work to plan.
        const overdue = obligations.filter(
          (one) => one.kind === 'obligation' && isOpen(one, today) && one.dueOn.isBefore(today),
        )
        expect(late.map((one) => `${one.rule} ${one.subject} ${one.dueOn.toString()}`).sort()).toEqual(
          overdue.map((one) => `${one.rule} ${one.subject} ${one.dueOn.toString()}`).sort(),
        )
      }),
      { numRuns: 60, seed: SEED },
    )
  })

  it('siblings who are due on one day are one conference, and two obligations', () => {
    const born = (id: string) => ({ id, bornOn: day('2022-01-05'), expectedOn: null })
    const given = facts(planOn('2026-11-16'), { children: [born('c1'), born('c2')] })
    const { lines, span } = forecast(given, '2026-11-20')
    const week = forecastFigures(lines, span)[0]!.weeks.find((one) => one.week?.name === '2027-W07')!
    expect([week.kinds.review, week.together.review, week.conferences]).toEqual([2, 1, 1])
  })
})

describe('weeks', () => {
  it.each([
    { on: '2026-12-31', names: ['2026-W53', '2027-W01'], mondays: ['2026-12-28', '2027-01-04'] },
    { on: '2027-01-03', names: ['2026-W53', '2027-W01'], mondays: ['2026-12-28', '2027-01-04'] },
    { on: '2024-12-30', names: ['2025-W01', '2025-W02'], mondays: ['2024-12-30', '2025-01-06'] },
  ])('over the end of a year, from $on', ({ on, names, mondays }) => {
    const weeks = weeksFrom(day(on), 2)
    expect(weeks.map(({ name }) => name)).toEqual(names)
    expect(weeks.map(({ monday }) => monday.toString())).toEqual(mondays)
  })

  it('a line due in the first days of January stands in the week of the old year', () => {
    const { lines } = forecast(facts(planOn('2026-10-02')), '2026-12-21', 3)
    expect(of(lines, 'cpp-follow-up-3m')).toEqual(['2026-W53 2027-01-02 open'])
  })
})
