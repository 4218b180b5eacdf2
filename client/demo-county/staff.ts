import type { CountyTables } from './countyTables'
import type { Chance } from './random'

const FIRST = [
  'Rowan',
  'Hazel',
  'Bryony',
  'Linden',
  'Sorrel',
  'Fennel',
  'Juniper',
  'Marlow',
  'Tansy',
  'Aspen',
  'Clover',
  'Alder',
]
const LAST = [
  'Penholder',
  'Stampwell',
  'Foldergate',
  'Clipford',
  'Ledgerton',
  'Notebury',
  'Paperham',
  'Diaryfield',
  'Quillworth',
  'Binderby',
]

export interface Worker {
  readonly id: string
  readonly left: boolean
}
export interface Team {
  readonly id: string
  readonly workers: readonly Worker[]
}
export interface Staff {
  readonly frontDoor: string
  readonly teams: readonly Team[]
  readonly chairs: readonly string[]
}

const TEAM_NAMES = ['Meadow', 'Harbour', 'Orchard', 'Quarry', 'Millrace', 'Heath', 'Weir', 'Copse']

/** The people of the county: a front door, a conference service, and Family Safeguarding teams of one manager, one coordinator and six workers, one of whom has left. */
export function addStaff(tables: CountyTables, random: Chance, families: number): Staff {
  const team = (name: string, parent: string): string => {
    const id = tables.id()
    tables.add('ssd_department', { dept_team_id: id, dept_team_name: name, dept_team_parent_id: parent })
    return id
  }
  let number = 0
  const person = (title: string, department: string): string => {
    const id = tables.id()
    number += 1
    tables.add('ssd_professionals', {
      prof_professional_id: id,
      prof_staff_id: `WX${String(1000 + number)}`,
      prof_professional_name: `${random.pick(FIRST)} ${random.pick(LAST)}`,
      prof_agency_worker_flag: 'N',
      prof_professional_job_title: title,
      prof_professional_caseload: '0',
      prof_professional_department: department,
      prof_full_time_equivalency: department === 'Leavers' ? '0.0' : '1.0',
    })
    return id
  }
  const council = team('Wexcombe Children’s Services', '')
  const service = team('Family Safeguarding Service', council)
  const frontDoor = team('Front Door and Referral Team', council)
  team('Conference and Review Service', council)
  person('Head of Service', 'Wexcombe Children’s Services')
  person('Service Manager', 'Family Safeguarding Service')
  person('Team Manager', 'Front Door and Referral Team')
  const chairs = [1, 2].map(() => person('Independent Conference Chair', 'Conference and Review Service'))
  const count = Math.max(2, Math.ceil(families / 40))
  const teams = Array.from({ length: count }, (_, index): Team => {
    const name = `Family Safeguarding Team ${TEAM_NAMES[index % TEAM_NAMES.length] ?? ''}${index < TEAM_NAMES.length ? '' : ` ${String(Math.floor(index / TEAM_NAMES.length) + 1)}`}`
    const id = team(name, service)
    person('Team Manager', name)
    person('Family Safeguarding Coordinator', name)
    const workers = Array.from({ length: 5 }, (): Worker => ({ id: person('Social Worker', name), left: false }))
    return { id, workers: [...workers, { id: person('Social Worker', 'Leavers'), left: true }] }
  })
  return { frontDoor, teams, chairs }
}
