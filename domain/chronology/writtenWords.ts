/** What people write in free fields for the family and for the services: every list of such words, in one place. */

/** As people write it, in one spelling: `Team manager` is `team-manager`. */
const spelt = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[\s_]+/g, '-')

export const PARENT = 'parent'

/** Who signs a safety plan for the family, each word with the one it stands for. */
const FAMILY = new Map([
  [PARENT, PARENT],
  ['parents', PARENT],
  ['parent-1', PARENT],
  ['parent-2', PARENT],
  ['mother', 'mother'],
  ['mum', 'mother'],
  ['father', 'father'],
  ['dad', 'father'],
  ['stepmother', 'stepmother'],
  ['step-mother', 'stepmother'],
  ['stepfather', 'stepfather'],
  ['step-father', 'stepfather'],
  ['partner', 'partner'],
  ['carer', 'carer'],
  ['guardian', 'guardian'],
  ['special-guardian', 'guardian'],
  ['grandparent', 'grandparent'],
  ['grandmother', 'grandmother'],
  ['grandfather', 'grandfather'],
  ['aunt', 'aunt'],
  ['uncle', 'uncle'],
  ['child', 'child'],
  ['young-person', 'child'],
])

const TEAM_MANAGERS: ReadonlySet<string> = new Set(['team-manager', 'tm'])

const POLICE: ReadonlySet<string> = new Set([
  'police',
  'police-officer',
  'pc',
  'attending-officer',
  'attending-police-officer',
  'detective-sergeant',
  'ds',
])

/** Whether a role, as somebody wrote it, is one of the police's: `Detective sergeant`, `attending-officer`, `PC`. */
export const isPolice = (written: string): boolean => POLICE.has(spelt(written))

/** Who signs for a service (handbook 7), and who else of the handbook's people is written down as having been there. */
const SERVICES: ReadonlySet<string> = new Set([
  'social-worker',
  'allocated-social-worker',
  'sw',
  ...POLICE,
  'adult-worker',
  'family-support-worker',
  "children's-practitioner",
  'psychologist',
  'health-visitor',
  'midwife',
  'advocate',
])

/** On whose side somebody signs. `unknown`: nobody guesses. */
export type Signatory =
  { readonly of: 'family'; readonly role: string } | { readonly of: 'team-manager' | 'service' | 'unknown' }

export function signatory(written: string): Signatory {
  const role = spelt(written)
  const family = FAMILY.get(role)
  if (family !== undefined) return { of: 'family', role: family }
  if (TEAM_MANAGERS.has(role)) return { of: 'team-manager' }
  return { of: SERVICES.has(role) ? 'service' : 'unknown' }
}

/** The agency whose visits are social care's own. */
const SOCIAL_CARE: ReadonlySet<string> = new Set([
  'social-care',
  "children's-social-care",
  "children's-services",
  'social-worker',
  'sw',
])

export const isSocialCare = (agency: string): boolean => SOCIAL_CARE.has(spelt(agency))

/** With whom an appointment is of neither health nor school. Whoever is not listed may be a surgery or a teacher by name, and counts. */
const NEITHER_HEALTH_NOR_SCHOOL: ReadonlySet<string> = new Set([
  'benefits',
  'court',
  'housing',
  'jobcentre',
  'landlord',
  'lawyer',
  'police',
  'probation',
  'social',
  'solicitor',
])

export const isHealthOrSchool = (appointmentWith: string): boolean =>
  !spelt(appointmentWith)
    .replace('job-centre', 'jobcentre')
    .split('-')
    .some((word) => NEITHER_HEALTH_NOR_SCHOOL.has(word))
