import { isoDay } from '../../../domain/calendar/isoDay'
import { govukDate, weekday } from '../../../domain/timeline/govukDate'

/** A notice about a session, as a mail needs it. Days are ISO dates, London. */
export interface SessionNotice {
  readonly step: string
  readonly tell: string
  readonly to_role: string
  readonly due_on: string
  readonly team: string
  readonly on_day: string
  readonly at: string
  readonly room: string
  /** The reference of the case it is about. */
  readonly ref: string | null
  /** The person it is about. */
  readonly person: string | null
  /** The reader is that person. */
  readonly own: boolean
  readonly exception_reason: string | null
  readonly cover: string | null
}

/** `Group supervision of North 1, Tuesday 9 March 2027, 09:30`. */
export const sessionWords = ({ team, on_day, at }: Pick<SessionNotice, 'team' | 'on_day' | 'at'>): string =>
  `group supervision of ${team}, ${weekday(isoDay(on_day))} ${govukDate(isoDay(on_day))}, ${at}`

/** What one notice asks for, in a sentence. Lateness says since when. */
export function noticeWords(notice: SessionNotice): string {
  const due = govukDate(isoDay(notice.due_on))
  const session = sessionWords(notice)
  const late = notice.tell.startsWith('rung-')
  const was = late ? `was due ${due} and is not recorded as done` : `is due by ${due}`
  const who = notice.person ?? 'somebody'
  const ref = notice.ref ?? 'a case'
  switch (notice.step) {
    case 'attend':
      return `You are expected at ${session}${notice.room === '' ? '' : `, ${notice.room}`}.`
    case 'reply':
      return notice.own
        ? `Say whether you will be at ${session}: your answer was asked for by ${due}.`
        : `${who} has not answered the invitation to ${session}.`
    case 'exception': {
      const reason =
        notice.exception_reason === null ? 'gives no reason yet' : `gives the reason: ${notice.exception_reason}`
      const cover = notice.cover === null ? 'nobody is named to come instead' : `${notice.cover} would come instead`
      return late
        ? `${who} cannot be at ${session}, and nobody has decided on it since ${due}: ${reason}; ${cover}.`
        : `${who} cannot be at ${session}; ${reason}; ${cover}. Decide by ${due}: without your approval they count as missing.`
    }
    case 'summary':
      return `Case ${ref}: the summary for ${session} ${was}.`
    case 'summary-review':
      return `The review of the summaries for ${session} ${was}.`
    case 'papers':
      return `The papers for ${session}: sending them out ${was}.`
    case 'held':
      return `Nobody has recorded whether the ${session} was held, and who was discussed.`
    case 'minutes':
      return `The minutes of the ${session}: sending them out ${was}.`
    case 'quality-check':
      return `The quality check of the ${session} ${was}.`
    case 'papers-ready':
      return `The papers for ${session} can be read.`
    case 'minutes-ready':
      return `The minutes of the ${session} can be read.`
    default:
      return `${notice.step} of ${session}: ${was}.`
  }
}
