import { checkFolder } from './checkFolder'
import { collectFamilies } from './collectFamilies'
import { readPeople } from './readPeople'
import type { Finding } from './finding'
import type { ImportedFamily, ImportedPerson, ImportedTeam } from './imported'

export interface SsdExtract {
  /** The day of the extract, ISO. */
  readonly asAt: string
  readonly teams: readonly ImportedTeam[]
  readonly people: readonly ImportedPerson[]
  /** By family id. */
  readonly families: readonly ImportedFamily[]
  /** Rows taken per table. */
  readonly read: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}

/**
 * Reads a Standard Safeguarding Dataset extract: teams, people, and one case per family with its chronology. Nothing is written anywhere.
 * `today` (ISO) is the extract's day when it has no manifest. Throws ExtractRefused when the folder cannot be read whole.
 */
export async function readSsdExtract(folder: string, today: string): Promise<SsdExtract> {
  const { asAt } = await checkFolder(folder, today)
  const findings: Finding[] = []
  const read: Record<string, number> = {}
  const found = (finding: Finding): void => void findings.push(finding)
  const staff = await readPeople(folder, { read, found })
  const families = await collectFamilies(folder, {
    asAt,
    read,
    found,
    leavers: staff.leavers,
    knownPeople: staff.known,
    knownTeams: new Set(staff.teams.map(({ sourceId }) => sourceId)),
  })
  return { asAt, teams: staff.teams, people: staff.people, families, read, findings }
}
