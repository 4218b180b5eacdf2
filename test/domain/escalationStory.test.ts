import { LocalDate } from '@js-joda/core'
import { londonMoment } from '../../domain/calendar/london'
import { byHighest, reached, reachedWords } from '../../domain/escalation/rungWords'
import { story, type AlertState, type EntryKind, type LogLine } from '../../domain/escalation/story'

const TODAY = LocalDate.parse('2026-06-30')

/** Who ends it stands for the reason: nobody for what was done. */
const REASONS: Readonly<Record<string, string>> = {
  '-': 'Done on 2026-06-22.',
  moved: 'The date has moved to 2026-07-30.',
  needless: 'No longer needed since 2026-06-22.',
  back: 'What it was about has been taken back.',
}

/** `told 1 ann 2026-06-18 09:00`, or with `until 2026-06-24` behind it. */
function line(text: string): LogLine {
  const [entry = '', rung = '', person = '', on = '', at = '', , until] = text.split(' ')
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  return {
    entry: entry as EntryKind,
    rung: rung === '-' ? null : Number(rung),
    personId: person === '-' ? null : person,
    at: londonMoment(LocalDate.parse(on), hours * 60 + minutes),
    reason: entry === 'resolved' ? (REASONS[person] ?? '') : '',
    untilOn: until === undefined ? null : LocalDate.parse(until),
  }
}
/** It has ended where its last line is an end. */
const read = (...log: readonly string[]) =>
  readAs(/^(resolved|withdrawn)/.exec(log.at(-1) ?? '')?.[1] ?? 'open', ...log)
const readAs = (state: string, ...log: readonly string[]) =>
  story(log.map(line), { state: state as AlertState, today: TODAY })

describe('what the log of an alert comes to', () => {
  it.each([
    ['before anybody was told', [], 0],
    ['the highest that was told', ['told 1 ann 2026-06-18 09:00', 'told 2 bob 2026-06-23 09:00'], 2],
    ['one on which nobody was left to tell has spoken', ['skipped 1 - 2026-06-18 09:00'], 1],
    ['not the one it begins on, until that is told', ['carried 3 - 2026-06-18 09:00'], 0],
    ['what was told at once stands on none', ['told - ann 2026-06-18 09:00'], 0],
  ])('its rung: %s', (_, log, rung) => {
    expect(read(...log).rung).toBe(rung)
  })

  it('somebody whose mail never left was not told', () => {
    const { told } = read(
      'told 1 ann 2026-06-18 09:00',
      'skipped 1 ann 2026-06-18 10:00',
      'told 1 bob 2026-06-18 10:00',
      'told 2 ann 2026-06-23 10:00',
    )
    expect(told.map(({ personId, rung }) => [personId, rung])).toEqual([
      ['bob', 1],
      ['ann', 2],
    ])
  })

  it.each<[string, string[], number | null]>([
    ['nobody answered', ['told 1 ann 2026-06-18 09:00'], null],
    ['seen', ['told 1 ann 2026-06-18 09:00', 'acknowledged 1 ann 2026-06-19 10:30'], 25.5],
    ['a promise shows that it was seen', ['told 1 ann 2026-06-18 09:00', 'promised 1 ann 2026-06-18 12:00'], 3],
    ['the first of two answers', ['told 1 a 2026-06-18 09:00', 'more-time 1 a 2026-06-18 10:00', 'acknowledged 1 a 2026-06-18 11:00'], 1], // prettier-ignore
    ['answered before anybody was told', ['acknowledged 1 ann 2026-06-18 08:00', 'told 1 ann 2026-06-18 09:00'], null],
    [
      'a withdrawal ends it and is no answer',
      ['told 1 ann 2026-06-18 09:00', 'withdrawn - bob 2026-06-18 10:00'],
      null,
    ],
  ])('hours to the first answer: %s', (_, log, hours) => {
    expect(read(...log).hoursToAnswer).toBe(hours)
  })

  const promised = 'promised 1 ann 2026-06-18 09:00 until 2026-06-24'
  it.each<[string, string[], string, string | null]>([
    ['the fact came before its day', ['resolved - - 2026-06-22 09:00'], 'kept', '2026-06-22'],
    ['the fact came on its day', ['resolved - - 2026-06-24 23:00'], 'kept', '2026-06-24'],
    ['the fact came a day after', ['resolved - - 2026-06-25 09:00'], 'broken', '2026-06-25'],
    ['its day has passed', [], 'broken', '2026-06-25'],
    ['the date moved', ['resolved - moved 2026-06-22 09:00'], 'ended', null],
    ['no longer needed', ['resolved - needless 2026-06-22 09:00'], 'ended', null],
    ['taken back', ['resolved - back 2026-06-22 09:00'], 'ended', null],
    ['the date moved after its day', ['resolved - moved 2026-06-26 09:00'], 'broken', '2026-06-25'],
    ['withdrawn before its day', ['withdrawn - bob 2026-06-22 09:00'], 'ended', null],
    ['withdrawn after its day', ['withdrawn - bob 2026-06-26 09:00'], 'broken', '2026-06-25'],
    ['whoever was to keep it left before its day', ['owner-left 1 - 2026-06-22 09:00'], 'broken', '2026-06-22'],
    [
      'they left, and somebody else did it by its day',
      ['owner-left 1 - 2026-06-22 09:00', 'resolved - - 2026-06-23 09:00'],
      'broken',
      '2026-06-22',
    ],
    ['somebody left who was to keep another', ['owner-left 2 - 2026-06-22 09:00'], 'broken', '2026-06-25'],
    ['something else joined the alert', ['joined - - 2026-06-22 09:00'], 'broken', '2026-06-25'],
  ])('a promise: %s', (_, log, standing, settledOn) => {
    const { promises } = read('told 1 ann 2026-06-18 09:00', promised, ...log)
    expect(promises.map((one) => [one.standing, one.settledOn?.toString() ?? null])).toEqual([[standing, settledOn]])
  })

  it('a promise runs up to the end of its day, and is broken on the next', () => {
    const on = (day: string) =>
      story([line(promised)], { state: 'open', today: LocalDate.parse(day) }).promises[0]?.standing
    expect([on('2026-06-24'), on('2026-06-25')]).toEqual(['runs', 'broken'])
  })

  it('goes on in another alert: what was promised here nobody can say', () => {
    const { ending, promises } = readAs(
      'joined',
      'told 1 ann 2026-06-18 09:00',
      promised,
      'joined - - 2026-06-22 09:00',
    )
    expect([ending?.how, promises[0]?.standing]).toEqual(['joined', 'ended'])
  })

  it('what joins an open alert ends nothing', () => {
    expect(read('told 1 ann 2026-06-18 09:00', 'joined - - 2026-06-22 09:00').ending).toBeNull()
  })
})

describe('how far an alert has gone, in words', () => {
  const ladder = [
    { role: 'service-manager', afterWorkingDays: 0 },
    { role: 'head-of-service', afterWorkingDays: 5 },
  ] as const

  it.each([
    [0, 'nobody told yet'],
    [1, 'told to the service manager'],
    [2, 'told to the head of service'],
    [4, 'told to the head of service'],
  ])('%s', (rung, words) => {
    expect(reachedWords(reached(ladder, rung))).toBe(words)
  })

  it('is listed from the highest down, and last what nobody knows of', () => {
    const all = ['nobody', 'team-manager', 'conference-service', 'director', 'service-manager'] as const
    expect([...all].sort(byHighest)).toEqual([
      'director',
      'service-manager',
      'team-manager',
      'conference-service',
      'nobody',
    ])
  })
})
