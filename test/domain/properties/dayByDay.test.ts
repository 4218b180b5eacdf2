import fc from 'fast-check'
import { LocalDate } from '@js-joda/core'
import { agenda, type Told } from '../../../domain/agenda/agenda'
import { agendaOver } from '../../../domain/agenda/agendaOver'
import { climbOver, NO_ALERTS } from '../../../domain/agenda/climbOver'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { knownOn } from '../../../domain/chronology/knownOn'
import type { Obligation } from '../../../domain/timeline/obligation'
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
  let alerts = NO_ALERTS
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
      const climbed = climbOver({ late: next.openEscalations, alerts, policy, calendar, day: today, from })
      alerts = climbed.alerts
      if (!today.isBefore(from))
        said.push(...climbed.tells.map(({ obligation, role, step }) => line(today, role, obligation, step)))
    }
  }
  return said.filter((text) => text >= from.toString()).sort()
}

/** The same as it is printed for the whole span. */
function overTheSpan(story: CaseFacts, from: LocalDate): readonly string[] {
  return agendaOver(story, policy, calendar, from, from.plusDays(DAYS - 1))
    .map((one) => line(LocalDate.parse(one.on), one.to, { ...one, dueOn: LocalDate.parse(one.dueOn) }, one.step))
    .sort()
}

describe('the agenda asked day by day', () => {
  it('says what the agenda over the range says: every reminder, every first lateness, every rung', () => {
    const spans = fc.tuple(anyStory, fc.nat(59), fc.nat(60)).map(([story, turn, days]) => {
      const near = story.events[turn % Math.max(1, story.events.length)]?.on ?? LocalDate.of(2026, 1, 5)
      return { story, from: near.plusDays(days) }
    })
    expectAlways('day by day', spans, ({ story, from }) => {
      expect(overTheSpan(story, from)).toEqual(dayByDay(story, from))
    })
  })
})
