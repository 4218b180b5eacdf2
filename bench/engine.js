'use strict'
// The pure engine: a year of a busy case computed, two versions of the rules compared over 2,000 cases, and a case with 10,000 events.
const { caseYear } = require('./caseYear')
const { ROUNDS, dist, line, median, seconds } = require('./measure')

const CASES = 2_000

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
  line('case-years of obligations per minute', `${Math.round(median(perMinute))}`, '20,000 or more')
  line(`two versions of the rules compared over ${CASES} cases`, `${median(compared).toFixed(1)} s`, '3 s or less')
  line('in memory after it', `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`, '500 MB or less')
  await longCases((facts) => timeline(facts, builtIn, calendar))
}
