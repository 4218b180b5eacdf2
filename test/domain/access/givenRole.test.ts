import { givenRole } from '../../../domain/access/givenRole'
import { ROLES, SERVES_EVERYWHERE } from '../../../domain/access/role'

describe('a role given by hand', () => {
  it.each(ROLES)('%s: for a team always, for everything only where it serves the whole authority', (role) => {
    expect(givenRole(role, 'team')).toEqual({ role })
    expect(givenRole(role, null).problem === undefined).toBe(SERVES_EVERYWHERE.has(role))
  })
  it('is one of those there are', () => {
    expect(givenRole('king', 'team').problem).toContain('Choose a role')
    expect(givenRole('constructor', 'team').problem).toContain('Choose a role')
  })
})
