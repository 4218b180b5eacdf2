import type { Transaction } from '../../../prisma/database'
import { recordName } from '../familyRows'
import type { Finding } from '../finding'
import type { ImportedFamily } from '../imported'
import { mapFamily } from '../mapFamily'
import type { Whereabouts } from '../reconcile/facts'
import type { SsdRow } from '../ssdRow'
import { EVENT_TABLES, type EventTable } from '../rowShapes'
import type { Staff } from '../staff'
import type { BatchRows } from './batchRows'
import { current } from './currentRows'
import type { ImportRun } from './importRun'

/** What one extract says about one case. */
export interface MappedCase {
  readonly family: ImportedFamily
  readonly findings: readonly Finding[]
  readonly whereabouts: (record: string) => Whereabouts
  readonly lineOf: (record: string) => number | null
  /** Children of the case who were in an extract and are no longer: one that only a census has told is not missed. */
  readonly lost: readonly string[]
}

interface Mapping {
  readonly sourceId: string
  readonly children: readonly string[]
  readonly staff: Staff
  readonly unreadable: ReadonlySet<string>
  readonly rows: BatchRows
  /** Records that events of the case came from. */
  readonly records: readonly string[]
}

/** Reads and maps the rows about the children of one case. */
export async function mappedCase(tx: Transaction, run: ImportRun, mapping: Mapping): Promise<MappedCase> {
  const { sourceId, children, staff, unreadable, records, rows } = mapping
  const people = new Map<string, SsdRow>()
  const byTable = new Map<EventTable, SsdRow[]>(EVENT_TABLES.map((table) => [table, []]))
  const lines = new Map<string, number>()
  for (const row of await rows.of(tx, children)) {
    if (row.table === 'ssd_person') people.set(row.id, row)
    const table = EVENT_TABLES.find((one) => one === row.table)
    if (table === undefined) continue
    byTable.get(table)?.push(row)
    lines.set(recordName(table, row.id), row.line)
  }
  const findings: Finding[] = []
  const found = (finding: Finding): void => void findings.push(finding)
  const family = mapFamily(
    { sourceId, people, rows: byTable, unreadable },
    { asAt: run.asAt, staff, found, took: () => undefined },
  )
  const rejected = new Set(
    findings
      .filter(({ taken }) => taken === 'rejected')
      .map(({ file, record }) => `${file.replace(/\.csv$/, '')}/${record ?? ''}`),
  )
  const elsewhere = await recordsElsewhere(
    tx,
    run,
    records.filter((record) => !lines.has(record)),
  )
  return {
    family,
    findings,
    whereabouts: (record) => {
      if (rejected.has(record) || unreadable.has(record)) return 'left-out'
      return lines.has(record) ? 'taken' : (elsewhere.get(record) ?? 'gone')
    },
    lineOf: (record) => lines.get(record) ?? null,
    lost: await onceThere(
      tx,
      children.filter((child) => !people.has(child) && !unreadable.has(recordName('ssd_person', child))),
    ),
  }
}

async function onceThere(tx: Transaction, children: readonly string[]): Promise<readonly string[]> {
  if (children.length === 0) return []
  const rows = await tx.$queryRaw<{ record: string }[]>`
    select record from upstream_row where tbl = 'ssd_person' and record = any(${[...children]}::text[]) order by record`
  return rows.map(({ record }) => record)
}

/** Where records are that tell of none of the children: with another known child, or with nobody's. */
async function recordsElsewhere(
  tx: Transaction,
  run: ImportRun,
  records: readonly string[],
): Promise<ReadonlyMap<string, Whereabouts>> {
  if (records.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ name: string; known: boolean }[]>`
    select tbl || '/' || record as name,
      exists (select from ${current(run)} p where p.tbl = 'ssd_person' and p.record = c.child) as known
    from ${current(run)} c
    where (tbl, record) in (select split_part(name, '/', 1), substr(name, strpos(name, '/') + 1) from unnest(${[...records]}::text[]) name)`
  return new Map(rows.map(({ name, known }) => [name, known ? 'elsewhere' : 'left-out']))
}
