import { sayDiscussed } from '../../commands/supervision/sayDiscussed'
import { goTo, NOTHING_HERE } from '../app/answer'
import { textOf } from '../app/formText'
import { page, type Page } from '../app/page'
import { caseIn, sessionFor } from './sessionFor'
import { commandAt } from './sessionPage'
import { refusedView, sessionView } from './sessionView'

const MOST = 300

/** Whether one case was discussed, of a session that was recorded by somebody who may not open it. */
export const DISCUSSED_PAGES: readonly Page[] = [
  page({
    method: 'POST',
    path: '/supervision/sessions/:id/discussed/:ref',
    needs: 'see-own-work',
    answer: async (asked) => {
      const session = await sessionFor(asked)
      const row = session === undefined ? undefined : caseIn(session, asked)
      if (session === undefined || row?.readable !== true) return NOTHING_HERE
      const [answer, why] = [textOf(asked.form, 'answer'), textOf(asked.form, 'why')]
      const wrong = problemOf(row.ref, { answer, why })
      if (wrong !== undefined) return sessionView(asked, session, [{ text: wrong, href: '#unsaid' }], 422)
      const said = await sayDiscussed(asked, {
        ...{ ...commandAt(asked, session), ref: row.ref, whyNot: answer === 'yes' ? null : why },
      })
      return 'refused' in said
        ? refusedView(asked, session, said, '#unsaid')
        : goTo(`/supervision/sessions/${session.head.id}`, `It is recorded whether ${row.ref} was discussed.`)
    },
  }),
]

function problemOf(
  ref: string,
  { answer, why }: { readonly answer: string; readonly why: string },
): string | undefined {
  if (answer !== 'yes' && answer !== 'no') return `Say whether ${ref} was discussed`
  if (answer === 'yes') return why === '' ? undefined : `Take out why ${ref} was not discussed, or say that it was not`
  return why === '' || why.length > MOST
    ? `Say why ${ref} was not discussed, in ${String(MOST)} letters at most`
    : undefined
}
