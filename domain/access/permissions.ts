import { SERVES_EVERYWHERE, type Role } from './role'

/**
 * Where a role that holds a permission counts: `team`, for the team it is held for and those below it; `own-team`, for that very team; `authority`, everywhere,
 * whatever team it is held for; `any`, nowhere in particular: what is one's own.
 */
export type PermissionReach = 'team' | 'own-team' | 'authority' | 'any'

interface Grant {
  /** What it lets somebody do, in a sentence for whoever runs the authority. */
  readonly lets: string
  /** Who holds it; `anybody`: whoever is in post. */
  readonly roles: readonly Role[] | 'anybody'
  readonly reach: PermissionReach
  /** Roles that count everywhere although it reaches a team. */
  readonly everywhere?: readonly Role[]
  /** Whether who covers for somebody holds it in their place. Where it `stays`, it waits for them, or for another who holds it. */
  readonly cover: 'passes' | 'stays'
}

const POLICE: readonly Role[] = ['police-officer', 'detective-sergeant']
const MANAGERS: readonly Role[] = ['team-manager', 'service-manager', 'head-of-service', 'director']
const ABOVE_TEAMS: readonly Role[] = ['administrator', 'service-manager', 'head-of-service', 'director']
const ORGANISERS: readonly Role[] = [...MANAGERS, 'coordinator', 'administrator']

/**
 * Who may do what: the one table, asked by commands, queries, pages, the API, digests and calendar feeds. Who is told what is the ladder's and the rules' affair.
 * Which case is not asked here: whoever is kept out of a restricted case does nothing on it, and who holds a case works on it in any role.
 * Source: handbook, sections 1, 6 and 7.
 */
export const PERMISSIONS = {
  'see-own-work': {
    lets: 'See the cases they hold, what is due on them, and who has been told of it; set their own calendar and their own cover.',
    ...{ roles: 'anybody', reach: 'any', cover: 'passes' },
  },
  'work-on-cases': {
    lets: 'Read a case as a whole, and record, book and plan on it.',
    roles: [
      ...['social-worker', 'team-manager', 'receiving-team-manager', 'service-manager', 'head-of-service'],
      ...['director', 'independent-reviewing-officer', 'conference-service', 'front-door-manager', 'coordinator'],
      'administrator',
    ],
    ...{ reach: 'team', cover: 'passes' },
    // Reviewing officers chair for every team; a case's own is told.
    everywhere: [...SERVES_EVERYWHERE, 'independent-reviewing-officer'],
  },
  'follow-police-track': {
    lets: 'Read and record the safety plan, cautions and the police’s own outcomes, and nothing else of the record.',
    ...{ roles: POLICE, reach: 'team', cover: 'passes' },
  },
  'accept-handover': {
    lets: 'Accept a case that is being handed to their team.',
    ...{ roles: ['team-manager', 'receiving-team-manager'], reach: 'own-team', cover: 'passes' },
  },
  'manage-team': {
    lets: 'Answer for the cases of a team as a manager: withdraw alerts, approve dates, sign for the authority, hand cases on, arrange cover.',
    ...{ roles: MANAGERS, reach: 'team', cover: 'passes' },
  },
  'chair-cases': {
    lets: 'Be named as the reviewing officer of a case, and chair its conferences.',
    ...{ roles: ['independent-reviewing-officer'], reach: 'authority', cover: 'stays' },
  },
  'decide-breach': {
    lets: 'Decide what follows when a safety plan was not kept.',
    ...{ roles: [...MANAGERS, 'detective-sergeant'], reach: 'team', cover: 'passes' },
  },
  'organise-supervision': {
    lets: 'Set and change a team’s year of group supervision, and its sessions.',
    ...{ roles: ORGANISERS, reach: 'team', cover: 'passes' },
  },
  'read-papers': {
    lets: 'Read the papers and minutes of a team’s sessions without being invited to them.',
    ...{ roles: ORGANISERS, reach: 'team', cover: 'passes' },
  },
  'see-reports': {
    lets: 'See the figures of a team, and the lists behind them as far as they may open the cases.',
    ...{ roles: ORGANISERS, reach: 'team', cover: 'passes' },
  },
  'run-authority': {
    lets: 'Put rules and bank holidays into force, and hold sending or let it go.',
    ...{ roles: ABOVE_TEAMS, reach: 'authority', cover: 'stays' },
  },
  'import-caseload': {
    lets: 'Import a caseload, and take a preview or give it up.',
    ...{ roles: ABOVE_TEAMS, reach: 'authority', cover: 'stays' },
  },
  'see-undelivered': {
    lets: 'See which mail did not arrive, and say that a reader was told otherwise.',
    ...{ roles: ABOVE_TEAMS, reach: 'authority', cover: 'stays' },
  },
  'decide-access': {
    lets: 'Restrict a case, lift that, and say who may open it.',
    ...{ roles: ['administrator', 'head-of-service', 'director'], reach: 'authority', cover: 'stays' },
  },
  administer: {
    lets: 'Look after people: add them, give and end roles, say who has left, arrange cover for anybody, and give anybody’s cases to somebody else.',
    ...{ roles: ['administrator'], reach: 'authority', cover: 'stays' },
  },
  'end-calendars': {
    lets: 'See and end the calendar address of somebody else.',
    ...{ roles: ['administrator'], reach: 'authority', cover: 'passes' },
  },
} as const satisfies Record<string, Grant>

export type Permission = keyof typeof PERMISSIONS

/** Every permission, in the order of the table. */
export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as readonly Permission[]

/** The line of the table. */
export const grantOf = (permission: Permission): Grant => PERMISSIONS[permission]

const NONE: ReadonlySet<Role> = new Set()
const sets = <T>(of: (grant: Grant) => T): ReadonlyMap<Permission, T> =>
  new Map(ALL_PERMISSIONS.map((permission) => [permission, of(grantOf(permission))]))
const WITH = sets(({ roles }): ReadonlySet<Role> => (roles === 'anybody' ? NONE : new Set(roles)))
const EVERYWHERE = sets(({ roles, reach, everywhere }): ReadonlySet<Role> => {
  if (roles === 'anybody' || reach === 'own-team' || reach === 'any') return NONE
  const counting = reach === 'authority' ? new Set(roles) : new Set(everywhere ?? SERVES_EVERYWHERE)
  return new Set(roles.filter((role) => counting.has(role)))
})

/** The roles that hold a permission; none where it needs no role. */
export const rolesWith = (permission: Permission): ReadonlySet<Role> => WITH.get(permission) ?? NONE

/** Those of them that count for every team, whichever they are held for. */
export const everywhereWith = (permission: Permission): ReadonlySet<Role> => EVERYWHERE.get(permission) ?? NONE
