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
