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
import { readChildren, type ReadChild } from './readChildren'
import { readEventRows } from './readEventRows'
import { readFamilies } from './readFamilies'
import { readTable } from './readTable'
import { aboutRow, rowReader, RowRejected } from './rowReader'
import { EVENT_TABLES, ROW_SHAPES, type EventRows, type EventTable } from './rowShapes'
import { rowWarnings } from './rowWarnings'
import { stableId } from './stableId'

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

interface Collecting {
  /** The day of the extract, ISO. */
  readonly asAt: string
  /** Rows taken per table: filled here. */
  readonly read: Record<string, number>
  readonly found: Found
  readonly leavers: ReadonlySet<string>
  readonly knownPeople: ReadonlySet<string>
  readonly knownTeams: ReadonlySet<string>
}

/** One case per family, with all its children and their chronology. */
export async function collectFamilies(folder: string, collecting: Collecting): Promise<readonly ImportedFamily[]> {
  const { asAt, read, found, knownTeams } = collecting
  const children = await readChildren(folder, asAt, found)
  read['ssd_person'] = children.size
  const { familyOf, taken } = await readFamilies(folder, children, found)
  read['ssd_family'] = taken
  let factors = 0
  for await (const row of readTable(folder, 'ssd_assessment_factors', found)) factors += row.id === '' ? 0 : 1
  read['ssd_assessment_factors'] = factors
  const rows = await readEventRows(folder, { asAt, isChild: (id) => children.has(id), found })
  const events = mapRows(rows, children, collecting)
  const teamOf = familyTeam(rows, knownTeams, found)
  const open = openChildren(rows)
  return [...byFamily(children, familyOf)]
    .sort(([a], [b]) => byText(a, b))
    .map(([family, members]): ImportedFamily => {
      const ids = members.map(({ row }) => row.id)
      return {
        id: stableId('case', 'ssd', family),
        sourceId: family,
        ref: `N-${family}`,
        teamId: teamOf(ids),
        open: ids.some((id) => open.has(id)),
        children: members.map(({ child }) => child).sort((a, b) => byText(a.sourceId, b.sourceId)),
        events: inOrder(ids.flatMap((id) => events.get(id) ?? [])),
      }
    })
}

function mapRows(
  rows: EventRows,
  children: ReadonlyMap<string, ReadChild>,
  { asAt, leavers, knownPeople, read, found }: Collecting,
): ReadonlyMap<string, readonly ImportedEvent[]> {
  const context = rowContext(rows, { asAt, leavers, children })
  const warningsOf = rowWarnings({ asAt, children, knownPeople })
  const events = new Map<string, ImportedEvent[]>()
  for (const [id, { row, child }] of children) {
    events.set(id, child.diedOn === null ? [] : [event(row, id, 'child-left', child.diedOn, { reason: 'died' })])
  }
  for (const table of EVENT_TABLES) {
    read[table] = 0
    for (const row of rows.get(table) ?? []) {
      try {
        events
          .get(row.values[ROW_SHAPES[table].child] ?? '')
          ?.push(...MAPPINGS[table](row, rowReader(row, asAt), context))
        for (const [field, problem, about = row] of warningsOf(row)) found(aboutRow(about, field, problem, 'warning'))
        read[table] += 1
      } catch (error) {
        if (!(error instanceof RowRejected)) throw error
        found(aboutRow(row, error.field, error.message, 'rejected'))
      }
    }
  }
  return events
}

/** Children with a referral that is neither closed nor without further action. */
function openChildren(rows: EventRows): ReadonlySet<string> {
  const open = (rows.get('ssd_cin_episodes') ?? []).filter(
    ({ values }) => (values['cine_close_date'] ?? '') === '' && values['cine_referral_nfa']?.toUpperCase() !== 'Y',
  )
  return new Set(open.map(({ values }) => values['cine_person_id'] ?? ''))
}

function byFamily(
  children: ReadonlyMap<string, ReadChild>,
  familyOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly ReadChild[]> {
  const members = new Map<string, ReadChild[]>()
  for (const [id, child] of children) {
    const family = familyOf.get(id) ?? `child-${id}`
    const list = members.get(family) ?? []
    list.push(child)
    members.set(family, list)
  }
  return members
}

const TABLE_ORDER: ReadonlyMap<string, number> = new Map(EVENT_TABLES.map((table, index) => [table, index]))
const tableOf = ({ source }: ImportedEvent): number => TABLE_ORDER.get(source.record.split('/')[0] ?? '') ?? -1

/** By day, then table, then record; the events of one record as its mapping made them (the sort is stable). */
const inOrder = (events: readonly ImportedEvent[]): readonly ImportedEvent[] =>
  [...events].sort((a, b) => byText(a.on, b.on) || tableOf(a) - tableOf(b) || byText(a.source.record, b.source.record))

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
