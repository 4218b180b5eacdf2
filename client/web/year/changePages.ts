import { isoDay } from '../../../domain/calendar/isoDay'
import { isWallTime } from '../../../domain/calendar/wallTime'
import type { SessionChange } from '../../commands/supervision/changeSession'
import { sessionAccess } from '../../queries/supervision/web/sessionAccess'
import { sessionHead, type SessionHead } from '../../queries/supervision/web/sessionHead'
import { NOTHING_HERE, show, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { boxesOf, dayBoxes, formDay } from '../app/formDay'
import { minutesOf, textOf } from '../app/formText'
import { dayWords } from '../app/momentWords'
import { page, type Asked, type Page } from '../app/page'
import { lookOrDo, type Problem } from './lookOrDo'
import { sessionDeed } from './yearDeed'

type Change = Exclude<SessionChange, { change: 'add' }>
type Typed = Readonly<Record<'at' | 'room' | 'reason' | 'minutes', string>> & {
  readonly on: ReturnType<typeof dayBoxes>
}

interface Kind {
  readonly path: 'move' | 'cancel' | 'longer'
  readonly heading: string
  /** What was typed as a change, or what is wrong with it. */
  readonly read: (form: Asked['form'], head: SessionHead) => Change | readonly Problem[]
  readonly what: (change: Change, head: SessionHead) => string
  readonly done: string
}

const reasonProblem = (reason: string): readonly Problem[] =>
  reason === '' || reason.length > 500
    ? [{ text: 'Say why, for those who are told, in 500 letters at most', href: '#reason' }]
    : []

const sessionWords = ({ team, on, at }: SessionHead): string =>
  `the session of ${team} on ${dayWords(isoDay(on))}, ${at}`

const KINDS: readonly Kind[] = [
  {
    ...{ path: 'move', heading: 'Move this session', done: 'The session has been moved. Whoever is invited is told.' },
    read: (form, { id }) => {
      const { day, problem } = formDay(form, 'on', 'The new day')
      const [at, room, reason] = [textOf(form, 'at'), textOf(form, 'room'), textOf(form, 'reason')]
      const problems = [
        ...(problem === undefined ? [] : [{ text: problem, href: '#on-day' }]),
        ...(isWallTime(at) ? [] : [{ text: 'Write the time like 09:30', href: '#at' }]),
        ...(room.length > 200 ? [{ text: 'The room has 200 letters at most', href: '#room' }] : []),
        ...reasonProblem(reason),
      ]
      return day === undefined || problems.length > 0
        ? problems
        : { change: 'move', sessionId: id, on: day, at, ...(room === '' ? {} : { room }), reason }
    },
    what: (change, head) =>
      change.change === 'move' ? `Move ${sessionWords(head)} to ${dayWords(change.on)}, ${change.at ?? head.at}` : '',
  },
  {
    ...{
      path: 'cancel',
      heading: 'Cancel this session',
      done: 'The session is cancelled. Whoever is invited is told.',
    },
    read: (form, { id }) => {
      const reason = textOf(form, 'reason')
      const problems = reasonProblem(reason)
      return problems.length > 0 ? problems : { change: 'cancel', sessionId: id, reason }
    },
    what: (_change, head) => `Cancel ${sessionWords(head)}`,
  },
  {
    ...{
      path: 'longer',
      heading: 'Make this session longer or shorter',
      done: 'The session has its new length. Cases are placed anew within a minute.',
    },
    read: (form, { id }) => {
      const minutes = minutesOf(form, 'minutes')
      return minutes === undefined || minutes < 1 || minutes > 1440
        ? [{ text: 'How long is a number of minutes, like 90', href: '#minutes' }]
        : { change: 'lengthen', sessionId: id, minutes }
    },
    what: (change, head) =>
      change.change === 'lengthen'
        ? `Make ${sessionWords(head)}, ${String(change.minutes)} minutes long instead of ${String(head.minutes)}`
        : '',
  },
]

/** Moving, cancelling, lengthening one session: a form, what it does, and then it is done. */
export const CHANGE_PAGES: readonly Page[] = KINDS.flatMap((kind) => {
  const path = `/supervision/sessions/:id/${kind.path}`
  return [
    page({
      method: 'GET',
      path,
      needs: 'organise-supervision',
      answer: async (asked) => {
        const head = await sessionToChange(asked)
        if (head === undefined) return NOTHING_HERE
        return formOf(kind, head, {
          on: boxesOf(isoDay(head.on)),
          at: head.at,
          room: head.room,
          reason: '',
          minutes: String(head.minutes),
        })
      },
    }),
    page({
      method: 'POST',
      path,
      needs: 'organise-supervision',
      answer: async (asked) => {
        const head = await sessionToChange(asked)
        if (head === undefined) return NOTHING_HERE
        const { form } = asked
        const typed = {
          on: dayBoxes(form, 'on'),
          at: textOf(form, 'at'),
          room: textOf(form, 'room'),
          reason: textOf(form, 'reason'),
          minutes: textOf(form, 'minutes'),
        }
        const again = (wrong: readonly Problem[], status: number): Answer => formOf(kind, head, typed, wrong, status)
        const change = kind.read(form, head)
        if (!('change' in change)) return again(change, 422)
        const deed = sessionDeed(asked, { teamId: head.teamId, commandId: formCommand(form) }, change)
        const action = `/supervision/sessions/${head.id}/${kind.path}`
        return lookOrDo(asked, deed, {
          ...{ action, back: action, after: `/supervision/${head.teamId}/year`, again },
          ...{ what: kind.what(change, head), done: kind.done },
        })
      },
    }),
  ]
})

async function sessionToChange({ db, reader, params }: Asked): Promise<SessionHead | undefined> {
  const access = await sessionAccess(db, reader, params['id'] ?? '')
  return access?.organises === true ? (await sessionHead(db, reader.id, access))?.head : undefined
}

const formOf = (
  { path, heading }: Kind,
  head: SessionHead,
  typed: Typed,
  problems: readonly Problem[] = [],
  status = 200,
): Answer => {
  const [of, why] = [(part: string) => problems.find(({ href }) => href === part)?.text, sessionWords(head)]
  return show(
    `year/${path}.njk`,
    {
      ...{
        heading,
        session: `${why.charAt(0).toUpperCase()}${why.slice(1)}`,
        action: `/supervision/sessions/${head.id}/${path}`,
      },
      ...{ back: `/supervision/sessions/${head.id}`, typed, problems },
      wrong: { on: of('#on-day'), at: of('#at'), room: of('#room'), reason: of('#reason'), minutes: of('#minutes') },
    },
    status,
  )
}
