import { claimedRoles } from '../../domain/access/claimedRoles'

const TEAMS = new Map([['N1', 'id-of-north']])

describe('the roles a claim names', () => {
  it.each([
    { value: 'social-worker@N1', gives: { role: 'social-worker', teamId: 'id-of-north' } },
    { value: 'Team-Manager@N1', gives: { role: 'team-manager', teamId: 'id-of-north' } },
    { value: 'director', gives: { role: 'director', teamId: null } },
  ])('$value gives it', ({ value, gives }) => {
    expect(claimedRoles([value, value], TEAMS)).toEqual({ roles: [gives], ignored: [] })
  })

  it.each([
    'team-manager',
    'social-worker',
    'team-manager@',
    'team-manager@S1',
    'team-manager@n1',
    'wizard@N1',
    'N1',
    '@N1',
    '',
  ])('"%s" gives nothing, and is said', (value) => {
    expect(claimedRoles([value], TEAMS)).toEqual({ roles: [], ignored: [value] })
  })

  it('looks at no more than a hundred', () => {
    const { roles, ignored } = claimedRoles([...Array<string>(100).fill('x'), 'director'], TEAMS)
    expect([roles, ignored.at(-1)]).toEqual([[], 'director'])
  })
})
