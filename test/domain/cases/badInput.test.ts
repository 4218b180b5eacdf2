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
  const many = <T>(one: (index: number, on: string) => T): T[] =>
    Array.from({ length: 10_000 }, (_, index) =>
      one(
        index,
        day('2020-01-01')
          .plusDays(index % 2_800)
          .toString(),
      ),
    )
  const id = (index: number) => ({ id: `m${String(index)}` })
  it.each<{ what: string; events: () => ChronologyEvent[] }>([
    { what: 'visits', events: () => many((n, on) => event('visit-made', on, { seen: true }, id(n))) },
    { what: 'core groups', events: () => many((n, on) => event('core-group-held', on, {}, id(n))) },
    { what: 'reviews', events: () => many((n, on) => event('review-held', on, { outcome: 'continue' }, id(n))) },
    { what: 'bookings', events: () => many((n, on) => event('review-booked', on, { for: on }, id(n))) },
    {
      what: 'strategy discussions',
      events: () => many((n, on) => event('strategy-discussion', on, { opensSection47: true }, id(n))),
    },
    { what: 'referrals', events: () => many((n, on) => event('referral-received', on, { source: 'a' }, id(n))) },
    {
      what: 'workers coming and going',
      events: () =>
        many((n, on) =>
          n % 2 === 0
            ? event('worker-allocated', on, { person: 'w' }, id(n))
            : event('worker-ended', on, { person: 'w' }, id(n)),
        ),
    },
    {
      what: 'corrections of one event',
      events: () =>
        many((n) =>
          event(
            'visit-made',
            '2020-02-03',
            { seen: true },
            { ...id(n), ...(n === 0 ? {} : { supersedes: `m${String(n - 1)}` }) },
          ),
        ),
    },
    {
      what: 'corrections in a circle',
      events: () =>
        many((n) =>
          event('visit-made', '2020-02-03', { seen: true }, { ...id(n), supersedes: `m${String((n + 1) % 10_000)}` }),
        ),
    },
  ])('$what: planned in bounded time', ({ events }) => {
    const given = facts([...planOn('2020-01-02'), ...events()])
    const from = process.cpuUsage()
    planned(given)
    const { user, system } = process.cpuUsage(from)
    // Two or three seconds where it is linear; what grows with the square takes a minute.
    expect((user + system) / 1_000_000).toBeLessThan(15)
  })
})
