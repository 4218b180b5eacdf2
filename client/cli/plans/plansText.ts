import { govukDate } from '../../../domain/timeline/govukDate'
import type { PlanGoal } from '../../../domain/plans/planGoals'
import type { PlanMeeting } from '../../../domain/plans/planMeetings'
import { evidenceWords } from '../../../domain/timeline/eventWords'
import type { PlansPage } from '../../queries/plans/plansPage'
import { earlierLines } from '../onCase/earlierLines'
import { textTable } from '../textTable'

type Plan = PlansPage['plans'][number]

const KINDS: Readonly<Record<Plan['kind'], string>> = {
  cpp: 'child protection plan',
  cin: 'child in need plan',
  plo: 'pre-proceedings',
  safety: 'safety plan',
}
const OUTCOMES = { met: 'met', part: 'partly met', not: 'not met' } as const

/** The plans of a case for a terminal: each with its goals, its meetings, and what nobody has written down. */
export const plansText = ({ ref, plans, earlier }: PlansPage): string =>
  [
    `Case ${ref} · ${plans.length === 0 ? 'no plan' : `${String(plans.length)} plan${plans.length === 1 ? '' : 's'}`}\n`,
    earlierLines(earlier, ref),
    ...plans.map(planText),
  ].join('')

function planText(plan: Plan): string {
  return [
    `\n${plan.forename}: ${KINDS[plan.kind]}, number ${String(plan.number)}, ${spanWords(plan)}\n`,
    ...headLines(plan),
    plan.goals.length === 0
      ? ''
      : textTable(
          ['Goal', 'What must change', 'Sign of it', 'By', 'What happens if not', 'By', 'Who', 'How far'],
          plan.goals.map(goalRow),
        ),
    plan.meetings.length === 0
      ? ''
      : textTable(['Meeting', 'On', 'Outcome', 'Child', 'Parents', 'Decided'], plan.meetings.map(meetingRow)),
  ].join('')
}

const spanWords = ({ startedOn, end }: Plan): string =>
  end === null ? `since ${govukDate(startedOn)}` : `${govukDate(startedOn)} to ${govukDate(end.on)} (${end.why})`

function headLines({ kind, number, categories, repeatReason, gate }: Plan): readonly string[] {
  const category = categories.map((one, index) =>
    index === 0 ? one.category : `${one.category} since ${govukDate(one.since)}`,
  )
  const again = repeatReason ?? 'not recorded'
  return [
    ...(category.length === 0 ? [] : [`  Category: ${category.join(', then ')}\n`]),
    ...(kind === 'cpp' && number > 1 ? [`  Why a further plan: ${again}\n`] : []),
    ...(gate === null ? [] : [`  ${gateWords(gate)}\n`]),
  ]
}

function gateWords({ dueOn, metOn, lacks }: NonNullable<Plan['gate']>): string {
  const missing = lacks.map((one) => (one.goal === null ? one.lacks : `“${one.goal}”: ${one.lacks}`))
  const day = metOn === null ? (dueOn === null ? '' : `, due ${govukDate(dueOn)}`) : `, complete on ${govukDate(metOn)}`
  return `Goals${day}${missing.length === 0 ? '' : `; missing: ${missing.join('; ')}`}`
}

const goalRow = (goal: PlanGoal): readonly string[] => [
  ...[goal.goal, goal.change, goal.sign, dayWords(goal), goal.otherwise, goal.otherwiseBy.toString()],
  [goal.agency, goal.frequency].filter((said) => said !== null).join(', '),
  progressWords(goal),
]

const dayWords = ({ by, movedInVain, isLate }: PlanGoal): string =>
  `${by.toString()}${isLate ? ', late' : ''}${movedInVain === null ? '' : `, moved to ${movedInVain.to.toString()} too late`}`

function progressWords({ progress, contingencyOn }: PlanGoal): string {
  const said = progress.map(
    (one) => `${one.on.toString()} ${OUTCOMES[one.outcome]}${one.progress === null ? '' : `: ${one.progress}`}`,
  )
  return [
    ...(said.length === 0 ? ['nothing recorded'] : said),
    ...(contingencyOn === null ? [] : [`${contingencyOn.toString()} what happens if not was begun`]),
  ].join('; ')
}

const meetingRow = ({ kind, on, missing, ...meeting }: PlanMeeting): readonly string[] => [
  evidenceWords(kind).replace(/ held$/, ''),
  on.toString(),
  [meeting.outcome, meeting.quorate === false ? 'inquorate' : null].filter((said) => said !== null).join(', '),
  meeting.childView ?? (missing.includes('child') ? 'not recorded' : ''),
  meeting.parentsView ?? (missing.includes('parents') ? 'not recorded' : ''),
  meeting.decisions.join('; '),
]
