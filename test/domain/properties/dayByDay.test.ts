import fc from 'fast-check'
import { LocalDate } from '@js-joda/core'
import { agenda, type Told } from '../../../domain/agenda/agenda'
import { agendaOver } from '../../../domain/agenda/agendaOver'
import { isWorkingDay } from '../../../domain/calendar/workingDays'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { knownOn } from '../../../domain/chronology/knownOn'
import { nextRungOn, rungStep } from '../../../domain/escalation/ladder'
import { ruleBehind } from '../../../domain/policy/policySchedule'
import { keyOf, type Obligation } from '../../../domain/timeline/obligation'
import type { Timeline } from '../../../domain/timeline/timeline'
import { calendar } from '../facts'
import { anyStory } from './anyStory'
import { momentOf, MORNING, NIGHT } from './asking'
import { expectAlways } from './expectAlways'
import { planned, policy } from './planned'

const DAYS = 14
const line = (
  on: LocalDate,
  to: string,
  { rule, subject, dueOn }: Pick<Obligation, 'rule' | 'subject' | 'dueOn'>,
  step: string,
) => [on, to, rule, subject, step, dueOn].join(' ')

/** What is told from one day to another, each day asked by itself: morning and night, with all that was told so far. */
function dayByDay(story: CaseFacts, from: LocalDate): readonly string[] {
  const told: Told[] = []
  const said: string[] = []
  let known: Timeline | undefined
  let count = 0
  let climbing = new Map<string, { rung: number; on: LocalDate; since: 'before' | 'now' }>()
  for (let today = from.minusDays(1); today.isBefore(from.plusDays(DAYS)); today = today.plusDays(1)) {
    const facts = knownOn(story, today)
    // A day on which nothing was recorded plans what the day before it planned: that it would is sameBytes.test.ts.
    if (known === undefined || facts.events.length !== count) known = planned(facts)
    count = facts.events.length
    for (const minutes of [MORNING, NIGHT]) {
      const now = momentOf(today, minutes)
      const next = agenda({ obligations: known.obligations, told, now, today, minute: MORNING, momentOf })
      for (const one of next.write) {
        told.push({ ...one, dueOn: one.dueOn.toString() })
        said.push(line(today, one.to, one, one.step))
      }
      const still: typeof climbing = new Map()
      for (const one of next.openEscalations) {
        const ladder = ruleBehind(policy, one).ladder
        const at = climbing.get(keyOf(one))
        const above = ladder[at?.rung ?? 0]
        const isDue =
          at === undefined ||
          (at.since === 'now' &&
            above !== undefined &&
            !nextRungOn(above, { toldOn: at.on, below: 'unanswered' }, calendar).isAfter(today))
        if (today.isBefore(from)) still.set(keyOf(one), { rung: 1, on: today, since: 'before' })
        else if (isDue && above !== undefined && isWorkingDay(today, calendar)) {
          const rung = (at?.rung ?? 0) + 1
          still.set(keyOf(one), { rung, on: today, since: 'now' })
          const first = one.late.find(({ to }) => to.some((role) => role !== 'social-worker'))
          for (const role of [above.role, ...(above.beside ?? [])])
            said.push(line(today, role, one, rungStep(rung, first?.step ?? 'late')))
        } else if (at !== undefined) still.set(keyOf(one), at)
      }
      // What is late and told to nobody yet waits for a working day.
      climbing = still
    }
  }
  return said.filter((text) => text >= from.toString()).sort()
}

/** The same as it is printed for the whole span; without the rungs of what was late before it, and what is told at once beside a ladder. */
function overTheSpan(story: CaseFacts, from: LocalDate): readonly string[] {
  return agendaOver(story, policy, calendar, from, from.plusDays(DAYS - 1))
    .map((one) => line(LocalDate.parse(one.on), one.to, { ...one, dueOn: LocalDate.parse(one.dueOn) }, one.step))
    .sort()
}

const isRung = (text: string): boolean => / rung-\d | late-3 /.test(text)

describe('the agenda asked day by day', () => {
  it('says what the agenda over the range says: every reminder, every first lateness, every rung of what became late in it', () => {
    const spans = fc.tuple(anyStory, fc.nat(59), fc.nat(60)).map(([story, turn, days]) => {
      const near = story.events[turn % Math.max(1, story.events.length)]?.on ?? LocalDate.of(2026, 1, 5)
      return { story, from: near.plusDays(days) }
    })
    expectAlways('day by day', spans, ({ story, from }) => {
      const daily = dayByDay(story, from)
      const whole = overTheSpan(story, from)
      expect(whole.filter((text) => !isRung(text))).toEqual(daily.filter((text) => !isRung(text)))
      // Rungs: all that the days give; the span has those of earlier lateness beside them.
      expect(daily.filter((text) => !whole.includes(text))).toEqual([])
    })
  })
})
