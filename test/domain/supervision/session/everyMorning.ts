import type { LocalDate } from '@js-joda/core'
import type { SessionAgenda } from '../../../../domain/supervision/session/sessionAgenda'
import type { SessionFacts } from '../../../../domain/supervision/session/sessionFacts'
import type { SessionTold } from '../../../../domain/supervision/session/sessionLine'
import { expectAlways } from '../../properties/expectAlways'
import { anyStory, knownBy, type SessionStory } from './anySession'
import { daysOver, look, noted } from './telling'

/** A morning on which a session was asked: what was known and told by then, and the answer. */
export interface Morning {
  readonly today: LocalDate
  readonly facts: SessionFacts
  readonly told: readonly SessionTold[]
  readonly answer: SessionAgenda
}

/** Every morning of a story, from the day it is diarised to long after it. */
function everyMorning(story: SessionStory): readonly Morning[] {
  const mornings: Morning[] = []
  let told: readonly SessionTold[] = []
  let facts = story.facts
  for (const today of daysOver(story.facts.plannedOn, story.facts.on.plusDays(70))) {
    const now = knownBy(story, today)
    // On most days nothing becomes known: the same facts have the same matters.
    if (JSON.stringify(now) !== JSON.stringify(facts)) facts = now
    const answer = look(facts, today, told)
    mornings.push({ today, facts, told, answer })
    told = [...told, ...noted(answer, today)]
  }
  return mornings
}

const RUNS = 300

/** That on every morning of any story nothing is wrong. All of a story are looked at before anything is expected: there are a hundred of each. */
export const expectEveryMorning = (
  property: string,
  wrong: (morning: Morning) => readonly (string | undefined)[],
): void =>
  expectAlways(
    property,
    anyStory,
    (story) => {
      const faults = everyMorning(story).flatMap((morning) =>
        wrong(morning).flatMap((fault) => (fault === undefined ? [] : `${morning.today.toString()}: ${fault}`)),
      )
      expect(faults).toEqual([])
    },
    RUNS,
  )
