import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runAgenda } from '../../../client/cli/agendaCommand'
import { runTimeline } from '../../../client/cli/timelineCommand'
import type { ChronologyEvent } from '../../../domain/chronology/chronologyEvent'
import { day, event, facts, planOn } from '../facts'
import { planned } from '../properties/planned'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'caseclock-bad-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const io = { out: () => undefined, err: () => undefined }
const start = (on: string, plan: 'cpp' | 'cin', id: string) => event('plan-started', on, { plan }, { id })
const end = (on: string, plan: 'cpp' | 'cin', more: { of?: string } = {}) =>
  event('plan-ended', on, { plan, reason: 'moved', ...more }, { id: 'end' })
const visit = (id: string, supersedes?: string) =>
  event('visit-made', '2026-03-02', { seen: true }, { id, ...(supersedes === undefined ? {} : { supersedes }) })

describe('facts that contradict each other never crash, and a problem names the events', () => {
  it.each<{ because: string; events: ChronologyEvent[]; names: string[] }>([
    {
      because: 'a plan ended before it started',
      events: [start('2026-03-02', 'cpp', 's'), end('2026-02-02', 'cpp', { of: 's' })],
      names: ['end', 's'],
    },
    {
      because: 'the same without its name',
      events: [start('2026-03-02', 'cin', 's'), end('2026-02-02', 'cin')],
      names: ['end', 's'],
    },
    {
      because: 'a review before the conference',
      events: [event('review-held', '2026-02-02', { outcome: 'continue' }, { id: 'r' }), ...planOn('2026-03-02')],
      names: ['r', 'plan-started 2026-03-02'],
    },
    {
      because: 'two child protection plans at once',
      events: [start('2026-02-02', 'cpp', 's'), start('2026-03-02', 'cpp', 't')],
      names: ['s', 't'],
    },
    {
      because: 'a child protection plan during a child in need plan',
      events: [start('2026-02-02', 'cin', 's'), start('2026-03-02', 'cpp', 't')],
      names: ['s', 't'],
    },
    {
      because: 'corrections in a circle',
      events: [visit('a', 'b'), visit('b', 'c'), visit('c', 'a')],
      names: ['a', 'b', 'c'],
    },
    { because: 'a correction of something unknown', events: [visit('a', 'gone')], names: ['a'] },
    {
      because: 'an end after which the plan had already died with the child',
      events: [event('child-left', '2026-01-02', { reason: 'died' }, { id: 'd' }), start('2026-03-02', 'cpp', 's')],
      names: ['d', 's'],
    },
  ])('$because', ({ events, names }) => {
    for (const given of [events, [...events].reverse()])
      expect(planned(facts(given)).problems.map((one) => [...one.events].sort())).toContainEqual([...names].sort())
  })

  it.each([
    [start('2026-02-02', 'cpp', 's'), end('2026-03-02', 'cpp'), start('2026-04-02', 'cpp', 't')],
    [end('2026-03-02', 'cpp')],
    [event('review-held', '2026-02-02', { outcome: 'continue' })],
  ])('and what may well be so is none', (...events) => {
    expect(planned(facts(events)).problems.filter(({ problem }) => problem.includes('before'))).toEqual([])
  })

  it.each(['0001-01-01', '1582-10-10', '1900-03-02', '9999-12-31'])(
    'the whole story on %s, on the command line too',
    async (on) => {
      const file = path.join(folder, `${on}.json`)
      const events = [
        { id: 'e1', kind: 'strategy-discussion', on, data: { opensSection47: true } },
        { id: 'e2', kind: 'icpc-held', on, data: { outcome: 'plan' } },
        { id: 'e3', kind: 'plan-started', on, data: { plan: 'cpp' } },
        { id: 'e4', kind: 'review-booked', on, data: { for: '9999-12-31' } },
        { id: 'e5', kind: 'case-closed', on, data: { reason: 'RC7' } },
      ]
      writeFileSync(file, JSON.stringify({ format: 1, case: { ref: 'T-1' }, children: [{ id: 'c1' }], events }))
      expect(await runTimeline({ facts: file, today: '2199-12-31', json: true }, io)).toBe(0)
      expect(await runAgenda({ facts: file, from: '2026-01-01', to: '2026-01-31', json: true }, io)).toBe(0)
    },
  )
})

describe('10,000 events on one case', () => {
  const ALL = 10_000
  /** They lie on so many days, three or four on each; the plan starts on the second. */
  const DAYS = 2_800
  const id = (index: number) => `m${String(index)}`
  const idsOn = (dayNumber: number): readonly string[] =>
    [0, 1, 2, 3]
      .map((round) => dayNumber + round * DAYS)
      .filter((index) => index < ALL)
      .map(id)
  /** What is on each day from the first, the second, … on. */
  const daysFrom = (first: number) => Array.from({ length: DAYS - first }, (_, index) => idsOn(first + index))
  const firstOfDaysFrom = (first: number) => daysFrom(first).map(([recordedFirst]) => recordedFirst!)
  const lastOn = (dayNumber: number) => idsOn(dayNumber).at(-1)!
  const many = <T>(one: (index: number, on: string) => T): T[] =>
    Array.from({ length: ALL }, (_, index) =>
      one(
        index,
        day('2020-01-01')
          .plusDays(index % DAYS)
          .toString(),
      ),
    )
  const BIRTHDAY = 'cancelled by birthday'
  /** Each ends with the next, the last with the eighteenth birthday. */
  const chain = (outcome: 'met' | 'cancelled', ids: readonly string[]): readonly string[] =>
    ids.map((one, at) => `${one} ${at + 1 < ids.length ? `${outcome} by ${ids[at + 1]!}` : BIRTHDAY}`)
  const START = 'icpc-held 2020-01-02'
  const accepted = [
    event('referral-received', '2019-12-31', { source: 'a' }),
    event('referral-decided', '2019-12-31', { outcome: 'accepted' }),
  ] as const

  interface Many {
    readonly what: string
    readonly events: () => ChronologyEvent[]
    readonly rule: string
    /** What is expected of that rule: the event each obligation runs from, and how it ends. */
    readonly gives: readonly string[]
    readonly problems?: number
  }
  it.each<Many>([
    {
      what: 'visits, of which one a day counts',
      events: () => many((n, on) => event('visit-made', on, { seen: true }, { id: id(n) })),
      rule: 'visit',
      gives: chain('met', [START, ...firstOfDaysFrom(1)]),
    },
    {
      what: 'core groups, of which one a day counts',
      events: () => many((n, on) => event('core-group-held', on, {}, { id: id(n) })),
      rule: 'core-group',
      gives: chain('met', firstOfDaysFrom(1)),
    },
    {
      what: 'reviews; those of the day before the plan are problems, those of its first day review nothing',
      events: () => many((n, on) => event('review-held', on, { outcome: 'continue' }, { id: id(n) })),
      rule: 'review-next',
      gives: chain('met', firstOfDaysFrom(2)),
      problems: 4,
    },
    {
      what: 'bookings, each replaced by the next',
      events: () => many((n, on) => event('review-booked', on, { for: on }, { id: id(n) })),
      rule: 'review-report',
      // None for the plan's first day: a review on that day is of the plan before.
      gives: chain('cancelled', daysFrom(2).flat()),
    },
    {
      what: 'strategy discussions, each with an enquiry of its own',
      events: () => many((n, on) => event('strategy-discussion', on, { opensSection47: true }, { id: id(n) })),
      rule: 'enquiry-child-seen',
      gives: daysFrom(0)
        .flat()
        .map((one) => `${one} ${BIRTHDAY}`),
    },
    {
      what: 'referrals, all but the first received while it is open',
      events: () => many((n, on) => event('referral-received', on, { source: 'a' }, { id: id(n) })),
      rule: 'referral-decision',
      gives: [`m0 ${BIRTHDAY}`],
      problems: ALL - 1,
    },
    {
      what: 'workers coming one day and going the next',
      events: () => [
        ...accepted,
        ...many((n, on) =>
          event(n % 2 === 0 ? 'worker-allocated' : 'worker-ended', on, { person: 'w' }, { id: id(n) }),
        ),
      ],
      rule: 'allocation',
      gives: [
        `${accepted[1].id} met by ${lastOn(0)}`,
        ...Array.from({ length: DAYS / 2 - 1 }, (_, n) => `${lastOn(2 * n + 1)} met by ${lastOn(2 * n + 2)}`),
        `${lastOn(DAYS - 1)} ${BIRTHDAY}`,
      ],
    },
    {
      what: 'corrections of one event, of which the last stands under the name of the first',
      events: () =>
        many((n) => {
          const of = n === 0 ? {} : { supersedes: id(n - 1) }
          return event('visit-made', '2020-02-03', { seen: true }, { id: id(n), ...of })
        }),
      rule: 'visit',
      gives: [`${START} met by m9999`, `m0 ${BIRTHDAY}`],
    },
    {
      what: 'corrections in a circle, of which the first stands',
      events: () =>
        many((n) => event('visit-made', '2020-02-03', { seen: true }, { id: id(n), supersedes: id((n + 1) % ALL) })),
      rule: 'visit',
      gives: [`${START} met by m0`, `m0 ${BIRTHDAY}`],
      problems: 1,
    },
  ])('$what', ({ events, rule, gives, problems = 0 }) => {
    const found = planned(facts([...planOn('2020-01-02'), ...events()]))
    const ends = found.obligations
      .filter((one) => one.rule === rule)
      .map(({ trigger, end }) => `${trigger} ${end.outcome}${end.outcome === 'open' ? '' : ` by ${end.by}`}`)
    expect(ends.sort()).toEqual([...gives].sort())
    expect(found.problems).toHaveLength(problems)
  })
})
