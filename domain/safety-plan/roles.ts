/** The family as a plan speaks of them: by role, never by name. Each is a word that `signatory` knows for the family. */
export const FAMILY_ROLES = [
  'mother',
  'father',
  'parent-1',
  'parent-2',
  'stepmother',
  'stepfather',
  'partner',
  'carer',
  'guardian',
  'grandmother',
  'grandfather',
  'aunt',
  'uncle',
] as const

/** Whose part something can be beside the family's. A short list and no free words: police read it, and read nothing else of the record. */
export const SERVICE_ROLES = [
  'social-worker',
  'team-manager',
  'family-support-worker',
  'childrens-practitioner',
  'adult-worker',
  'psychologist',
  'health-visitor',
  'midwife',
  'school',
  'nursery',
  'gp',
  'housing',
  'police',
  'other-service',
] as const

/** Police sign where they are involved: the attending officer, or else a detective sergeant. Source: handbook, section 7. */
export const POLICE_SIGNATORIES = ['attending-officer', 'detective-sergeant'] as const

export type FamilyRole = (typeof FAMILY_ROLES)[number]
export type Duty = FamilyRole | (typeof SERVICE_ROLES)[number]
export type SignatoryRole = FamilyRole | 'social-worker' | 'team-manager' | (typeof POLICE_SIGNATORIES)[number]

export const isFamilyRole = (role: string): role is FamilyRole => (FAMILY_ROLES as readonly string[]).includes(role)

export const isPoliceSignatory = (role: string): boolean => (POLICE_SIGNATORIES as readonly string[]).includes(role)

/** `parent-1` as it is read: `parent 1`; `childrens-practitioner`: `children’s practitioner`; `gp`: `GP`. */
export const roleWords = (role: string): string =>
  role === 'gp' ? 'GP' : role.replace('childrens', 'children’s').replaceAll('-', ' ')
