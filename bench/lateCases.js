'use strict'
// Cases whose report for a conference is the next thing ahead, in teams of a hundred, each with a worker and a manager of its own.
const { randomUUID } = require('node:crypto')

const IN_A_TEAM = 100

const REFERRED_ON = '2026-11-12'

/** Writes them as facts that nobody has planned; answers their ids. `conferenceOn`: ISO day; the report is due two working days before. */
exports.addLateCases = async function addLateCases(db, { count, conferenceOn }) {
  const teams = []
  for (let n = 0; n * IN_A_TEAM < count; n += 1) teams.push(await addTeam(db, n))
  const cases = Array.from({ length: count }, (_, n) => {
    const { team, worker } = teams[Math.floor(n / IN_A_TEAM)]
    return { id: randomUUID(), ref: `BENCH-${n}`, team, worker, child: randomUUID(), conferenceOn }
  })
  const rows = JSON.stringify(cases)
  await db.$executeRaw`
    insert into case_file (id, ref, team_id, open, facts_version, planned_version, rules_version)
    select id, ref, team, true, 1, 0, '' from json_to_recordset(${rows}::json) as c(id uuid, ref text, team uuid)`
  await db.$executeRaw`
    insert into child (id, case_id, forename, surname, born_on)
    select child, id, 'Zebedee', 'Quillfeather', '2022-01-05' from json_to_recordset(${rows}::json) as c(id uuid, child uuid)`
  const events = JSON.stringify(cases.flatMap((one) => factsOf(one)))
  await db.$executeRaw`
    insert into chronology_event (id, case_id, facts_version, position, kind, occurred_on, recorded_at, children, payload, supersedes, voids, command_id)
    select gen_random_uuid(), case_id, 1, position, kind, ${REFERRED_ON}::date, ${`${REFERRED_ON}T12:00:00Z`}::timestamptz, '{}', payload, null, false, gen_random_uuid()
    from json_to_recordset(${events}::json) as e(case_id uuid, position int, kind text, payload jsonb)`
  return cases.map(({ id }) => id)
}

const factsOf = ({ id, worker, conferenceOn }) =>
  [
    ['referral-received', { source: '2A' }],
    ['referral-decided', { outcome: 'accepted' }],
    ['worker-allocated', { person: worker }],
    ['referrer-told', {}],
    ['visit-made', { seen: true, seenAlone: true }],
    ['icpc-booked', { for: conferenceOn }],
  ].map(([kind, payload], position) => ({ case_id: id, position, kind, payload }))

async function addTeam(db, n) {
  const team = randomUUID()
  await db.$executeRaw`insert into team (id, source_id, name) values (${team}::uuid, ${`bench-${n}`}, ${`Bench ${n}`})`
  const person = async (role) => {
    const id = randomUUID()
    const key = `bench-${role}-${n}`
    await db.$executeRaw`
      insert into person (id, source_id, name, job_title, email, team_id)
      values (${id}::uuid, ${key}, ${`Person ${key}`}, ${role}, ${`${key}@bench.example`}, ${team}::uuid)`
    await db.$executeRaw`
      insert into role_grant (id, person_id, role, team_id, from_on)
      values (gen_random_uuid(), ${id}::uuid, ${role}, ${team}::uuid, '2000-01-01')`
    return id
  }
  const worker = await person('social-worker')
  for (const role of ['team-manager', 'service-manager']) await person(role)
  return { team, worker }
}
