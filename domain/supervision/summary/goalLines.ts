import type { LocalDate } from '@js-joda/core'
import type { EventData } from '../../chronology/eventKinds'
import { ofKind } from '../../chronology/childHistory'
import type { Goal, GoalShare } from '../../chronology/goals'
import { namesOf } from '../../chronology/goals'
import { govukDate } from '../../timeline/govukDate'
import { daysLate } from '../../timeline/standing'
import { aboutWhom, counted, inOrder, type DraftLine, type DraftPart } from './draftLine'
import { familyOf, historiesOf, standingEvent, type Drafting } from './drafting'
import { grouped } from './grouped'
import { timeWords } from '../../timeline/lateWords'
import { PLAN_WORDS, planKind, type PlanKind } from './planKind'
import { GOAL_OUTCOME } from './recordedTail'

/** A goal of a plan that still runs and that was not last recorded as met. Its line's day is the day it is to be reached by. */
export interface GoalLine extends DraftLine {
  /** As people wrote it. */
  readonly goal: string
  /** Null where the facts do not say which. */
  readonly plan: PlanKind | null
  readonly by: LocalDate
  readonly lastOutcome: { readonly outcome: EventData['goal-reviewed']['outcome']; readonly on: LocalDate } | null
  readonly contingencyOn: LocalDate | null
  /** Calendar days since `by`; null while it has not passed. */
  readonly daysPast: number | null
}

interface OpenShare extends Pick<GoalLine, 'goal' | 'plan' | 'by' | 'lastOutcome' | 'contingencyOn'> {
  readonly first: string
  readonly child: string
  readonly movedInVain: Goal['movedInVain']
}

/** The open goals of every plan of the case, the one with the earliest date first. */
export function goalLines(drafting: Drafting): DraftPart<GoalLine> {
  const open = drafting.folded.goals.flatMap((goal) =>
    goal.shares.flatMap((share) => openShare(goal, share, drafting) ?? []),
  )
  const together = grouped(open, ({ first, plan, lastOutcome, contingencyOn }) =>
    JSON.stringify([first, plan, lastOutcome, contingencyOn]),
  )
  const lines = [...together.values()].map((same) => goalLine(same, drafting)).sort(inOrder)
  const past = lines.filter(({ daysPast }) => daysPast !== null).length
  const sentence = lines.length === 0 ? 'No goal is open' : counted(lines.length, 'goal is open', 'goals are open')
  return {
    sentence: `${sentence}${past === 0 ? '' : `, ${counted(past, 'past its date', 'past their dates')}`}.`,
    lines,
  }
}

/** Undefined where the plan has ended, the goal was last recorded as met, or it was set again after its outcome. */
function openShare(goal: Goal, share: GoalShare, drafting: Drafting): OpenShare | undefined {
  const { today, folded } = drafting
  const set = standingEvent(drafting, goal.id)
  const history = historiesOf(drafting).find(({ child }) => child.id === share.child)
  if (set?.kind !== 'goal-set' || history === undefined || share.ground?.on.isAfter(today) === false) return undefined
  const names = namesOf(set, history)
  const { reviewed } = share
  const outcomes =
    reviewed === undefined
      ? []
      : ofKind(history.events, 'goal-reviewed').filter(
          ({ on, data }) => names.includes(data.goal) && !on.isBefore(reviewed.on),
        )
  const last = outcomes.at(-1)
  const isSetAgain = folded.goals.some(
    (other) =>
      names.includes(other.name) &&
      other.setOn.isAfter(goal.setOn) &&
      other.shares.some(({ child }) => child === share.child),
  )
  if (last?.data.outcome === 'met' || (last !== undefined && isSetAgain)) return undefined
  return {
    first: goal.first,
    child: share.child,
    goal: set.data.goal,
    plan: share.plan === null ? null : planKind(standingEvent(drafting, share.plan)),
    by: goal.by,
    movedInVain: goal.movedInVain,
    lastOutcome: last === undefined ? null : { outcome: last.data.outcome, on: last.on },
    contingencyOn: share.contingency?.on ?? null,
  }
}

function goalLine(same: readonly [OpenShare, ...OpenShare[]], drafting: Drafting): GoalLine {
  const [{ goal, plan, by, lastOutcome, contingencyOn, movedInVain }] = same
  const { today, calendar } = drafting
  const daysPast = by.isBefore(today) ? daysLate(by, today, 'calendar-days', calendar) : null
  const about = aboutWhom(
    same.map(({ child }) => child),
    familyOf(drafting),
  )
  const sentence = [
    `${plan === null ? 'Goal' : `${PLAN_WORDS[plan]}, goal`} “${goal}”: by ${govukDate(by)}${daysPast === null ? '' : `, ${timeWords(by, daysPast, 'calendar-days')} past its date`}.`,
    lastOutcome === null
      ? 'No outcome recorded.'
      : `Last outcome: ${GOAL_OUTCOME[lastOutcome.outcome]}, ${govukDate(lastOutcome.on)}.`,
    ...(contingencyOn === null ? [] : [`Contingency step started on ${govukDate(contingencyOn)}.`]),
    ...(movedInVain === null ? [] : [`Moved to ${govukDate(movedInVain.to)} when that date had passed.`]),
  ].join(' ')
  return { on: by, about, sentence, goal, plan, by, lastOutcome, contingencyOn, daysPast }
}
