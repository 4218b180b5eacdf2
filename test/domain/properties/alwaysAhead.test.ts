import fc from 'fast-check'
import { LocalDate } from '@js-joda/core'
import { agendaLines } from '../../../domain/agenda/agendaLines'
import { isOpen } from '../../../domain/agenda/agenda'
import { childHistories, ofKind, type ChildHistory } from '../../../domain/chronology/childHistory'
import { knownOn } from '../../../domain/chronology/knownOn'
import { isOpenOn, referrals } from '../../../domain/chronology/referrals'
import type { RuleId } from '../../../domain/policy/ruleIds'
import type { Obligation } from '../../../domain/timeline/obligation'
import { anyStory } from './anyStory'
import { asking, look, momentOf, MORNING, NIGHT } from './asking'
import { expectAlways } from './expectAlways'
import { planned } from './planned'
import { planSurelyRuns } from './planSurelyRuns'

const storyOnADay = fc.tuple(anyStory, fc.nat(59), fc.nat(250)).map(([story, turn, days]) => {
  const near = story.events[turn % Math.max(1, story.events.length)]?.on ?? LocalDate.of(2024, 1, 1)
  return { story, today: near.plusDays(days) }
})

/** One of these rules has to be open, for the child or for the case. */
interface Owed {
  readonly rules: readonly RuleId[]
  readonly of: 'child' | 'case'
}

const PLAN: readonly Owed[] = [
  { rules: ['review-first', 'review-next'], of: 'child' },
  { rules: ['core-group-first', 'core-group'], of: 'child' },
  { rules: ['visit'], of: 'child' },
]

/** What a child must have open on a day, whatever else is. */
function owed(history: ChildHistory, today: LocalDate): readonly Owed[] {
  const isAdult = history.adultOn !== null && !today.isBefore(history.adultOn)
  const open = isAdult
    ? []
    : referrals(history).referrals.filter(
        (one) => one.accepted !== null && !one.accepted.on.isAfter(today) && isOpenOn(one, today),
      )
  const hasWorker = ofKind(history.events, 'worker-allocated').length > 0
  const isAssessed =
    ofKind(history.events, 'assessment-authorised', 'transfer-in-notified', 'transfer-in-conference-held').length > 0
  return [
    ...(planSurelyRuns(history, today) ? PLAN : []),
    ...(open.length > 0 && !hasWorker ? [{ rules: ['allocation'], of: 'case' } as const] : []),
    ...(open.length > 0 && !isAssessed ? [{ rules: ['assessment'], of: 'child' } as const] : []),
  ]
}

/** What no source carries may be not known from the import, if it is open: its next date comes with the next record. */
const CORE_GROUPS: readonly string[] = ['core-group-first', 'core-group'] satisfies RuleId[]
const isAsked = (one: Obligation, today: LocalDate): boolean =>
  isOpen(CORE_GROUPS.includes(one.rule) ? { ...one, notKnownFromImport: false } : one, today)

const lateToday = (one: Obligation, now: number): boolean =>
  agendaLines(one, MORNING, momentOf).some(({ step, moment }) => step.startsWith('late') && moment <= now)

describe('an open case always has a next moment', () => {
  it('a plan that runs has its next review, core group and visit; an accepted referral its worker and its assessment', () => {
    expectAlways('always ahead', storyOnADay, ({ story, today }) => {
      const known = knownOn(story, today)
      const { obligations } = planned(known)
      for (const history of childHistories(known).children)
        for (const { rules, of } of owed(history, today)) {
          const subject = of === 'case' ? 'case' : history.child.id
          const found = obligations.find(
            (one) => (rules as readonly string[]).includes(one.rule) && one.subject === subject && isAsked(one, today),
          )
          if (found === undefined)
            throw new Error(`${history.child.id} has no open ${rules.join(' or ')} on ${today.toString()}`)
        }
    })
  })

  it('and whatever is open has a moment ahead, or is late and has been told', () => {
    expectAlways('ahead or late', storyOnADay, ({ story, today }) => {
      const known = planned(knownOn(story, today))
      const planner = asking()
      planner.ask(known, today)
      const answer = look(known, today)
      const now = momentOf(today, NIGHT)
      const open = known.obligations.filter((one) => isOpen(one, today))
      const isAhead = (one: Obligation): boolean =>
        agendaLines(one, MORNING, momentOf).some(({ moment }) => moment > now) || one.end.outcome === 'cancelled'
      // 15 and 18 months of a plan ask for a decision and are never late (handbook 3).
      const mayBeLate = open.filter(({ rule, late }) => rule !== 'long-plan' || late.length > 0)
      const silent = mayBeLate.filter((one) => !isAhead(one) && !one.dueOn.isBefore(today) && !lateToday(one, now))
      expect(silent.map(({ rule, dueOn }) => `${rule} due ${dueOn.toString()}`)).toEqual([])
      expect(answer.closed).toBe(open.length === 0)
      expect(answer.nextMoment !== null).toBe(open.some(isAhead))
      expect(planner.ask(known, today)).toEqual([])
    })
  })
})
