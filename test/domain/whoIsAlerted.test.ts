import { whoIsAlerted } from '../../domain/access/whoIsAlerted'
import type { Role } from '../../domain/access/role'
import type { KnownPerson } from '../../domain/access/whoStandsFor'

const person = (id: string, role: Role, more: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ id, active: true, mayOpen: true, roles: [{ role, teamId: 'north' }] },
  ...more,
})
const PEOPLE = [
  person('manager', 'team-manager'),
  person('manager-2', 'team-manager'),
  person('service', 'service-manager'),
  person('head', 'head-of-service'),
  person('left', 'director', { active: false }),
]

interface Row {
  readonly role: Role
  readonly unreachable: readonly string[]
  readonly below: readonly string[]
  readonly told: string | undefined
  readonly because: string
}

/** Handbook, section 6: the person at a rung is absent or was told below: next person, and the log says why. Mail that does not arrive is one more reason. */
describe('who is alerted when mail does not arrive', () => {
  it.each<Row>([
    { role: 'team-manager', unreachable: [], below: [], told: 'manager', because: 'team manager of this case' },
    {
      role: 'team-manager',
      unreachable: ['service'],
      below: [],
      told: 'manager',
      because: 'team manager of this case',
    },
    {
      role: 'team-manager',
      unreachable: ['manager'],
      below: [],
      told: 'manager-2',
      because: 'team manager of this case (mail to the team manager does not arrive)',
    },
    {
      role: 'team-manager',
      unreachable: ['manager', 'manager-2'],
      below: [],
      told: 'service',
      because: 'service manager of this case (mail to the team manager does not arrive)',
    },
    {
      role: 'service-manager',
      unreachable: ['service'],
      below: ['manager'],
      told: 'head',
      because: 'head of service of this case (mail to the service manager does not arrive)',
    },
    {
      role: 'team-manager',
      unreachable: ['manager', 'manager-2', 'service', 'head'],
      below: [],
      told: 'manager',
      because: 'team manager of this case; mail to this person does not arrive, and nobody else is left',
    },
    {
      role: 'service-manager',
      unreachable: ['service', 'head'],
      below: ['service', 'head'],
      told: undefined,
      because: '',
    },
  ])('$role, unreachable $unreachable, told below $below: $told', ({ role, unreachable, below, told, because }) => {
    const found = whoIsAlerted(role, {
      people: PEOPLE,
      allocatedWorker: null,
      chair: null,
      teamId: 'north',
      parents: new Map(),
      toldBelow: new Set(below),
      unreachable: new Set(unreachable),
    })
    expect(found?.person).toBe(told)
    expect(found?.why ?? '').toBe(because)
  })
})
