import type { Refusal } from '../../commands/command'
import { recordHeld, recordNotHeld } from '../../commands/supervision/held'
import { isoDay } from '../../../domain/calendar/isoDay'
import { goTo, NOTHING_HERE, show, type Answer } from '../app/answer'
import { listOf, textOf } from '../app/formText'
import { pageWords } from '../app/pageWords'
import { page, type Asked, type Page } from '../app/page'
import { statusOf } from '../app/refusedBy'
import { sessionFor, type OpenedSession } from './sessionFor'
import { caseLine, invitedLine, stateLine, whenWords } from './sessionLines'
import { commandAt } from './sessionPage'

const PATH = '/supervision/sessions/:id/held'

/** After the session: who was there, and which cases were discussed; or that it was not held. By whoever runs the team's sessions. */
export const HELD_PAGES: readonly Page[] = [
  page({
    method: 'GET',
    path: PATH,
    needs: 'organise-supervision',
    answer: async (asked) => {
      const session = await toRecord(asked)
      return session === undefined ? NOTHING_HERE : formOf(asked, session, typedBefore(session))
    },
  }),
  page({
    method: 'POST',
    path: PATH,
    needs: 'organise-supervision',
    answer: async (asked) => {
      const session = await toRecord(asked)
      if (session === undefined) return NOTHING_HERE
      const { form } = asked
      const left = listOf(form, 'left')
      const typed: Typed = {
        present: listOf(form, 'present'),
        left: new Map(
          session.cases.filter(({ id }) => left.includes(id)).map(({ id }) => [id, textOf(form, `why-${id}`)]),
        ),
        reason: '',
      }
      const wrong = session.cases
        .filter(({ id }) => typed.left.get(id) === '')
        .map(({ id, ref }) => ({ text: `Say why ${ref} was not discussed`, href: `#why-${id}` }))
      if (wrong.length > 0) return formOf(asked, session, typed, wrong, 422)
      const invited = new Set(
        session.head.invited.flatMap(({ id, coverId }) => [id, ...(coverId === null ? [] : [coverId])]),
      )
      const answer = await recordHeld(asked, {
        ...commandAt(asked, session),
        present: typed.present.filter((id) => invited.has(id)),
        notDiscussed: session.cases
          .filter(({ id }) => typed.left.has(id))
          .map(({ id, ref }) => ({ ref, why: typed.left.get(id) ?? '' })),
      })
      if ('refused' in answer) return formOf(asked, session, typed, [problemOf(answer)], statusOf(answer))
      return goTo(
        `/supervision/sessions/${session.head.id}#minutes`,
        'It is recorded that the session was held. Look at the minutes, then send them out.',
      )
    },
  }),
  page({
    method: 'POST',
    path: '/supervision/sessions/:id/not-held',
    needs: 'organise-supervision',
    answer: async (asked) => {
      const session = await toRecord(asked)
      if (session === undefined) return NOTHING_HERE
      const reason = textOf(asked.form, 'reason')
      const typed = { ...typedBefore(session), reason }
      if (reason === '' || reason.length > 500)
        return formOf(
          asked,
          session,
          typed,
          [{ text: 'Say why it was not held, in 500 letters at most', href: '#reason' }],
          422,
        )
      const answer = await recordNotHeld(asked, { ...commandAt(asked, session), reason })
      if ('refused' in answer) return formOf(asked, session, typed, [problemOf(answer)], statusOf(answer))
      return goTo(
        `/supervision/sessions/${session.head.id}`,
        'It is recorded that the session was not held. Its cases are placed again.',
      )
    },
  }),
]

interface Typed {
  readonly present: readonly string[]
  /** Cases that were not discussed, by id, with the reason. */
  readonly left: ReadonlyMap<string, string>
  readonly reason: string
}

const problemOf = ({ todo }: Refusal) => ({ text: pageWords(todo), href: '#main-content' })

async function toRecord(asked: Asked): Promise<OpenedSession | undefined> {
  const session = await sessionFor(asked)
  return session?.access.organises === true ? session : undefined
}

/** Who was ticked off in the room; and cases of which nothing was written down are offered as not discussed. */
const typedBefore = ({ head, cases }: OpenedSession): Typed => {
  const written = cases.some(({ lines }) => lines > 0)
  return {
    present: head.invited.filter(({ attended }) => attended === true).map(({ id }) => id),
    left: new Map(cases.filter(({ lines, actions }) => written && lines + actions === 0).map(({ id }) => [id, ''])),
    reason: '',
  }
}

const formOf = (
  { today }: Asked,
  { head, cases }: OpenedSession,
  typed: Typed,
  problems: readonly { readonly text: string; readonly href: string }[] = [],
  status = 200,
): Answer =>
  show(
    'session/held.njk',
    {
      ...{
        base: `/supervision/sessions/${head.id}`,
        heading: `Group supervision, ${head.team}`,
        when: whenWords(head),
        problems,
      },
      people: head.invited.map((one) => ({
        ...{ id: one.id, words: `${one.name}, ${invitedLine(one).role}`, answer: invitedLine(one).answer },
        here: typed.present.includes(one.id),
        cover:
          one.coverId === null ? null : { id: one.coverId, name: one.cover, here: typed.present.includes(one.coverId) },
      })),
      cases: cases.map((one) => ({
        ...{
          id: one.id,
          ref: one.ref,
          lines: caseLine(one, head).lines,
          left: typed.left.has(one.id),
          why: typed.left.get(one.id) ?? '',
        },
        wrong: problems.find(({ href }) => href === `#why-${one.id}`)?.text,
      })),
      ready: !isoDay(head.on).isAfter(today) && head.state === 'planned',
      notReady: isoDay(head.on).isAfter(today)
        ? `This session is on ${whenWords(head)}. Record it from that day on; move or cancel it before.`
        : stateLine(head, today),
      ...{ reason: typed.reason, reasonWrong: problems.find(({ href }) => href === '#reason')?.text },
    },
    status,
  )
