import fc from 'fast-check'
import { isManagerOf, mayAct, runsAuthority } from '../../domain/access/mayAct'
import { ROLES, type Role } from '../../domain/access/role'
import { whoStandsFor, type KnownPerson } from '../../domain/access/whoStandsFor'

const PARENTS = new Map([
  ['t1', 'top'],
  ['t2', 'top'],
  ['top', null],
])
const person = (id: string, role: Role, teamId: string | null, more: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ id, active: true, mayOpen: true, roles: [{ role, teamId }] },
  ...more,
})
const reach = (holders: readonly string[] = []) => ({ teamId: 't1', parents: PARENTS, holders: new Set(holders) })

describe('who may act on a case of team t1', () => {
  it.each<[boolean, string, KnownPerson]>([
    [true, 'a worker of the team', person('p', 'social-worker', 't1')],
    [true, 'the manager above the team', person('p', 'service-manager', 'top')],
    [true, 'a director held by another team', person('p', 'director', 't2')],
    [true, 'a head of service held by another team', person('p', 'head-of-service', 't2')],
    [true, 'a reviewing officer of another team', person('p', 'independent-reviewing-officer', 't2')],
    [true, 'a coordinator of the whole authority', person('p', 'coordinator', null)],
    [true, 'who holds the case, in no role of its team', person('holder', 'social-worker', 't2')],
    [false, 'a worker of another team', person('p', 'social-worker', 't2')],
    [false, 'the manager of another team', person('p', 'team-manager', 't2')],
    [false, 'somebody without a role', person('p', 'social-worker', 't1', { roles: [] })],
    [false, 'the holder, who has left', person('holder', 'social-worker', 't1', { active: false })],
    [false, 'the manager, who may not open it', person('p', 'team-manager', 't1', { mayOpen: false })],
  ])('%s: %s', (may, _who, known) => {
    expect(mayAct(known, reach(['holder']))).toBe(may)
  })

  it('managers are those of the team, above it, and the heads and directors of any', () => {
    const managers = (team: string) => ROLES.filter((role) => isManagerOf(person('p', role, team), reach()))
    expect(managers('t1')).toEqual(['team-manager', 'service-manager', 'head-of-service', 'director'])
    expect(managers('t2')).toEqual(['head-of-service', 'director'])
  })

  it('the authority is run by the administrator and from the service manager up, while in post', () => {
    const running = ROLES.filter((role) => runsAuthority(person('p', role, 't2')))
    expect(running).toEqual(['service-manager', 'head-of-service', 'director', 'administrator'])
    expect(runsAuthority(person('p', 'director', null, { active: false }))).toBe(false)
  })
})

describe('who is told may answer', () => {
  const teams = fc.constantFrom('t1', 't2', 'top', null)
  const people = fc.array(
    fc.record({ active: fc.boolean(), role: fc.constantFrom(...ROLES), teamId: teams, bare: fc.boolean() }),
    { maxLength: 6 },
  )

  it('whoever stands for any role on any case may act on it', () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(...ROLES),
        teams,
        fc.nat(5),
        fc.nat(5),
        (given, role, teamId, worker, chair) => {
          const known = given.map(({ active, role: held, teamId: team, bare }, index) =>
            person(String(index), held, team, { active, ...(bare ? { roles: [] } : {}) }),
          )
          const holders = { allocatedWorker: String(worker), chair: String(chair) }
          const found = whoStandsFor(role, { people: known, ...holders, teamId, parents: PARENTS })
          const told = known.find(({ id }) => id === found?.person)
          const around = { teamId, parents: PARENTS, holders: new Set(Object.values(holders)) }
          return told === undefined || mayAct(told, around)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})
