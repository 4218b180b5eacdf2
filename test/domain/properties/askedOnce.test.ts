import fc from 'fast-check'
import type { LocalDate } from '@js-joda/core'
import { isOpen } from '../../../domain/agenda/agenda'
import type { AgendaLine } from '../../../domain/agenda/agendaLine'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import { isFollowUp } from '../../../domain/followup/isFollowUp'
import { keyOf, type Obligation } from '../../../domain/timeline/obligation'
import { anyStory } from './anyStory'
import { asking } from './asking'
import { expectAlways } from './expectAlways'
import { planned } from './planned'

/** A story whose facts come to be known in any order: all of them by its last day, in up to five instalments. */
const inAnyOrder = anyStory.chain((story) =>
  fc.record({
    story: fc.constant(story),
    order: fc.shuffledSubarray([...story.events.keys()], { minLength: story.events.length }),
    instalments: fc.integer({ min: 1, max: 5 }),
  }),
)

const lastDay = ({ events }: CaseFacts): LocalDate | undefined =>
  events
    .map(({ on }) => on)
    .reduce<LocalDate | undefined>((last, on) => (last?.isAfter(on) === true ? last : on), undefined)

const followUpsOf = (story: CaseFacts): readonly Obligation[] =>
  planned(story).obligations.filter(({ rule }) => isFollowUp(rule))

/** What of a follow-up was asked: its matter, its date and its step, of whom. */
const asked = (line: AgendaLine): string => [keyOf(line), line.dueOn.toString(), line.step, line.to].join(' ')

describe('a follow-up', () => {
  it('is one for each anchor, month and child, and asked exactly once, in whatever order its facts came', () => {
    expectAlways(
      'asked once',
      inAnyOrder,
      ({ story, order, instalments }) => {
        const until = lastDay(story)
        if (until === undefined) return
        const all = followUpsOf(story)
        // One anchor is one event: no two follow-ups of a child are of the same one, part and month.
        expect(new Set(all.map(keyOf)).size).toBe(all.length)
        const planner = asking()
        const lines: AgendaLine[] = []
        const ask = (known: CaseFacts, day: LocalDate): void => {
          lines.push(...planner.ask(planned(known), day).filter(({ rule }) => isFollowUp(rule)))
        }
        for (let part = 1; part < instalments; part += 1) {
          const some = new Set(order.slice(0, Math.floor((order.length * part) / instalments)))
          const events = story.events.filter((_event, index) => some.has(index))
          ask({ ...story, events }, until.minusDays(7 * (instalments - part)))
        }
        ask(story, until)
        const ahead = all.flatMap(({ reminders }) => reminders.map(({ on }) => on)).filter((on) => on.isAfter(until))
        for (const day of [...ahead].sort((a, b) => a.compareTo(b))) ask(story, day)
        const said = lines.map(asked)
        expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([])
        for (const one of all) {
          const [first] = one.reminders
          if (first === undefined || !first.on.isAfter(until) || !isOpen(one, first.on)) continue
          const questions = lines.filter(
            (line) => keyOf(line) === keyOf(one) && line.step === first.step && line.dueOn.equals(one.dueOn),
          )
          expect(questions.map(({ to }) => to)).toEqual(first.to)
        }
      },
      400,
    )
  })
})
