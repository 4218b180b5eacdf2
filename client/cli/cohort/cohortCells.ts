import type { LocalDate } from '@js-joda/core'
import type { CohortMember } from '../../../domain/cohort/cohortMember'
import { NOT_FOLLOWED, OUTCOMES, type Followed, type Outcome } from '../../../domain/cohort/cohortRow'
import { MARKERS, type Markers } from '../../../domain/cohort/markers'
import { hiddenCharacter } from '../../../domain/hiddenCharacter'
import { readDay } from '../../commands/readDay'
import { NOT_KNOWN, NOT_RECORDED, type Column } from '../../files/cohort/cohortColumns'

const MOST_LETTERS = 100
const MOST_DATES = 100

/** A cell by its column; empty where the file has no such column. */
export type Cells = (column: Column) => string

/** A cell that cannot be taken; the message says what to do. */
export class CellProblem extends Error {
  readonly column: Column

  constructor(column: Column, problem: string) {
    super(problem)
    this.column = column
  }
}

/** One child from the cells of one record. Throws a CellProblem at the first cell that cannot be taken. */
export function memberOf(cells: Cells): CohortMember {
  const indexDate = dayIn('index_date', cells('index_date'))
  const from = cells('windows_from')
  const windowsFrom = from === '' ? indexDate : dayIn('windows_from', from)
  if (windowsFrom.isBefore(indexDate))
    throw new CellProblem(
      'windows_from',
      'it lies before the index date. Give the end of the sample period, or leave it empty.',
    )
  return {
    row: {
      ...{ cohort: nameIn('cohort', cells), child: nameIn('child', cells), indexDate, windowsFrom },
      ...{ priorCpp: priorIn(cells), cppDates: datesIn(cells), outcome: outcomeIn(cells), followed: followedIn(cells) },
    },
    ref: cells('case') === '' ? null : nameIn('case', cells),
    age: null,
    markers: markersIn(cells),
  }
}

function nameIn(column: 'cohort' | 'child' | 'case', cells: Cells): string {
  const text = cells(column)
  if (text === '') throw new CellProblem(column, 'it is empty. Every child has a cohort and an id.')
  const hidden = hiddenCharacter(text)
  if (hidden !== undefined)
    throw new CellProblem(column, `there is a character that does not show (${hidden}). Take it out.`)
  if (text.length > MOST_LETTERS)
    throw new CellProblem(column, `it is longer than ${String(MOST_LETTERS)} letters. Give a short name.`)
  return text
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

function dayIn(column: Column, text: string): LocalDate {
  const day = ISO_DAY.test(text) ? readDay(text) : undefined
  if (day === undefined) throw new CellProblem(column, 'it is not a day that exists. Write it as 2019-08-10.')
  return day
}

function datesIn(cells: Cells): readonly LocalDate[] {
  const text = cells('cpp_dates')
  if (text === '') return []
  const parts = text.split(';')
  if (parts.length > MOST_DATES)
    throw new CellProblem('cpp_dates', `there are more than ${String(MOST_DATES)} dates. Give each start once.`)
  return parts.map((part) => {
    const day = ISO_DAY.test(part.trim()) ? readDay(part.trim()) : undefined
    if (day === undefined)
      throw new CellProblem(
        'cpp_dates',
        `${part.trim() === '' ? 'a date between two semicolons is missing' : 'one of them is not a day that exists'}. Write them as 2019-09-01;2019-11-20, or leave the cell empty.`,
      )
    return day
  })
}

function priorIn(cells: Cells): boolean | null {
  const text = cells('prior_cpp')
  if (text === NOT_KNOWN) return null
  if (text !== 'yes' && text !== 'no')
    throw new CellProblem('prior_cpp', `it is neither yes nor no. Write yes, no, or ${NOT_KNOWN} where nobody can say.`)
  return text === 'yes'
}

function outcomeIn(cells: Cells): Outcome | null {
  const text = cells('outcome')
  if (text === NOT_RECORDED) return null
  const found = OUTCOMES.find((one) => one === text)
  if (found === undefined)
    throw new CellProblem(
      'outcome',
      `there is no such outcome. Write ${OUTCOMES.join(', ')}, or ${NOT_RECORDED} where the police recorded none.`,
    )
  return found
}

function followedIn(cells: Cells): Followed | null {
  const [to, text] = [cells('followed_to'), cells('not_followed')]
  if (to === '' && text === '') return null
  const because = NOT_FOLLOWED.find((one) => one === text)
  if (because === undefined)
    throw new CellProblem('not_followed', `it has to say why nobody followed further: ${NOT_FOLLOWED.join(', ')}.`)
  return { to: dayIn('followed_to', to), because }
}

const markersIn = (cells: Cells): Markers =>
  Object.fromEntries(
    MARKERS.flatMap((marker) => {
      const text = cells(marker)
      if (text === '') return []
      if (text !== 'yes' && text !== 'no')
        throw new CellProblem(marker, 'it is neither yes nor no. Leave it empty where nobody knows.')
      return [[marker, text]]
    }),
  )
