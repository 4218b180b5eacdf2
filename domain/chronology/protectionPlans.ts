import type { EventOf } from './chronologyEvent'
import { ofKind, type ChildHistory, type End } from './childHistory'
import type { Effective } from './effectiveEvents'
import { planEnd, type PlanEnd } from './planEnd'
import type { Problem } from './problem'

type Conference = Effective<EventOf<'icpc-held' | 'transfer-in-conference-held'>>
type Start = Effective<EventOf<'plan-started'>>

/** A child protection plan of our own. */
export interface ProtectionPlan {
  readonly child: string
  /** The event that started it (the conference where no start was recorded), and its first version. */
  readonly id: string
  readonly first: string
  readonly place: number
  readonly startedOn: Effective['on']
  /** The conference that made it, if one was recorded. */
  readonly conference: Conference | null
  /** What names the matters that run from its conference: whichever of conference and start was recorded first, so that the other moves a date and keeps the obligation. */
  readonly name: string
  readonly end: End | null
}

interface Plans {
  readonly plans: readonly ProtectionPlan[]
  readonly problems: readonly Problem[]
}

/**
 * The child protection plans of a child in order. A plan ends by a quorate review that ends it, a recorded end, the child's leaving, the
 * eighteenth birthday or the closing of the case, whichever is first. Two that run at once are a problem, and the first stands.
 */
export function protectionPlans(history: ChildHistory): Plans {
  const problems: Problem[] = []
  const started = ofKind(history.events, 'plan-started').filter(({ data }) => data.plan === 'cpp')
  const elsewhere = started.filter(({ data }) => data.authority === 'other')
  const conferences = ofKind(history.events, 'icpc-held', 'transfer-in-conference-held').filter(
    (held) => held.data.outcome === 'plan' && !elsewhere.some(({ on }) => on.equals(held.on)),
  )
  const plans: ProtectionPlan[] = []
  for (const start of started.filter(({ data }) => data.authority !== 'other')) {
    const before = plans.at(-1)
    const problem = impossibleStart(history, start) ?? stillRuns(before, start)
    if (problem !== undefined) {
      problems.push(problem)
      continue
    }
    const conference = conferences.filter((held) => !held.on.isAfter(start.on) && isAfterPlan(held, before)).at(-1)
    const end = planEnd(history, start, before?.end ?? null)
    problems.push(...closedWhileRunning(start, end))
    plans.push(planOf(history, start, conference ?? null, end))
  }
  return withConferences(history, { plans, problems }, conferences)
}

const planOf = (
  history: ChildHistory,
  { id, first, place, on: startedOn }: Start | Conference,
  conference: Conference | null,
  end: PlanEnd | null,
): ProtectionPlan => ({
  child: history.child.id,
  id,
  first,
  startedOn,
  conference,
  place,
  name: nameOf({ first, place }, conference),
  end,
})

const nameOf = ({ first, place }: Pick<Effective, 'first' | 'place'>, conference: Conference | null): string =>
  conference !== null && conference.place < place ? conference.first : first

/** Conferences no start belongs to: one while a plan without a conference runs is that plan's; another made a plan whose start was not recorded. */
function withConferences(history: ChildHistory, { plans, problems }: Plans, conferences: readonly Conference[]): Plans {
  let all = [...plans]
  const more: Problem[] = []
  for (const held of conferences) {
    if (all.some((plan) => plan.conference?.id === held.id)) continue
    const running = all.find(
      ({ startedOn, end }) => !held.on.isBefore(startedOn) && (end === null || end.on.isAfter(held.on)),
    )
    const impossible = impossibleStart(history, held)
    if (running?.conference === null) {
      all = all.map((plan) => (plan === running ? { ...plan, conference: held, name: nameOf(plan, held) } : plan))
    } else if (running === undefined && impossible !== undefined) {
      more.push(impossible)
    } else if (running === undefined) {
      const end = planEnd(history, held, all.findLast((plan) => !plan.startedOn.isAfter(held.on))?.end ?? null)
      more.push(...closedWhileRunning(held, end))
      all.push(planOf(history, held, held, end))
    }
  }
  return { plans: all.sort((a, b) => a.startedOn.compareTo(b.startedOn)), problems: [...problems, ...more] }
}

const isAfterPlan = (held: Conference, before: ProtectionPlan | undefined): boolean =>
  before === undefined || (before.conference?.id !== held.id && before.end !== null && !held.on.isBefore(before.end.on))

function stillRuns(before: ProtectionPlan | undefined, start: Start): Problem | undefined {
  if (before === undefined || (before.end !== null && !before.end.on.isAfter(start.on))) return undefined
  return { events: [before.id, start.id], problem: 'two child protection plans run at once; the first one stands' }
}

function impossibleStart({ died, adultOn }: ChildHistory, start: Start | Conference): Problem | undefined {
  if (died?.on.isBefore(start.on) === true)
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

const closedWhileRunning = (start: Start | Conference, end: PlanEnd | null): Problem[] =>
  end?.ground === 'case-closed'
    ? [
        {
          events: [start.id, end.by],
          problem: 'the case was closed while a child protection plan ran; its timers stopped',
        },
      ]
    : []
