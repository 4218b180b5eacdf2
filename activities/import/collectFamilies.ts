import { LocalDate } from '@js-joda/core'
import { eighteenthBirthday } from '../../domain/chronology/eighteenth'
import type { Finding } from './finding'
import type { ImportedChild, ImportedEvent, ImportedFamily } from './imported'
import { assessment, contact, referral } from './mapping/frontDoor'
import { involvement } from './mapping/involvement'
import { childId, event, teamId, type MapContext, type MapRow } from './mapping/mapContext'
import {
  conference,
  enquiry,
  legalStatus,
  needPlan,
  needVisit,
  protectionPlan,
  protectionVisit,
  review,
} from './mapping/protection'
import { readTable, type SsdRow } from './readTable'
import { civilDay, rejected, rowReader, RowRejected } from './rowReader'
import type { SsdTable } from './ssdTables'
import { stableId } from './stableId'

/** Every table that becomes events: its mapping, and the field that names the child. In the order in which one day's events are kept. */
const MAPPED: readonly (readonly [table: SsdTable, childField: string, map: MapRow])[] = [
  ['ssd_contacts', 'cont_person_id', contact],
  ['ssd_cin_episodes', 'cine_person_id', referral],
  ['ssd_involvements', 'invo_person_id', involvement],
  ['ssd_cin_assessments', 'cina_person_id', assessment],
  ['ssd_s47_enquiry', 's47e_person_id', enquiry],
  ['ssd_initial_cp_conference', 'icpc_person_id', conference],
  ['ssd_cp_plans', 'cppl_person_id', protectionPlan],
  ['ssd_cp_reviews', 'cppr_person_id', review],
  ['ssd_cp_visits', 'cppv_person_id', protectionVisit],
  ['ssd_cin_plans', 'cinp_person_id', needPlan],
  ['ssd_cin_visits', 'cinv_person_id', needVisit],
  ['ssd_legal_status', 'lega_person_id', legalStatus],
]

interface Collecting {
  readonly asAt: string
  readonly read: Record<string, number>
  readonly found: (finding: Finding) => void
  readonly leavers: ReadonlySet<string>
  readonly knownPeople: ReadonlySet<string>
}

/** One case per family, with all its children and their chronology. A child without a family is a case of its own, and a finding. */
export async function collectFamilies(folder: string, collecting: Collecting): Promise<readonly ImportedFamily[]> {
  const { asAt, read, found, leavers } = collecting
  const people = await rowsOf(folder, 'ssd_person', collecting)
  const children = new Map(people.map((row) => [row.id, row]))
  const familyOf = await families(folder, children, collecting)
  const tables = new Map<SsdTable, readonly SsdRow[]>()
  for (const [table] of MAPPED) tables.set(table, await rowsOf(folder, table, collecting))
  read['ssd_assessment_factors'] = (await rowsOf(folder, 'ssd_assessment_factors', collecting)).length
  const context = contextOf(tables, children, asAt, leavers)
  const events = new Map<string, ImportedEvent[]>()
  const add = (child: string, more: readonly ImportedEvent[]): void => {
    const list = events.get(child) ?? []
    list.push(...more)
    events.set(child, list)
  }
  for (const [table, childField, map] of MAPPED) {
    let taken = 0
    for (const row of tables.get(table) ?? []) {
      const child = row.values[childField] ?? ''
      try {
        if (!children.has(child))
          throw new RowRejected(
            childField,
            `Child ${child === '' ? '(empty)' : child} is not in ssd_person.csv. Correct it upstream; the row was left out.`,
          )
        const professional = row.values['invo_professional_id']
        if (professional !== undefined && !collecting.knownPeople.has(professional))
          warnUnknownPerson(row, professional, found)
        add(child, map(row, rowReader(row, asAt), context))
        taken += 1
      } catch (error) {
        if (!(error instanceof RowRejected)) throw error
        found(rejected(row, error))
      }
    }
    read[table] = taken
  }
  for (const row of people) {
    const died = civilDay(row.values['pers_death_date'] ?? '')
    if (died !== undefined) add(row.id, [event(row, row.id, 'child-left', died, { reason: 'died' })])
  }
  return assemble(people, familyOf, events, tables, asAt)
}

async function rowsOf(folder: string, table: SsdTable, { read, found }: Collecting): Promise<SsdRow[]> {
  const rows: SsdRow[] = []
  for await (const row of readTable(folder, table, found)) rows.push(row)
  read[table] = rows.length
  return rows
}

async function families(
  folder: string,
  children: ReadonlyMap<string, SsdRow>,
  collecting: Collecting,
): Promise<ReadonlyMap<string, string>> {
  const familyOf = new Map<string, string>()
  for (const row of await rowsOf(folder, 'ssd_family', collecting)) {
    const family = row.values['fami_family_id'] ?? ''
    const child = row.values['fami_person_id'] ?? ''
    const finding = { file: 'ssd_family.csv', line: row.line, record: row.id }
    if (family === '')
      collecting.found({
        ...finding,
        field: 'fami_family_id',
        problem: 'The family id is missing; the row was left out.',
        taken: 'rejected',
      })
    else if (!children.has(child))
      collecting.found({
        ...finding,
        field: 'fami_person_id',
        problem: `Child ${child} is not in ssd_person.csv; the row was left out.`,
        taken: 'rejected',
      })
    else if (familyOf.has(child))
      collecting.found({
        ...finding,
        field: 'fami_family_id',
        problem: `Child ${child} stands in two families; the first stands.`,
        taken: 'warning',
      })
    else familyOf.set(child, family)
  }
  return familyOf
}

function warnUnknownPerson(row: SsdRow, professional: string, found: (finding: Finding) => void): void {
  found({
    file: `${row.table}.csv`,
    line: row.line,
    record: row.id,
    field: 'invo_professional_id',
    problem: `Worker ${professional} is not in ssd_professionals.csv. The row was taken; until the worker is known the team manager is told instead.`,
    taken: 'warning',
  })
}

function contextOf(
  tables: ReadonlyMap<SsdTable, readonly SsdRow[]>,
  children: ReadonlyMap<string, SsdRow>,
  asAt: string,
  leavers: ReadonlySet<string>,
): MapContext {
  const day = (row: SsdRow, field: string): string => civilDay(row.values[field] ?? '') ?? ''
  const rows = (table: SsdTable): readonly SsdRow[] => tables.get(table) ?? []
  const ended = rows('ssd_cp_reviews').filter(
    (row) => row.values['cppr_cp_review_outcome_continue_cp'] !== 'Y' && day(row, 'cppr_cp_review_date') !== '',
  )
  const lookedAfter = new Set(
    rows('ssd_legal_status').map(
      (row) => `${row.values['lega_person_id'] ?? ''}|${day(row, 'lega_legal_status_start_date')}`,
    ),
  )
  const moved = new Set(
    rows('ssd_cin_episodes')
      .filter((row) => row.values['cine_close_reason'] === 'RC5')
      .map((row) => `${row.values['cine_person_id'] ?? ''}|${day(row, 'cine_close_date')}`),
  )
  const starts = new Map<string, string[]>()
  for (const row of rows('ssd_cp_plans')) {
    if (row.values['cppl_cp_plan_ola'] === 'Y') continue
    const child = row.values['cppl_person_id'] ?? ''
    starts.set(child, [...(starts.get(child) ?? []), day(row, 'cppl_cp_plan_start_date')])
  }
  return {
    asAt,
    leavers,
    referralDate: new Map(rows('ssd_cin_episodes').map((row) => [row.id, day(row, 'cine_referral_date')])),
    endedByReview: new Set(
      ended.map((row) => `${row.values['cppr_cp_plan_id'] ?? ''}|${day(row, 'cppr_cp_review_date')}`),
    ),
    plansBefore: (child, before) => (starts.get(child) ?? []).filter((start) => start < before).length,
    whyEnded: (child, on) => {
      const row = children.get(child)
      if (row !== undefined && day(row, 'pers_death_date') === on) return 'died'
      const born = row === undefined ? '' : day(row, 'pers_dob')
      if (born !== '' && eighteenthBirthday(LocalDate.parse(born)).toString() === on) return 'adult'
      if (lookedAfter.has(`${child}|${on}`)) return 'looked-after'
      return moved.has(`${child}|${on}`) ? 'moved' : null
    },
  }
}

function assemble(
  people: readonly SsdRow[],
  familyOf: ReadonlyMap<string, string>,
  events: ReadonlyMap<string, readonly ImportedEvent[]>,
  tables: ReadonlyMap<SsdTable, readonly SsdRow[]>,
  asAt: string,
): ImportedFamily[] {
  const members = new Map<string, SsdRow[]>()
  for (const row of people) {
    const family = familyOf.get(row.id) ?? `child-${row.id}`
    members.set(family, [...(members.get(family) ?? []), row])
  }
  const teams = teamsOf(tables)
  const open = new Set(
    (tables.get('ssd_cin_episodes') ?? [])
      .filter((row) => (row.values['cine_close_date'] ?? '') === '' && row.values['cine_referral_nfa'] !== 'Y')
      .map((row) => row.values['cine_person_id'] ?? ''),
  )
  return [...members]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([family, rows]): ImportedFamily => {
      const order = new Map(MAPPED.map(([table], index) => [table as string, index]))
      const own = rows.flatMap((row) => events.get(row.id) ?? [])
      const tableOf = (one: ImportedEvent): number => order.get(one.source.record.split('/')[0] ?? '') ?? -1
      return {
        id: stableId('case', 'ssd', family),
        sourceId: family,
        ref: `N-${family}`,
        teamId: rows.map((row) => teams(row.id)).find((team) => team !== null) ?? null,
        open: rows.some((row) => open.has(row.id)),
        children: rows.map(childOf).sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1)),
        events: own
          .map((one, index) => ({ one, index }))
          .sort(
            (a, b) =>
              byText(a.one.on, b.one.on) ||
              tableOf(a.one) - tableOf(b.one) ||
              byText(a.one.source.record, b.one.source.record) ||
              a.index - b.index,
          )
          .map(({ one }) => one)
          .filter((one) => one.on <= asAt),
      }
    })
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function childOf(row: SsdRow): ImportedChild {
  return {
    id: childId(row.id),
    sourceId: row.id,
    forename: row.values['pers_forename'] ?? '',
    surname: row.values['pers_surname'] ?? '',
    bornOn: civilDay(row.values['pers_dob'] ?? '') ?? null,
    expectedOn: civilDay(row.values['pers_expected_dob'] ?? '') ?? null,
  }
}

/** A child's team: that of the open allocated involvement, else of the last one, else the team that took the referral. */
function teamsOf(tables: ReadonlyMap<SsdTable, readonly SsdRow[]>): (child: string) => string | null {
  const best = new Map<string, { rank: string; team: string }>()
  const offer = (child: string, rank: string, team: string): void => {
    if (team !== '' && (best.get(child)?.rank ?? '') <= rank) best.set(child, { rank, team })
  }
  for (const { values } of tables.get('ssd_cin_episodes') ?? [])
    offer(values['cine_person_id'] ?? '', `0${values['cine_referral_date'] ?? ''}`, values['cine_referral_team'] ?? '')
  for (const { values } of tables.get('ssd_involvements') ?? []) {
    if (values['invo_professional_role_id'] !== 'Allocated Case Worker') continue
    const open = (values['invo_involvement_end_date'] ?? '') === ''
    offer(
      values['invo_person_id'] ?? '',
      `${open ? '2' : '1'}${values['invo_involvement_start_date'] ?? ''}`,
      values['invo_professional_team'] ?? '',
    )
  }
  return (child) => {
    const found = best.get(child)
    return found === undefined ? null : teamId(found.team)
  }
}
