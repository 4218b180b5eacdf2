import { answerFollowUp } from '../../commands/follow-up/answerFollowUp'
import { followUpList } from '../../queries/followUps/followUpList'
import { followUpPage } from '../../queries/followUps/followUpPage'
import type { ReadableCase } from '../../queries/reading/readableCase'
import { NOTHING_HERE, show, type Answer } from '../app/answer'
import { forCase } from '../app/forCase'
import { page, type Asked, type Page } from '../app/page'
import { caseAddress } from '../case/caseAddress'
import { caseForm, FRESH, type Again } from './caseForm'
import { followUpLine, followUpShown } from './followUpShown'
import { given, linesOf, textOf } from '../app/formText'

const PATH = '/cases/:ref/follow-ups/:id'

/** One follow-up of this case; one of another is not here. */
async function showFollowUp({ db, reader, params }: Asked, { ref }: ReadableCase, again: Again): Promise<Answer> {
  const id = params['id'] ?? ''
  const found = await followUpPage(db, { id, readerId: reader.id })
  if (found?.ref !== ref) return NOTHING_HERE
  const shown = {
    ...{ ref, caseHref: caseAddress(ref), base: caseAddress(ref, `follow-ups/${found.id}`) },
    ...followUpShown(found, again.typed),
    ...{ typed: again.typed, problems: again.problems },
  }
  return show('plans/followUp.njk', shown, again.status)
}

/** The answers of a form; what was left out was not answered. */
function answersOf(form: Asked['form']): object {
  const yesNo = (name: string): object => {
    const said = textOf(form, name)
    return said === 'true' || said === 'false' ? { [name]: said === 'true' } : {}
  }
  const goals = textOf(form, 'goalsMet')
  const asked = linesOf(form, 'asked')
  return {
    ...given(form, 'now'),
    ...yesNo('secondPlan'),
    ...yesNo('reReferral'),
    ...given(form, 'safetyPlanKept'),
    ...(goals === '' ? {} : { goalsMet: /^\d{1,4}$/.test(goals) ? Number(goals) : goals }),
    ...(asked.length === 0 ? {} : { asked }),
    ...given(form, 'childView'),
  }
}

const answered: Parameters<typeof caseForm>[0]['act'] = async (asked, { actorId, commandId, seenVersion }) => {
  const { form, params } = asked
  const goals = textOf(form, 'goalsMet')
  if (goals !== '' && !/^\d{1,4}$/.test(goals))
    return { problems: [{ text: 'How many goals were met must be a number, like 2', href: '#goalsMet' }] }
  const why = textOf(form, 'notPossible')
  // Where it is not possible, what the record filled in by itself is no answer of anybody.
  const answers = why === '' ? answersOf(form) : undefined
  return answerFollowUp(asked, {
    ...{ followUpId: params['id'] ?? '', actorId, commandId, answers },
    ...(why === '' ? {} : { notPossible: why }),
    ...(seenVersion === undefined ? {} : { seenVersion }),
  })
}

/** `/cases/:ref/follow-ups/:id`: what became of a child: what the record answers, and what is asked. */
export const FOLLOW_UP_PAGES: readonly Page[] = [
  page({
    ...{ method: 'GET', path: '/cases/:ref/follow-ups', needs: 'see-own-work' },
    answer: forCase('/cases/:ref/follow-ups', async ({ db, reader }, { ref }) => {
      const lines = await followUpList(db, { readerId: reader.id, ref, all: true })
      return show('plans/followUps.njk', { ref, caseHref: caseAddress(ref), lines: lines.map(followUpLine) })
    }),
  }),
  page({
    method: 'GET',
    path: PATH,
    needs: 'see-own-work',
    answer: forCase(PATH, (asked, about) => showFollowUp(asked, about, FRESH)),
  }),
  caseForm({
    ...{ path: PATH, at: '#answers', act: answered, said: 'The answers are recorded. Nobody is asked again.' },
    ...{ to: (_asked, { ref }) => caseAddress(ref), again: showFollowUp },
  }),
]
