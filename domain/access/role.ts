/** The roles of the handbook that can be told something. The same word in policy, table, page and contract. */
export const ROLES = [
  'social-worker',
  'team-manager',
  'receiving-team-manager',
  'service-manager',
  'head-of-service',
  'director',
  'independent-reviewing-officer',
  'conference-service',
  'front-door-manager',
  'coordinator',
  'detective-sergeant',
  'police-officer',
  'administrator',
] as const

export type Role = (typeof ROLES)[number]

/** Roles that serve the whole authority, whatever team holds them. */
export const SERVES_EVERYWHERE: ReadonlySet<Role> = new Set([
  'front-door-manager',
  'conference-service',
  'head-of-service',
  'director',
  'administrator',
])
