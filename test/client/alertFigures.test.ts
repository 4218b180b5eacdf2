import { LocalDate } from '@js-joda/core'
import type { Alert, NamedLine } from '../../activities/escalation/alerts'
import { figuresCsv, figuresJson, figuresText } from '../../client/cli/escalationsFigures'
import { listText } from '../../client/cli/escalationsList'
import { alertsCsv } from '../../client/files/alertsCsv'
import { alertFigures, median } from '../../client/queries/alertFigures'
import { listed, LISTS, type ListName } from '../../client/queries/alertLists'
import { londonMoment } from '../../domain/calendar/london'
import { story, type AlertState, type EntryKind } from '../../domain/escalation/story'

const TODAY = LocalDate.parse('2026-06-30')
const at = (day: number, hours = 9): number => londonMoment(LocalDate.of(2026, 6, day), hours * 60)

const said = (entry: EntryKind, moment: number, change: Partial<NamedLine> = {}): NamedLine => ({
  ...{
    entry,
    rung: 1,
    personId: 'p1',
    at: moment,
    reason: '',
    untilOn: null,
    name: 'Priya Shah',
    jobTitle: 'Team Manager',
  },
  ...change,
})

const alert = (state: AlertState, log: readonly NamedLine[], change: Partial<Alert> = {}): Alert => ({
  ...{
    id: 'a',
    caseId: 'c',
    ref: 'N-1042',
    teamId: 't1',
    team: 'North 1',
    title: 'Review conference',
    kind: 'obligation',
    rule: 'review-first',
    ladder: [],
    log,
  },
  ...{ dueOn: LocalDate.parse('2026-06-17'), lateUnit: 'calendar-days', state, openedAt: at(18), stale: false },
  reached: 'team-manager',
  story: story(log, { state, today: TODAY }),
  ...change,
})

const until = (day: number) => ({ untilOn: LocalDate.of(2026, 6, day) })
const DONE = { reason: 'Done on 2026-06-23.' }
const MOVED = { reason: 'The date has moved to 2026-07-30.' }
const ALERTS: readonly Alert[] = [
  alert('open', []),
  alert('open', [said('told', at(18)), said('acknowledged', at(18, 12))]),
  alert('open', [said('told', at(18)), said('promised', at(18, 10), until(24)), said('more-time', at(25), until(29))], {
    reached: 'service-manager',
  }),
  alert('resolved', [said('told', at(18)), said('promised', at(18, 11), until(24)), said('resolved', at(23), DONE)]),
  alert('resolved', [said('promised', at(18, 11), until(24)), said('resolved', at(23), MOVED)]),
  alert('withdrawn', [said('told', at(18)), said('promised', at(19), until(24)), said('withdrawn', at(20))], {
    ...{ teamId: null, team: null },
  }),
  alert('joined', [said('told', at(18)), said('joined', at(20))]),
]

describe('lists of alerts', () => {
  it.each<[ListName, number]>([
    ['all', 7],
    ['open', 3],
    ['told', 5],
    ['answered', 4],
    ['ended', 3],
    ['resolved', 1],
    ['withdrawn', 1],
    ['promises-settled', 2],
    ['promises-kept', 1],
    ['promises-broken', 1],
    ['more-time', 1],
  ])('%s', (list, count) => {
    expect(listed(ALERTS, { list, reached: null })).toHaveLength(count)
  })

  it('a list of promises has a line for each of them, and names it', () => {
    const twice = alert('open', [said('promised', at(1), until(3)), said('promised', at(8), until(10))])
    const lines = listed([twice], { list: 'promises-broken', reached: null })
    expect(lines.map(({ line }) => line?.untilOn?.toString())).toEqual(['2026-06-03', '2026-06-10'])
  })

  it('a cell that a spreadsheet would run is text', () => {
    const bad = alert('withdrawn', [said('withdrawn', at(20), { reason: 'x' })], { ref: '=1+1', title: '@SUM(A1)' })
    expect(alertsCsv(listed([bad], { list: 'all', reached: null }))).toContain("'=1+1,'@SUM(A1),")
  })

  it('shows who was told, what was answered and how it ended', () => {
    const text = listText(listed(ALERTS, { list: 'resolved', reached: null }))
    expect(text).toContain('Priya Shah (Team Manager) promised 2026-06-18, by 2026-06-24')
    expect(text).toContain('settled 2026-06-23')
  })
})

describe('figures of alerts', () => {
  const figures = alertFigures(ALERTS)

  it('are counted per team and in all, each share with what it is of', () => {
    expect(figures.teams.map(({ team }) => team)).toEqual(['North 1', null])
    expect(figures.total.map(({ name, reached, count, of }) => [name, reached, count, of?.count ?? null])).toEqual([
      ['open', null, 3, null],
      ['open-by-how-far', 'service-manager', 1, null],
      ['open-by-how-far', 'team-manager', 2, null],
      ['answered', null, 4, 5],
      ['settled-by-the-fact', null, 1, 3],
      ['withdrawn', null, 1, 3],
      ['promises-kept', null, 1, 2],
      ['promises-broken', null, 1, 2],
      ['more-time', null, 1, null],
    ])
    // 3 hours, 1, 2, and 24.
    expect(figures.total.find(({ name }) => name === 'answered')?.hours).toBe(2.5)
  })

  it('name the list behind them in text, CSV and JSON', () => {
    const span = { today: TODAY, from: LocalDate.parse('2026-06-01'), to: null }
    expect(figuresText(figures, span)).toContain('Alerts opened from 2026-06-01, as they stand on 2026-06-30')
    expect(figuresCsv(figures, span)).toContain(
      'North 1,Promises kept,1,2,50,,"caseclock escalations --team ""North 1"" --list promises-kept --from 2026-06-01"',
    )
    const json = JSON.parse(figuresJson(figures, span)) as { total: readonly { list: { list: ListName } }[] }
    expect(json.total.every(({ list }) => LISTS.includes(list.list))).toBe(true)
  })

  it.each([
    [[], null],
    [[4], 4],
    [[9, 1, 4], 4],
    [[1, 2, 4, 9], 3],
    [[0.12, 0.13], 0.1],
  ])('the median of %j is %s', (values, middle) => {
    expect(median(values)).toBe(middle)
  })

  it('of no alerts are nothing of nothing', () => {
    const { teams, total } = alertFigures([])
    expect(teams).toEqual([])
    expect(total.map(({ count, of, hours }) => [count, of?.count ?? 0, hours])).toEqual(total.map(() => [0, 0, null]))
  })
})
