import { LocalDate } from '@js-joda/core'
import type { Alert, NamedLine } from '../../../activities/escalation/alerts'
import { answeredSince } from '../../../client/web/alerts/answeredSince'
import { alertFilters, alertsHref } from '../../../client/web/alerts/alertFilters'
import { alertRow } from '../../../client/web/alerts/alertRow'
import { refusedTogether, siblings } from '../../../client/web/alerts/alertView'
import { alertListLines } from '../../../client/web/team/teamLists'
import { teamAlert } from '../../../client/web/team/teamAlert'
import { mailWords } from '../../../client/web/alerts/mailWords'
import { englandAndWales } from '../../../domain/calendar/englandAndWales'
import { londonMoment } from '../../../domain/calendar/london'
import { notOffered } from '../../../domain/escalation/notOffered'
import { story } from '../../../domain/escalation/story'

const TODAY = LocalDate.parse('2026-06-22')
const at = (day: number): number => londonMoment(LocalDate.of(2026, 6, day), 9 * 60)
const line = (change: Partial<NamedLine>): NamedLine => ({
  ...{
    entry: 'told',
    rung: 1,
    personId: 'p1',
    at: at(18),
    reason: '',
    untilOn: null,
    name: 'Priya Shah',
    jobTitle: 'Team Manager',
  },
  ...change,
})
const ladder = [
  { role: 'team-manager', afterWorkingDays: 0 },
  { role: 'service-manager', afterWorkingDays: 3 },
] as const
const alert = (log: readonly NamedLine[], change: Partial<Alert> = {}): Alert => ({
  ...{
    id: 'a',
    caseId: 'c',
    ref: 'N-1042',
    teamId: 't',
    team: 'North 1',
    title: 'Review conference',
    kind: 'obligation',
    rule: 'review-first',
  },
  ...{
    dueOn: LocalDate.parse('2026-06-17'),
    lateUnit: 'calendar-days',
    state: 'open',
    openedAt: at(18),
    stale: false,
    reached: 'team-manager',
  },
  ...{ ladder, log, story: story(log, { state: 'open', today: TODAY }) },
  ...change,
})
const on = {
  ...{ today: TODAY, calendar: englandAndWales() },
  numbers: { acknowledgedMoves: 2, promiseAtMost: 5, moreTimeAtMost: 5, comesBackWithin: 20, source: '' },
}

const MANAGER = {
  ...{ id: 'p1', active: true, mayOpen: true, covers: [], parents: new Map([['t', null]]) },
  roles: [{ role: 'team-manager' as const, teamId: 't' }],
}

describe('an alert in a list', () => {
  it('says since when, who was told, and who is told next', () => {
    expect(alertRow(alert([line({})]), null, on)).toMatchObject({
      since: 'was due Wednesday 17 June 2026: 5 days late',
      told: ['Priya Shah (team manager), Thursday 18 June 2026, 09:00'],
      said: null,
      next: 'The service manager is told on Tuesday 23 June 2026 unless it is recorded as done',
    })
  })

  it('speaks of no lateness before the day', () => {
    const before = alert([line({})], { dueOn: LocalDate.parse('2026-06-30') })
    expect(alertRow(before, null, on).since).toBe('due by Tuesday 30 June 2026')
    expect(alertListLines([before], on)[0]?.words).toEqual(['due by Tuesday 30 June 2026'])
  })

  it('lets a manager hold it only until somebody above is told', () => {
    const told = [line({})]
    const withReader = { beside: [], reader: MANAGER, on }
    expect(teamAlert(alert(told), withReader)).toMatchObject({ canTake: true, canHold: true })
    const further = [...told, line({ rung: 2, personId: 'p9', name: 'Jo Above', jobTitle: 'Service Manager' })]
    expect(teamAlert(alert(further), withReader)).toMatchObject({ canTake: false, canHold: false })
  })

  it('names each person once, with the last time', () => {
    const other = line({ name: 'Sam Okafor', personId: 'p2', at: at(18) })
    expect(alertRow(alert([line({}), other, line({ at: at(19) }), line({})]), null, on).told).toEqual([
      'Priya Shah (team manager), last Friday 19 June 2026, 09:00',
      'Sam Okafor (team manager), Thursday 18 June 2026, 09:00',
    ])
  })

  it('says what was promised, and waits for that day', () => {
    const promised = line({ entry: 'promised', reason: 'book it', untilOn: LocalDate.parse('2026-06-24'), at: at(19) })
    expect(alertRow(alert([line({}), promised]), null, on)).toMatchObject({
      said: 'Priya Shah (team manager) promised on 19 June 2026, by Wednesday 24 June 2026: book it',
      next: 'The service manager is told on Thursday 25 June 2026 unless it is recorded as done',
    })
  })

  it('names nobody further at the top, and of drift the day it was found', () => {
    const top = alertRow(alert([line({}), line({ rung: 2 })], { kind: 'stall' }), null, on)
    expect(top).toMatchObject({ next: null, since: 'found on Wednesday 17 June 2026' })
  })
})

describe('what can be said to it', () => {
  it.each([
    ['acknowledge', [], false],
    ['acknowledge', [line({ entry: 'acknowledged' })], true],
    ['acknowledge', [line({ entry: 'acknowledged' }), line({ rung: 2 })], false],
    ['promise', [line({ entry: 'promised', untilOn: TODAY })], true],
    ['promise', [line({ entry: 'promised', untilOn: TODAY }), line({ entry: 'owner-left' })], false],
    ['more-time', [], false],
    ['more-time', [line({ rung: 2 })], true],
    ['pass-up', [line({ rung: 2 })], true],
    ['withdraw', [line({ rung: 2 })], false],
  ] as const)('%s after %j is left out: %s', (answer, more, isOut) => {
    expect(notOffered(answer, { log: [line({}), ...more], ladder }) !== undefined).toBe(isOut)
  })

  it('names who answered while somebody else wrote; oneself is nobody else', () => {
    expect(answeredSince([line({ entry: 'acknowledged' })], 'p1')).toBeUndefined()
    expect(answeredSince([line({})], 'p2')).toBeUndefined()
    expect(answeredSince([line({ entry: 'acknowledged' })], 'p2')).toContain(
      'Priya Shah (team manager) said “I have this” on 18 June 2026',
    )
  })
})

describe('the address of a list of alerts', () => {
  it('is read back as it was written, and what cannot be read is left out', () => {
    const filters = alertFilters(
      { list: 'resolved', 'told-to': 'mayor', from: '2026-02-30', team: 't', page: 'x' },
      TODAY,
    )
    expect(filters).toMatchObject({ list: 'resolved', reached: null, team: 't' })
    expect(String(filters.from)).toBe('2026-03-22')
    expect(alertsHref(filters)).toBe('/escalations?list=resolved&team=t&from=2026-03-22')
    expect(alertsHref(alertFilters({}, TODAY))).toBe('/escalations')
    expect(alertFilters(Object.fromEntries(new URL(alertsHref(filters), 'http://x').searchParams), TODAY)).toEqual(
      filters,
    )
  })
})

describe('what became of a mail', () => {
  const sent = { state: 'sent', sent_at: '2026-06-18T08:00:00Z', withdrawn_why: null }
  it.each([
    [sent, 'Sent Thursday 18 June 2026, 09:00, and it has not come back'],
    [{ ...sent, state: 'bounced' }, 'Came back: it did not arrive'],
    [{ ...sent, state: null, sent_at: null }, 'Not sent yet'],
    [{ ...sent, state: 'created', withdrawn_why: 'it was done' }, 'Not sent: it was done'],
  ])('%j', (one, words) => {
    expect(mailWords(one)).toBe(words)
  })
})

describe('the page of an alert', () => {
  it('names what is due for siblings once, and how many they are', () => {
    const one = { title: 'Visit', when: 'was due Friday 19 June 2026', state: 'Open' }
    expect(siblings([one, { ...one }, { ...one, state: 'Done' }])).toEqual([
      { ...one, children: ' (2 children)' },
      { ...one, state: 'Done', children: '' },
    ])
  })

  it('says each reason for which it offers no answer once', () => {
    const none = { acknowledge: 'Above.', promise: 'Above.', 'more-time': 'Top.' }
    expect(refusedTogether({ ...none, 'pass-up': null, withdraw: null, challenge: null })).toEqual([
      { ids: ['acknowledge', 'promise'], answers: 'I have this · Promise what will be done', why: 'Above.' },
      { ids: ['more-time'], answers: 'Ask for more time', why: 'Top.' },
    ])
  })
})
