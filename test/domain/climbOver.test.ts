import { climbOver, NO_ALERTS } from '../../domain/agenda/climbOver'
import { englandFamilySafeguarding1 } from '../../domain/policy/englandFamilySafeguarding1'
import { always } from '../../domain/policy/policySchedule'
import { calendar, day, facts, obligationsOf, planOn } from './facts'

const policy = always(englandFamilySafeguarding1)
/** Due on Monday 15 June 2026. */
const [coreGroup] = obligationsOf('core-group-first', facts(planOn('2026-06-01')))

/** The days on which the alert about a core group that was not held says something, and the day each names as the next; asked only on those. */
function days(first: string, from = first): readonly string[] {
  const late = coreGroup === undefined ? [] : [coreGroup]
  const said: string[] = []
  let alerts = NO_ALERTS
  for (let on: ReturnType<typeof day> | null = day(first); on !== null; on = alerts.nextOn) {
    const climbed = climbOver({ late, alerts, policy, calendar, day: on, from: day(from) })
    alerts = climbed.alerts
    said.push([on, ...climbed.tells.map(({ role, step }) => `${role} ${step}`)].join(' '))
  }
  return said
}

describe('an alert names the next day on which it says anything', () => {
  it('the day of the next rung, and none at the top', () => {
    expect(days('2026-06-16')).toEqual([
      '2026-06-16 team-manager late',
      '2026-06-19 service-manager rung-2',
      '2026-06-26 head-of-service rung-3',
      '2026-07-03 director rung-4',
    ])
  })

  it('the next day, while it waits for a working day', () => {
    expect(days('2026-06-20').slice(0, 3)).toEqual(['2026-06-20', '2026-06-21', '2026-06-22 team-manager late'])
  })

  it('the next rung above those that count as told before the first day', () => {
    expect(days('2026-06-19', '2026-06-20').slice(0, 2)).toEqual(['2026-06-19', '2026-06-26 head-of-service rung-3'])
  })
})
