import { amendmentProblems } from '../../../domain/safety-plan/amendmentProblems'
import { PLAN_CHECKS } from '../../../domain/safety-plan/planChecks'
import type { PlanDocument } from '../../../domain/safety-plan/planDocument'
import type { PlanProblem } from '../../../domain/safety-plan/planProblem'
import { readPlan } from '../../../domain/safety-plan/readPlan'
import { formDay, isEmptyDay } from '../app/formDay'
import type { Problem } from './caseForm'
import { optional, readAnswer, type Asking, type Form } from './planFormAsking'
import { planFormProblem } from './planFormProblem'
import { readLines } from './planFormLines'
import { peopleRows } from './planFormSize'
import { linesOf, textOf } from '../app/formText'

/** The versions that a form amends, the first one first; none for the first version of a plan. */
type Earlier = readonly PlanDocument[]

/** The plan as the form says it, or everything that is wrong with it, by field. */
export function readPlanForm(
  form: Form,
  { earlier, children }: { readonly earlier: Earlier; readonly children: readonly string[] },
): { readonly plan: PlanDocument } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const wrong = (text: string, name: string): void => void problems.push({ text, href: `#${name}` })
  const asking: Asking = {
    need: (name, text) => {
      const value = textOf(form, name)
      if (value === '') wrong(text, name)
      return value
    },
    day: (name, what) => {
      const read = formDay(form, name, what)
      if (read.day === undefined) wrong(read.problem, `${name}-day`)
      return read.day?.toString() ?? ''
    },
    wrong,
  }
  // In the order of the page, so that its problems are too.
  const head = { format: 1, date: asking.day('date', 'The date of the plan') }
  const about = children.filter((child) => textOf(form, `child-${child}`) !== '')
  if (about.length === 0) wrong('Tick the children it is about', `child-${children[0] ?? ''}`)
  const concerns = asking.need('concerns', 'Enter what we are worried about, and why')
  const people = readPeople(form, asking)
  const police = (['attending-officer', 'detective-sergeant'] as const).filter((one) => one === textOf(form, 'police'))
  const read = readLines(form, asking, earlier)
  const content = {
    ...{ ...head, concerns, ...people.content, children: about, policeInvolved: police.length > 0 },
    ...optional({ address: textOf(form, 'address') }),
    ...{ lines: read.lines, ...(earlier.length > 0 && read.leftOut.length > 0 ? { leftOut: read.leftOut } : {}) },
    support: linesOf(form, 'support'),
    phones: optional({
      socialWorker: textOf(form, 'phones-socialWorker'),
      afterClosing: textOf(form, 'phones-afterClosing'),
    }),
    timeOfferedUntil: asking.day('timeOfferedUntil', 'The time offered'),
    validUntil: isEmptyDay(form, 'validUntil') ? null : asking.day('validUntil', 'The last day on which it is valid'),
    review: readReview(form, asking),
    signatories: ['social-worker', ...people.signs, 'team-manager', ...police],
    checks: Object.fromEntries(
      PLAN_CHECKS.flatMap(({ id }) => {
        const answer = readAnswer(form, `check-${id}`)
        return answer === undefined ? [] : [[id, answer]]
      }),
    ),
  }
  if (problems.length > 0) return { problems }
  const whole = readPlan(content)
  const found: readonly PlanProblem[] = 'problems' in whole ? whole.problems : amendmentProblems(whole.plan, earlier)
  return 'plan' in whole && found.length === 0
    ? whole
    : { problems: found.map((one) => planFormProblem(one, { people: people.places, ...read })) }
}

/** Everybody of the family in the form: who they are, on which side, and who signs. `places`: the row of each. */
function readPeople(form: Form, { need, wrong }: Asking) {
  const rows = Array.from({ length: peopleRows(form) }, (_, row) => `person-${String(row)}`)
  const places = rows.filter((row) => ['role', 'name', 'side', 'signs'].some((part) => textOf(form, `${row}-${part}`)))
  if (places.length === 0) wrong('Person 1: say who of the family is in the plan', 'person-0-role')
  const people = places.map((row) => ({
    role: need(`${row}-role`, `Person ${String(Number(row.slice(7)) + 1)}: say who it is`),
    name: textOf(form, `${row}-name`),
    ...{ side: textOf(form, `${row}-side`), signs: textOf(form, `${row}-signs`) },
  }))
  const onSide = (side: string): readonly string[] => people.filter((one) => one.side === side).map(({ role }) => role)
  const [harms, isHarmed] = [onSide('harms'), onSide('is-harmed')]
  if ((harms.length === 0) !== (isHarmed.length === 0))
    wrong('Domestic abuse: say who harms, and who is harmed. Both, or neither', 'person-0-side')
  return {
    places,
    content: {
      parents: people.map(({ role, name }) => ({ role, ...optional({ name }) })),
      domesticAbuse: harms.length === 0 ? null : { harms, isHarmed },
    },
    signs: people.filter(({ signs }) => signs !== '').map(({ role }) => role),
  }
}

function readReview(form: Form, { need, day }: Asking): object {
  const mode = need('review', 'Say when it is reviewed')
  return mode === 'date' ? { mode, on: day('reviewOn', 'The day of the review') } : { mode }
}
