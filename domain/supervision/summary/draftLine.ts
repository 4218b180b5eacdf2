import type { LocalDate } from '@js-joda/core'
import type { Child } from '../../chronology/child'
import { byText } from '../byText'

/** One line of a case summary that the record fills in. */
export interface DraftLine {
  /** The day it is about, civil, England: when it happened, or is due. */
  readonly on: LocalDate
  /** Ids of the children it is about, in the order of the case; empty: all of them. The sentence names nobody. */
  readonly about: readonly string[]
  /** Plain words, ending in a full stop. A goal or an action is quoted as people wrote it. */
  readonly sentence: string
}

/** One part of a case summary. */
export interface DraftPart<Line extends DraftLine = DraftLine> {
  /** The part in one sentence, also when it has no line: `Nothing is late.` */
  readonly sentence: string
  readonly lines: readonly Line[]
}

/** Ids of the children of a case that something is about, in the order of the case; empty where it is about all of them, or names none. */
export function aboutWhom(ids: readonly string[], children: readonly Child[]): readonly string[] {
  const own = children.map(({ id }) => id)
  const some = own.filter((id) => ids.includes(id))
  return some.length === own.length ? [] : some
}

/** The same of several records that make one line: one that is about all children makes the line about all. */
export const aboutAnyOf = (records: readonly (readonly string[])[], children: readonly Child[]): readonly string[] =>
  records.some((ids) => ids.length === 0) ? [] : aboutWhom(records.flat(), children)

/** By day, then by text: the same whatever the order in which events were appended. */
export const inOrder = (a: DraftLine, b: DraftLine): number =>
  a.on.compareTo(b.on) || byText(a.sentence, b.sentence) || byText(a.about.join(), b.about.join())

/** `1 goal is open`, `3 goals are open`: the words for one, else for many after their number. */
export const counted = (n: number, one: string, many: string): string => (n === 1 ? `1 ${one}` : `${String(n)} ${many}`)
