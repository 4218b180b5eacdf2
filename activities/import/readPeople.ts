import type { Found } from './finding'
import type { ImportedPerson, ImportedTeam } from './imported'
import { personId, teamId } from './mapping/mapContext'
import { rolesOf } from './mapping/rolesOf'
import { readTable, type SsdRow } from './readTable'
import { aboutRow } from './rowReader'

const LEAVERS = 'leavers'

interface Reading {
  /** Rows taken per table: filled here. */
  readonly read: Record<string, number>
  readonly found: Found
}

interface Staff {
  readonly teams: readonly ImportedTeam[]
  readonly people: readonly ImportedPerson[]
  /** Upstream ids of those who left. */
  readonly leavers: ReadonlySet<string>
  readonly known: ReadonlySet<string>
}

/** Teams and people of an extract, by upstream id. The extract has no leaving date: department `Leavers` shows that somebody left. */
export async function readPeople(folder: string, { read, found }: Reading): Promise<Staff> {
  const teams = await readTeams(folder, found)
  read['ssd_department'] = teams.length
  const people: ImportedPerson[] = []
  for await (const row of readTable(folder, 'ssd_professionals', found)) people.push(personOf(row, teams, found))
  read['ssd_professionals'] = people.length
  return {
    teams,
    people: people.sort(bySource),
    leavers: new Set(people.filter(({ left }) => left).map(({ sourceId }) => sourceId)),
    known: new Set(people.map(({ sourceId }) => sourceId)),
  }
}

async function readTeams(folder: string, found: Found): Promise<readonly ImportedTeam[]> {
  const rows: SsdRow[] = []
  for await (const row of readTable(folder, 'ssd_department', found)) rows.push(row)
  const known = new Set(rows.map(({ id }) => id))
  const parentOf = (row: SsdRow): string | null => {
    const parent = row.values['dept_team_parent_id'] ?? ''
    if (known.has(parent)) return teamId(parent)
    if (parent !== '') {
      const problem = `Team ${parent} is not in ssd_department.csv. The team was taken without a team above it.`
      found(aboutRow(row, 'dept_team_parent_id', problem, 'warning'))
    }
    return null
  }
  return rows
    .map((row) => ({
      id: teamId(row.id),
      sourceId: row.id,
      name: row.values['dept_team_name'] ?? '',
      parentId: parentOf(row),
    }))
    .sort(bySource)
}

/** A person with the roles of the job title. A role is held for a team: without a known one there is none, or it would count everywhere. */
function personOf(row: SsdRow, teams: readonly ImportedTeam[], found: Found): ImportedPerson {
  const text = (field: string): string => row.values[field] ?? ''
  const department = text('prof_professional_department')
  const left = department.toLowerCase() === LEAVERS
  const jobTitle = text('prof_professional_job_title')
  const team = teams.find(({ name }) => name === department)
  const roles = left ? [] : rolesOf(jobTitle, department)
  if (team === undefined && roles.length > 0) {
    const problem = `Department ${department === '' ? '(empty)' : department} is not in ssd_department.csv. The person was taken without team and role.`
    found(aboutRow(row, 'prof_professional_department', problem, 'warning'))
  }
  const staffId = text('prof_staff_id')
  return {
    id: personId(row.id),
    sourceId: row.id,
    staffId: staffId === '' ? row.id : staffId,
    name: text('prof_professional_name'),
    jobTitle,
    teamId: team?.id ?? null,
    left,
    roles: team === undefined ? [] : roles.map((role) => ({ role, teamId: team.id })),
  }
}

const bySource = (a: { readonly sourceId: string }, b: { readonly sourceId: string }): number =>
  a.sourceId < b.sourceId ? -1 : 1
