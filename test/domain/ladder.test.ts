import { climbStep, type LadderEntry } from '../../domain/escalation/ladder'
import { alertWindow } from '../../domain/escalation/alertWindow'
import { londonMoment } from '../../domain/calendar/london'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { ruleOf } from '../../domain/policy/policyPack'
import { whoStandsFor, type AroundCase, type KnownPerson } from '../../domain/access/whoStandsFor'
import { calendar, day } from './facts'

const { ladder } = ruleOf(englandFamilySafeguarding1, 'review-first')
const told = (rung: number, on: string): LadderEntry => ({ entry: 'told', rung, on: day(on) })
const acknowledged = (rung: number, on: string): LadderEntry => ({ entry: 'acknowledged', rung, on: day(on) })
const until = (entry: 'promised' | 'more-time', on: string, last: string): LadderEntry => ({
  ...{ entry, rung: 1, on: day(on), until: day(last) },
})
const step = (today: string, ...entries: LadderEntry[]) =>
  climbStep({ ladder, entries, today: day(today), calendar, numbers: { acknowledgedMoves: 2 } })

describe('the ladder: each rung counts from the day the rung below was told', () => {
  it('begins with the team manager, and the reviewing officer beside', () => {
    expect(step('2026-06-18').tell).toEqual({ rung: 1, roles: ['team-manager', 'independent-reviewing-officer'] })
  })

  it.each([
    {
      entries: [told(1, '2026-06-18')],
      nextOn: '2026-06-23',
      rung: 2,
      because: 'service manager, 3 working days over a weekend',
    },
    {
      entries: [told(1, '2026-06-18'), acknowledged(1, '2026-06-19')],
      nextOn: '2026-06-25',
      rung: 2,
      because: 'an acknowledgement moves it 2 working days',
    },
    {
      entries: [told(1, '2026-06-18'), acknowledged(1, '2026-06-19'), acknowledged(1, '2026-06-22')],
      nextOn: '2026-06-25',
      rung: 2,
      because: 'once per rung',
    },
    {
      entries: [told(1, '2026-06-18'), until('promised', '2026-06-19', '2026-06-22')],
      nextOn: '2026-06-23',
      rung: 2,
      because: 'a promise for Monday goes up on Tuesday',
    },
    {
      entries: [told(1, '2026-06-18'), acknowledged(1, '2026-06-18'), until('promised', '2026-06-18', '2026-06-19')],
      nextOn: '2026-06-22',
      rung: 2,
      because: 'a promise goes up after its day, also before the ladder would',
    },
    {
      entries: [told(1, '2026-06-18'), until('promised', '2026-06-19', '2026-06-26')],
      nextOn: '2026-06-29',
      rung: 2,
      because: 'the rung waits for a promise, also beyond the ladder',
    },
    {
      entries: [told(1, '2026-06-18'), until('more-time', '2026-06-18', '2026-06-24')],
      nextOn: '2026-06-25',
      rung: 2,
      because: 'more time ends, and the next day is for the next rung',
    },
    {
      entries: [told(1, '2026-06-18'), until('more-time', '2026-06-18', '2026-06-19')],
      nextOn: '2026-06-23',
      rung: 2,
      because: 'more time never brings it nearer',
    },
    {
      entries: [
        told(1, '2026-06-18'),
        until('promised', '2026-06-18', '2026-06-19'),
        until('more-time', '2026-06-19', '2026-06-24'),
      ],
      nextOn: '2026-06-25',
      rung: 2,
      because: 'of a promise and more time the later is waited for',
    },
    {
      entries: [told(1, '2026-06-18'), acknowledged(1, '2026-06-18'), told(2, '2026-06-24')],
      nextOn: '2026-07-01',
      rung: 3,
      because: 'what was answered on a rung moves that rung alone',
    },
    {
      entries: [told(1, '2026-06-18'), told(2, '2026-06-23')],
      nextOn: '2026-06-30',
      rung: 3,
      because: 'head of service, 5 working days',
    },
  ])('next on $nextOn: $because', ({ entries, nextOn, rung }) => {
    expect(step('2026-06-18', ...entries).nextOn?.toString()).toBe(nextOn)
    expect(step(day(nextOn).minusDays(1).toString(), ...entries).tell).toBeNull()
    expect(step(nextOn, ...entries).tell?.rung).toBe(rung)
  })

  it('passed up, the next rung is told today', () => {
    const passed: LadderEntry = { entry: 'passed-up', rung: 1, on: day('2026-06-18') }
    expect(step('2026-06-18', told(1, '2026-06-18'), passed).tell?.rung).toBe(2)
    // It was answered: the rung after it has its own days.
    expect(step('2026-06-18', told(1, '2026-06-18'), passed, told(2, '2026-06-18'))).toEqual({
      tell: null,
      nextOn: day('2026-06-25'),
    })
  })

  it('where nobody is left to keep a promise, the next rung is told today', () => {
    const left: LadderEntry = { entry: 'owner-left', rung: 1, on: day('2026-06-22') }
    const promised = [told(1, '2026-06-18'), until('promised', '2026-06-19', '2026-06-26')]
    expect(step('2026-06-22', ...promised).tell).toBeNull()
    expect(step('2026-06-22', ...promised, left).tell?.rung).toBe(2)
    expect(step('2026-06-22', ...promised, left, told(2, '2026-06-22')).nextOn).toEqual(day('2026-06-29'))
    // Somebody else has promised it before the next rung spoke: that is waited for.
    expect(step('2026-06-22', ...promised, left, until('promised', '2026-06-22', '2026-06-24'))).toEqual({
      tell: null,
      nextOn: day('2026-06-25'),
    })
  })

  it('back on the rung where an earlier alert stood, every rung up to it is told today, and the next counts from today', () => {
    const back: LadderEntry = { entry: 'carried', rung: 2, on: day('2026-06-18') }
    expect(step('2026-06-18', back).tell?.rung).toBe(1)
    expect(step('2026-06-18', back, told(1, '2026-06-18')).tell?.rung).toBe(2)
    expect(step('2026-06-18', back, told(1, '2026-06-18'), told(2, '2026-06-18'))).toEqual({
      tell: null,
      nextOn: day('2026-06-25'),
    })
  })

  it('tells nobody above the top, and nobody once it was withdrawn', () => {
    const all = [told(1, '2026-06-18'), told(2, '2026-06-23'), told(3, '2026-06-30'), told(4, '2026-07-07')]
    expect(step('2026-12-01', ...all)).toEqual({ tell: null, nextOn: null })
    expect(
      step('2026-12-01', told(1, '2026-06-18'), {
        entry: 'withdrawn',
        on: day('2026-06-19'),
        reason: 'held elsewhere',
      }),
    ).toEqual({ tell: null, nextOn: null })
  })
})

describe('alerts leave from 08:00 to 18:00 on working days, otherwise at 08:00 of the next', () => {
  it.each([
    { now: ['2026-06-18', 9 * 60], leaves: ['2026-06-18', 9 * 60] },
    { now: ['2026-06-18', 7 * 60], leaves: ['2026-06-18', 8 * 60] },
    { now: ['2026-06-18', 18 * 60], leaves: ['2026-06-19', 8 * 60] },
    { now: ['2026-06-20', 12 * 60], leaves: ['2026-06-22', 8 * 60] },
    { now: ['2026-12-24', 19 * 60], leaves: ['2026-12-29', 8 * 60] },
  ] as const)('at $now it leaves at $leaves', ({ now, leaves }) => {
    expect(alertWindow(londonMoment(day(now[0]), now[1]), calendar)).toBe(londonMoment(day(leaves[0]), leaves[1]))
  })
})

describe('who stands for a role on a case today', () => {
  const person = (
    id: string,
    role: KnownPerson['roles'][number]['role'],
    teamId: string | null,
    more: Partial<KnownPerson> = {},
  ): KnownPerson => ({ id, active: true, mayOpen: true, roles: [{ role, teamId }], ...more })
  const around = (people: KnownPerson[]): AroundCase => ({
    people,
    allocatedWorker: 'w',
    chair: 'ch',
    teamId: 't1',
    parents: new Map([
      ['t1', 'top'],
      ['top', null],
    ]),
  })
  const manager = person('m', 'team-manager', 't1')
  const above = person('s', 'service-manager', 'top')
  const administrator = person('a', 'administrator', null)

  it.each([
    {
      who: [person('w', 'social-worker', 't1'), manager],
      role: 'social-worker',
      stands: 'w',
      because: 'the allocated worker',
    },
    {
      who: [person('w', 'social-worker', 't1', { active: false }), manager],
      role: 'social-worker',
      stands: 'm',
      because: 'the worker has left',
    },
    {
      who: [person('x', 'social-worker', 't1'), manager],
      role: 'social-worker',
      stands: 'm',
      because: 'another worker of the team is not the allocated one',
    },
    {
      who: [person('m', 'team-manager', 't1', { mayOpen: false }), above],
      role: 'team-manager',
      stands: 's',
      because: 'the manager may not open the case',
    },
    {
      who: [person('o', 'team-manager', 't2'), above],
      role: 'team-manager',
      stands: 's',
      because: 'the manager of another team is nobody here',
    },
    { who: [manager, administrator], role: 'director', stands: 'a', because: 'nobody found: the administrator' },
  ] as const)('$role is $stands: $because', ({ who, role, stands }) => {
    expect(whoStandsFor(role, around([...who]))?.person).toBe(stands)
  })

  it('says why it is somebody else', () => {
    expect(whoStandsFor('social-worker', around([manager]))?.why).toBe(
      'team manager of this case (no social worker who is in post and may open it)',
    )
  })
})
