import { rolesOf } from '../../activities/import/mapping/rolesOf'

describe('a job title brings a role', () => {
  it.each([
    ['Team Manager', 'Harbour', ['team-manager']],
    ['Team Manager', 'Front Door and Referral Team', ['team-manager', 'front-door-manager']],
    ['Senior Social Worker', 'Harbour', ['social-worker']],
    ['Emergency Duty Social Worker', 'Harbour', []],
    ['Police Officer', 'Harbour', ['police-officer']],
    ['Detective Sergeant', 'Harbour', ['detective-sergeant']],
    // Nobody is told by mistake.
    ['Police Community Liaison', 'Harbour', []],
    ['Gardener', 'Harbour', []],
  ] as const)('%s in %s: %j', (title, team, roles) => {
    expect(rolesOf(title, team)).toEqual(roles)
  })
})
