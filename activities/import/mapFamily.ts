import type { FamilyRows } from './familyRows'
import { familyTeam } from './familyTeam'
import type { Found } from './finding'
import type { ImportedEvent, ImportedFamily } from './imported'
import { assessment, contact, referral } from './mapping/frontDoor'
import { involvement } from './mapping/involvement'
import { event, type MapRow } from './mapping/mapContext'
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
import { rowContext } from './mapping/rowContext'
import { readChild, type ReadChild } from './readChild'
import { aboutRejected, rowReader, RowRejected } from './rowReader'
import { EVENT_TABLES, ROW_SHAPES, type EventRows, type EventTable } from './rowShapes'
import { rowWarnings } from './rowWarnings'
import { stableId } from './stableId'
import type { Staff } from './staff'
import { takeRows } from './takeRows'

const MAPPINGS: Readonly<Record<EventTable, MapRow>> = {
  ssd_contacts: contact,
  ssd_cin_episodes: referral,
  ssd_involvements: involvement,
  ssd_cin_assessments: assessment,
  ssd_s47_enquiry: enquiry,
  ssd_initial_cp_conference: conference,
  ssd_cp_plans: protectionPlan,
  ssd_cp_reviews: review,
  ssd_cp_visits: protectionVisit,
  ssd_cin_plans: needPlan,
  ssd_cin_visits: needVisit,
  ssd_legal_status: legalStatus,
}

export interface Mapping {
  /** The day of the extract, ISO. */
  readonly asAt: string
  readonly staff: Staff
  readonly found: Found
  /** Told the table of each row that was taken. */
  readonly took: (table: EventTable) => void
}

/** The case of one family with all its children and their chronology. Pure: the same rows in any order give the same case. */
export function mapFamily(family: FamilyRows, mapping: Mapping): ImportedFamily {
  const { asAt, staff, found } = mapping
  const children = new Map([...family.people].map(([id, row]) => [id, readChild(row, asAt, found)]))
  const rows = takeRows(family, { asAt, found })
  const events = mapRows(rows, children, mapping)
  return {
    id: stableId('case', 'ssd', family.sourceId),
    sourceId: family.sourceId,
    ref: `N-${family.sourceId}`,
    teamId: familyTeam(rows, staff.knownTeams, found),
    open: (rows.get('ssd_cin_episodes') ?? []).some(isOpenReferral),
    children: [...children.values()].map(({ child }) => child).sort((a, b) => byText(a.sourceId, b.sourceId)),
    events: inOrder(events),
  }
}

function mapRows(
  rows: EventRows,
  children: ReadonlyMap<string, ReadChild>,
  { asAt, staff, found, took }: Mapping,
): readonly ImportedEvent[] {
  const context = rowContext(rows, { asAt, leavers: staff.leavers, children })
  const warningsOf = rowWarnings({ asAt, children, knownPeople: staff.known, rows })
  const events: ImportedEvent[] = []
  for (const [id, { row, child }] of children) {
    if (child.diedOn !== null) events.push(event(row, id, 'child-left', child.diedOn, { reason: 'died' }))
  }
  for (const table of EVENT_TABLES) {
    for (const row of rows.get(table) ?? []) {
      try {
        const mapped = MAPPINGS[table](row, rowReader(row, asAt), context)
        events.push(...mapped)
        for (const finding of warningsOf(row)) found(finding)
        took(table)
      } catch (error) {
        if (!(error instanceof RowRejected)) throw error
        found(aboutRejected(row, error))
      }
    }
  }
  return events
}

/** A referral that is neither closed nor without further action. */
const isOpenReferral = ({ values }: { readonly values: Readonly<Record<string, string>> }): boolean =>
  (values['cine_close_date'] ?? '') === '' && values['cine_referral_nfa']?.toUpperCase() !== 'Y'

const TABLE_ORDER: ReadonlyMap<string, number> = new Map(EVENT_TABLES.map((table, index) => [table, index]))
const tableOf = ({ source }: ImportedEvent): number => TABLE_ORDER.get(source.record.split('/')[0] ?? '') ?? -1

/** By day, then table, then record; the events of one record as its mapping made them (the sort is stable). */
const inOrder = (events: readonly ImportedEvent[]): readonly ImportedEvent[] =>
  [...events].sort((a, b) => byText(a.on, b.on) || tableOf(a) - tableOf(b) || byText(a.source.record, b.source.record))

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The child a row is about, by its table; empty when it names none. */
export const childOf = (table: EventTable, values: Readonly<Record<string, string>>): string =>
  values[ROW_SHAPES[table].child] ?? ''
