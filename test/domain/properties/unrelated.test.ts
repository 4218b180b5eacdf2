import fc from 'fast-check'
import { LocalDate } from '@js-joda/core'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import type { EventKind } from '../../../domain/chronology/eventKinds'
import type { RuleId } from '../../../domain/policy/ruleIds'
import type { Timeline } from '../../../domain/timeline/timeline'
import { ANY_PAYLOAD, settled } from './anyPayload'
import { anyStory, LAST } from './anyStory'
import { expectAlways } from './expectAlways'
import { planned } from './planned'

const meansProgress = ['no-progress', 'appointments-missed', 'reviews-without-goal-met'] as const
const followsConference = ['icpc-report', 'review-report'] as const

/** Kinds that start, end and move little, with all the rules that read them (handbook 3): every other rule keeps every byte. */
const READ_BY: Partial<Record<EventKind, readonly RuleId[]>> = {
  'contact-received': [],
  'assessment-started': [],
  'consent-recorded': ['safety-plan-signed'],
  'category-changed': [],
  'chair-allocated': [],
  'looked-after-started': ['review-first', 'review-next'],
  'looked-after-ended': ['review-first', 'review-next'],
  'police-outcome-recorded': [],
  'referrer-told': ['referrer-feedback'],
  'report-shared': followsConference,
  'record-circulated': ['conference-decision', 'conference-record'],
  'long-plan-decided': ['long-plan'],
  'goal-reviewed': ['goal', ...meansProgress],
  'contingency-started': ['goal'],
  'progress-recorded': meansProgress,
  'care-measured': ['baseline'],
  'specialist-needed': ['specialist-vacant'],
  'specialist-allocated': ['specialist-vacant'],
  'specialist-ended': ['specialist-vacant'],
  'supervision-summary-written': ['summary-late-twice'],
  'action-agreed': ['action'],
  'action-done': ['action'],
  'safety-plan-signed': ['safety-plan-signed'],
  'safety-plan-shared': [],
  'safety-plan-reviewed': ['safety-plan-review'],
  'safety-plan-breached': ['breach-without-next-step'],
  'safety-plan-breach-passed-on': ['breach-without-next-step'],
  'safety-plan-breach-decided': ['breach-without-next-step'],
  'caution-given': ['conditional-caution'],
  'caution-compliance-asked': ['conditional-caution'],
  'caution-ended': ['conditional-caution'],
  'information-requested': ['information-request'],
  'information-answered': ['information-request'],
  'dispute-raised': ['dispute'],
  'dispute-stage-ended': ['dispute'],
  'dispute-resolved': ['dispute'],
  'follow-up-answered': ['cpp-follow-up-3m', 'cpp-follow-up-6m', 'closure-follow-up'],
  'step-down-proposed': ['handshake'],
  'step-down-accepted': ['handshake'],
  'step-down-declined': ['handshake'],
  'closure-proposed': ['handshake'],
  'closure-accepted': ['handshake'],
  'closure-declined': ['handshake'],
  'plo-reviewed': ['plo-review'],
  'plo-extended': ['plo-end'],
  'handover-proposed': ['handover'],
  'handover-accepted': ['handover'],
  'appointment-missed': ['appointments-missed'],
}

const KINDS = Object.keys(READ_BY) as readonly EventKind[]
const FIRST = LocalDate.of(2024, 1, 1)

const drawn = fc.constantFrom(...KINDS).chain((kind) => ANY_PAYLOAD[kind].map((payload) => ({ kind, payload })))
const withOneMore = fc
  .record({ story: anyStory, one: drawn, days: fc.nat(2100), concerning: fc.nat(3) })
  .map(({ story: told, one: { kind, payload }, days, concerning }) => {
    // Looked at on one day, whatever was recorded last: months and births are asked for as far as the day is known.
    const story = { ...told, knownOn: LAST }
    const on = FIRST.plusDays(days)
    const child = story.children[concerning]
    const data = settled(payload, on, story.events)
    const event = { id: 'more', kind, on, data, ...(child === undefined ? {} : { children: [child.id] }) }
    return { story, more: event as ChronologyEvent }
  })

const adding = (story: CaseFacts, more: ChronologyEvent): Timeline =>
  planned({ ...story, events: [...story.events, more] })

describe('an unrelated event moves no date', () => {
  it('of a rule that does not read its kind: every other obligation keeps every byte', () => {
    expectAlways('unrelated', withOneMore, ({ story, more }) => {
      const readBy: readonly string[] = READ_BY[more.kind] ?? []
      const others = ({ obligations, problems }: Timeline): string[] => [
        ...obligations.filter(({ rule }) => !readBy.includes(rule)).map((one) => JSON.stringify(one)),
        ...(readBy.length === 0 ? problems.map((one) => JSON.stringify(one)) : []),
      ]
      expect(others(adding(story, more))).toEqual(others(planned(story)))
    })
  })

  it('of one child leaves the other children as they were', () => {
    const oneChilds = fc
      .record({ story: anyStory.filter(({ children }) => children.length > 1), turn: fc.nat(59), days: fc.nat(60) })
      .filter(({ story }) => story.events.length > 0)
      .map(({ story, turn, days }) => {
        // Once more what happened already, to the first child alone: so it fits into the story.
        const { kind, data, on } = story.events[turn % story.events.length] as ChronologyEvent
        return {
          story,
          more: { id: 'more', kind, data, on: on.plusDays(days), children: ['c1'] } as ChronologyEvent,
        }
      })
    expectAlways('other children', oneChilds, ({ story, more }) => {
      const siblings = story.children.map(({ id }) => id).filter((id) => id !== 'c1')
      const theirs = ({ obligations }: Timeline): string[] =>
        obligations.filter(({ subject }) => siblings.includes(subject)).map((one) => JSON.stringify(one))
      expect(theirs(adding(story, more))).toEqual(theirs(planned(story)))
    })
  })
})
