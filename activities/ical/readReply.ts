import ICAL from 'ical.js'
import { calendarLine } from './calendarText'
import type { Reply, ReplyProblem } from './reply'
import { replyStamp } from './replyDates'
import { REPLY_PROBLEMS } from './replyProblems'

const LONGEST_BYTES = 64 * 1024
const COMMENT = /^.{0,500}/su
const LARGEST_SEQUENCE = 2_147_483_647

/**
 * Reads the answer of one person to one invitation, as Outlook, Google and Apple write it. Nothing in it is to be trusted: the attendee is whom it names, not
 * who sent it. Never throws. Source: RFC 5546, section 3.2.3 (REPLY).
 */
export function readReply(calendarText: string): Reply | ReplyProblem {
  if (Buffer.byteLength(calendarText) > LONGEST_BYTES) return { problem: REPLY_PROBLEMS.tooLong }
  try {
    const calendar = calendarOf(calendarText)
    return calendar === undefined ? { problem: REPLY_PROBLEMS.notACalendar } : replyIn(calendar)
  } catch {
    // ical.js throws what it stumbles over, also a TypeError: what it cannot read is damaged.
    return { problem: REPLY_PROBLEMS.notACalendar }
  }
}

function calendarOf(text: string): ICAL.Component | undefined {
  const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, ''))
  return Array.isArray(parsed) && parsed[0] === 'vcalendar' ? new ICAL.Component(parsed) : undefined
}

function replyIn(calendar: ICAL.Component): Reply | ReplyProblem {
  const [method, ...methods] = texts(calendar, 'method')
  if (method?.toUpperCase() !== 'REPLY' || methods.length > 0) return { problem: REPLY_PROBLEMS.notAReply }
  const [event, ...events] = calendar.getAllSubcomponents('vevent')
  if (event === undefined || events.length > 0) return { problem: REPLY_PROBLEMS.notOneEvent }
  const [uid, ...uids] = texts(event, 'uid')
  if (uid === undefined || uid === '' || uids.length > 0) return { problem: REPLY_PROBLEMS.noUid }
  const said = answerIn(event)
  if ('problem' in said) return said
  const sequence = sequenceOf(event)
  if (sequence === undefined) return { problem: REPLY_PROBLEMS.badSequence }
  const stampedAt = replyStamp(event)
  if (stampedAt === undefined) return { problem: REPLY_PROBLEMS.badDate }
  return { uid, sequence, stampedAt, ...said }
}

function answerIn(event: ICAL.Component): Pick<Reply, 'attendee' | 'answer' | 'comment'> | ReplyProblem {
  const [person, ...people] = event.getAllProperties('attendee')
  if (person === undefined || people.length > 0) return { problem: REPLY_PROBLEMS.notOneAttendee }
  const attendee = addressIn(textOf(person.getFirstValue()))
  if (attendee === undefined) return { problem: REPLY_PROBLEMS.noAddress }
  const status = textOf(person.getParameter('partstat')).toUpperCase()
  if (status === 'DELEGATED') return { problem: REPLY_PROBLEMS.delegated }
  const answer = ANSWERS.get(status)
  if (answer === undefined) return { problem: REPLY_PROBLEMS.noAnswer }
  // Google keeps the note beside an answer in a parameter of its own.
  const note = [...texts(event, 'comment'), textOf(person.getParameter('x-response-comment'))].join(' ')
  return { attendee, answer, comment: COMMENT.exec(calendarLine(note))?.[0].trim() ?? '' }
}

const ANSWERS: ReadonlyMap<string, Reply['answer']> = new Map([
  ['ACCEPTED', 'accepted'],
  ['DECLINED', 'declined'],
  ['TENTATIVE', 'tentative'],
])

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const texts = (component: ICAL.Component, name: string): readonly string[] =>
  component.getAllProperties(name).map((property) => textOf(property.getFirstValue()).trim())

/** The address after `mailto:`, lower case. */
function addressIn(value: string): string | undefined {
  const [, written] = /^mailto:(.*)$/is.exec(value.trim()) ?? []
  const address = unencoded(written ?? '').toLowerCase()
  return /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(address) ? address : undefined
}

function unencoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * 0 when it is left out, as RFC 5546 allows of the first invitation, and where ical.js finds no digits; undefined when it is below 0, too large or
 * stands twice.
 */
function sequenceOf(event: ICAL.Component): number | undefined {
  const [first, ...more] = event.getAllProperties('sequence')
  if (first === undefined) return 0
  const value: unknown = first.getFirstValue()
  const isOne = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= LARGEST_SEQUENCE
  return isOne && more.length === 0 ? value : undefined
}
