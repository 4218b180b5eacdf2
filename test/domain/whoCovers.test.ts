import fc from 'fast-check'
import { isManagerOf, mayAct, scopeOn } from '../../domain/access/mayAct'
import { ROLES, type Role } from '../../domain/access/role'
import { coveredBy, standInFor, type Away } from '../../domain/access/standIn'
import { standing, whoStandsFor, type AroundCase, type KnownPerson } from '../../domain/access/whoStandsFor'
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
const around = (people: readonly KnownPerson[], more: Partial<AroundCase> = {}): AroundCase => ({
  ...{ people, allocatedWorker: 'w', chair: 'ch', teamId: 't1', parents: PARENTS },
  ...more,
})
const away = (by: string | null, reason: Away['reason'] = 'leave'): Partial<KnownPerson> => ({ away: { reason, by } })
const manager = (more: Partial<KnownPerson> = {}) => person('m', 'team-manager', 't1', more)
const other = (more: Partial<KnownPerson> = {}) => person('o', 'team-manager', 't2', more)
const third = (more: Partial<KnownPerson> = {}) => person('x', 'social-worker', 't2', more)
const above = person('s', 'service-manager', 'top')
const officer = person('p', 'police-officer', 't2')

interface Row {
  readonly because: string
  readonly people: readonly KnownPerson[]
  readonly told: string | undefined
  readonly why: string
  readonly below?: readonly string[]
}

describe('who is told in the place of a team manager who is away', () => {
  it.each<Row>([
    {
      because: 'whoever covers',
      people: [manager(away('o')), other(), above],
      ...{ told: 'o', why: 'covers for the team manager, who is on leave' },
    },
    {
      because: 'sickness is not spelt out',
      people: [manager(away('o', 'sickness')), other(), above],
      ...{ told: 'o', why: 'covers for the team manager, who is away' },
    },
    {
      because: 'a cover of a cover',
      people: [manager(away('o')), other(away('x')), third(), above],
      ...{ told: 'x', why: 'covers for the cover of the team manager, who is on leave' },
    },
    {
      because: 'a circle of covers ends with the next person',
      people: [manager(away('o')), other(away('m')), above],
      ...{ told: 's', why: 'service manager of this case (the team manager is on leave and nobody covers)' },
    },
    {
      because: 'nobody covers',
      people: [manager(away(null)), above],
      ...{ told: 's', why: 'service manager of this case (the team manager is on leave and nobody covers)' },
    },
    {
      because: 'another manager of the same team comes first',
      people: [manager(away(null)), person('m2', 'team-manager', 't1'), above],
      ...{ told: 'm2', why: 'team manager of this case (the team manager is on leave and nobody covers)' },
    },
    {
      because: 'the cover has left',
      people: [manager(away('o')), other({ active: false }), above],
      ...{ told: 's', why: 'service manager of this case (the team manager is on leave and nobody covers)' },
    },
    {
      because: 'the cover is away too, and nobody covers for them',
      people: [manager(away('o')), other(away(null)), above],
      ...{ told: 's', why: 'service manager of this case (the team manager is on leave and nobody covers)' },
    },
    {
      because: 'a cover brings no access to a restricted case',
      people: [manager(away('o')), other({ mayOpen: false }), above],
      told: 's',
      why: 'service manager of this case (the team manager is on leave, and who covers has no access to this restricted case)',
    },
    {
      because: 'the cover was told on the step below',
      people: [manager(away('o')), other(), above],
      ...{ told: 's', below: ['o'] },
      why: 'service manager of this case (the team manager is on leave, and who covers was told on the step below)',
    },
    {
      because: 'police cover for nobody but police',
      people: [manager(away('p')), officer, above],
      ...{ told: 's', why: 'service manager of this case (the team manager is on leave and nobody covers)' },
    },
    {
      because: 'who has left has no cover any more',
      people: [manager({ ...away('o'), active: false }), other(), above],
      ...{ told: 's', why: 'service manager of this case (no team manager who is in post and may open it)' },
    },
    {
      because: 'nobody who may open it is left at all',
      people: [manager({ mayOpen: false }), person('a', 'administrator', null, { mayOpen: false })],
      ...{ told: undefined, why: '' },
    },
  ])('$because', ({ people, told, why, below }) => {
    const found = whoStandsFor('team-manager', around(people, below === undefined ? {} : { toldBelow: new Set(below) }))
    expect([found?.person, found?.why ?? '']).toEqual([told, why])
  })

  it('the cover of the worker who holds the case is told as they would be', () => {
    const people = [person('w', 'social-worker', 't1', away('x')), third(), manager()]
    expect(whoStandsFor('social-worker', around(people))).toMatchObject({
      ...{ person: 'x', why: 'covers for the social worker, who is on leave' },
    })
  })

  it('names everybody who would be told and may not open it, also when nobody is left', () => {
    const people = [manager({ mayOpen: false }), { ...above, mayOpen: false }]
    expect(standing('team-manager', around(people))).toEqual({
      found: null,
      closedTo: [
        { person: 'm', role: 'team-manager', why: 'the team manager has no access to this restricted case' },
        { person: 's', role: 'service-manager', why: 'the service manager has no access to this restricted case' },
      ],
    })
  })
})

describe('who covers may act', () => {
  const reach = { teamId: 't1', parents: PARENTS, holders: new Set(['w']) }
  const acts = (people: readonly KnownPerson[], id: string) => {
    const actor = people.find((one) => one.id === id)
    if (actor === undefined) throw new Error(id)
    return {
      scope: scopeOn(actor, reach, coveredBy(actor, people)),
      manages: isManagerOf(actor, reach, coveredBy(actor, people)),
    }
  }

  it('as the person they cover for, and no further', () => {
    expect(acts([manager(away('o')), other()], 'o')).toEqual({ scope: 'everything', manages: true })
    expect(acts([manager(), other()], 'o')).toEqual({ scope: 'nothing', manages: false })
    expect(acts([person('w', 'social-worker', 't1', away('x')), third()], 'x')).toEqual({
      scope: 'everything',
      manages: false,
    })
    expect(acts([manager(away('o')), other(away('x')), third()], 'x')).toEqual({ scope: 'everything', manages: true })
  })

  it('never on a restricted case they may not open, and not for somebody who has left', () => {
    expect(acts([manager(away('o')), other({ mayOpen: false })], 'o')).toEqual({ scope: 'nothing', manages: false })
    expect(acts([manager({ ...away('o'), active: false }), other()], 'o')).toEqual({ scope: 'nothing', manages: false })
  })

  const ids = fc.constantFrom('0', '1', '2', '3', '4', '5', '6')
  const anyPeople = fc
    .array(
      fc.record({
        active: fc.boolean(),
        mayOpen: fc.boolean(),
        role: fc.constantFrom(...ROLES),
        teamId: fc.constantFrom('t1', 't2', 'top', null),
        by: fc.option(fc.option(ids), { nil: undefined }),
      }),
      { maxLength: 7 },
    )
    .map((given) =>
      given.map(({ active, mayOpen, role, teamId, by }, index) =>
        person(String(index), role, teamId, { active, mayOpen, ...(by === undefined ? {} : away(by)) }),
      ),
    )

  it('whoever is told is in post, here, may open the case, and may act on it', () => {
    fc.assert(
      fc.property(anyPeople, fc.constantFrom(...ROLES), ids, ids, (people, role, worker, chair) => {
        const found = whoStandsFor(role, around(people, { allocatedWorker: worker, chair }))
        if (found === null) return true
        const told = people.find(({ id }) => id === found.person)
        const holders = new Set([worker, chair])
        return (
          told?.active === true &&
          told.mayOpen &&
          told.away === undefined &&
          mayAct(told, { teamId: 't1', parents: PARENTS, holders }, coveredBy(told, people))
        )
      }),
      { numRuns: 1_000, seed: SEED },
    )
  })

  it('whoever stands in is here, whatever the covers', () => {
    fc.assert(
      fc.property(anyPeople, (people) =>
        people.every((one) => {
          const { person: here } = standInFor(one, people)
          return here === null || (here.active && here.away === undefined)
        }),
      ),
      { numRuns: 1_000, seed: SEED },
    )
  })
})
