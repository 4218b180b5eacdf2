import { LocalDate } from '@js-joda/core'
import type { Alert, NamedLine } from '../../activities/escalation/alerts'
import { isQuiet, weekOfAlerts } from '../../activities/mail/weekOfAlerts'
import { weeklyMail } from '../../activities/mail/weeklyMail'
import { weeklyMessageId } from '../../activities/mail/messageId'
import { englandAndWales } from '../../domain/calendar/englandAndWales'
import { londonMoment } from '../../domain/calendar/london'
import { story, type AlertState, type EntryKind } from '../../domain/escalation/story'

const TODAY = LocalDate.parse('2026-06-29')
const SPAN = { from: LocalDate.parse('2026-06-22'), before: TODAY }
const at = (day: number, hours = 9): number => londonMoment(LocalDate.of(2026, 6, day), hours * 60)
const until = (day: number) => ({ untilOn: LocalDate.of(2026, 6, day) })

const said = (entry: EntryKind, moment: number, change: Partial<NamedLine> = {}): NamedLine => ({
  ...{ entry, rung: 1, personId: 'p1', at: moment, reason: 'Zebedee is well', untilOn: null },
  ...{ name: 'Priya Shah', jobTitle: 'Team Manager' },
  ...change,
})

const alert = (ref: string, state: AlertState, log: readonly NamedLine[], change: Partial<Alert> = {}): Alert => ({
  ...{
    id: ref,
    caseId: ref,
    ref,
    teamId: 't1',
    team: 'North 1',
    title: 'Review conference',
    kind: 'obligation',
    rule: 'review-first',
    ladder: [],
    log,
    stale: false,
  },
  ...{
    dueOn: LocalDate.parse('2026-06-18'),
    lateUnit: 'calendar-days',
    state,
    openedAt: at(18),
    reached: 'team-manager',
  },
  story: story(log, { state, today: TODAY }),
  ...change,
})

const mail = (...alerts: readonly Alert[]) =>
  weeklyMail({
    ...weekOfAlerts(alerts, SPAN),
    recipientName: 'Mo Field',
    today: TODAY,
    calendar: englandAndWales(),
    unclear: [],
    caseLink: (ref) => `https://caseclock.example/cases/${ref}`,
    preferencesLink: 'https://caseclock.example/preferences',
    emergencyLine: 'Caseclock is no emergency channel: ring 0999 000 000.',
  })

describe('the weekly mail', () => {
  const told = said('told', at(18))
  it('lists what is open from the highest down, the oldest first in each', () => {
    const { text, html } = mail(
      alert('N-1', 'open', [told]),
      alert('N-2', 'open', [told], { reached: 'director' }),
      alert('N-3', 'open', [told], { dueOn: LocalDate.parse('2026-05-02') }),
      alert('N-4', 'open', [], { reached: 'nobody' }),
    )
    const order = ['Told to the director (1)', 'Case N-2', 'Told to the team manager (2)', 'Case N-3', 'Case N-1', 'Nobody told yet (1)', 'Case N-4'] // prettier-ignore
    for (const part of [text.slice(text.indexOf('\n')), html.slice(html.indexOf('<h2'))]) {
      const places = order.map((words) => part.indexOf(words))
      expect(places).toEqual([...places].sort((a, b) => a - b))
      expect(places).not.toContain(-1)
    }
    expect(text.split('\n')[0]).toContain('Look first at case N-3: review conference, was due 2 May 2026')
  })

  it.each<[string, NamedLine[], string]>([
    ['seen', [said('acknowledged', at(19))], 'Priya Shah (team manager) has seen it on 19 June 2026.'],
    ['promised', [said('promised', at(26), until(30))], 'Priya Shah (team manager) promised it by 30 June 2026.'],
    ['broken', [said('promised', at(19), until(24))], 'promised it by 24 June 2026, which has passed.'],
    [
      'left',
      [said('promised', at(26), until(30)), said('owner-left', at(29), { personId: null, name: null })],
      'promised it by 30 June 2026; whoever was to keep it has left, found 29 June 2026.',
    ],
    ['more time', [said('more-time', at(19), until(24))], 'asked for time by 24 June 2026.'],
    ['passed up', [said('passed-up', at(19))], 'Priya Shah (team manager) passed it up on 19 June 2026.'],
    ['challenged', [said('challenged', at(19))], 'Priya Shah (team manager) challenged it on 19 June 2026.'],
    ['nothing', [], 'Nobody has answered.'],
  ])('says what was answered last: %s', (_, answers, words) => {
    expect(mail(alert('N-1', 'open', [told, ...answers])).text).toContain(words)
  })

  it('says what happened within its span, and nothing of before or after', () => {
    const promise = said('promised', at(19), until(24))
    const { text, subject } = mail(
      alert('N-1', 'resolved', [told, promise, said('resolved', at(22, 0), { reason: 'Done on 2026-06-22.' })]),
      alert('N-2', 'resolved', [told, said('resolved', at(21, 23))]),
      alert('N-3', 'withdrawn', [told, said('withdrawn', at(28, 23))]),
      alert('N-4', 'withdrawn', [told, said('withdrawn', at(29, 7))]),
      alert('N-5', 'open', [told, promise, said('more-time', at(25), until(29))]),
      alert('N-6', 'joined', [told, said('joined', at(25))]),
    )
    const since = text.slice(text.indexOf('Since last week'))
    const cases = (heading: string): string[] =>
      (since.split(heading)[1]?.split('\n\n')[0]?.match(/N-\d/g) ?? []).filter((ref, n, all) => all.indexOf(ref) === n)
    expect(cases('Settled: it has happened')).toEqual(['N-1'])
    expect(cases('Withdrawn by a manager')).toEqual(['N-3'])
    expect(cases('Promises kept')).toEqual(['N-1'])
    expect(cases('Promises broken')).toEqual(['N-5'])
    expect(cases('More time asked for')).toEqual(['N-5'])
    expect(text).not.toMatch(/N-2|N-4|N-6/)
    expect(subject).toBe('Your week: 1 alert open, 5 changed since last week — Caseclock, Monday 29 June')
  })

  it('says nothing that people wrote, which may name a child', () => {
    const { subject, text, html } = mail(
      alert('N-1', 'open', [told, said('promised', at(25), until(30))]),
      alert('N-3', 'withdrawn', [told, said('withdrawn', at(25))]),
    )
    expect(subject + text + html).not.toContain('Zebedee')
    expect(text).toContain('the reason is on the case')
  })

  it('shows HTML in a reference as text, and flattens a line break', () => {
    const { subject, text, html } = mail(alert('<b>\r\nBcc: x', 'open', [told]))
    expect(html).not.toContain('<b>')
    expect(text).toContain('Case <b> Bcc: x')
    expect(subject).not.toMatch(/[\r\n]/)
  })

  it('shows the oldest fifty of a long list, and how many more there are', () => {
    const many = Array.from({ length: 53 }, (_, n) => alert(`N-${String(n)}`, 'open', [told]))
    expect(mail(...many).text.match(/^- Case/gm)).toHaveLength(50)
    expect(mail(...many).text).toContain('And 3 more.')
  })

  it.each(['obligation', 'rung', 'notice', 'lane', 'escalation'])('never says %s', (word) => {
    const { subject, text, html } = mail(alert('N-1', 'open', [told]), alert('N-3', 'withdrawn', [told, said('withdrawn', at(25))])) // prettier-ignore
    expect((subject + text + html).toLowerCase()).not.toMatch(new RegExp(`\\b${word}s?\\b`))
  })

  it('is quiet without anything open or since last week', () => {
    expect(isQuiet(weekOfAlerts([], SPAN))).toBe(true)
    expect(isQuiet(weekOfAlerts([alert('N-2', 'resolved', [told, said('resolved', at(21))])], SPAN))).toBe(true)
    expect(isQuiet(weekOfAlerts([alert('N-2', 'open', [])], SPAN))).toBe(false)
  })

  it('has one Message-ID a week and reader', () => {
    const id = (recipientId: string, week: string) => weeklyMessageId({ recipientId, week, domain: 'test.example' })
    expect(id('a', '2026-06-29')).toBe(id('a', '2026-06-29'))
    expect(new Set([id('a', '2026-06-29'), id('a', '2026-07-06'), id('b', '2026-06-29')]).size).toBe(3)
  })
})
