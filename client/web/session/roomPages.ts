import type { Refusal } from '../../commands/command'
import { isId } from '../../commands/isId'
import { addMinute, agreeAction } from '../../commands/supervision/minutes'
import type { Answered } from '../../commands/supervision/acting'
import { notePresence } from '../../commands/supervision/notePresence'
import { noteView } from '../../commands/web/noteView'
import { PROMPT_IDS } from '../../../domain/supervision/summary/prompts'
import { goTo, json, NOTHING_HERE, type Answer } from '../app/answer'
import { formDay } from '../app/formDay'
import { textOf } from '../app/formText'
import { pageWords } from '../app/pageWords'
import { page, type Asked, type Page } from '../app/page'
import { statusOf } from '../app/refusedBy'
import {
  inRoom,
  linesOf,
  refusedInRoom,
  roomPath,
  roomView,
  writtenAt,
  writtenIn,
  type InRoom,
  type Problem,
} from './room'
import { sessionFor } from './sessionFor'
import { commandAt } from './sessionPage'

const ROOM = '/supervision/sessions/:id/room'
const PATH = `${ROOM}/:ref`

/** What was typed, done as a command; or what is wrong with it, where on the page. */
type Doing = (asked: Asked, found: InRoom) => Promise<Answered> | readonly Problem[]

const writeLine: Doing = (asked, { session, row }) => {
  const [prompt, text] = [textOf(asked.form, 'prompt'), textOf(asked.form, 'text').replaceAll('\r\n', '\n')]
  if (!PROMPT_IDS.some((one) => one === prompt))
    return [{ text: 'Say which question this answers', href: '#main-content' }]
  if (text === '' || text.length > 5000)
    return [{ text: 'A line has 5,000 letters at most, and one at least', href: `#write-${prompt}` }]
  return addMinute(asked, { ...commandAt(asked, session), ref: row.ref, prompt, text })
}

const agree: Doing = (asked, { session, row }) => {
  const [action, owner] = [textOf(asked.form, 'action'), textOf(asked.form, 'owner')]
  const by = formDay(asked.form, 'by', 'The last day')
  const problems = [
    ...(action === '' || action.length > 500
      ? [{ text: 'Say what is to be done, in 500 letters at most', href: '#action' }]
      : []),
    ...(isId(owner) ? [] : [{ text: 'Choose who does it', href: '#owner' }]),
    ...(by.problem === undefined ? [] : [{ text: by.problem, href: '#by-day' }]),
  ]
  return by.day === undefined || problems.length > 0
    ? problems
    : agreeAction(asked, {
        ...commandAt(asked, session),
        ref: row.ref,
        action,
        ownerId: owner.toLowerCase(),
        by: by.day.toString(),
      })
}

const KINDS = [
  { path: 'lines', doing: writeLine, at: (asked: Asked) => `write-${textOf(asked.form, 'prompt')}` },
  { path: 'actions', doing: agree, at: () => 'actions' },
] as const

/** The room: one case at a time, its minutes line by line. Each is sent by a form, and by a script where there are scripts; both are the same command. */
export const ROOM_PAGES: readonly Page[] = [
  page({
    method: 'GET',
    path: ROOM,
    needs: 'see-own-work',
    answer: async (asked) => {
      const session = await sessionFor(asked)
      if (session === undefined) return NOTHING_HERE
      const row = session.cases.find(({ lines, discussed }) => lines === 0 && discussed !== false) ?? session.cases[0]
      return goTo(row === undefined ? `/supervision/sessions/${session.head.id}` : roomPath({ session, row }))
    },
  }),
  page({
    method: 'GET',
    path: PATH,
    needs: 'see-own-work',
    answer: async (asked) => {
      const found = await inRoom(asked)
      if (found === undefined) return NOTHING_HERE
      await noteView(asked.db, { caseId: found.row.id, actorId: asked.reader.id, page: PATH, now: asked.now })
      return roomView(asked, found)
    },
  }),
  page({
    method: 'GET',
    path: `${PATH}/lines`,
    needs: 'see-own-work',
    answer: async (asked) => {
      const about = await writtenAt(asked)
      return about === undefined ? NOTHING_HERE : json(await linesOf(asked, about, seenOf(asked.query)))
    },
  }),
  ...KINDS.flatMap(({ path, doing, at }) => [
    page({
      method: 'POST',
      path: `${PATH}/${path}`,
      needs: 'see-own-work',
      answer: async (asked) => {
        const found = await inRoom(asked)
        if (found === undefined) return NOTHING_HERE
        const done = await doing(asked, found)
        if (isProblems(done)) return roomView(asked, found, done, 422)
        return 'refused' in done
          ? refusedInRoom(asked, found, done, `#${at(asked)}`)
          : goTo(`${roomPath(found)}#${at(asked)}`)
      },
    }),
    page({
      method: 'POST',
      path: `${PATH}/${path}/save`,
      needs: 'see-own-work',
      answer: async (asked) => {
        const found = await inRoom(asked)
        if (found === undefined) return NOTHING_HERE
        const done = await doing(asked, found)
        if (isProblems(done)) return json({ problem: done.map(({ text }) => text).join('. ') }, 422)
        return 'refused' in done ? refusedJson(done) : json(await linesOf(asked, writtenIn(found), seenOf(asked.form)))
      },
    }),
  ]),
  page({
    method: 'POST',
    path: `${PATH}/here`,
    needs: 'see-own-work',
    answer: async (asked) => {
      const found = await inRoom(asked)
      if (found === undefined) return NOTHING_HERE
      const [person, here] = [textOf(asked.form, 'person'), textOf(asked.form, 'here') === 'yes']
      const answer = await notePresence(asked, { ...commandAt(asked, found.session), personId: person, here })
      return 'refused' in answer ? refusedInRoom(asked, found, answer, '#present') : goTo(`${roomPath(found)}#present`)
    },
  }),
]

/** The number of the last line that a page has; 0 for none. */
const seenOf = ({ after }: Readonly<Record<string, unknown>>): number =>
  typeof after === 'string' && /^\d{1,9}$/.test(after) ? Number(after) : 0

const isProblems = (done: Answered | readonly Problem[]): done is readonly Problem[] => Array.isArray(done)

const refusedJson = (refusal: Refusal): Answer => json({ problem: pageWords(refusal.todo) }, statusOf(refusal))
