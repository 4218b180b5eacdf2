import { makeFeed, revokeFeed } from '../../commands/supervision/feedToken'
import { reply, type Reply } from '../../commands/supervision/reply'
import { conferencesOf, feedMadeAt, sessionsOf } from '../../queries/web/calendarOf'
import { workDue } from '../../queries/web/workDue'
import { goTo, show, type Answer } from '../app/answer'
import { formCommand } from '../app/formCommand'
import { momentWords } from '../app/momentWords'
import type { Asked } from '../app/page'
import { pageWords } from '../app/pageWords'
import { statusOf } from '../app/refusedBy'
import type { FormProblem } from '../record/readFields'
import { calendarView, monthAsked } from './calendarView'
import { said } from './readQuery'

interface Extra {
  /** The address of the feed, shown this once. */
  readonly address?: string
  readonly problems?: readonly FormProblem[]
}

/** The reader's month. */
export const calendarPage = (asked: Asked): Promise<Answer> => calendar(asked, {})

async function calendar(asked: Asked, { address, problems = [] }: Extra, status?: number): Promise<Answer> {
  const { db, reader, today, query } = asked
  const span = monthAsked(query['month'], today)
  const ahead = Math.max(0, span.to.toEpochDay() - today.toEpochDay())
  const [due, sessions, conferences, madeAt] = await Promise.all([
    workDue(db, reader, ahead),
    sessionsOf(db, reader, span),
    conferencesOf(db, reader, span),
    feedMadeAt(db, reader),
  ])
  const view = calendarView({ ...span, today, due, sessions, conferences })
  const feed = madeAt === null ? null : momentWords(madeAt.getTime())
  return show('lists/calendar.njk', { ...view, problems, feed, address: address ?? null }, status)
}

const ANSWERS: readonly Reply['answer'][] = ['accepted', 'declined', 'tentative']

/** An answer to an invitation, for the reader alone. */
export async function replyFromCalendar(asked: Asked): Promise<Answer> {
  const { reader, form } = asked
  const answer = ANSWERS.find((one) => one === form['answer'])
  const at = `#reply-${said(form, 'session')}`
  if (answer === undefined) return calendar(asked, problem('Say whether you come: yes, no or perhaps.', at), 422)
  const why = said(form, 'reason')
  const done = await reply(asked, {
    ...{ sessionId: said(form, 'session'), personId: reader.id, actorId: reader.id, answer, how: 'link' },
    commandId: formCommand(form),
    ...(answer === 'declined' && why !== '' ? { reason: why } : {}),
  })
  if ('refused' in done) return calendar(asked, problem(pageWords(done.todo), at), statusOf(done))
  return goTo(
    '/calendar',
    answer === 'declined' ? 'You are down as not coming. Say why on the page of the session.' : 'Your answer is saved.',
  )
}

/** The address of the reader's own calendar: shown once, and the one before works no longer. */
export async function feedFromCalendar(asked: Asked): Promise<Answer> {
  const { reader, form, request } = asked
  const made = await makeFeed(asked, { personId: reader.id, actorId: reader.id, commandId: formCommand(form) })
  if ('refused' in made)
    return calendar(asked, problem('This address was made before, and is shown once. Make another.'), statusOf(made))
  return calendar(asked, { address: `${request.protocol}://${request.host}/calendar/${made.secret}.ics` })
}

export async function endFeedFromCalendar(asked: Asked): Promise<Answer> {
  const { reader, form } = asked
  const ended = await revokeFeed(asked, { personId: reader.id, actorId: reader.id, commandId: formCommand(form) })
  if ('refused' in ended) return calendar(asked, problem(pageWords(ended.todo)), statusOf(ended))
  return goTo('/calendar', 'The address of your calendar works no longer.')
}

const problem = (text: string, href = '#main-content'): Extra => ({ problems: [{ text, href }] })
