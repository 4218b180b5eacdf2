import type { LocalDate } from '@js-joda/core'
import type { EventOf } from './chronologyEvent'
import { ofKind, type ChildHistory, type End } from './childHistory'
import type { Effective } from './effectiveEvents'
import { firstStillOpen, isOfOnePlan } from './firstStillOpen'
import { planEnd, type PlanEnd } from './planEnd'
import type { Problem } from './problem'

type Conference = Effective<EventOf<'icpc-held' | 'transfer-in-conference-held'>>
type Start = Effective<EventOf<'plan-started'>>

/** A child protection plan of our own. */
export interface ProtectionPlan {
  readonly child: string
  /** The event that started it; the conference where no start was recorded. */
  readonly id: string
  /** What names all that runs from it: the first version of start or conference, whichever was recorded first, so that the other moves dates and keeps the obligations. */
  readonly first: string
  /** Whatever may name it: the first versions of both. */
  readonly names: readonly string[]
  readonly startedOn: Effective['on']
  /** The conference that made it, if one was recorded. */
  readonly conference: Conference | null
  readonly end: PlanEnd | null
}

/** What the facts say of one plan so far: at least one of start and conference. */
interface Made {
  readonly start: Start | null
  readonly conference: Conference | null
  readonly before: End | null
}

/** A plan with what it was made of. */
interface Folded {
  readonly made: Made
  readonly plan: ProtectionPlan
  readonly end: End | null
}

/**
 * The child protection plans of a child in order: each is made by a conference, a recorded start, or both. A plan ends by a quorate review that
 * ends it, a recorded end, the child's leaving, the eighteenth birthday or the closing of the case, whichever is first. Two that run at once are
 * a problem, and the first stands; when it ends the other one takes its place, from its own start, unless it has ended too. An inquorate conference that made a
 * plan is that plan's; the one held again starts none (handbook 3).
 */
export function protectionPlans(history: ChildHistory): {
  readonly plans: readonly ProtectionPlan[]
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const found: Folded[] = []
  const waiting: Start[] = []
  const foldedOf = (made: Made): Folded => {
    const plan = planOf(history, made)
    return { made, plan, end: plan.end }
  }
  /** The last plan. Where it does not run on a day, or for good, the first of those that waited for its end takes its place. */
  const lastOn = (day: LocalDate | null): Folded | undefined => {
    const last = found.at(-1)
    if (last === undefined || (day !== null && runsOn(last.plan, day))) return last
    if (last.end !== null && !isOfOnePlan(history, last.end)) waiting.length = 0
    const next = firstStillOpen(waiting, last, (start) => foldedOf({ start, conference: null, before: last.end }))
    if (next === undefined) return last
    found.push(next)
    return lastOn(day)
  }
  for (const event of makings(history)) {
    const last = lastOn(event.on)
    if (last === undefined || !runsOn(last.plan, event.on)) {
      const problem = impossibleStart(history, event, last?.plan)
      if (problem === undefined)
        found.push(foldedOf(joined({ start: null, conference: null, before: last?.end ?? null }, event)))
      else problems.push(problem)
    } else if (isOfTheSame(history, last.made, event)) {
      found.splice(-1, 1, foldedOf(joined(last.made, event)))
    } else {
      problems.push(...madeNothing(last.made, last.plan, event))
      if (event.kind === 'plan-started') waiting.push(event)
    }
  }
  lastOn(null)
  const plans = found.map(({ plan }) => plan)
  const standing = plans.flatMap((plan) => [...closedWhileRunning(plan), ...undecided(history, plan)])
  return { plans, problems: [...problems, ...standing] }
}

/** Whether a plan runs on a day. On the day it ends it is over, unless only the closing of the case ended it: what is made that day was made while it ran. */
const runsOn = ({ end }: ProtectionPlan, on: LocalDate): boolean =>
  end === null || end.on.isAfter(on) || (end.ground === 'case-closed' && end.on.equals(on))

/** Conferences that made a plan of ours and recorded starts, in order of date; on one day the conference comes first. */
function makings({ events }: ChildHistory): readonly (Start | Conference)[] {
  const started = ofKind(events, 'plan-started').filter(({ data }) => data.plan === 'cpp')
  const elsewhere = started.filter(({ data }) => data.authority === 'other')
  const conferences = ofKind(events, 'icpc-held', 'transfer-in-conference-held').filter(
    (held) => held.data.outcome === 'plan' && !elsewhere.some(({ on }) => on.equals(held.on)),
  )
  return [...conferences, ...started.filter(({ data }) => data.authority !== 'other')].sort((a, b) =>
    a.on.compareTo(b.on),
  )
}

const joined = (made: Made, event: Start | Conference): Made =>
  event.kind === 'plan-started' ? { ...made, start: event } : { ...made, conference: event }

function planOf(history: ChildHistory, { start, conference, before }: Made): ProtectionPlan {
  const event = start ?? conference
  const recorded = [start, conference].filter((one) => one !== null).sort((a, b) => a.place - b.place)
  const names = recorded.map(({ first }) => first)
  const [first] = names
  if (event === null || first === undefined)
    throw new Error('A plan is made by a conference or a start: neither was given.')
  return {
    child: history.child.id,
    id: event.id,
    first,
    names,
    startedOn: event.on,
    conference,
    end: planEnd(history, { on: event.on, names }, before),
  }
}

/**
 * Whether a start and a conference made one plan: the other of the two is not known yet, and a conference held after the start was held before
 * any review of the plan, which had been made by then.
 */
function isOfTheSame({ events }: ChildHistory, { start, conference }: Made, event: Start | Conference): boolean {
  if (event.kind === 'plan-started') return start === null
  return (
    conference === null &&
    !ofKind(events, 'review-held').some(({ on }) => start?.on.isBefore(on) === true && on.isBefore(event.on))
  )
}

/** A second start, a conference held when the plan had had a review, or a second quorate one before any start. One held again, or held while the plan runs, is none. */
function madeNothing({ start, conference }: Made, plan: ProtectionPlan, event: Start | Conference): Problem[] {
  const events = [plan.id, event.id]
  if (event.kind === 'plan-started')
    return [{ events, problem: 'two child protection plans run at once; the first one stands' }]
  if (conference === null)
    return [
      {
        events,
        problem:
          'a conference made a child protection plan while one ran that had had a review; that one keeps its dates, and the conference starts none',
      },
    ]
  return start === null && conference.data.quorate !== false
    ? [{ events, problem: 'two conferences made one child protection plan; the first one stands' }]
    : []
}

function impossibleStart(
  { died, adultOn }: ChildHistory,
  start: Start | Conference,
  before: ProtectionPlan | undefined,
): Problem | undefined {
  if (died !== null && (died.on.isBefore(start.on) || before?.end?.by === died.by))
    return {
      events: [died.by, start.id],
      problem: 'a child protection plan starts after the child has died; it starts no clock',
    }
  if (adultOn?.isBefore(start.on) === true)
    return {
      events: [start.id],
      problem: 'a child protection plan starts after the eighteenth birthday; it starts no clock',
    }
  return undefined
}

const closedWhileRunning = ({ id, end }: ProtectionPlan): Problem[] =>
  end?.ground === 'case-closed'
    ? [
        {
          events: [id, end.by],
          problem: 'the case was closed while a child protection plan ran; its timers stopped',
        },
      ]
    : []

/** An inquorate conference made the plan, and the one held again made none: which of them stands is for a person to say. The plan keeps its dates until it ends. */
function undecided({ events }: ChildHistory, { id, conference, end }: ProtectionPlan): Problem[] {
  if (conference?.data.quorate !== false || (end !== null && end.by !== 'birthday')) return []
  const again = ofKind(events, 'icpc-held', 'transfer-in-conference-held', 'review-held').find(
    ({ on, place, data }) =>
      data.quorate !== false && (on.isAfter(conference.on) || (on.equals(conference.on) && place > conference.place)),
  )
  return again?.data.outcome === 'no-plan'
    ? [
        {
          events: [id, again.id],
          problem:
            'an inquorate conference made a child protection plan and the one held again made none; the plan runs until its end is recorded',
        },
      ]
    : []
}
