import { evidenceWords } from '../../../domain/timeline/eventWords'
import type { PlanGoal } from '../../../domain/plans/planGoals'
import type { PlanMeeting } from '../../../domain/plans/planMeetings'
import { openGoals, runningPlans } from '../../../domain/plans/openGoals'
import type { LocalDate } from '@js-joda/core'
import type { PlansPage } from '../../queries/plans/plansPage'
import { dayWords } from '../app/momentWords'

type Plan = PlansPage['plans'][number]

export const PLAN_KINDS: Readonly<Record<Plan['kind'], string>> = {
  cpp: 'Child protection plan',
  cin: 'Child in need plan',
  plo: 'Pre-proceedings',
  safety: 'Safety plan',
}

const OUTCOMES = { met: 'met', part: 'partly met', not: 'not met' } as const

/** A plan of a child in words. */
export const planShown = (plan: Plan) => ({
  title: `${plan.forename}: ${PLAN_KINDS[plan.kind]}${plan.number > 1 ? `, number ${String(plan.number)}` : ''}`,
  span:
    plan.end === null
      ? `Since ${dayWords(plan.startedOn)}, still running`
      : `${dayWords(plan.startedOn)} to ${dayWords(plan.end.on)}: ${plan.end.why}`,
  running: plan.end === null,
  category: plan.categories
    .map(({ category, since }, index) => (index === 0 ? category : `${category} since ${dayWords(since)}`))
    .join(', then '),
  again: plan.kind === 'cpp' && plan.number > 1 ? `Why a further plan: ${plan.repeatReason ?? 'not recorded'}` : '',
  gate: plan.gate === null ? '' : gateWords(plan.gate),
  goals: plan.goals.map(goalShown),
  meetings: plan.meetings.map(meetingShown),
})

function gateWords({ dueOn, metOn, lacks }: NonNullable<Plan['gate']>): string {
  const missing = lacks.map((one) => (one.goal === null ? one.lacks : `“${one.goal}”: ${one.lacks}`))
  if (metOn !== null && missing.length === 0) return `The plan has its goals since ${dayWords(metOn)}.`
  const by = dueOn === null ? '' : ` It has to be complete by ${dayWords(dueOn)}.`
  return missing.length === 0 ? `The plan has its goals.${by}` : `Still missing: ${missing.join('; ')}.${by}`
}

const goalShown = (goal: PlanGoal) => ({
  ...{ goal: goal.goal, change: goal.change, sign: goal.sign, otherwise: goal.otherwise, late: goal.isLate },
  by: `${goal.isLate ? 'Late: was to be reached by' : 'By'} ${dayWords(goal.by)}`,
  movedInVain:
    goal.movedInVain === null ? '' : `Moved to ${dayWords(goal.movedInVain.to)} too late: the first day counts.`,
  otherwiseBy: dayWords(goal.otherwiseBy),
  who: [goal.agency, goal.frequency].filter((said) => said !== null).join(', '),
  progress: [
    ...goal.progress.map(
      ({ on, outcome, progress }) => `${dayWords(on)}: ${OUTCOMES[outcome]}${progress === null ? '' : `. ${progress}`}`,
    ),
    ...(goal.contingencyOn === null ? [] : [`${dayWords(goal.contingencyOn)}: what happens if not was begun`]),
  ],
})

const meetingShown = ({ kind, on, missing, ...meeting }: PlanMeeting) => ({
  title: evidenceWords(kind).replace(/ held$/, ''),
  on: dayWords(on),
  outcome: [
    meeting.outcome === null ? null : (MEETING_OUTCOMES[meeting.outcome] ?? meeting.outcome),
    meeting.quorate === false ? 'inquorate' : null,
  ]
    .filter((said) => said !== null)
    .join(', '),
  childView: meeting.childView ?? (missing.includes('child') ? 'Not recorded' : ''),
  parentsView: meeting.parentsView ?? (missing.includes('parents') ? 'Not recorded' : ''),
  decisions: meeting.decisions,
})

const MEETING_OUTCOMES: Readonly<Record<string, string>> = {
  plan: 'a plan is made',
  'no-plan': 'no plan',
  continue: 'the plan continues',
  end: 'the plan is to end',
}

/** Which plans a review can be recorded of today, and which goals it has to look at. */
export const reviewable = (plans: PlansPage['plans'], today: LocalDate) =>
  (['cpp', 'cin'] as const).flatMap((kind) => {
    const running = runningPlans(plans, { kind, on: today, children: [] })
    if (running.length === 0) return []
    const goals = openGoals(running, today).map(({ goal }, index) => ({ goal, field: `${kind}-${String(index)}` }))
    return [{ kind, title: PLAN_KINDS[kind], goals, asksViews: kind === 'cpp' }]
  })
