import type { LocalDate } from '@js-joda/core'
import type { Lane, LongView } from '../../../domain/longview/longView'
import { gapWords, heldWords, planWords, toDoWords } from '../../../domain/longview/longViewText'
import type { Span } from '../../../domain/longview/zoomed'
import { readDay } from '../../commands/readDay'
import { caseAddress } from './caseAddress'

/** The table beneath the picture: one per lane, every bar and mark of it a line, in order of time. */
export interface LaneTable {
  readonly name: string
  readonly rows: readonly { readonly what: string; readonly words: string }[]
  readonly later: string
}

/** Names in the place of numbers: the page of a case may say them. A long one would run into the chart. */
export const named = (view: LongView, names: ReadonlyMap<string, string>): LongView => ({
  ...view,
  lanes: view.lanes.map((lane): Lane => {
    const name = lane.subject === null ? lane.name : (names.get(lane.subject) ?? lane.name)
    return { ...lane, subject: null, name: name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name }
  }),
})

const LONGEST = 14

export const laneTables = ({ lanes }: LongView): readonly LaneTable[] =>
  lanes.map(({ name, plans, held, toDo, gaps, later }) => ({
    name,
    rows: [
      ...plans.map((one) => ({ on: one.from, what: 'Plan', words: planWords(one) })),
      ...held.map((one) => ({ on: one.on, what: 'Meeting held', words: heldWords(one) })),
      ...toDo.map((one) => ({
        on: one.bookedFor ?? one.dueOn,
        what: one.state === 'late' ? 'Late' : 'Due',
        words: toDoWords(one),
      })),
      ...gaps.map((one) => ({ on: one.from, what: GAPS[one.kind], words: gapWords(one) })),
    ]
      .sort((a, b) => a.on.compareTo(b.on))
      .map(({ what, words }) => ({ what, words })),
    later: later === 0 ? '' : `Due later than the picture shows: ${String(later)}.`,
  }))

const GAPS: Readonly<Record<Lane['gaps'][number]['kind'], string>> = {
  late: 'Was late',
  stall: 'Held up',
  silent: 'Nothing recorded',
}

/** A link that looks at a part of the time. */
export interface Zoom {
  readonly text: string
  readonly href: string
  readonly current: boolean
}

/** The part of time that is asked for; all of it where none is, or the days are none. */
export function spanAsked(query: Readonly<Record<string, unknown>>, view: Span): Span {
  const day = (value: unknown): LocalDate | undefined => (typeof value === 'string' ? readDay(value) : undefined)
  const [from, to] = [day(query['from']), day(query['to'])]
  return from === undefined || to === undefined || to.isBefore(from) || to.toEpochDay() - from.toEpochDay() > CENTURY
    ? { from: view.from, to: view.to }
    : { from, to }
}

const CENTURY = 36_525

/** Three months, twelve months, all: with what is behind and a third of it ahead. */
export function zooms(ref: string, { today, from, to }: LongView, asked: Span): readonly Zoom[] {
  const link = (text: string, span: Span | null): Zoom => ({
    text,
    href: `${caseAddress(ref)}${span === null ? '' : `?from=${span.from.toString()}&to=${span.to.toString()}`}#timeline`,
    current: asked.from.equals((span ?? { from }).from) && asked.to.equals((span ?? { to }).to),
  })
  return [
    link('3 months', { from: today.minusMonths(2), to: today.plusMonths(1) }),
    link('12 months', { from: today.minusMonths(9), to: today.plusMonths(3) }),
    link('All of it', null),
  ]
}
