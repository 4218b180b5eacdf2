import type { LocalDate } from '@js-joda/core'
import { isoDay } from '../../../domain/calendar/isoDay'
import { londonDay } from '../../../domain/calendar/london'
import { wallTimeAfter } from '../../../domain/calendar/wallTime'
import type { SessionMatter } from '../../../domain/supervision/session/sessionMatter'
import { sessionStep, sessionSteps } from '../../../domain/supervision/session/sessionSteps'
import type { SessionCaseRow } from '../../queries/supervision/web/sessionCases'
import type { InvitedRow, SessionHead } from '../../queries/supervision/web/sessionHead'
import { roleWords } from '../../queries/supervision/paperCommon'
import { dayWords } from '../app/momentWords'

/** Somebody invited, in words. */
export interface InvitedLine {
  readonly name: string
  readonly role: string
  readonly answer: string
  readonly was: string
}

export const invitedLine = (one: InvitedRow): InvitedLine => ({
  name: one.name,
  role: roleWords(one.role),
  answer: answerWords(one),
  was:
    one.attended === true
      ? 'There'
      : one.attended === false
        ? one.approved === true
          ? 'Excused'
          : 'Not there'
        : 'Not recorded yet',
})

/** What somebody answered, with the reason for whoever reads it, and who comes instead. */
export function answerWords({ reply, reason, reasonShown, cover, approved }: InvitedRow): string {
  if (reply === null) return 'Not answered yet'
  if (reply === 'accepted') return 'Coming'
  if (reply === 'tentative') return 'Not sure yet'
  const why = reasonShown ? `Not coming: ${reason ?? 'no reason given'}` : 'Not coming'
  const instead = cover === null ? 'nobody comes instead' : `${cover} comes instead`
  const decided = approved === null ? 'not decided yet' : approved ? 'approved' : 'not approved'
  return `${why}; ${instead}; ${decided}`
}

/** A case of a session on its page. */
export interface CaseLine {
  readonly ref: string
  /** Its own page; null for whoever may not open it. */
  readonly href: string | null
  readonly time: string
  readonly summary: string
  readonly summaryHref: string
  readonly roomHref: string
  readonly lines: string
  readonly discussed: string
}

export const caseLine = (
  one: SessionCaseRow,
  { id, at, minutesPerCase, state }: Pick<SessionHead, 'id' | 'at' | 'minutesPerCase' | 'state'>,
): CaseLine => {
  const ref = encodeURIComponent(one.ref)
  return {
    ref: one.ref,
    href: one.readable ? `/cases/${ref}` : null,
    time: wallTimeAfter(at, one.place * minutesPerCase),
    summary: summaryState(one),
    ...{
      summaryHref: `/supervision/sessions/${id}/summaries/${ref}`,
      roomHref: `/supervision/sessions/${id}/room/${ref}`,
    },
    lines:
      one.lines + one.actions === 0
        ? 'nothing written'
        : `${counted(one.lines, 'line')}, ${counted(one.actions, 'action')}`,
    discussed: discussedWords(one, state),
  }
}

function discussedWords({ discussed, whyNot }: SessionCaseRow, state: SessionHead['state']): string {
  if (discussed === null) return state === 'held' ? 'Not recorded whether it was discussed' : ''
  return discussed ? 'Discussed' : `Not discussed: ${whyNot ?? 'no reason given'}`
}

const counted = (number: number, word: string): string => `${String(number)} ${word}${number === 1 ? '' : 's'}`

/** Where the summary of a case stands. */
export function summaryState({ writtenBy, writtenAt, reviewedBy, reviewWords }: SessionCaseRow): string {
  if (writtenBy === null || writtenAt === null) return 'Not written yet'
  const written = `Written by ${writtenBy} on ${dayWords(londonDay(writtenAt.getTime()))}`
  if (reviewedBy === null) return `${written}; not reviewed yet`
  return `${written}; reviewed by ${reviewedBy}${reviewWords === null || reviewWords === '' ? '' : `: ${reviewWords}`}`
}

/** What is still to be done for a session. */
export interface OpenLine {
  readonly text: string
  readonly by: string
  readonly late: boolean
  readonly why: readonly string[]
}

type OpenMatter = Pick<SessionMatter, 'step' | 'subject' | 'dueOn' | 'why'>

/** A line for each step and day, with all it is asked of. `names`: whom the reader may know of, people and cases, by id; what is about anybody else is left out. */
export function openLines(
  open: readonly OpenMatter[],
  names: ReadonlyMap<string, string>,
  today: LocalDate,
): readonly OpenLine[] {
  const known = open.filter(({ subject }) => subject === 'session' || names.has(subject))
  const like = (one: OpenMatter): readonly OpenMatter[] =>
    known.filter(({ step, dueOn }) => step === one.step && dueOn.equals(one.dueOn))
  return known
    .filter((one) => like(one)[0] === one)
    .map((one) => {
      const late = one.dueOn.isBefore(today)
      const { title } = sessionStep(one.step, sessionSteps)
      const about = like(one).flatMap(({ subject }) => names.get(subject) ?? [])
      return {
        text: about.length === 0 ? title : `${title}: ${about.join(', ')}`,
        ...{ late, why: one.why, by: late ? `was due ${dayWords(one.dueOn)}` : `by ${dayWords(one.dueOn)}` },
      }
    })
}

/** `Tuesday 7 April 2026, 09:30 to 10:30`. */
export const whenWords = ({ on, at, minutes }: Pick<SessionHead, 'on' | 'at' | 'minutes'>): string =>
  `${dayWords(isoDay(on))}, ${at} to ${wallTimeAfter(at, minutes)}`

/** What a session's state means for whoever comes to its page. */
export function stateLine({ state, why, on }: Pick<SessionHead, 'state' | 'why' | 'on'>, today: LocalDate): string {
  switch (state) {
    case 'cancelled':
      return `This session is cancelled${why === null ? '' : `: ${why}`}.`
    case 'not-held':
      return `This session was not held${why === null ? '' : `: ${why}`}.`
    case 'held':
      return 'This session was held.'
    case 'planned':
      return isoDay(on).isBefore(today)
        ? 'Whether this session was held has not been recorded yet.'
        : isoDay(on).equals(today)
          ? 'This session is today.'
          : ''
  }
}
