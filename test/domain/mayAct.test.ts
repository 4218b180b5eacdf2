import fc from 'fast-check'
import { isManagerOf, mayAct, mayAnswer, mayRecord, scopeOn, type Scope } from '../../domain/access/mayAct'
import { isPoliceKind, isPoliceRule } from '../../domain/access/policeTrack'
import { holds } from '../../domain/access/holds'
import { rolesWith } from '../../domain/access/permissions'
import { ROLES, type Role } from '../../domain/access/role'
import { whoStandsFor, type KnownPerson } from '../../domain/access/whoStandsFor'
import { EVENT_KINDS } from '../../domain/chronology/eventKinds'
import { englandFamilySafeguarding1 as pack } from '../../domain/policy/englandFamilySafeguarding1'
import type { Rule } from '../../domain/policy/policyPack'
import { RULE_IDS } from '../../domain/policy/ruleIds'
import { SEED } from '../seed'

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

  it.each<[Scope, string, KnownPerson]>([
    ['police-track', 'an officer of the team', person('p', 'police-officer', 't1')],
    ['police-track', 'a sergeant for the whole authority', person('p', 'detective-sergeant', null)],
    ['nothing', 'an officer of another team', person('p', 'police-officer', 't2')],
    ['nothing', 'an officer who has left', person('p', 'police-officer', 't1', { active: false })],
    [
      'everything',
      'an officer who manages the team too',
      person('p', 'police-officer', 't1', {
        roles: ['police-officer', 'team-manager'].map((role) => ({ role: role as Role, teamId: 't1' })),
      }),
    ],
    [
      'police-track',
      'an officer who manages another team',
      person('p', 'police-officer', 't1', {
        roles: [
          { role: 'police-officer', teamId: 't1' },
          { role: 'team-manager', teamId: 't2' },
        ],
      }),
    ],
    ['everything', 'an officer who holds the case', person('holder', 'police-officer', 't2')],
    ['everything', 'a coordinator', person('p', 'coordinator', 't1')],
  ])('%s: %s', (scope, _who, known) => {
    expect(scopeOn(known, reach(['holder']))).toBe(scope)
  })

  it.each<[Scope, string, KnownPerson]>([
    ['handover', 'its manager', person('p', 'team-manager', 't2')],
    ['nothing', 'its worker', person('p', 'social-worker', 't2')],
    ['nothing', 'its manager, who has left', person('p', 'team-manager', 't2', { active: false })],
    ['everything', 'the manager of both', person('p', 'team-manager', 't1')],
  ])('being handed to team t2, %s: %s', (scope, _who, known) => {
    expect(scopeOn(known, { ...reach(), receivingTeamId: 't2' })).toBe(scope)
    expect(scopeOn(person('p', 'team-manager', 't2'), reach())).toBe('nothing')
  })

  it('who receives a case accepts it and answers for that, and nothing else', () => {
    expect(EVENT_KINDS.filter((kind) => mayRecord('handover', kind))).toEqual(['handover-accepted'])
    expect(RULE_IDS.filter((rule) => mayAnswer('handover', rule))).toEqual(['handover'])
    expect(EVENT_KINDS.filter((kind) => mayRecord('nothing', kind))).toEqual([])
    expect(RULE_IDS.filter((rule) => mayAnswer('nothing', rule))).toEqual([])
  })

  it('the receiving team manager is the manager of the receiving team, else of the giving one', () => {
    const giving = person('giving', 'team-manager', 't1')
    const receiving = person('receiving', 'team-manager', 't2')
    const around = { allocatedWorker: null, chair: null, teamId: 't1', parents: PARENTS }
    const stands = (people: readonly KnownPerson[], receivingTeamId: string | null) =>
      whoStandsFor('receiving-team-manager', { ...around, people, receivingTeamId })?.person
    expect(stands([giving, receiving], 't2')).toBe('receiving')
    expect(stands([giving, receiving], null)).toBe('giving')
    expect(stands([giving, { ...receiving, active: false }], 't2')).toBe('giving')
  })

  it('police record what concerns safety plans, cautions and their outcomes', () => {
    expect(EVENT_KINDS.filter(isPoliceKind)).toEqual([
      ...['safety-plan-agreed', 'safety-plan-signed', 'safety-plan-shared', 'safety-plan-reviewed'],
      ...[
        'safety-plan-breached',
        'safety-plan-breach-passed-on',
        'safety-plan-breach-decided',
        'safety-plan-ended',
        'police-outcome-recorded',
      ],
      ...['caution-given', 'caution-compliance-asked', 'caution-ended'],
    ])
  })

  it('police answer for every rule whose matters the built-in pack tells them, and for no other', () => {
    const tellsPolice = ({ owner, reminders, late, ladder }: Rule): boolean =>
      [owner, ...[...reminders, ...late].flatMap(({ to }) => to), ...ladder.flatMap((one) => one.beside ?? [])].some(
        (role) => rolesWith('follow-police-track').has(role),
      )
    const told = pack.rules.filter(tellsPolice).map(({ id }) => id)
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter((rule) => !isPoliceRule(rule))).toEqual([])
    expect(RULE_IDS.filter(isPoliceRule)).toEqual([
      ...['safety-plan-written', 'safety-plan-signed', 'safety-plan-review', 'conditional-caution'],
      'breach-without-next-step',
    ])
  })

  it('managers are those of the team, above it, and the heads and directors of any', () => {
    const managers = (team: string) => ROLES.filter((role) => isManagerOf(person('p', role, team), reach()))
    expect(managers('t1')).toEqual(['team-manager', 'service-manager', 'head-of-service', 'director'])
    expect(managers('t2')).toEqual(['head-of-service', 'director'])
  })

  it('the authority is run by the administrator and from the service manager up, while in post', () => {
    const running = ROLES.filter((role) => holds(person('p', role, 't2'), 'run-authority'))
    expect(running).toEqual(['service-manager', 'head-of-service', 'director', 'administrator'])
    expect(holds(person('p', 'director', null, { active: false }), 'run-authority')).toBe(false)
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
        teams,
        (given, role, teamId, worker, chair, receivingTeamId) => {
          const known = given.map(({ active, role: held, teamId: team, bare }, index) =>
            person(String(index), held, team, { active, ...(bare ? { roles: [] } : {}) }),
          )
          const holders = { allocatedWorker: String(worker), chair: String(chair) }
          const found = whoStandsFor(role, { people: known, ...holders, teamId, parents: PARENTS, receivingTeamId })
          const told = known.find(({ id }) => id === found?.person)
          const around = { teamId, parents: PARENTS, receivingTeamId, holders: new Set(Object.values(holders)) }
          return told === undefined || mayAct(told, around)
        },
      ),
      { numRuns: 2_000, seed: SEED },
    )
  })
})
