import type { Finding } from './finding'
import type { ImportedPerson, ImportedTeam } from './imported'
import { personId, teamId } from './mapping/mapContext'
import { rolesOf } from './mapping/rolesOf'
import { readTable } from './readTable'

const LEAVERS = 'leavers'

interface Reading {
  readonly read: Record<string, number>
  readonly found: (finding: Finding) => void
}

/** Teams and people of an extract. The extract has no leaving date: department `Leavers` shows that somebody left. */
export async function readPeople(folder: string, { read, found }: Reading) {
  const teams: ImportedTeam[] = []
  for await (const { id, values } of readTable(folder, 'ssd_department', found)) {
    const parent = values['dept_team_parent_id'] ?? ''
    teams.push({
      id: teamId(id),
      sourceId: id,
      name: values['dept_team_name'] ?? '',
      parentId: parent === '' ? null : teamId(parent),
    })
  }
  read['ssd_department'] = teams.length
  const people: ImportedPerson[] = []
  const leavers = new Set<string>()
  const known = new Set<string>()
  for await (const { id, values } of readTable(folder, 'ssd_professionals', found)) {
    const department = values['prof_professional_department'] ?? ''
    const team = teams.find(({ name }) => name === department)
    const left = department.toLowerCase() === LEAVERS
    const jobTitle = values['prof_professional_job_title'] ?? ''
    if (left) leavers.add(id)
    known.add(id)
    people.push({
      id: personId(id),
      sourceId: id,
      staffId: values['prof_staff_id'] ?? id,
      name: values['prof_professional_name'] ?? '',
      jobTitle,
      teamId: team?.id ?? null,
      left,
      roles: left ? [] : rolesOf(jobTitle, department).map((role) => ({ role, teamId: team?.id ?? null })),
    })
  }
  read['ssd_professionals'] = people.length
  return { teams, people, leavers, known }
}
