import { always, ruleBehind } from '../../domain/policy/policySchedule'
import fc from 'fast-check'
import type { LocalDate } from '@js-joda/core'
import { agenda, type Told } from '../../domain/agenda/agenda'
import { agendaOver } from '../../domain/agenda/agendaOver'
import { isWorkingDay } from '../../domain/calendar/workingDays'
import { londonMoment } from '../../domain/calendar/london'
import type { CaseFacts } from '../../domain/chronology/caseFacts'
import { knownOn } from '../../domain/chronology/knownOn'
import { englandFamilySafeguarding1 as policy } from '../../domain/policy/englandFamilySafeguarding1'
import { ruleOf } from '../../domain/policy/policyPack'
import { keyOf } from '../../domain/timeline/obligation'
import { timeline } from '../../domain/timeline/timeline'
import { anyFacts } from './anyFacts'
import { calendar, day, event, facts, planOn } from './facts'
import { SEED } from '../seed'

/** Moments of a day at which a planner might wake; more often than it has to. */
const WAKES = [5 * 60 + 40, 8 * 60, 13 * 60, 17 * 60, 22 * 60]

/** What the planner would write itself, asked again and again with what it has written: day, reader, matter, step. */
function asThePlanner(given: CaseFacts, from: LocalDate, to: LocalDate): { notices: string[]; escalated: string[] } {
  const told: Told[] = []
  const notices: string[] = []
  const escalated: string[] = []
  let open = new Set<string>()
  for (let today = from.minusDays(1); !today.isAfter(to); today = today.plusDays(1)) {
    const { obligations } = timeline(knownOn(given, today), always(policy), calendar)
    for (const minutes of WAKES) {
      const now = londonMoment(today, minutes)
      const next = agenda({ obligations, told, now, today, minute: 5 * 60 + 30, momentOf: londonMoment })
      for (const line of next.write) {
        told.push({ ...line, dueOn: line.dueOn.toString() })
        notices.push([today, line.to, line.rule, line.subject, line.step, line.dueOn].join(' '))
      }
      // The ladder tells above the worker on working days only; what was late before the first day was told in its time.
      const late = next.openEscalations.filter(
        (one) => open.has(keyOf(one)) || isWorkingDay(today, calendar) || today.isBefore(from),
      )
      for (const one of late) {
        if (open.has(keyOf(one))) continue
        escalated.push([today, one.rule, one.subject, one.dueOn].join(' '))
        const [rung] = ruleBehind(always(policy), one).ladder
        for (const role of rung === undefined ? [] : [rung.role, ...(rung.beside ?? [])])
          told.push({ ...keysOf(one), step: firstAbove(one.rule), to: role })
      }
      open = new Set(late.map(keyOf))
    }
  }
  const since = (line: string): boolean => line >= from.toString()
  return { notices: notices.filter(since).sort(), escalated: once(escalated.filter(since)) }
}

/** Two matters of one rule may be late on one day: the two parts of a signature. */
const once = (lines: readonly string[]): string[] => [...new Set(lines)].sort()

const keysOf = ({ rule, subject, trigger, part, dueOn }: ReturnType<typeof timeline>['obligations'][number]) => ({
  rule,
  subject,
  trigger,
  part,
  dueOn: dueOn.toString(),
})

/** The step of the first word above the worker. */
const firstAbove = (id: string): string =>
  ruleOf(policy, id).late.find(({ to }) => to.some((role) => role !== 'social-worker'))?.step ?? 'late'

function asPrinted(given: CaseFacts, from: LocalDate, to: LocalDate): { notices: string[]; escalated: string[] } {
  const printed = agendaOver(given, always(policy), calendar, from, to)
  const own = printed.filter(
    ({ step, to: role }) =>
      step.startsWith('book-') || step.startsWith('due-') || step === 'at-once' || role === 'social-worker',
  )
  // The first word above the worker, whoever stands on the first rung, and beside it.
  const first = printed.filter(({ rule, step, to: role }) => role !== 'social-worker' && step === firstAbove(rule))
  return {
    notices: own.map((one) => [one.on, one.to, one.rule, one.subject, one.step, one.dueOn].join(' ')).sort(),
    escalated: once(first.map((one) => [one.on, one.rule, one.subject, one.dueOn].join(' '))),
  }
}

describe('the agenda of a span is what the planner would write, day by day', () => {
  it.each([
    { from: '2026-03-01', events: planOn('2026-03-18'), because: 'a plan nobody does anything about' },
    { from: '2026-06-17', events: planOn('2026-03-18'), because: 'much was due before the first day' },
    {
      from: '2026-03-01',
      events: [
        ...planOn('2026-03-18'),
        event('review-booked', '2026-05-20', { for: '2026-06-16' }),
        event('meeting-cancelled', '2026-05-27', { booking: 'review-booked 2026-05-20' }),
      ],
      because: 'a booking made late and cancelled again',
    },
    {
      from: '2026-03-01',
      events: [
        event('referral-received', '2026-03-06', { source: '2A' }),
        event('referral-decided', '2026-03-07', { outcome: 'accepted' }),
        ...planOn('2026-03-18'),
        event('case-closed', '2026-04-01', { reason: 'RC7' }),
      ],
      because: 'accepted on a Saturday, closed with a plan',
    },
  ])('$because', ({ from, events }) => {
    const to = day(from).plusDays(150)
    expect(asPrinted(facts(events), day(from), to)).toEqual(asThePlanner(facts(events), day(from), to))
  })

  it('whatever is recorded', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 0, max: 120 }), (given, start) => {
        const from = day('2026-01-01').plusDays(start)
        const to = from.plusDays(60)
        expect(asPrinted(given, from, to)).toEqual(asThePlanner(given, from, to))
      }),
      { numRuns: 40, seed: SEED },
    )
  })
})
