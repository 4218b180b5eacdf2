import { holds, holdsFor, teamsHeld } from '../../../domain/access/holds'
import {
  ALL_PERMISSIONS,
  everywhereWith,
  grantOf,
  rolesWith,
  type Permission,
} from '../../../domain/access/permissions'
import { ROLES, type Role } from '../../../domain/access/role'
import { teamsBelow } from '../../../domain/access/teamsBelow'
import type { KnownPerson } from '../../../domain/access/whoStandsFor'

const PARENTS = new Map([
  ['north', 'service'],
  ['south', 'service'],
  ['service', null],
])
const person = (role: Role | null, teamId: string | null = 'north', more: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ id: 'p', active: true, mayOpen: true, roles: role === null ? [] : [{ role, teamId }] },
  ...more,
})
const MANAGERS: readonly Role[] = ['team-manager', 'service-manager', 'head-of-service', 'director']
const ORGANISERS: readonly Role[] = [...MANAGERS, 'coordinator', 'administrator']
const ABOVE: readonly Role[] = ['service-manager', 'head-of-service', 'director', 'administrator']
const POLICE: readonly Role[] = ['police-officer', 'detective-sergeant']

/** What the table has to say: who holds it, and somebody who is refused. */
const TABLE: readonly (readonly [Permission, readonly Role[], Role])[] = [
  ['work-on-cases', ROLES.filter((role) => !POLICE.includes(role)), 'detective-sergeant'],
  ['follow-police-track', POLICE, 'team-manager'],
  ['accept-handover', ['team-manager', 'receiving-team-manager'], 'service-manager'],
  ['manage-team', MANAGERS, 'coordinator'],
  ['chair-cases', ['independent-reviewing-officer'], 'conference-service'],
  ['decide-breach', [...MANAGERS, 'detective-sergeant'], 'police-officer'],
  ['organise-supervision', ORGANISERS, 'social-worker'],
  ['read-papers', ORGANISERS, 'independent-reviewing-officer'],
  ['see-reports', ORGANISERS, 'social-worker'],
  ['run-authority', ABOVE, 'team-manager'],
  ['import-caseload', ABOVE, 'coordinator'],
  ['see-undelivered', ABOVE, 'conference-service'],
  ['decide-access', ['administrator', 'head-of-service', 'director'], 'service-manager'],
  ['administer', ['administrator'], 'director'],
  ['end-calendars', ['administrator'], 'head-of-service'],
]

describe('the table of permissions', () => {
  it.each(TABLE)('%s: held by those it says, and by nobody else', (permission, roles, refused) => {
    const holding = ROLES.filter((role) => holds(person(role), permission))
    expect(holding.sort()).toEqual([...roles].sort())
    expect(holding).not.toContain(refused)
    expect(holds(person(refused), permission)).toBe(false)
    expect(holds(person(null), permission)).toBe(false)
  })

  it('is asked in full here: no line of it is without a case', () => {
    expect([...TABLE.map(([permission]) => permission), 'see-own-work'].sort()).toEqual([...ALL_PERMISSIONS].sort())
  })

  it('see-own-work: whoever is in post, in no role too; it opens no team', () => {
    expect(holds(person(null), 'see-own-work')).toBe(true)
    expect(holds(person('director', null, { active: false }), 'see-own-work')).toBe(false)
    expect(teamsHeld(person('director'), 'see-own-work')).toEqual(new Set())
  })

  it.each(ALL_PERMISSIONS)('%s: nobody who has left holds it', (permission) => {
    for (const role of ROLES) {
      const left = person(role, null, { active: false })
      expect(holds(left, permission)).toBe(false)
      expect(teamsHeld(left, permission)).toEqual(new Set())
    }
  })

  it.each(ALL_PERMISSIONS)('%s: says in a sentence what it lets somebody do', (permission) => {
    expect(grantOf(permission).lets).toMatch(/^[A-Z].*\.$/)
    expect(grantOf(permission).lets).not.toMatch(/\b(rung|obligation|notice)s?\b/i)
    for (const role of everywhereWith(permission)) expect(rolesWith(permission)).toContain(role)
  })
})

describe('where a role counts', () => {
  const over = (
    permission: Permission,
    who: KnownPerson,
    teamId: string | null,
    covered: readonly KnownPerson[] = [],
  ) => holdsFor(permission, { teamId, parents: PARENTS }, { person: who, covered })

  it.each<[boolean, string, Permission, KnownPerson, string | null]>([
    [true, 'its own team', 'manage-team', person('team-manager'), 'north'],
    [true, 'a team below', 'manage-team', person('service-manager', 'service'), 'north'],
    [false, 'the team above', 'manage-team', person('team-manager'), 'service'],
    [false, 'another team', 'manage-team', person('team-manager'), 'south'],
    [true, 'every team, held for none', 'manage-team', person('team-manager', null), 'south'],
    [true, 'every team, as director', 'manage-team', person('director'), null],
    [false, 'a case without a team', 'manage-team', person('team-manager'), null],
    [true, 'every team, as reviewing officer', 'work-on-cases', person('independent-reviewing-officer'), 'south'],
    [false, 'another team, as coordinator', 'read-papers', person('coordinator'), 'south'],
    [true, 'the very team it is handed to', 'accept-handover', person('team-manager'), 'north'],
    [false, 'a team below that', 'accept-handover', person('team-manager', 'service'), 'north'],
    [false, 'no team in particular', 'accept-handover', person('team-manager', null), 'north'],
    [true, 'everywhere, whatever team holds it', 'run-authority', person('service-manager', 'south'), 'north'],
  ])('%s: %s', (may, _where, permission, who, teamId) => {
    expect(over(permission, who, teamId)).toBe(may)
  })

  it('whoever covers acts as those they cover for, where that passes on', () => {
    const cover = person('social-worker', 'south', { id: 'cover' })
    const manager = person('service-manager', 'north')
    expect(over('manage-team', cover, 'north')).toBe(false)
    expect(over('manage-team', cover, 'north', [manager])).toBe(true)
    expect(holds(cover, 'run-authority', [manager])).toBe(false)
    expect(teamsHeld(cover, 'run-authority', [manager])).toEqual(new Set())
    expect(holds({ ...cover, active: false }, 'manage-team', [manager])).toBe(false)
  })

  it('names the teams it is held for, and those below on request', () => {
    const held = teamsHeld(person('service-manager', 'service'), 'manage-team')
    expect(held).toEqual(new Set(['service']))
    expect(teamsBelow(new Set(['service']), PARENTS)).toEqual(new Set(['north', 'south', 'service']))
    expect(teamsBelow(new Set(['north']), PARENTS)).toEqual(new Set(['north']))
    expect(teamsHeld(person('director'), 'manage-team')).toBe('everywhere')
  })

  it('a circle of teams ends', () => {
    const circle = new Map([
      ['a', 'b'],
      ['b', 'a'],
    ])
    expect(teamsBelow(new Set(['a']), circle)).toEqual(new Set(['a', 'b']))
  })
})
