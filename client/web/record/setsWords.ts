import type { MovedLine, SetLine, WhatItSets } from '../../../domain/timeline/whatItSets'
import { dayWords } from '../app/momentWords'

/** What recording a fact does, as lists of sentences; a list without any is left out. */
export interface SetsShown {
  readonly lists: readonly { readonly title: string; readonly lines: readonly string[] }[]
  /** The same as one sentence, to say once it is saved; empty where no date changes. */
  readonly saying: string
}

const MOST = 12

/** Puts into words what recording this sets: what it meets, what comes next and by when, what moves, what is no longer needed. */
export function setsWords({ meets, sets, moves, ends }: WhatItSets): SetsShown {
  const by = (line: SetLine): string => `${line.title} by ${dayWords(line.dueOn)}${forChildren(line)}`
  const moved = (line: MovedLine): string =>
    `${line.title} from ${dayWords(line.from)} to ${dayWords(line.dueOn)}${forChildren(line)}`
  const due = (line: SetLine): string => `${line.title}, due ${dayWords(line.dueOn)}${forChildren(line)}`
  const lists = [
    { title: 'Done by this', lines: meets.map(due) },
    { title: 'Next', lines: sets.map(by) },
    { title: 'Moved', lines: moves.map(moved) },
    { title: 'No longer needed', lines: ends.map(due) },
  ].flatMap(({ title, lines }) => (lines.length === 0 ? [] : [{ title, lines: shortened(lines) }]))
  const [next] = sets
  return { lists, saying: next === undefined ? '' : `Next: ${by(next)}.` }
}

const forChildren = ({ children }: SetLine): string => (children > 1 ? ` (${String(children)} children)` : '')

const shortened = (lines: readonly string[]): readonly string[] =>
  lines.length <= MOST ? lines : [...lines.slice(0, MOST), `and ${String(lines.length - MOST)} more`]
