import { safetyPlan } from '../../queries/safetyPlan'
import { isEventKind } from '../../../domain/chronology/eventKinds'
import { isId } from '../../commands/isId'
import { openOnCase } from '../../queries/web/openOnCase'
import { goTo, NOTHING_HERE, show, type Answer } from '../app/answer'
import { forCase } from '../app/forCase'
import { page, type Asked, type Page } from '../app/page'
import { elsewhere, hasForm, isCorrectedHere } from './elsewhere'
import { dueFirst, kindThemes } from './kindList'
import { recordedFact } from '../../queries/web/recordedFact'
import { sendForm, showForm } from './kindPage'
import type { ReadableCase } from '../../queries/reading/readableCase'
import type { EventKind } from '../../../domain/chronology/eventKinds'

/** Recording what happened on a case: first what, then one short form, then what it sets, then done. */
export const RECORD_PAGES: readonly Page[] = [
  page({
    method: 'GET',
    path: '/cases/:ref/record',
    needs: 'see-own-work',
    answer: forCase('record', async ({ db, today, query }, about) => {
      const { corrects } = query
      if (typeof corrects === 'string') {
        const fact = isId(corrects) ? await recordedFact(db, about.id, corrects) : undefined
        if (fact === undefined) return NOTHING_HERE
        const back = query['void'] === '1' ? '&void=1' : ''
        return goTo(`/cases/${encodeURIComponent(about.ref)}/record/${fact.kind}?corrects=${fact.id}${back}`)
      }
      const due = dueFirst(about.ref, await openOnCase(db, about, today), today)
      return show('record/record.njk', { ref: about.ref, due, themes: kindThemes(about.ref) })
    }),
  }),
  page({
    method: 'GET',
    path: '/cases/:ref/record/:kind',
    needs: 'see-own-work',
    answer: forCase('record', (asked, about) => ofKind(asked, about, showForm)),
  }),
  page({
    method: 'POST',
    path: '/cases/:ref/record/:kind',
    needs: 'see-own-work',
    answer: forCase('record', (asked, about) => ofKind(asked, about, sendForm)),
  }),
]

/** A kind that has a form here. One that is recorded on a page of its own leads there, and so does what is due, which only that page can meet; a fact of it that stands is put right here, or taken back where its form cannot show it. */
async function ofKind(
  asked: Asked,
  about: ReadableCase,
  answer: (asked: Asked, about: ReadableCase, kind: EventKind) => Promise<Answer>,
): Promise<Answer> {
  const kind = asked.params['kind'] ?? ''
  if (!isEventKind(kind)) return NOTHING_HERE
  const own = elsewhere(kind, about.ref)
  if (own === undefined) return answer(asked, about, kind)
  const corrects = asked.query['corrects'] ?? asked.form['corrects']
  if (typeof corrects !== 'string' || !isId(corrects)) {
    const isHere = hasForm(kind) && asked.query['due'] === undefined && !(await hasWrittenPlan(asked, about))
    return isHere ? answer(asked, about, kind) : goTo(own)
  }
  const isTakenBack = asked.query['void'] === '1' || asked.form['void'] === '1'
  return isTakenBack || isCorrectedHere(kind)
    ? answer(asked, about, kind)
    : goTo(`/cases/${encodeURIComponent(about.ref)}/record/${kind}?corrects=${corrects}&void=1`)
}

/** Whether a written safety plan runs: it is amended, for what is agreed beside it by word of mouth would take its last day and its review. */
async function hasWrittenPlan({ db, reader }: Asked, { ref }: ReadableCase): Promise<boolean> {
  const plan = await safetyPlan(db, { ref, readerId: reader.id })
  return 'state' in plan && plan.state === 'written'
}
