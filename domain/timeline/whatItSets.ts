import type { LocalDate } from '@js-joda/core'
import { isOpen } from '../agenda/agenda'
import { ruleBehind, type PolicySchedule } from '../policy/policySchedule'
import { keyOf, type Obligation } from './obligation'

/** One thing that becomes otherwise, for as many children as share its day. */
export interface SetLine {
  readonly rule: string
  /** What people read: `Review conference`. */
  readonly title: string
  readonly dueOn: LocalDate
  readonly children: number
}

export interface MovedLine extends SetLine {
  readonly from: LocalDate
}

/** What recording a fact does to what lies ahead. */
export interface WhatItSets {
  /** What was open and is done by it. */
  readonly meets: readonly SetLine[]
  /** What becomes due because of it. */
  readonly sets: readonly SetLine[]
  readonly moves: readonly MovedLine[]
  /** What is no longer needed. */
  readonly ends: readonly SetLine[]
}

/** The obligations of a case without a fact and with it, and what they were computed from. */
export interface BeforeAndAfter {
  readonly before: readonly Obligation[]
  readonly after: readonly Obligation[]
  readonly policy: PolicySchedule
  readonly today: LocalDate
}

/** Compares a case as it stands with the same case and one more fact. Drift that is found is left out: it is nothing to do by a day. By day, then title. */
export function whatItSets({ before, after, policy, today }: BeforeAndAfter): WhatItSets {
  const toDo = (all: readonly Obligation[]): ReadonlyMap<string, Obligation> =>
    new Map(all.filter(({ kind }) => kind === 'obligation').map((one) => [keyOf(one), one]))
  const was = toDo(before)
  const now = toDo(after)
  const stays = (one: Obligation | undefined): one is Obligation => one !== undefined && isOpen(one, today)
  const line = (one: Obligation): SetLine => {
    const { title } = ruleBehind(policy, one)
    return { rule: one.rule, title, dueOn: one.dueOn, children: 1 }
  }
  const ended = [...was.values()].filter((one) => stays(one) && !stays(now.get(keyOf(one))))
  const isMet = (one: Obligation): boolean => now.get(keyOf(one))?.end.outcome === 'met'
  const open = [...now.values()].filter(stays)
  return {
    meets: grouped(ended.filter(isMet).map(line)),
    sets: grouped(open.filter((one) => !stays(was.get(keyOf(one)))).map(line)),
    moves: grouped(
      open.flatMap((one): MovedLine[] => {
        const old = was.get(keyOf(one))
        return stays(old) && !old.dueOn.equals(one.dueOn) ? [{ ...line(one), from: old.dueOn }] : []
      }),
    ),
    ends: grouped(ended.filter((one) => !isMet(one)).map(line)),
  }
}

/** Siblings who share title and day are one line. */
function grouped<Line extends SetLine & { readonly from?: LocalDate }>(lines: readonly Line[]): readonly Line[] {
  const found = new Map<string, Line>()
  for (const line of lines) {
    const key = `${line.dueOn.toString()} ${line.title} ${line.from?.toString() ?? ''}`
    const known = found.get(key)
    found.set(key, known === undefined ? line : { ...known, children: known.children + 1 })
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, line]) => line)
}
