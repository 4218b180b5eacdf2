'use strict'
// 600 sessions of group supervision, each with a process that sleeps until its own minute of one morning, in the whole program with its own settings: how late each wakes.
const { readFileSync } = require('node:fs')
const path = require('node:path')
const { setTimeout: wait } = require('node:timers/promises')
const { ROUNDS, dist, inFolder, line, median } = require('./measure')
const { upOnce } = require('./upOnce')

const [TEAMS, EACH] = [25, 24]
const SESSIONS = TEAMS * EACH
const TODAY = '2026-11-20'
/** A Monday, and the day ten working days after it: whoever is invited is reminded on it. */
const MORNING = '2026-11-23'
const SESSION_ON = '2026-12-07'
/** Clock minutes in a real second: two hours of the morning, in which every session has its minute, pass in two minutes. */
const SCALE = 60
const BEGINS = Date.parse(`${MORNING}T01:00:00Z`)
const GIVE_UP_MS = 900_000

exports.sessions = async () => {
  const { writeDemoCounty } = dist('client/demo-county/writeDemoCounty.js')
  const worst = []
  const middle = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await inFolder(async (folder) => {
      const county = path.join(folder, 'county')
      await writeDemoCounty({ folder: county, today: TODAY, families: 1 })
      const data = path.join(folder, 'data')
      const { seen } = await upOnce(['--data', data, '--ssd', county], () => oneMorning(data))
      worst.push(seen[Math.floor(seen.length * 0.99)])
      middle.push(median(seen))
    })
  }
  line(`${SESSIONS} sessions asleep: lateness of a wake, p99`, `${median(worst).toFixed(2)} s`, '1 s or less')
  line('and in the middle', `${median(middle).toFixed(2)} s`)
}

/** Real seconds between the moment of each session and its waking, in order. */
async function oneMorning(data) {
  const { Client, Connection } = require('@temporalio/client')
  const { openDatabase } = dist('prisma/database.js')
  const { temporalProcesses } = dist('activities/temporal/temporalProcesses.js')
  const { setClock } = dist('client/commands/setClock.js')
  const { caseMinute } = dist('domain/agenda/caseMinute.js')
  const { databaseUrl, temporalAddress } = JSON.parse(readFileSync(path.join(data, 'addresses.json'), 'utf8'))
  const db = openDatabase(databaseUrl, 4)
  const connection = await Connection.connect({ address: temporalAddress })
  try {
    const processes = temporalProcesses(new Client({ connection }), () => undefined)
    await setClock({ db, processes }, { to: BEGINS, scale: SCALE })
    const ids = await addSessions(db)
    await processes.nudge(ids.map((id) => ({ type: 'groupSupervisionSession', id })))
    await until(async () => {
      const [{ n }] = await db.$queryRaw`
        select count(*)::int as n from session where planned_version = facts_version and next_moment is not null`
      return n === SESSIONS
    })
    await until(async () => {
      const [{ n }] = await db.$queryRaw`
        select count(*)::int as n from message where lane = 'invitation' and state = 'sent'`
      return n === SESSIONS
    })
    const [{ offset_ms: offset }] = await db.$queryRaw`select offset_ms from authority where id = 1`
    if (Date.now() * SCALE + Number(offset) > Date.parse(`${MORNING}T05:00:00Z`))
      throw new Error(
        'The first minute came before all sessions slept: this machine is too slow or too busy for the measurement.',
      )
    const reminded = () => db.$queryRaw`
      select session_id::text as id, written_at from supervision_notice where step = 'attend' and session_id = any(${ids}::uuid[])`
    await until(async () => (await reminded()).length === SESSIONS)
    return (await reminded())
      .map(({ id, written_at }) => {
        const minute = caseMinute(id)
        const moment = Date.parse(`${MORNING}T00:00:00Z`) + minute * 60_000
        return (written_at.getTime() - moment) / SCALE / 1_000
      })
      .sort((a, b) => a - b)
  } finally {
    await connection.close()
    await db.$disconnect()
  }
}

/** One person is invited to each; nobody has a role that lateness would be told to. */
async function addSessions(db) {
  await db.$executeRaw`
    insert into team (id, source_id, name) select gen_random_uuid(), 'bench-' || n, 'Team ' || n from generate_series(1, ${TEAMS}::int) n`
  const rows = await db.$queryRaw`
    insert into session (id, team_id, on_day, at, minutes, capacity, room, origin, state, revision, diarised_on, sampled, facts_version, planned_version)
    select gen_random_uuid(), t.id, ${SESSION_ON}::date, lpad((n - 1)::text, 2, '0') || ':00', 60, 3, 'Room', 'added', 'planned', 0, ${TODAY}::date, false, 1, 0
    from team t cross join generate_series(1, ${EACH}::int) n where t.source_id like 'bench-%' returning id::text`
  await db.$executeRaw`
    insert into attendance (session_id, person_id, role, invited_on, times)
    select s.id, (select id from person where email is not null and left_on is null order by id limit 1), 'social-worker', ${TODAY}::date, 1 from session s`
  return rows.map(({ id }) => id)
}

async function until(done) {
  const began = Date.now()
  while (!(await done())) {
    if (Date.now() - began > GIVE_UP_MS) throw new Error('Nothing more happened for a quarter of an hour.')
    await wait(500)
  }
}
