'use strict'
// Years of group case supervision: planned for a county, and planned again after one change. The same teams and cases in both; only the planner is timed.
const { ROUNDS, dist, line, median, seconds } = require('./measure')

const TEAMS = 25
const CASES = 100

exports.yearPlan = async () => {
  const { LocalDate } = require('@js-joda/core')
  const { planYear } = dist('domain/supervision/planYear.js')
  const { englandAndWales } = dist('domain/calendar/englandAndWales.js')
  const calendar = englandAndWales()
  const input = county(LocalDate)
  const plan = () => planYear(input, calendar)
  const first = plan()
  const changed = {
    ...input,
    existing: first.sessions,
    teams: input.teams.map((team, n) => (n === 3 ? { ...team, closedDates: [LocalDate.of(2027, 6, 10)] } : team)),
  }
  const again = () => planYear(changed, calendar)
  const one = changed.teams[3]
  const ofOne = { ...changed, teams: [one], existing: first.sessions.filter(({ team }) => team === one.id) }
  const slots = first.sessions.reduce((sum, { cases }) => sum + cases.length, 0)
  const { moved } = again()
  await timed(
    `a year of ${TEAMS} teams with ${CASES} cases each, ${slots} slots, ${first.gaps.length} gaps`,
    '5 s or less',
    plan,
  )
  await timed(`the whole county again with a session cancelled, ${moved.length} moved`, '200 ms or less', again)
  await timed('its team alone again', '200 ms or less', () => planYear(ofOne, calendar))
}

async function timed(what, limit, work) {
  const times = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await seconds(async () => void work()))
  line(what, `${Math.round(median(times) * 1000)} ms`, limit)
}

/** Teams that meet every week of the month, some with room to spare and some without; one case in ten comes or goes within the year. */
function county(LocalDate) {
  const from = LocalDate.of(2027, 1, 1)
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
  const openCase = (team, n) => {
    const openFrom = n % 20 === 0 ? from.plusDays(3 * n + 10) : LocalDate.of(2026, 1, 5)
    const openTo = n % 20 === 10 ? from.plusDays(3 * n) : null
    const keep = n % 5 === 0 ? { weekday: weekdays[team % 5], nth: 1 + (n % 4) } : null
    return { ref: `T${team}-${n}`, openFrom, openTo, keep }
  }
  const team = (n) => ({
    id: `team-${n}`,
    pattern: [{ weekday: weekdays[n % 5], nth: [1, 2, 3, 4, 5], at: '09:30', minutes: 480 + 20 * (n % 4) }],
    ...{ oneOffs: [], closedDates: [], minutesPerCase: 20 },
    cases: Array.from({ length: CASES }, (_, index) => openCase(n, index)),
  })
  return { from, months: 12, teams: Array.from({ length: TEAMS }, (_, n) => team(n)), existing: [] }
}

/** A team's year as a file: what the command is started with. */
exports.yearFile = () =>
  JSON.stringify({
    ...{ format: 1, from: '2027-01-01', months: 12, holidays: 'england-and-wales' },
    teams: [
      {
        id: 'north-1',
        pattern: [{ weekday: 'tuesday', nth: [1, 2, 3, 4, 5], at: '09:30', minutes: 210 }],
        cases: Array.from({ length: 40 }, (_, n) => ({ ref: `N-${1001 + n}`, openFrom: '2026-01-05' })),
      },
    ],
  })
