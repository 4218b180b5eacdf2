import fc from 'fast-check'
import type { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { childHistories } from '../../../domain/chronology/childHistory'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { protectionPlans, type ProtectionPlan } from '../../../domain/chronology/protectionPlans'
import { keyOf, type Obligation } from '../../../domain/timeline/obligation'
import { anyStory } from './anyStory'
import { asking } from './asking'
import { expectAlways } from './expectAlways'
import { byKey, datesOf, planned } from './planned'

interface Second {
  readonly event: ChronologyEvent
  /** The trigger of all that runs from what it is a second record of. */
  readonly name: string
  readonly child: string
}

/** The other record of how a plan of the facts was made, or of how it ended, of the day of the one that is known. */
const secondRecords = (story: CaseFacts): readonly Second[] =>
  childHistories(story).children.flatMap((history) => {
    const { plans } = protectionPlans(history)
    const child = history.child.id
    const runsOn = (plan: ProtectionPlan, day: LocalDate): boolean =>
      plan.startedOn.isBefore(day) && plan.end?.on.isBefore(day) !== true
    return plans.flatMap((plan): Second[] => {
      const { end, startedOn: on } = plan
      const common = { id: 'second', children: [child] }
      const made: ChronologyEvent =
        plan.conference === null
          ? { ...common, on, kind: 'icpc-held', data: { outcome: 'plan', quorate: true } }
          : { ...common, on, kind: 'plan-started', data: { plan: 'cpp' } }
      const makings = plan.names.length > 1 || plans.some((other) => other !== plan && runsOn(other, on)) ? [] : [made]
      const endName = end?.names[0]
      const isAlone = end !== null && !plans.some((other) => other !== plan && runsOn(other, end.on))
      return [
        ...makings.map((event) => ({ event, name: plan.first, child })),
        ...(end === null || endName === undefined || !isAlone
          ? []
          : [
              { ...common, on: end.on, kind: 'review-held', data: { outcome: 'end', quorate: true } } as const,
              { ...common, on: end.on, kind: 'plan-ended', data: { plan: 'cpp', reason: 'review' } } as const,
            ].map((event) => ({ event, name: endName, child }))),
      ]
    })
  })

const recordedSecond = fc
  .record({ story: anyStory, which: fc.nat(59), lookAfter: fc.nat(400) })
  .map(({ story, which, lookAfter }) => {
    const known = secondRecords(story)
    const second = known[which % Math.max(1, known.length)]
    return second === undefined ? undefined : { story, second, today: second.event.on.plusDays(lookAfter) }
  })
  .filter((drawn) => drawn !== undefined)

describe('a conference, a start or an end recorded second', () => {
  it('leaves all that runs from the other record its key and its date, and nobody is told again', () => {
    expectAlways('recorded second', recordedSecond, ({ story, second: { event, name, child }, today }) => {
      const before = planned(story)
      const after = planned({ ...story, events: [...story.events, event] })
      const now = byKey(after)
      const isOfIt = ({ kind, trigger, subject }: Obligation): boolean =>
        kind === 'obligation' && trigger === name && subject === child
      for (const one of before.obligations.filter(isOfIt)) {
        const same = now.get(keyOf(one))
        if (same === undefined) throw new Error(`${keyOf(one)} has gone`)
        // In its reasons the event it is counted from may have become the other one.
        expect(datesOf({ ...same, explanation: [] })).toBe(datesOf({ ...one, explanation: [] }))
      }
      const planner = asking()
      planner.ask(before, today)
      const known = new Set(before.obligations.filter(isOfIt).map(keyOf))
      expect(planner.ask(after, today).filter((line) => known.has(keyOf(line)))).toEqual([])
    })
  })
})
