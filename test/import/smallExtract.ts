import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { SSD_TABLE_NAMES, SSD_TABLES, type SsdTable } from '../../activities/import/ssdTables'

export type Rows = Partial<Record<SsdTable, readonly Readonly<Record<string, string>>[]>>

/** One family of one child with a worker and a team: what every small extract starts from. */
export const ONE_CHILD = {
  ssd_department: [
    { dept_team_id: '1', dept_team_name: 'Service' },
    { dept_team_id: '2', dept_team_name: 'Team North', dept_team_parent_id: '1' },
  ],
  ssd_professionals: [
    {
      prof_professional_id: '10',
      prof_staff_id: 'S10',
      prof_professional_name: 'Wren Penholder',
      prof_professional_job_title: 'Social Worker',
      prof_professional_department: 'Team North',
    },
    {
      prof_professional_id: '11',
      prof_staff_id: '',
      prof_professional_name: 'Dove Penholder',
      prof_professional_job_title: 'Social Worker',
      prof_professional_department: 'Leavers',
    },
  ],
  ssd_person: [{ pers_person_id: '100', pers_forename: 'Tansy', pers_surname: 'Inkwell', pers_dob: '2019-04-02' }],
  ssd_family: [{ fami_table_id: '1000', fami_family_id: '500', fami_person_id: '100' }],
} as const satisfies Rows

/** Writes an extract of these rows on top of `ONE_CHILD`, without a manifest. */
export function smallExtract(folder: string, rows: Rows): void {
  const all: Rows = { ...ONE_CHILD, ...rows }
  for (const table of SSD_TABLE_NAMES) {
    const body = all[table] ?? []
    const header = [...new Set<string>([...SSD_TABLES[table], ...body.flatMap((row) => Object.keys(row))])]
    const lines = [header, ...body.map((row) => header.map((name) => row[name] ?? ''))]
    writeFileSync(
      path.join(folder, `${table}.csv`),
      `${lines.map((cells) => cells.map(quoted).join(',')).join('\n')}\n`,
    )
  }
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
