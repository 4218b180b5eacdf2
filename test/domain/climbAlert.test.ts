import { climbAlert, NOTHING_SAID, type Said } from '../../domain/escalation/climbAlert'
import { escalationNumbers } from '../../domain/policy/alertRules'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { always, ruleBehind } from '../../domain/policy/policySchedule'
import { keyOf, type Obligation } from '../../domain/timeline/obligation'
import { calendar, day, facts, obligationsOf, planOn } from './facts'

const policy = always(englandFamilySafeguarding1)
const MONDAY = day('2026-06-22')
const SATURDAY = day('2026-06-20')
/** Due on Monday 15 June 2026. */
const coreGroup = obligationsOf('core-group-first', facts(planOn('2026-06-01')))[0] as Obligation
const under = { numbers: escalationNumbers(policy), calendar }

describe('what an alert says now', () => {
  it('says by its rung what it would say beside it, once', () => {
    // As under a council's own rule: the first word above the worker is one that is told at once.
    const lead: Obligation = {
      ...coreGroup,
      late: [
        { step: 'late', on: day('2026-06-16'), at: 'morning', to: ['social-worker'] },
        { step: 'late-3', on: MONDAY, at: 'at-once', to: ['team-manager'] },
      ],
    }
    const ask = (before: Said) =>
      climbAlert(
        before,
        { leads: [lead], evidence: [] },
        {
          ...{ ...under, today: MONDAY, speaks: true },
          ruleOf: (one) => ruleBehind(policy, one),
        },
      )
    const { rounds, said } = ask(NOTHING_SAID)
    expect(rounds.map(({ rung, roles, steps }) => [rung, roles, steps.map(({ step }) => step)])).toEqual([
      [1, ['team-manager'], ['late-3']],
    ])
    expect(ask(said).rounds).toEqual([])
  })

  describe('where whoever was to keep a promise has left', () => {
    const { ladder } = ruleBehind(policy, coreGroup)
    const top = ladder.length
    const onTop = (rung: number, ...more: Said['entries']): Said => ({
      ...{ about: new Set([keyOf(coreGroup)]), beside: new Set() },
      entries: [{ entry: 'told', rung, on: day('2026-06-18') }, ...more],
    })
    const promised = (rung: number) =>
      ({ entry: 'promised', rung, on: day('2026-06-18'), until: day('2026-06-25') }) as const
    const left = (rung: number) => ({ entry: 'owner-left', rung, on: SATURDAY }) as const
    const ask = (before: Said, speaks = true) =>
      climbAlert(
        before,
        { leads: [coreGroup], evidence: [] },
        {
          ...{ ...under, today: speaks ? MONDAY : SATURDAY, speaks },
          ruleOf: (one) => ruleBehind(policy, one),
        },
      )
    const told = ({ rounds }: ReturnType<typeof ask>) =>
      rounds.map(({ rung, insteadOf, steps }) => [rung, insteadOf, steps.map(({ step }) => step)])

    it('the next rung is told, and nobody twice', () => {
      expect(told(ask(onTop(1, promised(1), left(1))))).toEqual([[2, undefined, ['rung-2']]])
    })

    it('at the top those who stand there are told again, once, and when they may be', () => {
      const before = onTop(top, promised(top), left(top))
      expect(ask(before, false)).toMatchObject({ rounds: [], waits: true })
      const first = ask(before)
      expect(told(first)).toEqual([[null, top, ['owner-left-1']]])
      expect(ask(first.said)).toMatchObject({ rounds: [], waits: false, nextOn: null })
      expect(told(ask({ ...first.said, entries: [...first.said.entries, promised(top), left(top)] }))).toEqual([
        [null, top, ['owner-left-2']],
      ])
    })

    it('nobody is told once somebody else has promised it', () => {
      expect(told(ask(onTop(top, promised(top), left(top), promised(top))))).toEqual([])
    })
  })

  it('looks again when it may speak, also for what it has just told whatever the hour: nobody may have been there', () => {
    const newcomer: Obligation = { ...coreGroup, part: 'another' }
    const before: Said = {
      ...{ entries: [{ entry: 'told', rung: 4, on: day('2026-06-18') }], beside: new Set() },
      about: new Set([keyOf(coreGroup)]),
    }
    const ask = (evidence: readonly Obligation[]) =>
      climbAlert(
        before,
        { leads: [coreGroup], evidence },
        {
          ...{ ...under, today: SATURDAY, speaks: false },
          ruleOf: (one) => ({ ...ruleBehind(policy, coreGroup), ...(one === newcomer ? { immediate: true } : {}) }),
        },
      )
    const { rounds, waits, nextOn } = ask([newcomer])
    expect(rounds.map(({ steps }) => steps.map(({ obligation }) => obligation.part))).toEqual([['another']])
    expect({ waits, nextOn }).toEqual({ waits: true, nextOn: null })
    expect(ask([]).waits).toBe(false)
  })
})
