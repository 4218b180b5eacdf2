'use strict'
// The pure engine: a year of a busy case computed, two versions of the rules compared over 2,000 cases, `timeline` from start to
// output, and a case with 10,000 events.
const { execFileSync } = require('node:child_process')
const { writeFileSync } = require('node:fs')
const path = require('node:path')
const { ROUNDS, dist, inFolder, line, median, seconds } = require('./measure')

const PROGRAM = path.join(__dirname, '..', 'bin', 'caseclock.js')
const CASES = 2_000

/** A year of one case: 12 supervisions, 3 conferences, 24 visits, a core group a month. `n` moves it by days, so that no two cases are the same. */
function caseYear(n) {
  const { LocalDate } = require('@js-joda/core')
  const from = LocalDate.of(2026, 1, 5).plusDays(n % 250)
  let id = 0
  const event = (kind, days, data) => ({ id: `e${++id}`, kind, on: from.plusDays(days), data })
  const every = (count, step, make) => Array.from({ length: count }, (_, index) => make(index * step + step))
  const events = [
    event('referral-received', 0, { source: 'school' }),
    event('referral-decided', 1, { outcome: 'accepted' }),
    event('worker-allocated', 1, { person: 'p1' }),
    event('strategy-discussion', 3, { opensSection47: true }),
    event('icpc-held', 17, { outcome: 'plan', quorate: true }),
    event('plan-started', 17, { plan: 'cpp', category: 'neglect' }),
    ...every(12, 29, (days) => event('core-group-held', days + 3, { quorate: true })),
    ...every(24, 14, (days) => event('visit-made', days + 5, { seen: true, seenAlone: true })),
    ...every(12, 30, (days) => event('discussed-in-supervision', days, { session: `s${days}` })),
    event('review-held', 100, { outcome: 'continue', quorate: true }),
    event('review-held', 270, { outcome: 'continue', quorate: true }),
  ].sort((a, b) => a.on.compareTo(b.on))
  const children = [{ id: 'c1', bornOn: LocalDate.of(2020, 4, 2), expectedOn: null }]
  return { ref: `B-${n}`, team: null, children, events, liveSince: null }
}

/** What a case may hold far too much of; the nth of each. */
const MANY = {
  visits: () => ['visit-made', { seen: true }],
  bookings: (n, on) => ['review-booked', { for: on.toString() }],
  workers: (n) => [n % 2 === 0 ? 'worker-allocated' : 'worker-ended', { person: 'p1' }],
}

/** 10,000 events of one kind on one plan, three or four a day. What grows with the square of their number takes minutes. */
function longCase(what) {
  const { LocalDate } = require('@js-joda/core')
  const from = LocalDate.of(2020, 1, 1)
  const started = { id: 'plan', kind: 'plan-started', on: from.plusDays(1), data: { plan: 'cpp', category: 'neglect' } }
  const events = Array.from({ length: 10_000 }, (_, n) => {
    const on = from.plusDays(n % 2_800)
    const [kind, data] = MANY[what](n, on)
    return { id: `m${n}`, kind, on, data }
  })
  return { ...caseYear(0), ref: `B-${what}`, events: [started, ...events] }
}

/** After the rest, whose memory it would swell. */
async function longCases(plan) {
  const medians = []
  for (const what of Object.keys(MANY)) {
    const facts = longCase(what)
    const took = []
    for (let round = 0; round < ROUNDS; round += 1) took.push(await seconds(() => plan(facts)))
    medians.push(median(took))
  }
  const longest = Math.round(Math.max(...medians) * 1000)
  line('a case with 10,000 events, of the kind that takes longest', `${longest} ms`, '15,000 ms or less')
}

/** The same facts as a file. */
const factsFile = ({ ref, children, events }) =>
  JSON.stringify({
    format: 1,
    case: { ref, team: 'north-1' },
    children: children.map(({ id, bornOn }) => ({ id, bornOn: bornOn.toString() })),
    events: events.map(({ on, ...event }) => ({ ...event, on: on.toString() })),
  })

exports.engine = async () => {
  const { timeline } = dist('domain/timeline/timeline.js')
  const { comparePolicies } = dist('domain/policy/comparePolicies.js')
  const { always } = dist('domain/policy/policySchedule.js')
  const { whatDiffers } = dist('domain/policy/whatDiffers.js')
  const { englandFamilySafeguarding1: pack } = dist('domain/policy/englandFamilySafeguarding1.js')
  const { withOverlay } = dist('domain/policy/overlay.js')
  const { englandAndWales } = dist('domain/calendar/englandAndWales.js')
  const { LocalDate } = require('@js-joda/core')
  const calendar = englandAndWales()
  const cases = Array.from({ length: CASES }, (_, n) => caseYear(n))
  const weekly = withOverlay(pack, {
    id: 'bench@1',
    extends: pack.id,
    approvedBy: { name: 'Bench', post: 'Bench', on: '2026-11-20' },
    options: ['weekly-visits'],
    changes: [],
  })
  const [builtIn, council] = [always(pack), always(weekly)]
  const perMinute = []
  const compared = []
  const started = []
  await inFolder(async (folder) => {
    const file = path.join(folder, 'facts.json')
    writeFileSync(file, factsFile(cases[0]))
    // Before anything else: a large process takes longer to start another.
    for (let round = 0; round < ROUNDS; round += 1)
      started.push(
        await seconds(() => execFileSync(process.execPath, [PROGRAM, 'timeline', '--facts', file, '--json'])),
      )
    for (let round = 0; round < ROUNDS; round += 1) {
      const took = await seconds(() => {
        for (const facts of cases) timeline(facts, builtIn, calendar)
      })
      perMinute.push((CASES / took) * 60)
      compared.push(
        await seconds(() => {
          const today = LocalDate.of(2026, 11, 20)
          const comparing = whatDiffers({
            from: { policy: builtIn, calendar },
            to: { policy: council, calendar },
            today,
          })
          for (const facts of cases) comparePolicies(facts, comparing)
        }),
      )
    }
  })
  line('case-years of obligations per minute', `${Math.round(median(perMinute))}`, '20,000 or more')
  line(`two versions of the rules compared over ${CASES} cases`, `${median(compared).toFixed(1)} s`, '3 s or less')
  line('in memory after it', `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`, '500 MB or less')
  line('`caseclock timeline` from start to output', `${Math.round(median(started) * 1000)} ms`, '300 ms or less')
  await longCases((facts) => timeline(facts, builtIn, calendar))
}
