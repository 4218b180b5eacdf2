import { textOf } from '../app/formText'
import { isoDay } from '../../../domain/calendar/isoDay'
import { londonDay } from '../../../domain/calendar/london'
import type { Refusal } from '../../commands/command'
import { peopleToName, type NamedPerson } from '../../queries/supervision/web/peopleToName'
import { show, type Answer } from '../app/answer'
import { dayWords } from '../app/momentWords'
import { pageWords } from '../app/pageWords'
import type { Asked } from '../app/page'
import { statusOf } from '../app/refusedBy'
import type { OpenedSession } from './sessionFor'
import { caseLine, invitedLine, openLines, stateLine, whenWords } from './sessionLines'

interface Wrong {
  readonly text: string
  readonly href: string
}

/** A choice of somebody, for a select. */
export const choices = (people: readonly NamedPerson[], first: string, chosen = '') => [
  { value: '', text: first },
  ...people.map(({ id, name, jobTitle }) => ({ value: id, text: `${name}, ${jobTitle}`, selected: id === chosen })),
]

/** The page of one session, with what was not right where something was sent from it. */
export async function sessionView(
  asked: Asked,
  session: OpenedSession,
  problems: readonly Wrong[] = [],
  status = 200,
): Promise<Answer> {
  const { db, reader, today, form } = asked
  const { access, head, open, cases } = session
  const base = `/supervision/sessions/${head.id}`
  const on = isoDay(head.on)
  const planned = head.state === 'planned'
  const answerable = planned && !on.isBefore(today)
  const reached = !on.isAfter(today)
  const mine = head.invited.find(({ id }) => id === reader.id)
  const names = new Map([
    ...head.invited.map(({ id, name }) => [id, name] as const),
    ...cases.map(({ id, ref }) => [id, ref] as const),
  ])
  const people = answerable ? await peopleToName(db, { teamId: head.teamId, sessionId: head.id, day: today }) : []
  return show(
    'session/session.njk',
    {
      ...{
        base,
        problems,
        heading: `Group supervision, ${head.team}`,
        when: whenWords(head),
        state: stateLine(head, today),
      },
      ...{
        room: head.room === '' ? 'Room: not known yet' : head.room,
        chair: head.chair ?? 'not known yet',
        behind: head.behind,
      },
      sampled: head.sampled,
      yearHref: access.organises ? `/supervision/${head.teamId}/year` : null,
      changes: access.organises && answerable,
      mine: mine === undefined ? null : invitedLine(mine),
      mayAnswer: mine !== undefined && answerable,
      mayRecordAnswers: access.organises && answerable,
      invited: head.invited.map(invitedLine),
      invitedItems: choices(
        head.invited.map(({ id, name, role }) => ({ id, name, jobTitle: role })),
        'Choose who',
        textOf(form, 'person'),
      ),
      coverItems: choices(
        people.filter(({ id }) => id !== reader.id),
        'Nobody',
        textOf(form, 'cover'),
      ),
      exceptions:
        access.manages && planned
          ? head.invited
              .filter(
                ({ id, reply, reason, approved }) =>
                  id !== reader.id && reply === 'declined' && reason !== null && approved === null,
              )
              .map((one) => ({
                id: one.id,
                text: `${one.name}: ${one.reason ?? ''}. ${one.cover === null ? 'Nobody comes instead' : `${one.cover} comes instead`}.`,
              }))
          : [],
      cases: cases.map((one) => caseLine(one, head)),
      // Whoever recorded the session may not open these, and could not say it.
      unsaid: cases
        .filter(({ discussed, readable }) => head.state === 'held' && discussed === null && readable)
        .map(({ ref }) => ({ ref, action: `${base}/discussed/${encodeURIComponent(ref)}`, why: `why-not-${ref}` })),
      roomHref: (planned && reached) || head.state === 'held' ? `${base}/room` : null,
      open: openLines(open, names, today),
      papers:
        head.papersOutAt === null
          ? 'The papers are not out yet.'
          : `The papers went out on ${dayWords(londonDay(head.papersOutAt.getTime()))}.`,
      maySendPapers: access.organises && planned && head.papersOutAt === null,
      mayRecordHeld: access.organises && planned && reached,
      minutes: reached && head.state !== 'cancelled' && head.state !== 'not-held',
      minutesWords:
        head.minutesOutAt === null
          ? 'The minutes are not out yet.'
          : `The minutes went out on ${dayWords(londonDay(head.minutesOutAt.getTime()))}.`,
      maySendMinutes: access.organises && head.state === 'held' && head.minutesOutAt === null,
      mayCheck: access.manages && head.minutesOutAt !== null && head.checkedAt === null,
      checked:
        head.checkedAt === null
          ? null
          : `Looked at again on ${dayWords(londonDay(head.checkedAt.getTime()))}: ${head.checkedWords ?? ''}`,
      typed: { reason: textOf(form, 'reason'), found: textOf(form, 'found') },
    },
    status,
  )
}

/** The same after a command was refused. `href`: the field it is about. */
export const refusedView = (asked: Asked, session: OpenedSession, refusal: Refusal, href: string): Promise<Answer> =>
  sessionView(asked, session, [{ text: pageWords(refusal.todo), href }], statusOf(refusal))
