import { censusDay } from './censusDay'
import { within, type CensusElement } from './censusElement'
import type { FindingKind } from '../findingKinds'
import { shown } from '../rowReader'

/** Where in the file something stands. */
export interface Place {
  readonly line: number
  /** Element name. */
  readonly field: string
}

/** Thrown while one record of a child is read, caught where records are taken: it is left out, with a finding. */
export class RecordRejected extends Error {
  readonly kind: FindingKind
  readonly place: Place
  /** Only what is wrong. */
  readonly problem: string

  constructor(kind: FindingKind, place: Place, problem: string) {
    super(`${problem} Correct it upstream; the record was left out, everything else of the child was taken.`)
    this.kind = kind
    this.place = place
    this.problem = problem
  }
}

export interface RecordReader {
  /** Where an element of the record stands; where the record stands when it lacks the element. */
  place(name: string): Place
  /** The text of an element that may stand once; empty when it is missing. Throws RecordRejected when two say different things. */
  text(name: string): string
  /** Whether the element is not there, or empty. */
  isMissing(name: string): boolean
  /** Undefined when it is neither yes nor no. */
  yesNo(name: string): boolean | undefined
  /** A day that must be there, not after the reference date. */
  day(name: string): string
  /** A day or null. `start`: the day it may not come before. */
  dayOrNull(name: string, start?: string): string | null
}

/** Reads the elements of one record. `latest`: the reference date of the census, ISO. */
export function recordReader(record: CensusElement, latest: string): RecordReader {
  const place = (field: string): Place => ({ line: (within(record, field)[0] ?? record).line, field })
  const text = (name: string): string => {
    const [value = '', ...more] = new Set(within(record, name).map((element) => element.text))
    if (more.length > 0)
      throw new RecordRejected('two-values', place(name), 'It stands there more than once with different values.')
    return value
  }
  const dayOrNull = (name: string, start?: string): string | null => {
    const found = text(name)
    return found === '' ? null : dayIn(found, place(name), { latest, start })
  }
  return {
    place,
    text,
    isMissing: (name) => within(record, name).every((element) => element.text === ''),
    yesNo: (name) => YES_NO.get(text(name).toLowerCase()),
    dayOrNull,
    day: (name) => {
      const day = dayOrNull(name)
      if (day === null) throw new RecordRejected('missing-value', place(name), 'The day is missing.')
      return day
    },
  }
}

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
])

interface Limits {
  readonly latest: string
  readonly start?: string | undefined
  /** What a day before the start is called. */
  readonly early?: FindingKind
}

/** The day a text says. Throws RecordRejected when there is none, or one that cannot be. */
export function dayIn(text: string, place: Place, { latest, start, early = 'end-before-start' }: Limits): string {
  const day = censusDay(text)
  if (day === undefined)
    throw new RecordRejected('not-a-day', place, `${shown(text)} is not a day that exists, written like 2026-03-02.`)
  if (day > latest)
    throw new RecordRejected('future-day', place, `${shown(text)} lies after ${latest}, the reference date.`)
  if (start !== undefined && day < start)
    throw new RecordRejected(early, place, `${shown(text)} lies before ${start}, when it began.`)
  return day
}
