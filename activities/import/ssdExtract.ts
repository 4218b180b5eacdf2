import { statSync } from 'node:fs'
import path from 'node:path'
import { checkFolder } from './checkFolder'
import { recordName } from './familyRows'
import { ExtractRefused, type Finding, type Found } from './finding'
import { inFileOrder } from './findingOrder'
import type { ImportedFamily, ImportedPerson, ImportedTeam } from './imported'
import { childOf, mapFamily } from './mapFamily'
import { fewOfAKind, MOST_OF_A_KIND } from './fewOfAKind'
import { mapStaff } from './mapStaff'
import { membership } from './membership'
import { fileOf, readTable } from './readTable'
import type { SsdRow } from './ssdRow'
import { EVENT_TABLES, type EventTable } from './rowShapes'
import type { SsdTable } from './ssdTables'
import { aboutRejected } from './rowReader'
import { unknownChild } from './takeRows'

/** What an extract holds but its families. */
export interface ExtractAround {
  /** The day of the extract, ISO. */
  readonly asAt: string
  readonly teams: readonly ImportedTeam[]
  readonly people: readonly ImportedPerson[]
  /** Rows taken per table. */
  readonly read: Readonly<Record<string, number>>
  /** By file, then line, then field; of one kind in one file the first 2,000, and how many others there are. */
  readonly findings: readonly Finding[]
}

export interface SsdExtract extends ExtractAround {
  /** By family id. */
  readonly families: readonly ImportedFamily[]
}

/** Rows held in memory at once. An extract that may have more is counted first, and read in several passes, each of which takes some of the families. */
const ROWS_AT_ONCE = 100_000
/** Shorter ones than this there are none. */
const BYTES_OF_A_ROW = 40

/** Reads a whole extract into memory: `eachFamily` with its families kept. */
export async function readSsdExtract(folder: string, today: string): Promise<SsdExtract> {
  const families: ImportedFamily[] = []
  const around = await eachFamily(folder, today, (family) => void families.push(family))
  return { ...around, families: families.sort((a, b) => (a.sourceId < b.sourceId ? -1 : 1)) }
}

/**
 * Reads a Standard Safeguarding Dataset extract for a look that needs no database: teams, people, and one case per family with its chronology,
 * handed to `take` as soon as it is known. Memory stays flat whatever the size of the files: the larger they are, the more often they are read.
 * Nothing is written anywhere. `today` (ISO) is the extract's day when it has no manifest. Throws ExtractRefused when the folder cannot be read whole.
 */
export async function eachFamily(
  folder: string,
  today: string,
  take: (family: ImportedFamily) => void,
  rowsAtOnce = ROWS_AT_ONCE,
): Promise<ExtractAround> {
  const { asAt, leftOut } = await checkFolder(folder, today)
  const [first] = leftOut
  if (first !== undefined)
    throw new ExtractRefused(
      `${fileOf(first)} is missing from ${folder}: manifest.json says it was left out because nothing changed that day. Without a database only a full extract can be read; nothing was imported.`,
    )
  const findings = fewOfAKind(MOST_OF_A_KIND)
  const { found } = findings
  const unreadable = new Set<string>()
  const rowsOf = (table: SsdTable, on: Found): AsyncGenerator<SsdRow> =>
    readTable(folder, table, { found: on, unreadable: (id) => void unreadable.add(recordName(table, id)) })
  const all = async (table: SsdTable): Promise<readonly SsdRow[]> => collected(rowsOf(table, found))
  const staff = mapStaff(await all('ssd_department'), await all('ssd_professionals'), found)
  const people = new Map((await all('ssd_person')).map((row) => [row.id, row]))
  const { familyOf, taken } = membership(people, await all('ssd_family'), found)
  const read: Record<string, number> = {
    ssd_person: people.size,
    ssd_family: taken,
    ssd_department: staff.teams.length,
    ssd_professionals: staff.people.length,
    ssd_assessment_factors: await count(rowsOf('ssd_assessment_factors', found)),
    ...Object.fromEntries(EVENT_TABLES.map((table) => [table, 0])),
  }
  const took = (table: EventTable): void => {
    read[table] = (read[table] ?? 0) + 1
  }
  const rowsOfEvents = async function* (on: Found): AsyncGenerator<EventRow> {
    for (const table of EVENT_TABLES)
      for await (const row of rowsOf(table, on)) {
        const child = childOf(table, row.values)
        yield { table, row, child, family: familyOf.get(child) }
      }
  }
  const names = [...new Set(familyOf.values())].sort()
  const isSmall = bytesOf(folder) / BYTES_OF_A_ROW <= rowsAtOnce
  const passes = isSmall ? [names] : inPasses(names, await countByFamily(rowsOfEvents(() => undefined)), rowsAtOnce)
  for (const [pass, some] of passes.entries()) {
    const families = new Map(some.map((name) => [name, emptyFamily()]))
    for (const [child, name] of familyOf) {
      const row = people.get(child)
      if (row !== undefined) families.get(name)?.people.set(child, row)
    }
    // What is wrong with a row is said in the first pass.
    const once: Found = pass === 0 ? found : () => undefined
    for await (const { table, row, child, family } of rowsOfEvents(once))
      if (family === undefined) once(aboutRejected(row, unknownChild(table, child)))
      else families.get(family)?.rows.get(table)?.push(row)
    for (const [sourceId, family] of families)
      take(mapFamily({ sourceId, ...family, unreadable }, { asAt, staff, found, took }))
  }
  return { asAt, teams: staff.teams, people: staff.people, read, findings: inFileOrder(findings.all()) }
}

interface EventRow {
  readonly table: EventTable
  readonly row: SsdRow
  readonly child: string
  /** Undefined: nobody knows the child. */
  readonly family: string | undefined
}

async function countByFamily(rows: AsyncIterable<EventRow>): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for await (const { family } of rows) if (family !== undefined) counts.set(family, (counts.get(family) ?? 0) + 1)
  return counts
}

/** Families in order, as many together as may be held at once. At least one pass. Throws ExtractRefused when one alone is more than that. */
function inPasses(
  names: readonly string[],
  rowsOf: ReadonlyMap<string, number>,
  rowsAtOnce: number,
): readonly (readonly string[])[] {
  const passes: string[][] = [[]]
  let held = 0
  for (const name of names) {
    const rows = rowsOf.get(name) ?? 0
    if (rows > rowsAtOnce)
      throw new ExtractRefused(
        `Family ${name} has ${rows.toLocaleString('en-GB')} rows, and no family has more than ${rowsAtOnce.toLocaleString('en-GB')}. Check what was exported; nothing was imported.`,
      )
    if (held > 0 && held + rows > rowsAtOnce) {
      passes.push([])
      held = 0
    }
    passes.at(-1)?.push(name)
    held += rows
  }
  return passes
}

const emptyFamily = (): { readonly people: Map<string, SsdRow>; readonly rows: Map<EventTable, SsdRow[]> } => ({
  people: new Map(),
  rows: new Map(EVENT_TABLES.map((table) => [table, []])),
})

const bytesOf = (folder: string): number =>
  EVENT_TABLES.reduce((sum, table) => sum + statSync(path.join(folder, fileOf(table))).size, 0)

async function collected(rows: AsyncIterable<SsdRow>): Promise<readonly SsdRow[]> {
  const all: SsdRow[] = []
  for await (const row of rows) all.push(row)
  return all
}

async function count(rows: AsyncIterable<unknown>): Promise<number> {
  let counted = 0
  for await (const row of rows) if (row !== undefined) counted += 1
  return counted
}
