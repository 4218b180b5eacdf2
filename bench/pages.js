'use strict'
// 200 people look at their pages of a county of 10,000 families, 20 pages a second; how long each kind of page takes, how heavy it is, and which tables it reads from end to end.
const { spawn } = require('node:child_process')
const { once } = require('node:events')
const path = require('node:path')
const { setTimeout: wait } = require('node:timers/promises')
const { ROUNDS, line, median } = require('./measure')
const { withCounty } = require('./pagesCounty')

const A_SECOND = 20
const SECONDS = Number(process.env.BENCH_SECONDS ?? 20)
const PEOPLE = 200
/** A table that a page may read whole: small, whatever the county. */
const SMALL_ROWS = 5_000

/** What people open, how often in a hundred, and its limit in milliseconds. `path` makes one for somebody. */
const KINDS = [
  { name: 'my work', of: 'worker', share: 25, limit: 100, path: () => '/my-work' },
  { name: 'my team', of: 'manager', share: 10, limit: 100, path: () => '/team' },
  {
    name: 'the year of a team',
    of: 'coordinator',
    share: 5,
    limit: 100,
    path: ({ team }) => `/supervision/${team}/year`,
  },
  { name: 'cases', of: 'worker', share: 10, limit: 100, path: () => '/cases' },
  { name: 'what is due', of: 'manager', share: 10, limit: 100, path: () => '/due' },
  { name: 'alerts', of: 'manager', share: 5, limit: 100, path: () => '/escalations' },
  { name: 'a case', of: 'worker', share: 25, limit: 150, path: ({ ref }) => `/cases/${ref}` },
  { name: 'search by name', of: 'worker', share: 5, limit: 150, path: ({ word }) => `/search?q=${word}` },
  {
    name: 'search by reference',
    of: 'manager',
    share: 5,
    limit: 150,
    path: ({ ref }) => `/search?q=${ref.slice(0, 5)}`,
  },
  { name: 'calendar', of: 'worker', share: 4, limit: 100, path: () => '/calendar' },
  { name: 'a list of a team', of: 'manager', share: 4, limit: 100, path: () => '/team/lists/late' },
  { name: 'follow-ups of a team', of: 'manager', share: 2, limit: 100, path: () => '/follow-ups' },
  { name: 'reports', of: 'manager', share: 2, limit: 100, path: () => '/reports' },
  ...['workload', 'in-time', 'group-supervision', 'alerts', 'plans', 'referrals-and-workers'].map((group) => ({
    ...{ name: `report ${group}`, of: 'manager', share: 1, limit: 100, path: () => `/reports/${group}` },
  })),
  { name: 'three and six months on', of: 'manager', share: 1, limit: 100, path: () => '/reports/cohort' },
  // Thinks every case of a team through to the last week, and lets others go first: no list and no home page.
  { name: 'what lies ahead', of: 'manager', share: 1, limit: 500, path: () => '/reports/forecast' },
  { name: 'group supervision', of: 'head', share: 2, limit: 100, path: () => '/supervision' },
  { name: 'cases of all teams', of: 'head', share: 1, limit: 100, path: () => '/cases' },
  { name: 'my teams, all of them', of: 'head', share: 1, limit: 100, path: () => '/team' },
  { name: 'alerts of all teams', of: 'head', share: 1, limit: 100, path: () => '/escalations' },
  { name: 'police list', of: 'police', share: 1, limit: 100, path: () => '/police' },
]

/** Who works for every team. */
const OF_ALL = { head: 'Head of Service', police: 'Police Officer' }
const TITLES = { worker: 'Social Worker', manager: 'Team Manager', coordinator: 'Family Safeguarding Coordinator' }

exports.pages = () =>
  withCounty(async (url) => {
    const people = await whoLooks(url)
    const server = spawn(process.execPath, [path.join(__dirname, 'pagesServer.js'), url], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    try {
      const [chunk] = await once(server.stdout, 'data')
      const base = String(chunk).trim()
      for (const one of people) one.cookie = await signedIn(base, one.id)
      const kinds = []
      for (const kind of KINDS) {
        const answer = await look(
          base,
          kind,
          people.find(({ of }) => of === kind.of),
        )
        if (answer.status === 200) kinds.push(kind)
        else line(`${kind.name}`, String(answer.status), 'not measured')
      }
      await wholeReads(url, base, kinds, people)
      line('the order of the pages: seed', String(SEED), '')
      const rounds = []
      for (let round = 0; round <= ROUNDS; round += 1) {
        const times = await load(base, kinds, people)
        if (round > 0) rounds.push(times)
      }
      for (const { name, limit } of kinds) {
        const at = (share) => median(rounds.map((times) => percentile(times.get(name), share)))
        const weight = rounds[0].get(name).reduce((most, one) => Math.max(most, one.bytes), 0)
        line(
          `${name}: half, 99 of 100, heaviest`,
          `${at(0.5).toFixed(0)} ${at(0.99).toFixed(0)} ms ${Math.round(weight / 1024)} KB`,
          `${limit} ms, 150 KB or less`,
        )
      }
    } finally {
      server.stdin.end()
      await once(server, 'exit')
    }
  })

const percentile = (times, share) => {
  const sorted = times.map(({ ms }) => ms).sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Workers, managers and coordinators of the same teams, each with a case of theirs. */
async function whoLooks(url) {
  const { Client } = require('pg')
  const db = new Client({ connectionString: url })
  await db.connect()
  const found = []
  for (const [of, title] of Object.entries(TITLES)) {
    const { rows } = await db.query(
      `select distinct on (p.id) p.id::text, p.team_id::text as team, c.ref, k.surname as word from person p
         join case_file c on c.team_id = p.team_id and c.open join child k on k.case_id = c.id
         left join case_holder h on h.case_id = c.id and h.person_id = p.id
       where p.job_title = $1 and (p.left_on is null) and ($2 <> 'worker' or h.person_id is not null) order by p.id, c.ref limit $3`,
      [title, of, of === 'worker' ? PEOPLE - 60 : 30],
    )
    found.push(...rows.map((row) => ({ ...row, of })))
  }
  for (const [of, title] of Object.entries(OF_ALL)) {
    const { rows } = await db.query('select id::text from person where job_title = $1 order by id limit 3', [title])
    found.push(...rows.map((row) => ({ ...row, of })))
  }
  await db.end()
  if (found.length < 100) throw new Error(`only ${found.length} people have cases in this county`)
  return found
}

async function signedIn(base, person) {
  const page = await fetch(`${base}/sign-in`)
  const token = /name="_csrf" value="([^"]*)"/.exec(await page.text())[1]
  const cookie = page.headers.getSetCookie()[0].split(';')[0]
  const answer = await fetch(`${base}/sign-in`, {
    ...{ method: 'POST', redirect: 'manual', headers: { cookie } },
    body: new URLSearchParams({ _csrf: token, person }),
  })
  if (answer.status !== 303) throw new Error(`nobody was signed in: ${answer.status}`)
  return answer.headers.getSetCookie()[0].split(';')[0]
}

async function look(base, kind, person) {
  const from = process.hrtime.bigint()
  const answer = await fetch(`${base}${kind.path(person)}`, { redirect: 'manual', headers: { cookie: person.cookie } })
  const bytes = (await answer.arrayBuffer()).byteLength
  return { status: answer.status, bytes, ms: Number(process.hrtime.bigint() - from) / 1e6 }
}

const SEED = Number(process.env.SEED ?? 20261123)
let state = SEED

/** In an order that follows no rule: else one kind of page would always come after the same heavy one. Another for each round, the same for the same seed. */
function shuffled(list) {
  const all = [...list]
  for (let left = all.length; left > 1; left -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const one = Math.floor((state / 2 ** 32) * left)
    const kept = all[left - 1]
    all[left - 1] = all[one]
    all[one] = kept
  }
  return all
}

/** So many pages a second, whether the ones before have come or not. */
async function load(base, kinds, people) {
  const times = new Map(kinds.map(({ name }) => [name, []]))
  const bag = shuffled(kinds.flatMap((kind) => Array.from({ length: kind.share }, () => kind)))
  const asked = []
  for (let n = 0; n < A_SECOND * SECONDS; n += 1) {
    const kind = bag[n % bag.length]
    const theirs = people.filter(({ of }) => of === kind.of)
    asked.push(look(base, kind, theirs[n % theirs.length]).then((one) => times.get(kind.name).push(one)))
    await wait(1000 / A_SECOND)
  }
  await Promise.all(asked)
  return times
}

/** Large tables that a page reads from end to end: an index is missing there. */
async function wholeReads(url, base, kinds, people) {
  const { Client } = require('pg')
  const db = new Client({ connectionString: url })
  await db.connect()
  const [someone] = people
  const reads = async () => {
    // A connection gives its counts away with the next question it is asked, once a second has passed: each of them is asked one that reads no large table.
    await wait(1_200)
    await Promise.all(Array.from({ length: 48 }, () => look(base, { path: () => '/calendar' }, someone)))
    await wait(300)
    const { rows } = await db.query(
      'select relname, seq_tup_read::float8 as read, n_live_tup::float8 as rows from pg_stat_user_tables',
    )
    return new Map(rows.map((row) => [row.relname, row]))
  }
  for (const kind of kinds) {
    const before = await reads()
    for (const person of people.filter(({ of }) => of === kind.of).slice(0, 5)) await look(base, kind, person)
    const whole = [...(await reads()).values()].filter(
      ({ relname, read, rows }) => rows > SMALL_ROWS && read - (before.get(relname)?.read ?? 0) >= rows,
    )
    if (whole.length > 0) line(`${kind.name} reads whole`, whole.map(({ relname }) => relname).join(', '), 'none')
  }
  await db.end()
}
