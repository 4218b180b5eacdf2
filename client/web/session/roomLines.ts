import { isoDay } from '../../../domain/calendar/isoDay'
import { wallTimeAfter } from '../../../domain/calendar/wallTime'
import type { AgreedAction } from '../../queries/supervision/web/agreedActions'
import type { MinuteLine } from '../../queries/supervision/web/minuteLines'
import { timeOf } from '../../queries/supervision/paperCommon'
import type { SessionCaseRow } from '../../queries/supervision/web/sessionCases'
import type { InvitedRow, SessionHead } from '../../queries/supervision/web/sessionHead'
import { dayWords } from '../app/momentWords'

/** A line of the minutes as page and script show it. */
export interface RoomLine {
  readonly id: string
  /** The place in the order in which lines were written. */
  readonly number: number
  readonly prompt: string
  readonly text: string
  readonly writer: string
  /** `10:42`. */
  readonly time: string
  readonly command: string | null
}

export const roomLine = ({ id, number, prompt, text, writer, at, command }: MinuteLine): RoomLine => ({
  ...{ id, number, prompt, text, writer, command },
  time: timeOf(at.getTime()),
})

export interface RoomAction {
  readonly id: string
  readonly text: string
}

export const roomAction = ({ id, action, owner, by }: AgreedAction): RoomAction => ({
  id,
  text: `${action}: ${owner}, by ${dayWords(isoDay(by))}`,
})

/** How a correction begins: lines are never changed, one that corrects another says which. */
export const correctionOf = ({ time, writer, text }: RoomLine): string =>
  `Correction of ${time}, ${writer} (“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”): `

/** A case in the order of the room. */
export interface RoomStop {
  readonly ref: string
  readonly href: string
  readonly current: boolean
  readonly words: string
}

export const roomStops = (cases: readonly SessionCaseRow[], head: SessionHead, ref: string): readonly RoomStop[] =>
  cases.map((one) => ({
    ref: one.ref,
    href: `/supervision/sessions/${head.id}/room/${encodeURIComponent(one.ref)}`,
    current: one.ref === ref,
    words: `${wallTimeAfter(head.at, one.place * head.minutesPerCase)}${one.discussed === false ? ', not discussed' : one.lines === 0 ? '' : `, ${String(one.lines)} ${one.lines === 1 ? 'line' : 'lines'}`}`,
  }))

/** `20 minutes, from 09:50 to 10:10`. */
export const slotWords = ({ at, minutesPerCase }: SessionHead, place: number): string =>
  `${String(minutesPerCase)} minutes, from ${wallTimeAfter(at, place * minutesPerCase)} to ${wallTimeAfter(at, (place + 1) * minutesPerCase)}`

export interface Presence {
  readonly id: string
  readonly name: string
  readonly words: string
  /** What pressing it says, and sends. */
  readonly press: string
  readonly here: boolean
}

export const presenceOf = (one: InvitedRow): Presence => {
  const here = one.attended === true
  const expected = one.reply === 'declined' ? 'not coming' : one.reply === null ? 'not answered' : 'expected'
  return { id: one.id, name: one.name, words: here ? 'here' : expected, press: here ? 'Not here' : 'Here', here }
}
