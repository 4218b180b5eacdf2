import type { LocalDate } from '@js-joda/core'
import { byText } from '../byText'
import { monthName } from '../monthName'
import { grouped } from '../summary/grouped'
import { bySession } from './bySession'
import type { FigureAttendance, FigureSession } from './figureRows'
import { presence } from './presence'

/** Somebody who was absent without approval from two sessions of the team running, the second of them in this month. */
export interface AbsentTwice {
  readonly month: string
  readonly personId: string
  readonly name: string
  /** As what they were invited to the last of them. */
  readonly role: string
  /** The days of the sessions, each once, in order: two, or more where it went on. */
  readonly days: readonly LocalDate[]
}

interface Pair {
  readonly who: FigureAttendance
  readonly first: LocalDate
  readonly second: LocalDate
}

/**
 * Who was absent without approval twice running, per month of the second absence, in order of month and name. `held`: what one team held; sessions run in order of
 * day and time. One in between from which they were excused, or to which they were not invited, ends the run. Source: Caseclock handbook, section 4: non-attendance only by exception.
 */
export function absentTwice(
  held: readonly FigureSession[],
  invitedTo: (sessionId: string) => readonly FigureAttendance[],
): readonly AbsentTwice[] {
  const inOrder = [...held].sort(bySession)
  const absent = (session: FigureSession): readonly FigureAttendance[] =>
    invitedTo(session.id).filter((one) => presence(one) === 'absent')
  const pairs = inOrder.slice(1).flatMap((session, index): readonly Pair[] => {
    const before = inOrder[index]
    if (before === undefined) return []
    const then = new Set(absent(before).map(({ personId }) => personId))
    return absent(session)
      .filter(({ personId }) => then.has(personId))
      .map((who) => ({ who, first: before.on, second: session.on }))
  })
  return [...grouped(pairs, ({ who, second }) => `${monthName(second)} ${who.personId}`).values()]
    .map((own): AbsentTwice => {
      const [{ who: first }] = own
      const { personId, name, role } = own.at(-1)?.who ?? first
      return { month: monthName(own[0].second), personId, name, role, days: daysOf(own) }
    })
    .sort((a, b) => byText(a.month, b.month) || byText(a.name, b.name) || byText(a.personId, b.personId))
}

const daysOf = (pairs: readonly Pair[]): readonly LocalDate[] =>
  [...new Map(pairs.flatMap(({ first, second }) => [first, second]).map((day) => [day.toString(), day])).values()].sort(
    (a, b) => a.compareTo(b),
  )
