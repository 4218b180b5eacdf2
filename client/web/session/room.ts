import { isoDay } from '../../../domain/calendar/isoDay'
import { recordDay } from '../../../domain/supervision/session/recordDay'
import type { Refusal } from '../../commands/command'
import { agreedActions } from '../../queries/supervision/web/agreedActions'
import { minuteLines } from '../../queries/supervision/web/minuteLines'
import { peopleToName } from '../../queries/supervision/web/peopleToName'
import { sessionAccess } from '../../queries/supervision/web/sessionAccess'
import { sessionCases, type SessionCaseRow } from '../../queries/supervision/web/sessionCases'
import { show, type Answer } from '../app/answer'
import { dayBoxes } from '../app/formDay'
import { textOf } from '../app/formText'
import { pageWords } from '../app/pageWords'
import type { Asked } from '../app/page'
import { statusOf } from '../app/refusedBy'
import { caseSheets } from './caseSheets'
import { correctionOf, presenceOf, roomAction, roomLine, roomStops, slotWords } from './roomLines'
import { caseIn, sessionFor, type OpenedSession } from './sessionFor'
import { whenWords } from './sessionLines'
import { choices } from './sessionView'

/** One case of a session in the room. */
export interface InRoom {
  readonly session: OpenedSession
  readonly row: SessionCaseRow
}

export async function inRoom(asked: Asked): Promise<InRoom | undefined> {
  const session = await sessionFor(asked)
  const row = session === undefined ? undefined : caseIn(session, asked)
  return session === undefined || row === undefined ? undefined : { session, row }
}

export const roomPath = ({ session, row }: InRoom): string =>
  `/supervision/sessions/${session.head.id}/room/${encodeURIComponent(row.ref)}`

/** Of which case in which session, by id. */
interface Written {
  readonly sessionId: string
  readonly caseId: string
}

export const writtenIn = ({ session, row }: InRoom): Written => ({ sessionId: session.head.id, caseId: row.id })

/** The same of the path, for who asks every few seconds: without the rest of the session. */
export async function writtenAt({ db, reader, params }: Asked): Promise<Written | undefined> {
  const access = await sessionAccess(db, reader, params['id'] ?? '')
  if (access === undefined) return undefined
  const row = (await sessionCases(db, reader, access)).find(({ ref }) => ref === params['ref'])
  return row === undefined ? undefined : { sessionId: access.id, caseId: row.id }
}

/** Lines and actions of the case as they stand, after the last line that was seen, by its number. */
export async function linesOf({ db, reader }: Asked, about: Written, after: number) {
  return {
    lines: (await minuteLines(db, { ...about, readerId: reader.id, after })).map(roomLine),
    actions: (await agreedActions(db, about)).map(roomAction),
  }
}

export interface Problem {
  readonly text: string
  readonly href: string
}

/** The page of one case in the room. */
export async function roomView(
  asked: Asked,
  found: InRoom,
  problems: readonly Problem[] = [],
  status = 200,
): Promise<Answer> {
  const { session, row } = found
  const { db, reader, today, form, query } = asked
  const { head, cases, access } = session
  const path = roomPath(found)
  const sheets = await caseSheets(db, row, recordDay(isoDay(head.on), today))
  const { lines, actions } = await linesOf(asked, writtenIn(found), 0)
  const corrected = lines.find(({ id }) => id === query['correct'])
  const before = isoDay(head.on).isAfter(today)
  const over = head.state === 'cancelled' || head.state === 'not-held' || row.discussed === false
  const isOut = head.minutesOutAt !== null
  const typed = textOf(form, 'text')
  const place = cases.findIndex(({ id }) => id === row.id)
  const hrefOf = (one: SessionCaseRow | undefined): string | null =>
    one === undefined ? null : roomPath({ session, row: one })
  const people = await peopleToName(db, { teamId: head.teamId, sessionId: head.id, day: today })
  return show(
    'session/room.njk',
    {
      ...{
        path,
        base: `/supervision/sessions/${head.id}`,
        ref: row.ref,
        when: whenWords(head),
        team: head.team,
        problems,
      },
      ...{ sessionId: head.id, readerId: reader.id, minutesPerCase: String(head.minutesPerCase) },
      ...{
        slot: slotWords(head, row.place),
        stops: roomStops(cases, head, row.ref),
        children: row.children.map(({ name }) => name),
      },
      position: `Case ${String(place + 1)} of ${String(cases.length)}`,
      summary: (row.summary ?? '').split('\n').find((line) => line.trim() !== '') ?? 'No summary has been written.',
      summaryLink: row.summary === null ? 'The page of the summary' : 'The whole summary',
      summaryHref: `/supervision/sessions/${head.id}/summaries/${encodeURIComponent(row.ref)}`,
      ...{ next: hrefOf(cases[place + 1]), previous: hrefOf(cases[place - 1]) },
      end: access.organises && !before && head.state === 'planned' ? `/supervision/sessions/${head.id}/held` : null,
      ...{ since: sheets.record.since, worker: sheets.worker },
      notYet: before
        ? `This session is on ${whenWords(head)}. Minutes are written from its day on.`
        : over
          ? 'Nothing more is written about this case in this session.'
          : isOut
            ? 'The minutes of this session are out: nothing is added to them any more.'
            : null,
      writable: !before && !over && !isOut,
      prompts: sheets.prompts.map((prompt) => ({
        ...prompt,
        minutes: lines.filter((line) => line.prompt === prompt.id),
        text:
          corrected?.prompt === prompt.id ? correctionOf(corrected) : textOf(form, 'prompt') === prompt.id ? typed : '',
        wrong: problems.find(({ href }) => href === `#write-${prompt.id}`)?.text,
      })),
      last: String(lines.at(-1)?.number ?? 0),
      actions,
      ownerItems: choices(people, 'Choose who', textOf(form, 'owner')),
      action: { text: textOf(form, 'action'), by: dayBoxes(form, 'by') },
      actionWrong: {
        action: problems.find(({ href }) => href === '#action')?.text,
        owner: problems.find(({ href }) => href === '#owner')?.text,
        by: problems.find(({ href }) => href === '#by-day')?.text,
      },
      presence: head.state === 'planned' && !before ? head.invited.map(presenceOf) : [],
    },
    status,
  )
}

export const refusedInRoom = (asked: Asked, found: InRoom, refusal: Refusal, href: string): Promise<Answer> =>
  roomView(asked, found, [{ text: pageWords(refusal.todo), href }], statusOf(refusal))
