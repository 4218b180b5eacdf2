import fc from 'fast-check'
import { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { childHistories } from '../../../domain/chronology/childHistory'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import type { EventKind } from '../../../domain/chronology/eventKinds'
import { protectionPlans } from '../../../domain/chronology/protectionPlans'
import { keyOf, type Obligation } from '../../../domain/timeline/obligation'
import { anyStory } from './anyStory'
import { expectAlways } from './expectAlways'
import { byKey, datesOf, planned } from './planned'
import { asking } from './asking'

/** What is done along the way. What starts or ends a plan, a referral or the case is left out: recorded late, it rightly takes the place of a later one. */
const ALONG_THE_WAY: Partial<Record<EventKind, readonly object[]>> = {
  'visit-made': [{ seen: true, seenAlone: true }, { seen: false }],
  'core-group-held': [{ quorate: true }, { quorate: false }],
  'review-held': [{ outcome: 'continue', quorate: true }],
  'cin-review-held': [{ independentChair: true }],
  'plo-reviewed': [{}],
  'safety-plan-reviewed': [{}],
  'progress-recorded': [{}],
  'care-measured': [{ tool: 'a' }],
  'report-shared': [{ for: 'review' }],
  'strategy-discussion': [{ opensSection47: true }],
  'information-requested': [{ agency: 'health' }],
}
const shapes = Object.entries(ALONG_THE_WAY).flatMap(([kind, payloads]) => payloads.map((data) => ({ kind, data })))

/** A review between the start of a plan and the conference that was taken for its own shows that this conference made another one. */
const partsStartAndConference = (story: CaseFacts, { kind, on }: ChronologyEvent): boolean =>
  kind === 'review-held' &&
  childHistories(story).children.some((history) =>
    protectionPlans(history).plans.some(
      ({ conference, startedOn }) => conference?.on.isAfter(on) === true && startedOn.isBefore(on),
    ),
  )

const recordedLate = fc
  .record({ story: anyStory, shape: fc.constantFrom(...shapes), days: fc.nat(1500), lookAfter: fc.nat(400) })
  .map(({ story, shape, days, lookAfter }) => {
    const on = LocalDate.of(2024, 1, 1).plusDays(days)
    return { story, late: { id: 'late', on, ...shape } as ChronologyEvent, today: on.plusDays(lookAfter) }
  })
  .filter(({ story, late }) => !partsStartAndConference(story, late))

describe('an earlier event recorded late', () => {
  it('leaves every later obligation its key, its date and its notices, and nobody is told again', () => {
    expectAlways('recorded late', recordedLate, ({ story, late, today }) => {
      const before = planned(story)
      const after = planned({ ...story, events: [...story.events, late] })
      const now = byKey(after)
      const isLater = ({ kind, triggerOn }: Obligation): boolean => kind === 'obligation' && triggerOn.isAfter(late.on)
      for (const one of before.obligations.filter(isLater)) {
        const same = now.get(keyOf(one))
        if (same === undefined) throw new Error(`${keyOf(one)} has gone`)
        expect(datesOf(same)).toBe(datesOf(one))
      }
      const planner = asking()
      planner.ask(before, today)
      const later = new Set(before.obligations.filter(isLater).map(keyOf))
      expect(planner.ask(after, today).filter((line) => later.has(keyOf(line)))).toEqual([])
    })
  })
})
