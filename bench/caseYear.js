'use strict'
// The facts that are measured with.

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

/** The same facts as a file. */
const factsFile = ({ ref, children, events }) =>
  JSON.stringify({
    format: 1,
    case: { ref, team: 'north-1' },
    children: children.map(({ id, bornOn }) => ({ id, bornOn: bornOn.toString() })),
    events: events.map(({ on, ...event }) => ({ ...event, on: on.toString() })),
  })

module.exports = { caseYear, factsFile }
