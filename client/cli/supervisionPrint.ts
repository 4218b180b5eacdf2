import { gapWords, leavingWords, moveWords } from '../../domain/supervision/reasonWords'
import type { CaseSlot } from '../../domain/supervision/caseSlots'
import { slotWords } from '../../domain/supervision/slotWords'
import type { Session } from '../../domain/supervision/session'
import type { YearInput } from '../../domain/supervision/yearInput'
import type { YearPlan } from '../../domain/supervision/yearPlan'
import { govukDate, govukMonth, weekday } from '../../domain/timeline/govukDate'
import { textTable } from './textTable'

const sessionJson = ({ on, ...session }: Session) => ({
  ...{ id: session.id, team: session.team, on: on.toString(), at: session.at },
  ...{ capacity: session.capacity, cases: session.cases },
})

/** The plan as contracts.md 4 prints it; `left` beside it, so that no slot of the earlier plan goes in silence. */
export const planJson = ({ sessions, gaps, moved, left }: YearPlan) => ({
  sessions: sessions.map(sessionJson),
  gaps: gaps.map((gap) => ({ team: gap.team, case: gap.case, month: gap.month, why: gapWords(gap.why) })),
  moved: moved.map((move) => ({
    case: move.case,
    month: move.month,
    from: move.from,
    to: move.to,
    why: moveWords(move.why),
  })),
  left: left.map((one) => ({ case: one.case, month: one.month, from: one.from, why: leavingWords(one.why) })),
})

/** The plan for a person: a table for each team, then what could not be placed, then what is otherwise than before. */
export function planText({ from, months, teams }: YearInput, { sessions, gaps, moved, left }: YearPlan): string {
  const tables = [...teams]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, cases }) => {
      const its = sessions.filter(({ team }) => team === id)
      const ahead = its.filter(({ on }) => !on.isBefore(from))
      const none = gaps.filter(({ team }) => team === id).length
      const heading = `${id}: ${counted(cases.length, 'case')}, ${counted(ahead.length, 'session')}, ${counted(none, 'gap')}\n`
      return `${heading}${
        its.length === 0
          ? ''
          : textTable(
              ['On', 'Day', 'At', 'Taken'],
              its.map((one) => sessionRow(one, one.on.isBefore(from))),
            )
      }`
    })
  const nameOf = new Map([...sessions].map((session) => [session.id, `${govukDate(session.on)} ${session.at}`]))
  const at = (id: string | null): string => (id === null ? 'no slot' : (nameOf.get(id) ?? id))
  const lists = [
    listed(
      'Gaps',
      ['Team', 'Case', 'Month', 'Why'],
      gaps.map((gap) => [gap.team, gap.case, gap.month, gapWords(gap.why)]),
    ),
    listed(
      'Moved',
      ['Case', 'From', 'To', 'Why'],
      moved.map((move) => [move.case, at(move.from), at(move.to), moveWords(move.why)]),
    ),
    listed(
      'No longer needed',
      ['Case', 'Slot', 'Why'],
      left.map((one) => [one.case, at(one.from), leavingWords(one.why)]),
    ),
  ]
  const head = `${counted(months, 'month')} from ${govukDate(from)}\n`
  return [head, ...tables, ...lists].filter((part) => part !== '').join('\n')
}

const sessionRow = ({ on, at, capacity, cases }: Session, held: boolean): readonly string[] => [
  govukDate(on),
  weekday(on),
  at,
  `${String(cases.length)} of ${String(capacity)}${held ? ', held' : ''}`,
]

const listed = (title: string, headings: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0 ? '' : `${title}\n${textTable(headings, rows)}`

const counted = (count: number, what: string): string => `${String(count)} ${what}${count === 1 ? '' : 's'}`

export const slotsJson = (ref: string, slots: readonly CaseSlot[]) => ({
  case: ref,
  slots: slots.map((slot) => ({
    month: slot.month.toString().slice(0, 7),
    session: slot.is === 'slot' ? slot.session.id : null,
    team: slot.is === 'slot' ? slot.session.team : slot.is === 'gap' ? slot.team : null,
    on: slot.is === 'slot' ? slot.session.on.toString() : null,
    at: slot.is === 'slot' ? slot.session.at : null,
    why: slotWords(slot),
  })),
})

/** One case's year: a line a month. */
export const slotsText = (ref: string, slots: readonly CaseSlot[]): string =>
  `${ref}\n${textTable(
    ['Month', 'On', 'At', 'Team', 'Why'],
    slots.map((slot) =>
      slot.is === 'slot'
        ? [govukMonth(slot.month), govukDate(slot.session.on), slot.session.at, slot.session.team, slotWords(slot)]
        : [
            govukMonth(slot.month),
            slot.is === 'gap' ? 'no slot' : '',
            '',
            slot.is === 'gap' ? slot.team : '',
            slotWords(slot),
          ],
    ),
  )}`
