import { checkFolder } from './checkFolder'
import { recordName } from './familyRows'
import { ExtractRefused, type Finding, type Found } from './finding'
import { inFileOrder } from './findingOrder'
import type { ImportedFamily, ImportedPerson, ImportedTeam } from './imported'
import { childOf, mapFamily } from './mapFamily'
import { mapStaff } from './mapStaff'
import { membership } from './membership'
import { fileOf, readTable } from './readTable'
import type { SsdRow } from './ssdRow'
import { EVENT_TABLES, type EventTable } from './rowShapes'
import type { SsdTable } from './ssdTables'
import { aboutRejected } from './rowReader'
import { unknownChild } from './takeRows'

export interface SsdExtract {
  /** The day of the extract, ISO. */
  readonly asAt: string
  readonly teams: readonly ImportedTeam[]
  readonly people: readonly ImportedPerson[]
  /** By family id. */
  readonly families: readonly ImportedFamily[]
  /** Rows taken per table. */
  readonly read: Readonly<Record<string, number>>
  /** By file, then line, then field. */
  readonly findings: readonly Finding[]
}

/**
 * Reads a whole Standard Safeguarding Dataset extract into memory, for a look that needs no database: teams, people, and one case per
 * family with its chronology. Nothing is written anywhere. `today` (ISO) is the extract's day when it has no manifest. Throws
 * ExtractRefused when the folder cannot be read whole.
 */
export async function readSsdExtract(folder: string, today: string): Promise<SsdExtract> {
  const { asAt, leftOut } = await checkFolder(folder, today)
  const [first] = leftOut
  if (first !== undefined)
    throw new ExtractRefused(
      `${fileOf(first)} is missing from ${folder}: manifest.json says it was left out because nothing changed that day. Without a database only a full extract can be read; nothing was imported.`,
    )
  const findings: Finding[] = []
  const found: Found = (finding) => void findings.push(finding)
  const unreadable = new Set<string>()
  const rowsOf = async (table: SsdTable): Promise<readonly SsdRow[]> => {
    const rows: SsdRow[] = []
    const reading = { found, unreadable: (id: string) => void unreadable.add(recordName(table, id)) }
    for await (const row of readTable(folder, table, reading)) rows.push(row)
    return rows
  }
  const staff = mapStaff(await rowsOf('ssd_department'), await rowsOf('ssd_professionals'), found)
  const people = new Map((await rowsOf('ssd_person')).map((row) => [row.id, row]))
  const { familyOf, taken } = membership(people, await rowsOf('ssd_family'), found)
  const read: Record<string, number> = {
    ssd_person: people.size,
    ssd_family: taken,
    ssd_department: staff.teams.length,
    ssd_professionals: staff.people.length,
    ssd_assessment_factors: (await rowsOf('ssd_assessment_factors')).length,
  }
  const families = new Map<string, { people: Map<string, SsdRow>; rows: Map<EventTable, SsdRow[]> }>()
  for (const [child, family] of familyOf) {
    const row = people.get(child)
    if (row === undefined) continue
    const one = families.get(family) ?? { people: new Map<string, SsdRow>(), rows: new Map<EventTable, SsdRow[]>() }
    one.people.set(child, row)
    families.set(family, one)
  }
  for (const table of EVENT_TABLES) {
    read[table] = 0
    for (const row of await rowsOf(table)) {
      const child = childOf(table, row.values)
      const family = families.get(familyOf.get(child) ?? '')
      if (family === undefined) found(aboutRejected(row, unknownChild(table, child)))
      else {
        const rows = family.rows.get(table) ?? []
        rows.push(row)
        family.rows.set(table, rows)
      }
    }
  }
  const took = (table: EventTable): void => {
    read[table] = (read[table] ?? 0) + 1
  }
  const cases = [...families]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sourceId, family]) => mapFamily({ sourceId, ...family, unreadable }, { asAt, staff, found, took }))
  return { asAt, teams: staff.teams, people: staff.people, families: cases, read, findings: inFileOrder(findings) }
}
