import { askException, decideException } from '../../commands/supervision/exception'
import type { Answered } from '../../commands/supervision/acting'
import { minutesOut, papersOut } from '../../commands/supervision/minutes'
import { qualityCheck } from '../../commands/supervision/qualityCheck'
import { reply } from '../../commands/supervision/reply'
import { isId } from '../../commands/isId'
import { goTo, NOTHING_HERE, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { textOf } from '../app/formText'
import { page, type Asked, type Page } from '../app/page'
import { sessionFor, type OpenedSession } from './sessionFor'
import { refusedView, sessionView } from './sessionView'

const PATH = '/supervision/sessions/:id'

interface Deed {
  /** Below the page of the session. */
  readonly path: string
  /** Where on the page its form stands. */
  readonly at: string
  readonly saying: string
  readonly act: (asked: Asked, at: At) => Promise<Answered> | { readonly wrong: string }
}

interface At {
  readonly sessionId: string
  readonly actorId: string
  readonly commandId: string
}

const ANSWERS = ['accepted', 'tentative', 'declined'] as const

/** Whom a form is about: the person it names, or whoever sends it. */
const personOf = ({ form, reader }: Asked): string =>
  isId(textOf(form, 'person')) ? textOf(form, 'person').toLowerCase() : reader.id

const DEEDS: readonly Deed[] = [
  {
    ...{ path: 'reply', at: 'answer', saying: 'The answer is recorded.' },
    act: (asked, at) => {
      const answer = ANSWERS.find((one) => one === textOf(asked.form, 'answer'))
      if (answer === undefined) return { wrong: 'Choose an answer' }
      if ('person' in asked.form && !isId(textOf(asked.form, 'person'))) return { wrong: 'Choose whose answer it is' }
      return reply(asked, { ...at, personId: personOf(asked), answer, how: 'link' })
    },
  },
  {
    ...{ path: 'excuse', at: 'reason', saying: 'It is recorded. The team manager decides whether the reason counts.' },
    act: (asked, at) => {
      const [reason, cover] = [textOf(asked.form, 'reason'), textOf(asked.form, 'cover')]
      if (reason === '' || reason.length > 500) return { wrong: 'Say why you cannot come, in 500 letters at most' }
      return askException(asked, {
        ...at,
        personId: personOf(asked),
        reason,
        coverId: isId(cover) ? cover.toLowerCase() : null,
      })
    },
  },
  {
    ...{ path: 'decide', at: 'exceptions', saying: 'It is decided.' },
    act: (asked, at) => {
      const decision = textOf(asked.form, 'decision')
      if (decision !== 'yes' && decision !== 'no') return { wrong: 'Say whether you approve it' }
      return decideException(asked, { ...at, personId: personOf(asked), approved: decision === 'yes' })
    },
  },
  {
    ...{ path: 'papers', at: 'papers', saying: 'The papers are out. Everybody invited is told where they are.' },
    act: papersOut,
  },
  {
    ...{ path: 'minutes', at: 'minutes', saying: 'The minutes are out. Everybody invited is told where they are.' },
    act: minutesOut,
  },
  {
    ...{ path: 'check', at: 'found', saying: 'It is recorded what was found.' },
    act: (asked, at) => {
      const words = textOf(asked.form, 'found')
      return words === '' || words.length > 5000
        ? { wrong: 'Say what was found' }
        : qualityCheck(asked, { ...at, words })
    },
  },
]

/** The page of a session, and what is done on it. */
export const SESSION_PAGE: readonly Page[] = [
  page({
    method: 'GET',
    path: PATH,
    needs: 'see-own-work',
    answer: async (asked) => {
      const session = await sessionFor(asked)
      return session === undefined ? NOTHING_HERE : sessionView(asked, session)
    },
  }),
  ...DEEDS.map(({ path, at, saying, act }) =>
    page({
      method: 'POST',
      path: `${PATH}/${path}`,
      needs: 'see-own-work',
      answer: async (asked) => {
        const session = await sessionFor(asked)
        if (session === undefined) return NOTHING_HERE
        return answered(asked, session, { at, saying, answer: await act(asked, commandAt(asked, session)) })
      },
    }),
  ),
]

/** Who does something about which session, by the form's own command. */
export const commandAt = ({ reader, form }: Asked, { head }: OpenedSession): At => ({
  sessionId: head.id,
  actorId: reader.id,
  commandId: formCommand(form),
})

function answered(
  asked: Asked,
  session: OpenedSession,
  {
    at,
    saying,
    answer,
  }: { readonly at: string; readonly saying: string; readonly answer: Answered | { readonly wrong: string } },
): Promise<Answer> | Answer {
  if ('wrong' in answer) return sessionView(asked, session, [{ text: answer.wrong, href: `#${at}` }], 422)
  if ('refused' in answer) return refusedView(asked, session, answer, `#${at}`)
  return goTo(`/supervision/sessions/${session.head.id}`, saying)
}
