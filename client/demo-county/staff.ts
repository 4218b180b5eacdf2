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
const LAST = ['Pen', 'Stamp', 'Folder', 'Clip', 'Ledger', 'Note', 'Paper', 'Diary', 'Quill', 'Binder']
const ENDINGS = ['holder', 'well', 'gate', 'ford', 'ton', 'bury', 'ham', 'field', 'worth', 'by']
const TEAM_NAMES = ['Meadow', 'Harbour', 'Orchard', 'Quarry', 'Millrace', 'Heath', 'Weir', 'Copse']
const FAMILIES_A_TEAM = 40

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
  readonly frontDoorWorker: string
  readonly conferenceService: string
  readonly teams: readonly Team[]
  readonly chairs: readonly string[]
  /** The officer whom the teams work with. Added once the families are there: names and ids of all others stay what they were. */
  readonly addOfficer: () => void
}

/** The people of the county: a front door, a conference service, and Family Safeguarding teams with five social workers and one who has left. */
export function addStaff(tables: CountyTables, random: Chance, families: number): Staff {
  const team = (name: string, parent?: { id: string; name: string }): { id: string; name: string } => {
    const id = tables.id()
    const above = { dept_team_parent_id: parent?.id ?? '', dept_team_parent_name: parent?.name ?? '' }
    tables.add('ssd_department', { dept_team_id: id, dept_team_name: name, ...above })
    return { id, name }
  }
  const person = personIn(tables, random)
  const council = team('Wexcombe Children’s Services')
  const service = team('Family Safeguarding Service', council)
  const frontDoor = team('Front Door and Referral Team', council)
  const conference = team('Conference and Review Service', council)
  person('Head of Service', council.name)
  person('Service Manager', service.name)
  person('Team Manager', frontDoor.name)
  const frontDoorWorker = person('Social Worker', frontDoor.name)
  person('Conference Administrator', conference.name)
  const chairs = Array.from({ length: Math.max(2, Math.ceil(families / 60)) }, () =>
    person('Independent Conference Chair', conference.name),
  )
  const teams = Array.from({ length: Math.max(2, Math.ceil(families / FAMILIES_A_TEAM)) }, (_, index): Team => {
    const round = Math.floor(index / TEAM_NAMES.length)
    const word = TEAM_NAMES[index % TEAM_NAMES.length] ?? ''
    const { id, name } = team(`Family Safeguarding Team ${word}${round === 0 ? '' : ` ${String(round + 1)}`}`, service)
    person('Team Manager', name)
    person('Family Safeguarding Coordinator', name)
    const workers = Array.from({ length: 5 }, (): Worker => ({ id: person('Social Worker', name), left: false }))
    return { id, workers: [...workers, { id: person('Social Worker', 'Leavers'), left: true }] }
  })
  const addOfficer = (): void => void person('Police Officer', service.name)
  return { frontDoor: frontDoor.id, frontDoorWorker, conferenceService: conference.id, teams, chairs, addOfficer }
}

/** No two people share a name: the demo signs in by it. */
function personIn(tables: CountyTables, random: Chance): (title: string, department: string) => string {
  const taken = new Set<string>()
  const newName = (): string => {
    const name = `${random.pick(FIRST)} ${random.pick(LAST)}${random.pick(ENDINGS)}`
    const free = taken.has(name) ? `${name} ${String(taken.size)}` : name
    taken.add(free)
    return free
  }
  return (title, department) => {
    const id = tables.id()
    const name = newName()
    const number = String(1000 + taken.size)
    tables.add('ssd_professionals', {
      prof_professional_id: id,
      prof_staff_id: `WX${number}`,
      prof_professional_name: name,
      prof_social_worker_registration_no: /Administrator|Coordinator|Police/.test(title) ? '' : `SW99${number}`,
      prof_agency_worker_flag: 'N',
      prof_professional_job_title: title,
      prof_professional_caseload: '0',
      prof_professional_department: department,
      prof_full_time_equivalency: department === 'Leavers' ? '0.0' : '1.0',
    })
    return id
  }
}
