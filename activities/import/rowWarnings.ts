import { isoDay } from '../../domain/calendar/isoDay'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { isWorkingDay } from '../../domain/calendar/workingDays'
import { eighteenthBirthday } from '../../domain/chronology/eighteenth'
import type { Finding } from './finding'
import { categoryOf } from './mapping/category'
import { isAnotherAuthoritys } from './planProblem'
import type { ReadChild } from './readChild'
import type { SsdRow } from './ssdRow'
import { civilDay, shown, warning } from './rowReader'
import type { EventRows } from './rowShapes'
import type { SsdTable } from './ssdTables'

interface Around {
  readonly asAt: string
  readonly children: ReadonlyMap<string, ReadChild>
  readonly knownPeople: ReadonlySet<string>
  /** The rows of the family that were taken. */
  readonly rows: EventRows
}

type Warn = (row: SsdRow, around: Around) => readonly Finding[]

const WARNINGS: Partial<Record<SsdTable, Warn>> = {
  ssd_involvements: unknownWorker,
  ssd_cin_episodes: (row) => oddFlags(row, ['cine_referral_nfa'], 'this counts as not decided'),
  ssd_cin_assessments: (row, around) =>
    unknownReferral(row, 'cina_referral_id', 'The assessment answers the latest referral.', around),
  ssd_s47_enquiry: (row) => oddFlags(row, ['s47e_s47_nfa']),
  ssd_initial_cp_conference: (row, around) => [
    ...notOnWorkingDay(row, 'icpc_icpc_date'),
    ...oddFlags(row, ['icpc_icpc_transfer_in', 'icpc_icpc_outcome_cp_flag']),
    ...noOutcome(row),
    ...noticeOfTransfer(row, around),
  ],
  ssd_cp_reviews: (row) => [
    ...notOnWorkingDay(row, 'cppr_cp_review_date'),
    ...oddFlags(row, ['cppr_cp_review_quorate']),
    ...halfRecorded(row),
  ],
  ssd_cp_plans: (row, around) => [
    ...oddFlags(row, ['cppl_cp_plan_ola']),
    ...unknownCategory(row),
    ...pastEighteen(row, around),
  ],
  ssd_cp_visits: (row) => oddFlags(row, ['cppv_cp_visit_seen', 'cppv_cp_visit_seen_alone']),
  ssd_cin_visits: (row) => oddFlags(row, ['cinv_cin_visit_seen', 'cinv_cin_visit_seen_alone']),
}

/** What is odd about a row that is taken all the same: losing it would be worse. */
export const rowWarnings =
  (around: Around) =>
  (row: SsdRow): readonly Finding[] =>
    WARNINGS[row.table]?.(row, around) ?? []

const text = (row: SsdRow, field: string): string => row.values[field] ?? ''

/** Yes/no fields hold `Y`, `N` or nothing. Anything else counts as no, where `counts` says nothing else, and is said. */
const oddFlags = (row: SsdRow, fields: readonly string[], counts = 'this counts as N'): readonly Finding[] =>
  fields.flatMap((field) => {
    const value = text(row, field)
    if (value === '' || /^[YN]$/i.test(value)) return []
    const problem = `${shown(value)} is neither Y nor N. The row was taken and ${counts}; correct it upstream.`
    return [warning(row, 'wrong-code', field, problem)]
  })

function unknownWorker(row: SsdRow, { knownPeople }: Around): readonly Finding[] {
  const worker = text(row, 'invo_professional_id')
  if (knownPeople.has(worker)) return []
  const problem = `Worker ${shown(worker)} is not in ssd_professionals.csv. The row was taken; until the worker is known the team manager is told instead.`
  return [warning(row, 'unknown-worker', 'invo_professional_id', problem)]
}

/** `instead`: what counts, in words. */
function unknownReferral(row: SsdRow, field: string, instead: string, { rows }: Around): readonly Finding[] {
  const referral = text(row, field)
  if (referral === '' || (rows.get('ssd_cin_episodes') ?? []).some(({ id }) => id === referral)) return []
  const problem = `Referral ${shown(referral)} is not among this family's rows of ssd_cin_episodes.csv. The row was taken. ${instead}`
  return [warning(row, 'unknown-record', field, problem)]
}

function noticeOfTransfer(row: SsdRow, around: Around): readonly Finding[] {
  if (text(row, 'icpc_icpc_transfer_in').toUpperCase() !== 'Y') return []
  const instead = 'The day on which the transfer was notified is not known.'
  return unknownReferral(row, 'icpc_referral_id', instead, around)
}

function noOutcome(row: SsdRow): readonly Finding[] {
  const field = 'icpc_icpc_outcome_cp_flag'
  if (text(row, 'icpc_icpc_date') === '' || text(row, field) !== '') return []
  const problem =
    'The conference was held, but whether it made a plan is not recorded. It counts as having made none; add the outcome upstream.'
  return [warning(row, 'half-recorded', field, problem)]
}

const calendar = englandAndWales()

function notOnWorkingDay(row: SsdRow, field: string): readonly Finding[] {
  const day = civilDay(text(row, field))
  if (day === undefined || isWorkingDay(isoDay(day), calendar)) return []
  const problem = `${day} is no working day, and conferences are held on working days. The row was taken with this date; check it.`
  return [warning(row, 'not-a-working-day', field, problem)]
}

function halfRecorded(row: SsdRow): readonly Finding[] {
  const outcome = 'cppr_cp_review_outcome_continue_cp'
  const held = text(row, 'cppr_cp_review_date') !== ''
  if (!held && text(row, outcome) !== '') {
    const problem =
      'The outcome says that the review was held, but its date is missing. The review stays open and due; add the date upstream.'
    return [warning(row, 'half-recorded', 'cppr_cp_review_date', problem)]
  }
  if (!held || /^[YN]$/i.test(text(row, outcome))) return []
  const problem =
    'The review was held, but whether the plan goes on is not recorded. The plan was kept running; add the outcome upstream.'
  return [warning(row, 'half-recorded', outcome, problem)]
}

function unknownCategory(row: SsdRow): readonly Finding[] {
  return ['cppl_cp_plan_initial_category', 'cppl_cp_plan_latest_category'].flatMap((field) => {
    const code = text(row, field)
    if (code === '' || categoryOf(code) !== undefined) return []
    const problem = `${shown(code)} is no category of abuse. The plan was taken, the category counts as not known.`
    return [warning(row, 'wrong-code', field, problem)]
  })
}

function pastEighteen(row: SsdRow, { asAt, children }: Around): readonly Finding[] {
  const person = children.get(text(row, 'cppl_person_id'))
  const bornOn = person?.child.bornOn ?? null
  const open = text(row, 'cppl_cp_plan_end_date') === '' && !isAnotherAuthoritys(row)
  if (bornOn === null || !open) return []
  const adultOn = eighteenthBirthday(isoDay(bornOn)).toString()
  if (adultOn > asAt) return []
  const problem = `Born on ${bornOn} and so eighteen since ${adultOn}, when a child protection plan ends at the latest, but plan ${shown(row.id)} is open. Check the date of birth and the plan.`
  return [warning(person?.row ?? row, 'past-eighteen', 'pers_dob', problem)]
}
