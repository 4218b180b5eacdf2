import { writeAhead } from '../../commands/safety-plan/writeAhead'
import { writePlan } from '../../commands/safety-plan/writePlan'
import type { PlanDocument } from '../../../domain/safety-plan/planDocument'
import { lookAgain } from '../../../domain/safety-plan/lookAgain'
import type { ReadableCase } from '../../queries/reading/readableCase'
import { safetyPlan, type SafetyPlanPage } from '../../queries/safetyPlan'
import { goTo, NOTHING_HERE, show, type Answer } from '../app/answer'
import { forCase } from '../app/forCase'
import { formCommand } from '../app/formCommand'
import { page, type Asked, type Page } from '../app/page'
import { statusOf } from '../app/refusedBy'
import { caseAddress } from '../case/caseAddress'
import { setsWords, type SetsShown } from '../record/setsWords'
import type { Problem } from './caseForm'
import { emptyForm, filledForm, type Typed } from './planFormFilled'
import { readPlanForm } from './planFormRead'
import { planFormShown } from './planFormShown'
import { lineRows, peopleRows } from './planFormSize'
import { pageWords } from '../app/pageWords'
import { textOf, typedOf } from '../app/formText'

const PATH = '/cases/:ref/safety-plan/write'

/** The version that a form amends, and those before it, the first one first: as it was opened, also where another was written meanwhile. None for the first of a plan. */
const earlierOf = ({ document, earlier }: SafetyPlanPage, amends: string): readonly PlanDocument[] =>
  [...(document === null ? [] : [document]), ...earlier]
    .filter(({ number }) => amends !== '' && number <= Number(amends))
    .sort((a, b) => a.number - b.number)
    .map(({ content }) => content)

interface Shown {
  readonly problems?: readonly Problem[]
  readonly sets?: SetsShown
  readonly look?: readonly string[]
  readonly status?: number
}

/** The form with what was typed, or as it opens. */
function shown(plan: SafetyPlanPage, fields: Typed, { problems = [], sets, look = [], status }: Shown = {}): Answer {
  const { ref } = plan
  const amends = fields['amends'] ?? ''
  const before = earlierOf(plan, amends).at(-1)
  return show(
    'plans/safetyPlanForm.njk',
    {
      ...{ ref, problems, sets, look, commandId: fields['command'] },
      title: amends === '' ? 'Write the safety plan' : `Amend the safety plan: version ${amends}`,
      says:
        amends === ''
          ? 'In the words of the family. Nothing is saved until you have seen which days it sets.'
          : 'What stays as it is keeps its days. Signatures and copies are asked for anew.',
      action: caseAddress(ref, 'safety-plan/write'),
      planHref: caseAddress(ref, 'safety-plan'),
      hidden: [
        { name: 'people', value: String(peopleRows(fields)) },
        { name: 'lines', value: String(lineRows(fields)) },
        { name: 'amends', value: amends },
      ],
      sections: planFormShown({ typed: fields, problems, children: plan.family, before }),
    },
    status,
  )
}

/** The number of the version that is amended; empty for the first. */
const amendsIn = (form: Asked['form']): string =>
  /^\d{1,4}$/.test(textOf(form, 'amends')) ? textOf(form, 'amends') : ''

async function sent(asked: Asked, about: ReadableCase, plan: SafetyPlanPage): Promise<Answer> {
  const { db, form, reader, today } = asked
  const fields = typedOf(form)
  const step = textOf(form, 'step')
  if (step.startsWith('add-')) return shown(plan, fields)
  const read = readPlanForm(form, {
    earlier: earlierOf(plan, amendsIn(form)),
    children: plan.family.map(({ id }) => id),
  })
  if ('problems' in read) return shown(plan, fields, { problems: read.problems, status: 422 })
  const amends = amendsIn(form)
  const command = {
    ...{ ref: about.ref, actorId: reader.id, commandId: formCommand(form), content: read.plan },
    ...(amends === '' ? {} : { amends: Number(amends) }),
  }
  const answer = step === 'save' ? await writePlan(asked, command) : await writeAhead(db, about, { command, today })
  if ('refused' in answer)
    return shown(plan, fields, {
      problems: [{ text: pageWords(answer.todo), href: '#form' }],
      status: statusOf(answer),
    })
  return 'accepted' in answer
    ? goTo(
        caseAddress(about.ref, 'safety-plan'),
        'The plan is written. Give a copy to everybody in it: below is who has none yet.',
      )
    : shown(plan, fields, { sets: setsWords(answer), look: lookAgain(read.plan) })
}

const answering = (answer: (asked: Asked, about: ReadableCase, plan: SafetyPlanPage) => Promise<Answer> | Answer) =>
  forCase(PATH, async (asked, about) => {
    const plan = await safetyPlan(asked.db, { ref: about.ref, readerId: asked.reader.id })
    return 'todo' in plan ? NOTHING_HERE : answer(asked, about, plan)
  })

/** `/cases/:ref/safety-plan/write`: the plan's text, first or amended. What it sets is shown before anything is saved. */
export const SAFETY_PLAN_FORM: readonly Page[] = [
  page({
    ...{ method: 'GET', path: PATH, needs: 'see-own-work' },
    answer: answering(({ today }, _about, plan) => {
      const children = plan.children.length > 0 ? plan.children : plan.family.map(({ id }) => id)
      return shown(
        plan,
        plan.state !== 'written' || plan.document === null
          ? emptyForm(today, children)
          : { ...filledForm(plan.document.content, today), amends: String(plan.document.number) },
      )
    }),
  }),
  page({ ...{ method: 'POST', path: PATH, needs: 'see-own-work' }, answer: answering(sent) }),
]
