import { always } from '../../domain/policy/policySchedule'
import fc from 'fast-check'
import { agenda, type Told } from '../../domain/agenda/agenda'
import { agendaOver } from '../../domain/agenda/agendaOver'
import type { ChronologyEvent } from '../../domain/chronology/chronologyEvent'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { londonDay, londonMoment } from '../../domain/calendar/london'
import { calendar, day, event, facts, obligationsOf, planOn } from './facts'
import { SEED } from '../seed'

const MINUTE = 5 * 60 + 30
const at = (on: string, minutes = 8 * 60): number => londonMoment(day(on), minutes)
const look = (now: number, told: readonly Told[] = [], given = facts(planOn('2026-03-02'))) =>
  agenda({
    obligations: obligationsOf('review-first', given),
    told,
    now,
    today: londonDay(now),
    minute: MINUTE,
    momentOf: londonMoment,
  })
const steps = (answer: ReturnType<typeof look>): string[] => answer.write.map(({ step, to }) => `${step} ${to}`)

describe('agenda: due on or before and not yet told', () => {
  it('says nothing before the moment of a reminder, and names that moment', () => {
    const before = look(at('2026-04-21', MINUTE) - 1)
    expect(steps(before)).toEqual([])
    expect(before.nextMoment).toBe(at('2026-04-21', MINUTE))
  })

  it('a missed morning is told later: never "due today"', () => {
    expect(steps(look(at('2026-04-25')))).toEqual([
      'book-6w social-worker',
      'book-6w conference-service',
      'book-6w team-manager',
    ])
  })

  it('steps whose day has passed are told as one, the newest', () => {
    expect(steps(look(at('2026-05-30')))).toEqual([
      'due-2wd social-worker',
      'book-6w conference-service',
      'book-6w team-manager',
    ])
  })

  it('a step that was told is not told again, nor the ones before it', () => {
    const told = look(at('2026-05-30')).write.map((line): Told => ({ ...line, dueOn: line.dueOn.toString() }))
    expect(steps(look(at('2026-05-30', 9 * 60), told))).toEqual([])
  })

  it('a date that moved is told anew', () => {
    const told: Told[] = look(at('2026-05-30')).write.map((line) => ({ ...line, dueOn: '2026-06-01' }))
    expect(steps(look(at('2026-05-30', 9 * 60), told))).toContain('due-2wd social-worker')
  })

  it('a review missed on its due day opens an escalation after 17:00 of that day', () => {
    expect(look(at('2026-06-02', 17 * 60) - 1).openEscalations).toEqual([])
    expect(look(at('2026-06-02', 17 * 60)).openEscalations.map(({ rule }) => rule)).toEqual(['review-first'])
  })

  it('counts it as late from that moment on, until then it is what is due next', () => {
    const before = look(at('2026-06-02', 17 * 60) - 1)
    expect({ late: before.late, nextDue: before.nextDue?.toString() }).toEqual({ late: 0, nextDue: '2026-06-02' })
    expect(look(at('2026-06-02', 17 * 60))).toMatchObject({ late: 1, nextDue: null })
    expect(look(at('2026-06-20'))).toMatchObject({ late: 1, nextDue: null })
  })

  it('what has ended is neither late nor due next', () => {
    const held = facts([...planOn('2026-03-02'), event('review-held', '2026-05-20', { outcome: 'continue' })])
    expect(look(at('2026-06-10'), [], held)).toMatchObject({ late: 0, nextDue: null })
  })

  it('a held review says nothing any more', () => {
    const held = facts([...planOn('2026-03-02'), event('review-held', '2026-05-20', { outcome: 'continue' })])
    expect(look(at('2026-06-10'), [], held)).toMatchObject({
      write: [],
      openEscalations: [],
      nextMoment: null,
      closed: true,
    })
  })

  it('writes each line once, in time, whenever it is asked', () => {
    const moments = fc.uniqueArray(fc.integer({ min: 0, max: 120 * 24 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(moments, (hours) => {
        let told: Told[] = []
        for (const hour of [...hours].sort((a, b) => a - b)) {
          const now = at('2026-03-02') + hour * 3_600_000
          const answer = look(now, told)
          for (const line of answer.write) expect(line.moment).toBeLessThanOrEqual(now)
          expect(answer.nextMoment ?? Infinity).toBeGreaterThan(now)
          const keys = told.map(({ step, to }) => `${step} ${to}`)
          for (const line of answer.write) expect(keys).not.toContain(`${line.step} ${line.to}`)
          told = [...told, ...answer.write.map((line) => ({ ...line, dueOn: line.dueOn.toString() }))]
          expect(look(now, told).write).toEqual([])
        }
        // Five days after it was due: the newest word has been said to everybody whom a reminder asks, however seldom anybody looked.
        const end = at('2026-06-07')
        const said = new Set([...told, ...look(end, told).write].map(({ step, to }) => `${step} ${to}`))
        expect(said).toContain('due-2wd social-worker')
        expect(said).toContain('book-6w conference-service')
        // The team manager, unless nobody looked before the alert told the same person that it is late.
        const early = hours.some((hour) =>
          look(at('2026-03-02') + hour * 3_600_000, []).write.some(
            ({ step, to }) => `${step} ${to}` === 'book-6w team-manager',
          ),
        )
        expect(said.has('book-6w team-manager')).toBe(early)
      }),
      { numRuns: 300, seed: SEED },
    )
  })
})

describe('agenda over a time: every notice if nothing else happened', () => {
  it('tells reminders, first lateness and the rungs above, each counted from the one below', () => {
    const notices = agendaOver(
      facts(planOn('2026-03-18')),
      always(englandFamilySafeguarding1),
      calendar,
      day('2026-05-01'),
      day('2026-07-31'),
    )
    const review = notices
      .filter(({ rule }) => rule === 'review-first')
      .map(({ on, lane, to, step }) => `${on} ${lane} ${to} ${step}`)
    expect(review).toEqual([
      '2026-05-07 digest conference-service book-6w',
      '2026-05-07 digest social-worker book-6w',
      '2026-05-07 digest team-manager book-6w',
      '2026-06-04 digest social-worker due-10wd',
      '2026-06-16 digest social-worker due-2wd',
      '2026-06-18 at-once independent-reviewing-officer late',
      '2026-06-18 at-once team-manager late',
      '2026-06-23 at-once service-manager rung-2',
      '2026-06-30 at-once head-of-service rung-3',
      '2026-07-07 at-once director rung-4',
    ])
  })

  it('what is found late on a Saturday, because a meeting is taken back, is told above the worker on the Monday', () => {
    const held = event('core-group-held', '2026-06-12', {}, { id: 'held' })
    const takenBack = event('core-group-held', '2026-06-20', {}, { supersedes: 'held', void: true })
    const above = (events: readonly ChronologyEvent[]) =>
      agendaOver(
        facts([...planOn('2026-06-01'), ...events]),
        always(englandFamilySafeguarding1),
        calendar,
        day('2026-06-10'),
        day('2026-06-24'),
      )
        .filter(({ rule, to }) => rule === 'core-group-first' && to === 'team-manager')
        .map(({ on, step, dueOn }) => `${on} ${step} of ${dueOn}`)
    expect(above([held])).toEqual([])
    expect(above([held, takenBack])).toEqual(['2026-06-22 late of 2026-06-15'])
  })
})
