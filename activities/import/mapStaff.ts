import type { Found } from './finding'
import { isFormula } from './formula'
import type { ImportedPerson, ImportedTeam } from './imported'
import { personId, teamId } from './mapping/mapContext'
import { rolesOf } from './mapping/rolesOf'
import type { SsdRow } from './ssdRow'
import { shown, warning } from './rowReader'
import { ownersOfAddresses, type InPost } from './ownersOfAddresses'
import type { Staff } from './staff'

const LEAVERS = 'leavers'

/** Teams and people from the rows of ssd_department and ssd_professionals. The extract has no leaving date: department `Leavers` shows that somebody left. */
export function mapStaff(departments: readonly SsdRow[], professionals: readonly SsdRow[], found: Found): Staff {
  const teams = mapTeams(departments, found)
  const inPost = professionals.map(postOf)
  const ownsAddress = ownersOfAddresses(inPost, found)
  const people = inPost.map((post) => personOf(post, { ownsAddress: ownsAddress(post), teams, found })).sort(bySource)
  return {
    teams,
    people,
    leavers: new Set(people.filter(({ left }) => left).map(({ sourceId }) => sourceId)),
    known: new Set(people.map(({ sourceId }) => sourceId)),
    knownTeams: new Set(teams.map(({ sourceId }) => sourceId)),
  }
}

function mapTeams(rows: readonly SsdRow[], found: Found): readonly ImportedTeam[] {
  const known = new Set(rows.map(({ id }) => id))
  const parentOf = (row: SsdRow): string | null => {
    const parent = row.values['dept_team_parent_id'] ?? ''
    if (known.has(parent)) return teamId(parent)
    if (parent !== '') {
      const problem = `Team ${shown(parent)} is not in ssd_department.csv. The team was taken without a team above it.`
      found(warning(row, 'unknown-team', 'dept_team_parent_id', problem))
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

function postOf(row: SsdRow): InPost {
  const staffId = row.values['prof_staff_id'] ?? ''
  return {
    row,
    staffId: staffId === '' ? row.id : staffId,
    left: (row.values['prof_professional_department'] ?? '').toLowerCase() === LEAVERS,
  }
}

interface Around {
  readonly ownsAddress: boolean
  readonly teams: readonly ImportedTeam[]
  readonly found: Found
}

/** A person with the roles of the job title. A role is held for a team: without a known one there is none, or it would count everywhere. */
function personOf({ row, staffId, left }: InPost, { ownsAddress, teams, found }: Around): ImportedPerson {
  const text = (field: string): string => row.values[field] ?? ''
  const department = text('prof_professional_department')
  const jobTitle = text('prof_professional_job_title')
  const team = teams.find(({ name }) => name === department)
  const roles = left ? [] : rolesOf(jobTitle, department)
  if (team === undefined && roles.length > 0) {
    const problem = `Department ${department === '' ? '(empty)' : shown(department)} is not in ssd_department.csv. The person was taken without team and role.`
    found(warning(row, 'unknown-team', 'prof_professional_department', problem))
  }
  const name = text('prof_professional_name')
  if (isFormula(name)) {
    const problem = `${shown(name)} would run as a spreadsheet formula. The person was taken, the name kept as text.`
    found(warning(row, 'formula', 'prof_professional_name', problem))
  }
  return {
    id: personId(row.id),
    sourceId: row.id,
    staffId,
    ownsAddress,
    name,
    jobTitle,
    teamId: team?.id ?? null,
    left,
    roles: team === undefined ? [] : roles.map((role) => ({ role, teamId: team.id })),
  }
}

const bySource = (a: { readonly sourceId: string }, b: { readonly sourceId: string }): number =>
  a.sourceId < b.sourceId ? -1 : 1
