import fc from 'fast-check'
import type { LocalDate } from '@js-joda/core'
import { agendaOver, type PlannedNotice } from '../../../domain/agenda/agendaOver'
import type { CaseFacts } from '../../../domain/chronology/caseFacts'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { knownOn } from '../../../domain/chronology/knownOn'
import { calendar } from '../facts'
import { anyStory } from './anyStory'
import { expectAlways } from './expectAlways'
import { policy } from './planned'

/** A story that stops on one of its days with one more event. */
const endingWith = (one: (story: CaseFacts) => Partial<ChronologyEvent>) =>
  fc.tuple(anyStory, fc.nat(59), fc.nat(40)).map(([story, turn, days]) => {
    const last = story.events[turn % Math.max(1, story.events.length)]?.on ?? story.children[0]?.expectedOn
    const on = (last ?? calendar.publishedTo).plusDays(days)
    const end = { id: 'end', on, ...one(story) } as ChronologyEvent
    return { on, story: { ...knownOn(story, on), events: [...knownOn(story, on).events, end] } }
  })

const noticesAfter = (story: CaseFacts, on: LocalDate): readonly PlannedNotice[] =>
  agendaOver(story, policy, calendar, on.plusDays(1), on.plusDays(400))

const FOLLOW_UPS = ['closure-follow-up', 'cpp-follow-up-3m', 'cpp-follow-up-6m']

describe('after the end', () => {
  it('of the case nobody is told anything but of its follow-ups and those of its plans', () => {
    const closed = endingWith(() => ({ kind: 'case-closed', data: { reason: 'RC7' } }))
    // A second referral that came in on the very day is a new one, which the closing of the one before leaves open (reopening.test.ts).
    const hasNewReferral = (story: CaseFacts, on: LocalDate): boolean => {
      const received = story.events.filter(({ kind }) => kind === 'referral-received')
      return received.length > 1 && received.some((one) => one.on.equals(on))
    }
    expectAlways('after closing', closed, ({ story, on }) => {
      fc.pre(!hasNewReferral(story, on))
      const others = noticesAfter(story, on).filter(({ rule }) => !FOLLOW_UPS.includes(rule))
      expect(others).toEqual([])
    })
  })

  it('of a child’s life nothing about that child goes out', () => {
    const died = endingWith(() => ({ kind: 'child-left', children: ['c1'], data: { reason: 'died' } }))
    expectAlways('after a death', died, ({ story, on }) => {
      expect(noticesAfter(story, on).filter(({ subject }) => subject === 'c1')).toEqual([])
    })
  })
})
