import type { Role } from '../../../domain/access/role'
import type { KnownPerson } from '../../../domain/access/whoStandsFor'
import type { ConferenceKind } from '../../../domain/conference/conferenceKind'
import { mayApprove } from '../../../domain/conference/mayApprove'

const PARENTS = new Map([
  ['north', 'top'],
  ['reviewing', 'top'],
  ['top', null],
])
const person = (id: string, role: Role, teamId: string | null, more: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ id, active: true, mayOpen: true, roles: [{ role, teamId }] },
  ...more,
})
const chair = person('chair', 'independent-reviewing-officer', 'reviewing')
const manager = person('manager', 'team-manager', 'north')
const chairsManager = person('head', 'team-manager', 'reviewing')
const worker = person('worker', 'social-worker', 'north')

interface Around {
  readonly kind?: ConferenceKind
  readonly chairs?: readonly KnownPerson[]
}

const approves = (one: KnownPerson, { kind = 'review', chairs = [chair] }: Around) => {
  const { beyond, move } = mayApprove(one, {
    ...{ people: [manager, chairsManager, worker, ...chairs], kind },
    reach: { teamId: 'north', parents: PARENTS },
    chairs: new Set(chairs.map(({ id }) => id)),
  })
  return [...(beyond ? ['beyond'] : []), ...(move ? ['move'] : [])].join(' and ')
}

describe('who approves a booking', () => {
  it.each([
    { who: chair, of: {}, may: 'beyond and move', because: 'the chair both' },
    { who: manager, of: {}, may: 'beyond', because: 'a manager of the case a day beyond, and no move' },
    { who: chairsManager, of: {}, may: 'move', because: 'the chair’s manager a move' },
    { who: worker, of: {}, may: '', because: 'the worker neither' },
    {
      who: manager,
      of: { kind: 'core-group' as const },
      may: 'beyond and move',
      because: 'a core group by its manager',
    },
    { who: worker, of: { kind: 'core-group' as const }, may: '', because: 'and not by its worker' },
    { who: manager, of: { chairs: [] }, may: 'beyond and move', because: 'the manager where nobody chairs it' },
    {
      who: manager,
      of: { chairs: [{ ...chair, active: false }] },
      may: 'beyond and move',
      because: 'or whoever chaired it has left',
    },
    {
      who: person('other', 'team-manager', 'south'),
      of: {},
      may: '',
      because: 'the manager of another team neither',
    },
    {
      who: manager,
      of: { chairs: [{ ...chair, roles: [...chair.roles, { role: 'social-worker' as const, teamId: 'north' }] }] },
      may: 'beyond',
      because: 'that the chair also works in a team makes its manager no manager of the chair',
    },
  ])('$because', ({ who, of, may }) => {
    expect(approves(who, of)).toBe(may)
  })
})
