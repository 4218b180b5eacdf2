import { LocalDate } from '@js-joda/core'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { isWorkingDay } from '../../domain/calendar/workingDays'
import { eighteenthBirthday } from '../../domain/chronology/eighteenth'
import { categoryOf } from './mapping/category'
import type { ReadChild } from './readChildren'
import type { SsdRow } from './readTable'
import { civilDay, shown } from './rowReader'
import type { SsdTable } from './ssdTables'

type Warning = readonly [field: string, problem: string, about?: SsdRow]

interface Around {
  readonly asAt: string
  readonly children: ReadonlyMap<string, ReadChild>
  readonly knownPeople: ReadonlySet<string>
}

const WARNINGS: Partial<Record<SsdTable, (row: SsdRow, around: Around) => readonly Warning[]>> = {
  ssd_involvements: unknownWorker,
  ssd_initial_cp_conference: (row) => notOnWorkingDay(row, 'icpc_icpc_date'),
  ssd_cp_reviews: (row) => [...notOnWorkingDay(row, 'cppr_cp_review_date'), ...halfRecorded(row)],
  ssd_cp_plans: (row, around) => [...unknownCategory(row), ...pastEighteen(row, around)],
}

/** What is odd about a row that is taken all the same: losing it would be worse. `about`: it is another row that is odd. */
export const rowWarnings =
  (around: Around) =>
  (row: SsdRow): readonly Warning[] =>
    WARNINGS[row.table]?.(row, around) ?? []

const text = (row: SsdRow, field: string): string => row.values[field] ?? ''

function unknownWorker(row: SsdRow, { knownPeople }: Around): Warning[] {
  const worker = text(row, 'invo_professional_id')
  if (knownPeople.has(worker)) return []
  const problem = `Worker ${worker} is not in ssd_professionals.csv. The row was taken; until the worker is known the team manager is told instead.`
  return [['invo_professional_id', problem]]
}

const calendar = englandAndWales()

function notOnWorkingDay(row: SsdRow, field: string): Warning[] {
  const day = civilDay(text(row, field))
  if (day === undefined || isWorkingDay(LocalDate.parse(day), calendar)) return []
  return [
    [
      field,
      `${day} is no working day, and conferences are held on working days. The row was taken with this date; check it.`,
    ],
  ]
}

function halfRecorded(row: SsdRow): Warning[] {
  const outcome = 'cppr_cp_review_outcome_continue_cp'
  const held = text(row, 'cppr_cp_review_date') !== ''
  if (!held && text(row, outcome) !== '') {
    const problem =
      'The outcome says that the review was held, but its date is missing. The review stays open and due; add the date upstream.'
    return [['cppr_cp_review_date', problem]]
  }
  if (!held || /^[YN]$/i.test(text(row, outcome))) return []
  return [
    [
      outcome,
      'The review was held, but whether the plan goes on is not recorded. The plan was kept running; add the outcome upstream.',
    ],
  ]
}

function unknownCategory(row: SsdRow): Warning[] {
  return ['cppl_cp_plan_initial_category', 'cppl_cp_plan_latest_category'].flatMap((field): Warning[] => {
    const code = text(row, field)
    if (code === '' || categoryOf(code) !== undefined) return []
    return [[field, `${shown(code)} is no category of abuse. The plan was taken, the category counts as not known.`]]
  })
}

function pastEighteen(row: SsdRow, { asAt, children }: Around): Warning[] {
  const person = children.get(text(row, 'cppl_person_id'))
  const bornOn = person?.child.bornOn ?? null
  const open = text(row, 'cppl_cp_plan_end_date') === '' && text(row, 'cppl_cp_plan_ola') !== 'Y'
  if (bornOn === null || !open) return []
  const adultOn = eighteenthBirthday(LocalDate.parse(bornOn)).toString()
  if (adultOn > asAt) return []
  const problem = `Eighteen since ${adultOn}, when a child protection plan ends at the latest, but plan ${row.id} is open. Check the date of birth and the plan.`
  return [['pers_dob', problem, person?.row ?? row]]
}
