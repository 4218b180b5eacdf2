import { LocalDate } from '@js-joda/core'
import type { MatterRow } from '../../../client/queries/team/matters'
import { personRow } from '../../../client/web/team/personRow'
import { heldUpLines, matterLines, overLines } from '../../../client/web/team/teamLists'
import { topCounts } from '../../../client/web/team/topCounts'

const TODAY = LocalDate.parse('2026-11-23')
const matter = (change: Partial<MatterRow>): MatterRow => ({
  ...{
    id: 'o1',
    case_id: 'c1',
    ref: 'N-1',
    team_id: 't1',
    title: 'Core group',
    due_on: '2026-11-20',
    booked_for: null,
  },
  ...{ standing: 'late', children: 1, people: ['p1'], explanation: [] },
  ...change,
})
const person = { id: 'p1', team_id: 't1', name: 'Sam Okafor', job_title: 'Social worker', children: 15, families: 9 }
const about = {
  ...{ team: 't1', today: TODAY, alertCases: ['c1', 'c1', 'c2'], casesOf: new Map([['p1', new Set(['c1'])]]) },
  matters: [matter({}), matter({ standing: 'due-week' }), matter({ people: ['p2'] }), matter({ standing: 'held-up' })],
  leave: [{ person_id: 'p1', from_on: '2026-12-21', to_on: '2026-12-24', cover: 'Jo Field' }],
}

describe('the rows of a manager’s home', () => {
  it('give each figure of a person its list, and say in words who holds over 15', () => {
    const row = personRow(person, about)
    expect(row).toMatchObject({ over: null, late: { count: 1, href: '/team/lists/late?team=t1&person=p1' } })
    expect(row.told.count).toBe(2)
    expect(row.leave).toBe('Monday 21 December 2026 to Thursday 24 December 2026: Jo Field covers')
    expect(personRow({ ...person, children: 16 }, about).over).toBe('over 15')
  })

  it('link no figure of nothing', () => {
    expect(personRow({ ...person, id: 'p3', children: 0 }, about)).toMatchObject({
      ...{ late: { count: 0, href: null }, children: { count: 0, href: null }, leave: 'None entered' },
    })
  })

  it.each([
    {
      leave: { from_on: '2026-11-20', to_on: '2026-11-24', cover: null },
      says: 'Away now, to Tuesday 24 November 2026: nobody covers',
    },
    { leave: { from_on: '2026-11-20', to_on: null, cover: 'Jo Field' }, says: 'Away now: Jo Field covers' },
    { leave: { from_on: '2026-11-24', to_on: null, cover: null }, says: 'Tuesday 24 November 2026 on: nobody covers' },
  ])('$says', ({ leave, says }) => {
    expect(personRow(person, { ...about, leave: [{ person_id: 'p1', ...leave }] }).leave).toBe(says)
  })

  it('leave out of the line on top what there is none of', () => {
    const none = { heldUp: 0, waiting: 0, alerts: 0, late: 0, dueWeek: 0, over: 0, unallocated: 0 }
    expect(topCounts(none, null)).toEqual([])
    expect(topCounts({ ...none, late: 1, heldUp: 2 }, 't1')).toEqual([
      { text: '2 cases are held up', href: '/team/lists/held-up?team=t1' },
      { text: '1 thing is late', href: '/team/lists/late?team=t1' },
    ])
  })

  it('have a line for a case that is held up, however much was found on it', () => {
    const rows = [matter({ title: 'A', standing: 'held-up' }), matter({ title: 'B', standing: 'held-up', children: 2 })]
    expect(heldUpLines(rows)).toEqual([
      {
        ...{ text: 'N-1', href: '/cases/N-1' },
        words: ['A, found on Friday 20 November 2026', 'B (2 children), found on Friday 20 November 2026'],
      },
    ])
  })

  it('lead from a date to its reason', () => {
    const [line] = matterLines([matter({ booked_for: '2026-12-01' })])
    expect(line).toEqual({
      ...{ text: 'N-1: Core group', href: '/cases/N-1/why/o1' },
      words: ['was due Friday 20 November 2026', 'booked for Tuesday 1 December 2026'],
    })
  })

  it('name a worker of two teams once', () => {
    const two = [
      { ...person, children: 16 },
      { ...person, children: 16, team_id: 't2' },
    ]
    expect(overLines(two).map(({ text }) => text)).toEqual(['Sam Okafor'])
    expect(overLines([person])).toEqual([])
  })
})
