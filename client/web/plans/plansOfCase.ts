import { recordReview, type GoalFound } from '../../commands/plans/recordReview'
import { setGoal } from '../../commands/plans/setGoal'
import { earlierSentence } from '../../queries/plans/earlierSentence'
import { plansPage } from '../../queries/plans/plansPage'
import type { ReadableCase } from '../../queries/reading/readableCase'
import { NOTHING_HERE, show, type Answer } from '../app/answer'
import { forCase } from '../app/forCase'
import { page, type Asked, type Page } from '../app/page'
import { caseAddress } from '../case/caseAddress'
import { boxesTyped } from './boxesTyped'
import { caseForm, FRESH, type Again } from './caseForm'
import { daysGiven } from './daysGiven'
import { PLAN_KINDS, planShown, reviewable } from './planShown'
import { given, linesOf, listOf, textOf } from '../app/formText'

const PATH = '/cases/:ref/plans'

/** Plans, goals and reviews with their forms. */
async function showPlans({ db, reader, today }: Asked, { ref }: ReadableCase, again: Again): Promise<Answer> {
  const found = await plansPage(db, ref, reader.id)
  if ('refused' in found) return NOTHING_HERE
  const running = found.plans.filter(({ end }) => end === null)
  const children = [...new Map(found.plans.map(({ child, forename }) => [child, forename]))]
  const kinds = [...new Set(running.map(({ kind }) => kind))]
  return show(
    'plans/plans.njk',
    {
      ...{ ref, caseHref: caseAddress(ref), base: caseAddress(ref, 'plans') },
      earlier: found.earlier.map((one) => earlierSentence(one, ref)),
      plans: found.plans.map(planShown),
      goalKinds: kinds.map((kind) => ({ value: kind, text: PLAN_KINDS[kind] })),
      children: children.map(([value, text]) => ({ value, text })),
      reviews: reviewable(found.plans, today).map((one) => ({
        ...one,
        boxes: boxesTyped(again.typed, `${one.kind}-on`),
      })),
      ...{ typed: again.typed, problems: again.problems },
      boxes: {
        by: boxesTyped(again.typed, 'by'),
        otherwiseBy: boxesTyped(again.typed, 'otherwiseBy'),
      },
    },
    again.status,
  )
}

const goalSet: Parameters<typeof caseForm>[0]['act'] = async (asked, command) => {
  const { form } = asked
  const read = daysGiven(form, {
    by: { what: 'The day by which it is to be reached' },
    otherwiseBy: { what: 'The day for what happens if not' },
  })
  const missing = (
    [
      ['goal', 'Enter what the goal is called'],
      ['change', 'Enter what must change for the child'],
      ['sign', 'Enter how anybody will know'],
      ['otherwise', 'Enter what happens if it is not reached'],
    ] as const
  ).flatMap(([name, text]) => (textOf(form, name) === '' ? [{ text, href: `#${name}` }] : []))
  if (read.problems !== undefined || missing.length > 0) return { problems: [...missing, ...(read.problems ?? [])] }
  const children = listOf(form, 'children')
  return setGoal(asked, {
    ...command,
    ...(children.length === 0 ? {} : { children }),
    goal: {
      ...{ goal: textOf(form, 'goal'), plan: textOf(form, 'plan'), change: textOf(form, 'change') },
      ...{ sign: textOf(form, 'sign'), otherwise: textOf(form, 'otherwise') },
      ...{ by: read.days.by ?? '', otherwiseBy: read.days.otherwiseBy ?? '' },
      ...given(form, 'agency'),
      ...given(form, 'frequency'),
    },
  })
}

const OUTCOMES = ['met', 'part', 'not'] as const

/** What was found of each goal that the form named. */
function goalsFound(form: Asked['form'], kind: 'cpp' | 'cin'): readonly GoalFound[] {
  return Object.keys(form).flatMap((name) => {
    const [, place] = new RegExp(`^${kind}-goal-(\\d+)$`).exec(name) ?? []
    const outcome = OUTCOMES.find((one) => one === textOf(form, `${kind}-found-${place ?? ''}`))
    if (place === undefined || outcome === undefined) return []
    const progress = textOf(form, `${kind}-progress-${place}`)
    return [{ goal: textOf(form, name), outcome, ...(progress === '' ? {} : { progress }) }]
  })
}

const reviewed =
  (kind: 'cpp' | 'cin'): Parameters<typeof caseForm>[0]['act'] =>
  async (asked, command) => {
    const { form } = asked
    const what = { what: 'The day it was held' }
    const read = kind === 'cpp' ? daysGiven(form, { 'cpp-on': what }) : daysGiven(form, { 'cin-on': what })
    if (read.problems !== undefined) return read
    const [on] = Object.values(read.days)
    const end = (['continue', 'end'] as const).find((one) => one === textOf(form, 'outcome'))
    return recordReview(asked, {
      ...{ ...command, plan: kind, goals: goalsFound(form, kind), decisions: linesOf(form, `${kind}-decisions`) },
      ...(on === undefined ? {} : { on }),
      quorate: textOf(form, 'quorate') !== 'no',
      ...(end === undefined ? {} : { outcome: end }),
      ...(kind === 'cin' ? { independentChair: textOf(form, 'independentChair') === 'yes' } : {}),
      childView: textOf(form, `${kind}-childView`),
      parentsView: textOf(form, `${kind}-parentsView`),
    })
  }

const back = (_asked: Asked, { ref }: ReadableCase): string => caseAddress(ref, 'plans')

/** `/cases/:ref/plans`: every plan of every child; a goal is set here, and a review recorded. */
export const PLANS_OF_CASE: readonly Page[] = [
  page({
    method: 'GET',
    path: PATH,
    needs: 'see-own-work',
    answer: forCase(PATH, (asked, about) => showPlans(asked, about, FRESH)),
  }),
  caseForm({
    ...{ path: `${PATH}/goals`, at: '#goal', act: goalSet, said: 'The goal is set.', to: back, again: showPlans },
  }),
  ...(['cpp', 'cin'] as const).map((kind) =>
    caseForm({
      ...{ path: `${PATH}/reviews/${kind}`, at: `#review-${kind}`, act: reviewed(kind), to: back, again: showPlans },
      said: 'The review is recorded, and what follows from it is on the case.',
    }),
  ),
]
